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

  /// More is never meant.
  private static let longest = 4096

  /// Adds what was typed or pasted, without line breaks and the like, as far as there is room.
  mutating func append(_ text: String) {
    let room = max(0, Self.longest - self.text.unicodeScalars.count)
    let scalars = text.unicodeScalars.lazy.filter { $0.properties.generalCategory != .control }
    self.text.unicodeScalars.append(contentsOf: scalars.prefix(room))
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
