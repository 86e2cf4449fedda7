import LRSchedule
import LRText

/// A schedule while it is put together from what was read and what was typed.
struct ScheduleDraft: Sendable {
  let type: SchedulerType
  /// What was done with what was read.
  private(set) var messages: [Message] = []
  let arguments: [PlacedArgument]
  let optimizer: Optimizer
  private let baseLR: BaseLR
  /// Whether an "auto" was filled from the rates that were typed.
  private let fillsFromLR: Bool
  /// The parameters whose "auto" has a value that stands in for it.
  let standIns: Set<String>
  let release: Release
  /// `--resume-from`, where the scheduler has no parameter for it.
  private let resumedAfter: Int?
  /// Where an error is that belongs to no one parameter.
  private let place: Place
  let isFile: Bool
  /// Whether it is DeepSpeed's configuration.
  var isConfiguration = false
  /// What DeepSpeed puts around the optimizer; nil of what is not a configuration.
  private var wrapper: OptimizerWrapper?

  init(
    _ reference: ScheduleReference, options: ScheduleOptions, contents: [String: [UInt8]] = [:]
  ) throws {
    switch reference.source {
    case .named(let type, let inline):
      try self.init(named: type, inline, reference: reference, options: options)
    case .file(let path):
      try self.init(
        file: contents[path] ?? ReadFile.bytes(of: path), path, reference: reference,
        options: options)
    case .standardInput:
      try self.init(
        file: contents["-"] ?? ReadFile.bytes(of: "-"), "-", reference: reference, options: options)
    }
  }

  private init(
    named type: SchedulerType, _ inline: [PlacedArgument], reference: ScheduleReference,
    options: ScheduleOptions
  ) throws(ConfigurationError) {
    self.type = type
    resumedAfter = options.resumedAfter(of: type)
    isFile = false
    place = .typed(reference.text)
    if reference.release == nil, options.release != nil, type.framework != .deepspeed {
      throw .releaseOfAnother(type, place: .typed("--deepspeed"))
    }
    release = try Self.release(reference, of: type.framework, options: options)
    baseLR = BaseLR(options)
    fillsFromLR = false
    standIns = []
    optimizer = try Self.optimizer(options: options, file: nil, rates: baseLR.rates)
    arguments = Self.withoutDefaultKeywords(
      try Self.typed(inline, options: options, type: type), of: type)
  }

  private init(
    file bytes: [UInt8], _ input: String, reference: ScheduleReference, options: ScheduleOptions
  ) throws(ConfigurationError) {
    switch try ScheduleFile(bytes, input: input, training: options.trainingArguments) {
    case .deepSpeed(let file):
      try self.init(
        file, release: Self.release(reference, of: .deepspeed, options: options), options: options)
    case .training(let training, let unscheduled):
      try self.init(
        training, TrainingSchedule(training, options: options), insteadOf: unscheduled,
        release: Self.release(reference, of: .huggingFace, options: options), options: options)
    }
  }

  /// Puts the schedule of training arguments together.
  ///
  /// - Parameters:
  ///   - training: The arguments.
  ///   - schedule: What the trainer makes of them.
  ///   - configuration: The configuration that has no scheduler of its own; nil where none is named.
  ///   - release: Hugging Face's release.
  ///   - options: What was typed beside it.
  /// - Throws: `ConfigurationError`.
  init(
    _ training: TrainingArguments, _ schedule: TrainingSchedule,
    insteadOf configuration: String? = nil, release: Release, options: ScheduleOptions
  ) throws(ConfigurationError) {
    type = schedule.type
    resumedAfter = options.resumedAfter(of: type)
    isFile = true
    place = schedule.typePlace
    self.release = release
    baseLR = BaseLR(training, options: options)
    fillsFromLR = false
    standIns = schedule.standIns
    optimizer = try Self.optimizer(options: options, file: nil, rates: baseLR.rates)
    var messages = training.messages + schedule.messages
    if let configuration {
      messages.insert(
        .note("\(configuration): has no scheduler, so that the trainer's own is taken"), at: 0)
    }
    arguments = Self.withoutDefaultKeywords(
      try Self.overridden(
        schedule.arguments, of: type, options: options, messages: &messages), of: type)
    self.messages = messages
  }

