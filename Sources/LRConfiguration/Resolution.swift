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
}

/// The schedules that a command line names, in order, and what has to be said of them.
public struct Resolution: Sendable {
  /// The schedules, at least one.
  public let schedules: [LabelledSchedule]
  /// The files that were read, by their paths.
  public let files: [String]
  /// What is said on standard error.
  public let messages: [Message]
  /// The options that they were made with.
  let options: ScheduleOptions

  /// Makes the schedules that were typed.
  ///
  /// - Parameters:
  ///   - words: The SCHEDULEs.
  ///   - options: What was typed beside them.
  ///   - readsStandardInput: Whether something else reads it, so that no schedule can.
  /// - Throws: `ConfigurationError`, or `InputError` for a file that cannot be read.
  public init(
    _ words: [String], options: ScheduleOptions, readsStandardInput: Bool = false
  ) throws {
    guard !words.isEmpty else { throw ConfigurationError.nothingNamed }
    let references = try words.map { try ScheduleReference($0) }
    let readers = references.count(where: \.readsStandardInput) + (readsStandardInput ? 1 : 0)
    guard readers < 2 else { throw ConfigurationError.standardInputTwice }
    files = references.compactMap(\.file)
    let drafts = try references.map { try ScheduleDraft($0, options: options) }
    for argument in options.parameters
    where !drafts.contains(where: { $0.type.parameter(named: argument.name) != nil }) {
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
      return LabelledSchedule(label: label, schedule: schedule, places: draft.places)
    }
    messages = zip(drafts, schedules).flatMap { draft, schedule in
      draft.messages
        + schedule.schedule.notices.map { .warning("\(draft.place(of: $0.parameter)): \($0)") }
    }
    self.options = options
  }
}
