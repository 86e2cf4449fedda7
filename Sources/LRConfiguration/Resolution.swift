import LRSchedule
import LRText

/// A schedule and what it is called beside others.
public struct LabelledSchedule: Sendable {
  /// The scheduler's command-line name, a file's stem or `stdin`, with `@RELEASE` if one was typed;
  /// equal labels get `#2`, `#3`, ..
  public let label: String
  /// The schedule.
  public let schedule: Schedule
  /// Where each parameter that was given was written.
  public let places: [String: Place]
  /// Where the base lr was written.
  public let baseLRPlace: Place
}

/// The schedules that a command line names, in order, and what has to be said of them.
public struct Resolution: Sendable {
  /// The schedules, at least one.
  public private(set) var schedules: [LabelledSchedule]
  /// What was read: the paths of files, `-` for standard input.
  public let inputs: [String]
  /// What is said on standard error.
  public let messages: [Message]
  /// The options that they were made with.
  let options: ScheduleOptions
  /// The SCHEDULEs as they were typed.
  let words: [String]
  /// The options as they were typed, before epochs were counted.
  let typedOptions: ScheduleOptions

  /// The most schedules that are named at once.
  public static let maximumScheduleCount = 256

  /// Makes the schedules that were typed.
  ///
  /// - Parameters:
  ///   - words: The SCHEDULEs.
  ///   - options: What was typed beside them.
  ///   - readsStandardInput: Whether something else reads it, so that no schedule can.
  ///   - contents: What was read before, by path; `-` is standard input.
  /// - Throws: `ConfigurationError`, or `InputError` for a file that cannot be read.
  public init(
    _ words: [String], options: ScheduleOptions, readsStandardInput: Bool = false,
    contents: [String: [UInt8]] = [:]
  ) throws {
    guard !words.isEmpty else { throw ConfigurationError.nothingNamed }
    guard words.count <= Self.maximumScheduleCount else {
      throw ConfigurationError.tooManySchedules(words.count)
    }
    self.words = words
    typedOptions = options
    let references = try words.map { try ScheduleReference($0) }
    inputs = try Self.inputs(
      of: references, options: options, readsStandardInput: readsStandardInput)
    if let training = options.trainingArguments, !references.contains(where: { $0.input != nil }) {
      throw ConfigurationError.training(.nothingToFill(file: training.name))
    }
    var contents = contents
    let (options, counted) = try options.countingEpochs(of: references, contents: &contents)
    let drafts = try references.map {
      try ScheduleDraft($0, options: options, contents: contents)
    }
    for argument in options.parameters(unknownTo: drafts.map(\.type)) {
      throw ConfigurationError.parameterOfNoSchedule(
        argument, schedules: drafts.map(\.type), options: options.optionNames())
    }
    let built = try drafts.map { try $0.schedule() }

    var labels: Set<String> = []
    schedules = zip(references, zip(drafts, built)).map { reference, made in
      let (draft, schedule) = made
      var label = reference.label
      var count = 1
      while !labels.insert(label).inserted {
        count += 1
        label = "\(reference.label)#\(count)"
      }
      return LabelledSchedule(
        label: label, schedule: schedule, places: draft.places, baseLRPlace: draft.baseLRPlace)
    }
    var messages = zip(drafts, built).flatMap { $0.messages(for: $1) }
    if options.baseLRs?.count == 1, !zip(drafts, built).contains(where: { $0.dependsOnLR($1) }) {
      messages.append(.rateNotUsed(by: drafts.map(\.type)))
    }
    let said =
      references.compactMap { $0.messageOfRelease(options) } + counted + messages
      + Self.resumedNote(schedules)
    // What is true of a file is said once, however many schedules are made with it.
    var known: Set<Message> = []
    self.messages = said.filter { known.insert($0).inserted }
    self.options = options
  }
}

extension Resolution {
  /// The same with other schedules in place of its own.
  ///
  /// - Parameter schedules: As many schedules, changed.
  /// - Returns: The schedules, of the same command line.
  public func replacing(schedules: [LabelledSchedule]) -> Resolution {
    var changed = self
    changed.schedules = schedules
    return changed
  }

  /// What schedules are read from, as `inputs` has it.
  ///
  /// - Parameters:
  ///   - words: The SCHEDULEs.
  ///   - options: What was typed beside them.
  ///   - readsStandardInput: Whether something else reads it, so that no schedule can.
  /// - Returns: The paths of files, `-` for standard input.
  /// - Throws: `ConfigurationError`.
  public static func inputs(
    of words: [String], options: ScheduleOptions, readsStandardInput: Bool = false
  ) throws(ConfigurationError) -> [String] {
    let references = try words.map { (word) throws(ConfigurationError) in
      try ScheduleReference(word)
    }
    return try inputs(of: references, options: options, readsStandardInput: readsStandardInput)
  }

  private static func inputs(
    of references: [ScheduleReference], options: ScheduleOptions, readsStandardInput: Bool
  ) throws(ConfigurationError) -> [String] {
    let readers =
      references.count { $0.input == "-" } + (readsStandardInput ? 1 : 0)
      + (options.trainingArguments?.input == "-" ? 1 : 0)
    guard readers < 2 else { throw .standardInputTwice }
    return references.compactMap(\.input) + [options.trainingArguments?.input].compactMap(\.self)
      + (readsStandardInput ? ["-"] : [])
  }

  /// Rows begin where every schedule has one: what is said where that cuts another schedule short.
  private static func resumedNote(_ schedules: [LabelledSchedule]) -> [Message] {
    let starts = schedules.map(\.schedule.steps.lowerBound)
    guard let first = starts.max(), first > starts.min() ?? first,
      let resumed = schedules.first(where: { $0.schedule.steps.lowerBound == first })
    else { return [] }
    return [
      .note("\(resumed.label): is resumed, so that all rows begin with its first one, \(first)")
    ]
  }
}

extension Message {
  /// A base lr that was typed for nothing.
  fileprivate static func rateNotUsed(by types: [SchedulerType]) -> Message {
    let names = Set(types.map(\.name)).sorted().joined(separator: " and ")
    return .warning("--lr: changes nothing: the rates of \(names) are parameters of their own")
  }
}