  /// Puts the schedule of a configuration together.
  ///
  /// - Parameters:
  ///   - file: The configuration.
  ///   - release: DeepSpeed's release.
  ///   - options: What was typed beside it.
  ///   - standsIn: Whether an "auto" without its flag gets a value that stands in for it; else it is
  ///     an error.
  /// - Throws: `ConfigurationError`.
  init(
    _ file: DeepSpeedFile, release: Release, options: ScheduleOptions, standsIn: Bool = false
  ) throws(ConfigurationError) {
    type = file.type
    resumedAfter = options.resumedAfter(of: type)
    isFile = true
    place = file.typePlace
    isConfiguration = true
    wrapper = OptimizerWrapper(file.configuration)
    // PyTorch's classes are the same whatever DeepSpeed's release.
    self.release = type.framework == .deepspeed ? release : type.framework.newestRelease

    var messages: [Message] = []
    if !file.path.isEmpty {
      messages.append(
        .note(
          "\(file.name): the configuration is nested under"
            + " \(file.path.joined(separator: "."))"))
    }
    if let training = options.trainingArguments {
      let match = TrainingMatch(training: training, options: options)
      try match.check(file)
      messages += training.messages + [match.messageOfScheduler(file)].compactMap(\.self)
    }
    var auto = AutoValues(
      options: options, ownRate: file.optimizerLR?.value, standsIn: standsIn)
    let filled = auto.fill(file.arguments, of: file.type)
    baseLR = try BaseLR(file, options: options, auto: &auto)
    try auto.check()
    messages += auto.messages
    fillsFromLR = auto.usesRates
    standIns = auto.standIns

    optimizer = try Self.optimizer(options: options, file: file, rates: baseLR.rates)
    if let (type, place) = file.optimizerType, type != optimizer.type {
      messages.append(
        .note("\(place): the optimizer is \(type), but --optimizer \(optimizer.type) wins"))
    }
    arguments = Self.withoutDefaultKeywords(
      try Self.overridden(
        filled, of: file.type,
        wasAuto: Set(file.arguments.filter { $0.value == .auto }.map(\.name)),
        options: options, messages: &messages), of: file.type)
    self.messages = messages
  }

  /// Where each argument was written.
  var places: [String: Place] {
    Dictionary(arguments.map { ($0.name, $0.place) }) { first, _ in first }
  }

  /// Where the base lr was written.
  var baseLRPlace: Place { baseLR.place }

  /// Whether nobody wrote the base lr.
  var guessesBaseLR: Bool { baseLR.isGuessed }

  /// Whether `--lr` decides anything of the draft's schedule.
  func dependsOnLR(_ schedule: Schedule) -> Bool { schedule.usesBaseLRs || fillsFromLR }

  /// What has to be said of the draft's schedule.
  func messages(for schedule: Schedule) -> [Message] {
    messages + [messageOfTorch].compactMap(\.self) + baseLR.messages(for: schedule)
      + schedule.notices.map { .warning("\(place(of: $0.parameter)): \($0)") }
  }

  /// The warning of a scheduler of PyTorch that DeepSpeed cannot make; nil of all others.
  private var messageOfTorch: Message? {
    guard isConfiguration, type.framework == .torch else { return nil }
    let title = "\(type.framework.title)'s \(type.name)"
    if type.takesSchedulers { return .warning("\(place): \(UncomputedScheduler.needsCode(title))") }
    return wrapper.map {
      .warning("\(place): \($0.refusal(of: title)); \(OptimizerWrapper.mend)")
    }
  }

  /// Where a parameter was written, else where the schedule was named.
  func place(of parameter: String?) -> Place {
    arguments.first { $0.name == parameter }?.place ?? place
  }

  /// Makes the schedule, every error with its place.
  func schedule() throws(ConfigurationError) -> Schedule {
    let unknown = arguments.filter { type.parameter(named: $0.name) == nil }
    for argument in unknown {
      if let keyword = TorchKeyword(argument.name, of: type) {
        throw .torchKeyword(argument, keyword)
      }
    }
    guard unknown.isEmpty else { throw .unknownParameters(unknown, type) }
    do {
      return try Schedule(
        type, arguments: arguments.map(\.argument), optimizer: optimizer, release: release,
        resumedAfter: resumedAfter)
    } catch {
      throw .refused(error, place: place(of: error.parameter), mend: mend(for: error))
    }
  }
}

// What was typed for a name.

