import LRSchedule
import LRText
import LRYAML

/// A configuration, or training arguments, for whoever looks at more of it than its schedule: as it was
/// read, and what each of some releases makes of it.
///
/// An "auto" without the flag that fills it is no error here: a value stands in for it, and the
/// parameter is one of `standIns`.
public struct ConfigurationInspection: Sendable {
  /// What one release makes of a configuration.
  public struct Outcome: Sendable {
    /// The release.
    public let release: Release
    /// The schedule, or why it is refused.
    public let result: Result<Schedule, ConfigurationError>
  }

  /// How errors call the file: its path as it was typed, or `standard input`.
  public let name: String
  /// The path of the file, `-` for standard input.
  public let input: String
  /// The text; nil of YAML, and where a key stands twice.
  public let document: HjsonDocument?
  /// The comments, in order.
  public let comments: [TextComment]
  /// Why it holds no schedule, whatever the release; nil where it does.
  public let problem: ConfigurationError?
  /// Whose releases they are, DeepSpeed's or, of training arguments, Hugging Face's.
  public let framework: Framework
  /// The releases that were asked for, oldest first, at least one.
  public let releases: [Release]
  /// What each release makes of it, in their order; empty where there is a problem.
  public let outcomes: [Outcome]
  /// The number of training steps that was typed, or that training arguments say; nil where neither does.
  public let trainingSteps: Int?
  /// The parameters whose "auto" nothing fills; `lr` is the optimizer's.
  public let standIns: Set<String>
  /// The keys of training arguments that are misspelt.
  public let misspeltKeys: [MisspeltTrainingKey]
  /// What was done with what was read.
  public private(set) var messages: [Message]

  private let written: WrittenScheduler?

  /// Looks at configurations that were typed.
  ///
  /// - Parameters:
  ///   - words: Files, `-` for standard input, with `@RELEASE` or `@FROM..TO` behind them.
  ///   - options: What was typed beside them.
  /// - Returns: One inspection a word, in order, of repeated words one.
  /// - Throws: `ConfigurationError` for words that are no configurations and texts that are no Hjson,
  ///   or `InputError` for a file that cannot be read.
  public static func inspect(
    _ words: [String], options: ScheduleOptions
  ) throws -> [ConfigurationInspection] {
    guard !words.isEmpty else { throw ConfigurationError.noConfiguration }
    let references = try words.map { try ScheduleReference($0) }
    guard references.count(where: { $0.input == "-" }) < 2 else {
      throw ConfigurationError.standardInputTwice
    }
    var known: Set<String> = []
    let inspections = try references.filter { known.insert($0.text).inserted }
      .map { try ConfigurationInspection($0, options: options) }
    let types = inspections.compactMap(\.type)
    for argument in types.isEmpty ? [] : options.parameters(unknownTo: types) {
      throw ConfigurationError.parameterOfNoSchedule(
        argument, schedules: types, options: options.optionNames())
    }
    return inspections
  }

  private init(_ reference: ScheduleReference, options: ScheduleOptions) throws {
    guard let input = reference.input else {
      throw ConfigurationError.notAConfiguration(reference.text)
    }
    let releases = try Self.releases(
      reference.release ?? options.release,
      at: reference.release == nil ? Self.releaseFlag : .typed(reference.text))
    try self.init(
      ReadFile.bytes(of: input), input: input, releases: releases, options: options)
    messages = [reference.messageOfRelease(options)].compactMap(\.self) + messages
  }

  /// Looks at a text.
  ///
  /// - Parameters:
  ///   - text: The content of a file.
  ///   - input: The file's name.
  ///   - options: What was typed beside it; the releases that are asked for among it.
  /// - Throws: `ConfigurationError` where the text is no Hjson, or a release does not exist.
  public init(
    text: String, input: String, options: ScheduleOptions
  ) throws(ConfigurationError) {
    let releases = try Self.releases(options.release, at: Self.releaseFlag)
    try self.init(Array(text.utf8), input: input, releases: releases, options: options)
  }

  private static let releaseFlag = Place.typed("--deepspeed")

  private static func releases(
    _ text: String?, at place: Place
  ) throws(ConfigurationError) -> [Release] {
    guard let text else { return [Framework.deepspeed.newestRelease] }
    return try Release.range(text, of: .deepspeed, at: place)
  }

  private init(
    _ bytes: [UInt8], input: String, releases: [Release], options: ScheduleOptions
  ) throws(ConfigurationError) {
    let name = input == "-" ? "standard input" : input
    var read = Reading()
    let root: HjsonNode
    do {
      if ScheduleFile.isYAML(name) {
        root = try ScheduleFile.root(bytes, name: name)
        read.comments = YAML.comments(in: bytes)
      } else {
        let document = try DeepSpeedFile.document(bytes, name: name)
        (read.document, read.comments) = (document, document.comments)
        root = document.root
      }
    } catch .unreadable(let file, let error) where error.isDuplicateKey {
      // The framework reads the text and refuses it.
      read.problem = .unreadable(file: file, error)
      self.init(read, name: name, input: input, releases: releases)
      return
    }
    do {
      if ScheduleFile.isTraining(root, name: name) {
        read.framework = .huggingFace
        try read.look(at: TrainingArguments(root, name: name, input: input), options: options)
      } else {
        try read.look(at: DeepSpeedFile(root, name: name), releases: releases, options: options)
      }
    } catch .training(.noArguments(let file, let finding)) {
      throw .training(.noArguments(file: file, finding))
    } catch .epochs(let error) {
      throw .epochs(error)
    } catch {
      read.problem = error
    }
    self.init(read, name: name, input: input, releases: releases)
  }

