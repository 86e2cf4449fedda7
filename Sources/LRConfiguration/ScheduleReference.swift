import LRSchedule
import LRText

/// What was typed for a SCHEDULE: a name with or without parameters, a file, or `-`, and perhaps a
/// release behind `@`.
struct ScheduleReference: Sendable {
  /// What the schedule comes from.
  enum Source: Sendable {
    case named(SchedulerType, [PlacedArgument])
    case file(String)
    case standardInput
  }

  /// All that was typed.
  let text: String
  let source: Source
  /// The text behind `@`.
  let release: String?

  /// Reads a SCHEDULE.
  init(_ text: String) throws(ConfigurationError) {
    self.text = text
    let (base, release) = Self.splitRelease(text)
    self.release = release
    source = try Self.source(base, typed: text)
  }

  /// `name@0.14`: what stands behind the last `@`, unless it is a part of a path or a file's name.
  private static func splitRelease(_ text: String) -> (String, String?) {
    guard let at = text.lastIndex(of: "@"), !ReadFile.exists(text) else { return (text, nil) }
    let base = String(text[..<at])
    let release = String(text[text.index(after: at)...])
    let isNamed =
      base == "-" || SchedulerNames.find(base.schedulerName) != nil || ReadFile.exists(base)
    let looksLikeFile = release.contains(".") && release.contains { $0.isLetter }
    guard !release.contains("/"), isNamed || !looksLikeFile else { return (text, nil) }
    return (base, release)
  }

  private static func source(
    _ text: String, typed: String
  ) throws(ConfigurationError) -> Source {
    if text == "-" { return .standardInput }
    if text.contains("/") { return .file(text) }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = text.schedulerName
    if let type = SchedulerNames.find(name) {
      let place = Place.typed(typed)
      if parts.count > 1, let unpaired = UnpairedBracket(in: parts[1]) {
        throw .unpairedBracket(unpaired, place: place)
      }
      var arguments: [PlacedArgument] = []
      var assignments = (parts.count > 1 ? splitAtCommas(parts[1]) : [])[...]
      while let assignment = assignments.popFirst() {
        if let last = arguments.last, (try? TypedNumber(assignment.trimmingSpaces)) != nil {
          let rest = [assignment] + assignments.prefix { !$0.contains("=") }
          throw .listWithoutBrackets(last, rest: rest.map(String.init))
        }
        arguments.append(try PlacedArgument(assignment: assignment, at: place, of: [type]))
      }
      return .named(type, arguments)
    }
    if ReadFile.exists(text) { return .file(text) }
    if parts.count > 1, ReadFile.exists(name) { throw .parametersOfFile(name, String(parts[1])) }
    if let scheduler = UncomputedScheduler.find(name) {
      throw .notComputed(scheduler, place: .typed(text))
    }
    let framework = SchedulerNames.splitPrefix(name)?.0
    if framework == nil, parts.count == 1, text.contains(".") { return .file(text) }
    throw .unknownSchedule(name)
  }

  /// What is said where a release is typed in two places; nil where it is not.
  func messageOfRelease(_ options: ScheduleOptions) -> Message? {
    guard let release, let other = options.release, release != other else { return nil }
    return .note(
      "\(text): is of release \(release), and --deepspeed \(other) does not count for it")
  }

  /// What is read: a file's path, `-` for standard input, nil for nothing.
  var input: String? {
    switch source {
    case .named: nil
    case .file(let path): path
    case .standardInput: "-"
    }
  }

  /// The label of the schedule in columns and legends: the command-line name, the file's stem, or
  /// `stdin`, with the release if one was typed.
  var label: String {
    let base: String
    switch source {
    case .named(let type, _): base = type.commandName
    case .file(let path): base = Self.stem(of: path)
    case .standardInput: base = "stdin"
    }
    // A file may be called anything; a label is shown on terminals and in pictures.
    return (release.map { "\(base)@\($0)" } ?? base).escapedForTerminal
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    // `a@0.14` has no suffix, but a release in its name.
    guard name[point...].dropFirst().allSatisfy(\.isLetter) else { return name }
    return String(name[..<point])
  }
}

extension String {
  /// The name in front of a SCHEDULE's parameters.
  fileprivate var schedulerName: String { String(prefix { $0 != ":" }) }
}