extension ScheduleDraft {
  /// The arguments of a schedule that is named on the command line: its own, the flags, and for what
  /// the framework requires beyond these the number of steps or a documented example.
  private static func typed(
    _ inline: [PlacedArgument], options: ScheduleOptions, type: SchedulerType
  ) throws(ConfigurationError) -> [PlacedArgument] {
    var arguments = inline
    for flag in options.parameters where type.parameter(named: flag.name) != nil {
      if let own = inline.first(where: { $0.name == flag.name }) {
        guard own.value == flag.value else { throw .contradiction(own, flag) }
      } else {
        arguments.append(flag)
      }
    }
    let given = Set(arguments.map(\.name))
    let steps =
      options.trainingSteps ?? (Resolution.usualSteps, .assumed("the usual number of steps"))
    // The example's milestones are those of its own schedulers.
    let isSequence = type.parameters.contains { $0.kind == .schedulers && given.contains($0.name) }
    for declaration in type.parameters where !isSequence && declaration.isMissing(beside: given) {
      let example = declaration.example
      arguments.append(
        PlacedArgument(
          declaration.name, example ?? .int(steps.value),
          at: example != nil ? .assumed("the documented example") : steps.place))
    }
    return arguments
  }
}

// What was read from a file.

extension ScheduleDraft {
  /// The configuration's arguments with the flags' values in their place.
  private static func overridden(
    _ written: [PlacedArgument], of type: SchedulerType, wasAuto: Set<String> = [],
    options: ScheduleOptions, messages: inout [Message]
  ) throws(ConfigurationError) -> [PlacedArgument] {
    var arguments = written
    for flag in options.parameters where type.parameter(named: flag.name) != nil {
      guard let index = arguments.firstIndex(where: { $0.name == flag.name }) else {
        arguments.append(flag)
        continue
      }
      let own = arguments[index]
      let wasAuto = wasAuto.contains(flag.name)
      guard own.value != flag.value, !wasAuto || own.value == .auto else { continue }
      if flag.place == .resumeFrom, !wasAuto { throw .contradiction(own, flag) }
      messages.append(
        .note("\(own.place): \(own.name) is \(own.value), but \(flag.place) \(flag.value) wins"))
      arguments[index] = flag
    }
    return arguments
  }
}

// What says nothing.

extension ScheduleDraft {
  private static func withoutDefaultKeywords(
    _ arguments: [PlacedArgument], of type: SchedulerType
  ) -> [PlacedArgument] {
    arguments.filter { TorchKeyword($0.name, of: type)?.isDefault($0.value) != true }
      .map { PlacedArgument($0.name, $0.value.withoutDefaultKeywords, at: $0.place) }
  }
}

extension Value {
  /// The schedulers of a sequence without what says nothing.
  fileprivate var withoutDefaultKeywords: Value {
    switch self {
    case .list(let values): .list(values.map(\.withoutDefaultKeywords))
    case .scheduler(let name, let arguments):
      .scheduler(
        name,
        arguments.filter { TorchKeyword(rawValue: $0.name)?.isDefault($0.value) != true }
          .map { SchedulerArgument($0.name, $0.value.withoutDefaultKeywords) })
    default: self
    }
  }
}

// The optimizer and the release.

extension ScheduleDraft {
  private static func optimizer(
    options: ScheduleOptions, file: DeepSpeedFile?, rates: [Double]
  ) throws(ConfigurationError) -> Optimizer {
    let type = options.optimizerType ?? file?.optimizerType?.value ?? Optimizer.defaultType
    let written = options.optimizerType == nil ? file?.optimizerType?.place : nil
    let place = written ?? .typed("--optimizer")
    do {
      return try Optimizer(type: type, baseLRs: rates)
    } catch .unknownOptimizer {
      throw .wrongOptimizerType(type, place: place)
    } catch {
      throw .refused(error, place: .typed("--lr"), mend: nil)
    }
  }

  private static func release(
    _ reference: ScheduleReference, of framework: Framework, options: ScheduleOptions
  ) throws(ConfigurationError) -> Release {
    let place: Place = reference.release == nil ? .typed("--deepspeed") : .typed(reference.text)
    guard let text = reference.release ?? options.release else {
      return framework.newestRelease
    }
    guard let release = Release.named(text, of: framework) else {
      throw .unknownRelease(text, framework: framework, place: place)
    }
    return release
  }
}
