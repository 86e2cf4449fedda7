import LRSchedule

/// A line that is being typed.
struct Prompt: Hashable, Sendable {
  /// What for.
  enum Purpose: Hashable, Sendable {
    /// The value of the selected parameter.
    case value(of: String)
    /// A step to go to.
    case step
    /// The name of a file.
    case file
    /// A release of the selected schedule's framework.
    case release
  }

  let purpose: Purpose
  /// What is typed; the caret is behind it.
  var text = ""

  /// What stands in front of it.
  var label: String {
    switch purpose {
    case .value(let name): "\(name):"
    case .step: "go to step:"
    case .file: "write .png .svg .pdf .csv .json:"
    case .release: "release:"
    }
  }

  /// Adds what was typed or pasted, without line breaks and the like.
  mutating func append(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
    self.text.unicodeScalars.append(contentsOf: scalars)
  }

  /// Removes the last letter.
  mutating func removeLast() {
    if !text.isEmpty { text.removeLast() }
  }

  /// Removes the last word and the spaces behind it.
  mutating func removeLastWord() {
    while text.last == " " { text.removeLast() }
    while let last = text.last, last != " " { text.removeLast() }
  }
}
