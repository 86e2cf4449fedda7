import LRSchedule

@testable import LRConfiguration

/// The words of a command line, split as the program's parser splits them: its own options, what
/// stands behind each `-p`, and the rest.
struct TypedLine {
  static let ownOptions = [
    "steps", "lr", "optimizer", "deepspeed", "resume-from", "from", "to", "every",
    "training-arguments", "train-epochs", "samples", "num-processes",
  ]

  private let words: [String]
  private var own: [String: String] = [:]
  private var assignments: [String] = []
  private var rest: [String] = []

  /// Splits words at spaces.
  init(_ text: String) { self.init([], text) }

  /// Some words, and more that are split at spaces.
  init(_ first: [String], _ text: String) {
    words = first + text.split(separator: " ").map(String.init)
    var left = words[...]
    while let word = left.popFirst() {
      let name = word.hasPrefix("--") ? String(word.dropFirst(2)) : ""
      if word == "-p" {
        assignments.append(left.popFirst() ?? "")
      } else if Self.ownOptions.contains(name) {
        own[name] = left.popFirst()
      } else {
        rest.append(word)
      }
    }
  }

  func resolve() throws -> Resolution {
    let typed = try TypedParameters(
      rest: rest, assignments: assignments, options: { Self.ownOptions })
    let options = try ScheduleOptions(
      steps: own["steps"], lr: own["lr"], optimizer: own["optimizer"],
      deepspeed: own["deepspeed"], resumeFrom: own["resume-from"],
      trainingArguments: own["training-arguments"].map { try TrainingArguments(at: $0) },
      trainEpochs: own["train-epochs"], samples: own["samples"],
      numProcesses: own["num-processes"], parameters: typed.arguments,
      optionNames: { Self.ownOptions }, commandLine: ["csv"] + words)
    return try Resolution(typed.words, options: options)
  }

  func rows() throws -> RowRange {
    try resolve().rows(from: own["from"], to: own["to"], every: own["every"])
  }

  /// The error's text, nil where there is none.
  func refusal() -> String? {
    do {
      _ = try resolve()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension Resolution {
  /// What is said beside the result, one line a message.
  var said: [String] { messages.map { "\($0.level.rawValue): \($0.text)" } }
}

extension Schedule {
  /// All that was decided, in one line: type, release, optimizer, base lr, and what is given.
  var summary: String {
    let given = parameters.filter(\.isGiven).map { "\($0.declaration.name)=\($0.value)" }
    let rates = optimizer.baseLRs.map { "\($0)" }.joined(separator: ",")
    return (["\(type.name) \(release) \(optimizer.type) \(rates)"] + given).joined(separator: " ")
  }
}
