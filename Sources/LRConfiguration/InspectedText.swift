import LRSchedule
import LRText
import LRYAML

/// What an inspection finds in a text, step by step.
struct InspectedText {
  let name: String
  let input: String
  private(set) var document: HjsonDocument?
  private(set) var comments: [TextComment] = []
  private(set) var framework = Framework.deepspeed
  private(set) var releases: [Release] = []
  private(set) var written: WrittenScheduler?
  private(set) var problem: ConfigurationError?
  private(set) var outcomes: [ConfigurationInspection.Outcome] = []
  private(set) var standIns: Set<String> = []
  private(set) var guessesBaseLR = false
  private(set) var trainingSteps: Int?
  private(set) var misspeltKeys: [MisspeltTrainingKey] = []
  private(set) var messages: [Message] = []

  /// Looks at a text.
  ///
  /// - Throws: `ConfigurationError` where nobody can read the text, or for what was typed beside it.
  init(
    _ bytes: [UInt8], input: String, releases wanted: WantedReleases, options: ScheduleOptions
  ) throws(ConfigurationError) {
    self.input = input
    name = input == "-" ? "standard input" : input
    do {
      let root = try readRoot(bytes)
      if ScheduleFile.isTraining(root, name: name) { framework = .huggingFace }
      let file = try ScheduleFile(
        root, name: name, input: input, training: options.trainingArguments)
      if case .training = file { framework = .huggingFace }
      releases = try wanted.releases(of: framework)
      switch file {
      case .deepSpeed(let file): try look(at: file, options: options)
      case .training(let training, let unscheduled):
        try look(at: training, insteadOf: unscheduled, options: options)
      }
    } catch {
      guard error.isOfConfiguration else { throw error }
      problem = error
      releases = try wanted.releases(of: framework)
    }
  }

  private mutating func readRoot(_ bytes: [UInt8]) throws(ConfigurationError) -> HjsonNode {
    if ScheduleFile.isYAML(name) {
      let root = try ScheduleFile.root(bytes, name: name)
      comments = try ScheduleFile.yamlComments(bytes, name: name)
      return root
    }
    let document = try DeepSpeedFile.document(bytes, name: name)
    (self.document, comments) = (document, document.comments)
    return document.root
  }

  private mutating func look(
    at file: DeepSpeedFile, options: ScheduleOptions
  ) throws(ConfigurationError) {
    let (options, counted) = try options.countingEpochs(of: [.deepSpeed(file)])
    for release in releases {
      keep(try ScheduleDraft(file, release: release, options: options, standsIn: true), of: release)
    }
    written = WrittenScheduler(file)
    trainingSteps = options.trainingSteps?.value
    messages = counted + messages
  }

  private mutating func look(
    at training: TrainingArguments, insteadOf configuration: String?, options: ScheduleOptions
  ) throws(ConfigurationError) {
    misspeltKeys = training.misspeltKeys
    let (options, counted) = try options.countingEpochs(of: [.training(training)])
    let schedule = try TrainingSchedule(training, options: options, standsIn: true)
    for release in releases {
      keep(
        try ScheduleDraft(
          training, schedule, insteadOf: configuration, release: release, options: options),
        of: release)
    }
    written = WrittenScheduler(training, schedule)
    trainingSteps = training.steps(options)?.value
    // The misspelt keys are told apart from what is only said.
    messages = counted + messages.filter { !training.messages.contains($0) }
  }

  private mutating func keep(_ draft: ScheduleDraft, of release: Release) {
    (standIns, guessesBaseLR, messages) = (draft.standIns, draft.guessesBaseLR, draft.messages)
    outcomes.append(
      ConfigurationInspection.Outcome(
        release: release,
        result: Result { () throws(ConfigurationError) in try draft.schedule() }))
  }
}

/// The releases that are asked for, by what was typed; nil for the newest one.
struct WantedReleases {
  let text: String?
  let place: Place

  static let flag = Place.typed("--deepspeed")

  func releases(of framework: Framework) throws(ConfigurationError) -> [Release] {
    guard let text else { return [framework.newestRelease] }
    return try Release.range(text, of: framework, at: place)
  }
}

extension ConfigurationError {
  /// Whether the framework reads the text and refuses it; else nobody can read it, or something else is wrong.
  fileprivate var isOfConfiguration: Bool {
    switch self {
    case .unreadable(_, let error): if case .duplicateKey = error.problem { true } else { false }
    case .unreadableYAML, .training(.noArguments), .epochs, .unknownRelease: false
    default: true
    }
  }
}
