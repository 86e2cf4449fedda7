import LRSchedule
import LRText

/// A configuration for whoever looks at more of it than its schedule: as it was read, and what each of
/// some releases makes of it.
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
  /// The text; nil where a key stands twice.
  public let document: HjsonDocument?
  /// Why it holds no schedule, whatever the release; nil where it does.
  public let problem: ConfigurationError?
  /// The releases that were asked for, oldest first, at least one.
  public let releases: [Release]
  /// What each release makes of it, in their order; empty where there is a problem.
  public let outcomes: [Outcome]
  /// The parameters whose "auto" nothing fills; `lr` is the optimizer's.
  public let standIns: Set<String>
  /// What was done with what was read.
  public private(set) var messages: [Message]

  private let file: DeepSpeedFile?

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
    for argument in options.parameters
    where !types.isEmpty && !types.contains(where: { $0.parameter(named: argument.name) != nil }) {
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
    self.input = input
    self.releases = releases
    name = input == "-" ? "standard input" : input
    if ScheduleFile.isYAML(name) { throw .training(.notLinted(file: name)) }
    let document: HjsonDocument
    do {
      document = try DeepSpeedFile.document(bytes, name: name)
      self.document = document
    } catch .unreadable(let file, let error) where error.isDuplicateKey {
      // The framework reads the text and refuses it.
      problem = .unreadable(file: file, error)
      (self.document, self.file, outcomes, standIns, messages) = (nil, nil, [], [], [])
      return
    }
    if TrainingArguments.isOne(document.root), !DeepSpeedFile.holdsScheduler(document.root) {
      throw .training(.notLinted(file: name))
    }
    do {
      let file = try DeepSpeedFile(document.root, name: name)
      let (options, counted) = try options.countingEpochs(of: [.deepSpeed(file)])
      var outcomes: [Outcome] = []
      var standIns: Set<String> = []
      var messages: [Message] = []
      for release in releases {
        let draft = try ScheduleDraft(file, release: release, options: options, standsIn: true)
        (standIns, messages) = (draft.standIns, draft.messages)
        outcomes.append(
          Outcome(
            release: release,
            result: Result { () throws(ConfigurationError) in
              try draft.schedule()
            }))
      }
      (self.file, self.outcomes, self.standIns) = (file, outcomes, standIns)
      self.messages = counted + messages
      problem = nil
    } catch {
      problem = error
      (file, outcomes, standIns, messages) = (nil, [], [], [])
    }
  }
}

// What the configuration says.

extension ConfigurationInspection {
  /// The scheduler; nil where there is a problem.
  public var type: SchedulerType? { file?.type }

  /// The scheduler's parameters as they are written; "auto" is a text.
  public var arguments: [PlacedArgument] { file?.arguments ?? [] }

  /// The optimizer's lr as it is written.
  public var optimizerLR: PlacedArgument? {
    file?.optimizerLR.map { PlacedArgument("lr", $0.value, at: $0.place) }
  }

  /// Where the scheduler's type is written.
  public var typePlace: Place? { file?.typePlace }

  /// All of the configuration, with what is not of the learning rate; the whole file where there is a
  /// problem with its scheduler.
  public var configuration: HjsonNode? { file?.configuration ?? document?.root }

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

extension HjsonError {
  fileprivate var isDuplicateKey: Bool {
    if case .duplicateKey = problem { true } else { false }
  }
}
