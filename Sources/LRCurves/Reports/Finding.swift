import LRConfiguration
import LRText

/// One thing that a reader should know: a mistake in a configuration, a difference between two curves,
/// a step at which a log left its plan.
public struct Finding: Sendable, Hashable {
  /// How much it matters, least first.
  public enum Level: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing; never fails.
    case note
    /// Probably not meant; fails where a reader is strict.
    case warning
    /// Wrong; fails.
    case mistake

    /// Orders levels by how much they matter.
    public static func < (lhs: Level, rhs: Level) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .mistake: 2
      }
    }
  }

  /// Where it is.
  public struct Place: Sendable, Hashable {
    /// The file, as it was typed; `standard input` for `-`.
    public let file: String
    /// The line and the column; nil where it is of the whole file.
    public let position: TextPosition?

    /// Makes a place in a file, or the whole file.
    public init(file: String, position: TextPosition? = nil) {
      self.file = file
      self.position = position
    }
  }

  /// How much it matters.
  public let level: Level
  /// What was looked for: `LR004`, or the name of a check.
  public let rule: String
  /// What the rule is about, a few words that are the same for all its findings.
  public let title: String
  /// What will happen, or did: one sentence without a full stop.
  public let message: String
  /// What to do about it, half a sentence; nil where there is nothing to do.
  public let mend: String?
  /// Where it is; nil where it is in no file.
  public let place: Place?
  /// Where the rule is explained, a path in the project's documents; nil where it is not.
  public let help: String?

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - level: How much it matters.
  ///   - rule: What was looked for, a short name.
  ///   - title: What the rule is about.
  ///   - message: What will happen, or did.
  ///   - mend: What to do about it.
  ///   - place: Where it is.
  ///   - help: Where the rule is explained.
  public init(
    _ level: Level, rule: String, title: String, message: String, mend: String? = nil,
    place: Place? = nil, help: String? = nil
  ) {
    self.level = level
    self.rule = rule
    self.title = title
    self.message = message
    self.mend = mend
    self.place = place
    self.help = help
  }

  /// `WHAT; MEND`, what is far too long to read in it shortened.
  var sentence: String {
    (mend.map { "\(message); \($0)" } ?? message).shortenedForMessage
  }
}

extension Finding.Place: CustomStringConvertible {
  /// `FILE:LINE:COLUMN`, or the file.
  public var description: String { position.map { "\(file):\($0)" } ?? file }
}

extension Place {
  /// The line and the column in a file; nil where it is in none.
  var inFile: Finding.Place? {
    switch self {
    case .file(let name, let position): Finding.Place(file: name, position: position)
    case .filled(let place, _): place.inFile
    case .typed, .assumed: nil
    }
  }
}
