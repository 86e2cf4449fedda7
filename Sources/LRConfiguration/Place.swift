import LRText

/// Where a value was written.
public enum Place: Sendable, Hashable {
  /// A place in a file; the name is the path as it was typed, or `standard input`.
  case file(String, TextPosition)
  /// A part of the command line, as it was typed: `--lr`, `-p warmup_num_steps` or a SCHEDULE.
  case typed(String)
  /// An "auto" in a file, and what filled it.
  indirect case filled(Place, from: String)
  /// Nowhere: what the program takes where nothing is said, and why.
  case assumed(String)
}

extension Place {
  /// The option that is the parameter `last_batch_iteration` by another name.
  static let resumeFrom = Place.typed("--resume-from")
}

extension Place: CustomStringConvertible {
  /// `FILE:LINE:COLUMN`, or what was typed.
  public var description: String {
    switch self {
    case .file(let name, let position): "\(name):\(position)"
    case .typed(let text): text
    case .filled(let place, let source): "\(place) (\"auto\", \(source))"
    case .assumed(let reason): reason
    }
  }
}
