import LRSchedule
import LRText

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
  /// Whether nobody wrote the optimizer's lr, nor does the framework have a default.
  public let guessesBaseLR: Bool
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
    let wanted = WantedReleases(
      text: reference.release ?? options.release,
      place: reference.release == nil ? WantedReleases.flag : .typed(reference.text))
    self.init(
      try InspectedText(
        ReadFile.bytes(of: input), input: input, releases: wanted, options: options))
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
    self.init(
      try InspectedText(
        Array(text.utf8), input: input,
        releases: WantedReleases(text: options.release, place: WantedReleases.flag),
        options: options))
  }

  private init(_ text: InspectedText) {
    name = text.name
    input = text.input
    framework = text.framework
    releases = text.releases
    document = text.document
    comments = text.comments
    written = text.written
    problem = text.problem
    outcomes = text.problem == nil ? text.outcomes : []
    standIns = text.standIns
    guessesBaseLR = text.guessesBaseLR
    trainingSteps = text.trainingSteps
    misspeltKeys = text.misspeltKeys
    messages = text.messages
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