  private init(_ read: Reading, name: String, input: String, releases: [Release]) {
    self.name = name
    self.input = input
    framework = read.framework
    self.releases = framework == .deepspeed ? releases : [framework.newestRelease]
    document = read.document
    comments = read.comments
    written = read.written
    problem = read.problem
    outcomes = read.problem == nil ? read.outcomes : []
    standIns = read.standIns
    trainingSteps = read.trainingSteps
    misspeltKeys = read.misspeltKeys
    messages = read.messages
  }

  /// What becomes of a text, step by step.
  private struct Reading {
    var document: HjsonDocument?
    var comments: [TextComment] = []
    var framework = Framework.deepspeed
    var written: WrittenScheduler?
    var problem: ConfigurationError?
    var outcomes: [Outcome] = []
    var standIns: Set<String> = []
    var trainingSteps: Int?
    var misspeltKeys: [MisspeltTrainingKey] = []
    var messages: [Message] = []

    /// Looks at a configuration.
    mutating func look(
      at file: DeepSpeedFile, releases: [Release], options: ScheduleOptions
    ) throws(ConfigurationError) {
      let (options, counted) = try options.countingEpochs(of: [.deepSpeed(file)])
      for release in releases {
        let draft = try ScheduleDraft(file, release: release, options: options, standsIn: true)
        keep(draft, of: release)
      }
      written = WrittenScheduler(file)
      trainingSteps = options.trainingSteps?.value
      messages = counted + messages
    }

    /// Looks at training arguments.
    mutating func look(
      at training: TrainingArguments, options: ScheduleOptions
    ) throws(ConfigurationError) {
      misspeltKeys = training.misspeltKeys
      let (options, counted) = try options.countingEpochs(of: [.training(training)])
      let release = framework.newestRelease
      let draft = try ScheduleDraft(training, release: release, options: options, standsIn: true)
      keep(draft, of: release)
      written = WrittenScheduler(
        training, try TrainingSchedule(training, options: options, standsIn: true))
      trainingSteps = training.steps(options)?.value
      messages = counted + messages.filter { !training.messages.contains($0) }
    }

    private mutating func keep(_ draft: ScheduleDraft, of release: Release) {
      (standIns, messages) = (draft.standIns, draft.messages)
      outcomes.append(
        Outcome(
          release: release,
          result: Result { () throws(ConfigurationError) in
            try draft.schedule()
          }))
    }
  }
}

// What the configuration says.

extension ConfigurationInspection {
  /// The scheduler; nil where there is a problem.
  public var type: SchedulerType? { written?.type }

  /// The scheduler's parameters as they are written; "auto" is a text.
  public var arguments: [PlacedArgument] { written?.arguments ?? [] }

  /// The optimizer's lr as it is written.
  public var optimizerLR: PlacedArgument? { written?.optimizerLR }

  /// Where the scheduler's type is written.
  public var typePlace: Place? { written?.typePlace }

  /// All of a configuration, with what is not of the learning rate; the whole file where there is a
  /// problem with its scheduler, and nil of training arguments.
  public var configuration: HjsonNode? {
    framework == .deepspeed ? written?.configuration ?? document?.root : nil
  }

  /// The parameter as it is written; nil where it is not.
  public func argument(_ name: String) -> PlacedArgument? { arguments.first { $0.name == name } }

  /// The schedule of the newest release that makes one.
  public var schedule: Schedule? { schedules.last?.schedule }

  /// The schedules of the releases that make one, oldest first.
  public var schedules: [(release: Release, schedule: Schedule)] {
    outcomes.compactMap { outcome in
      (try? outcome.result.get()).map { (outcome.release, $0) }
    }
  }
}

/// What a file says of its scheduler.
private struct WrittenScheduler: Sendable {
  let type: SchedulerType
  let typePlace: Place
  let arguments: [PlacedArgument]
  let optimizerLR: PlacedArgument?
  /// Nil of training arguments.
  let configuration: HjsonNode?

  init(_ file: DeepSpeedFile) {
    (type, typePlace, arguments) = (file.type, file.typePlace, file.arguments)
    optimizerLR = file.optimizerLR.map { PlacedArgument("lr", $0.value, at: $0.place) }
    configuration = file.configuration
  }

  init(_ training: TrainingArguments, _ schedule: TrainingSchedule) {
    (type, typePlace, arguments) = (schedule.type, schedule.typePlace, schedule.arguments)
    let (rate, place) = training.learningRate
    optimizerLR =
      training.says(.learningRate) ? PlacedArgument("lr", .float(rate), at: place) : nil
    configuration = nil
  }
}

extension HjsonError {
  fileprivate var isDuplicateKey: Bool {
    if case .duplicateKey = problem { true } else { false }
  }
}
