import SystemPackage

/// Why an input could not be read.
public enum InputError: Error, Hashable {
  /// There is no such file.
  case missing(path: String)

  /// The input is a folder.
  case folder(path: String)

  /// The input has more bytes than are read.
  case tooLarge(path: String, limit: Int)

  /// A line, which the path numbers, has more bytes than are read.
  case lineTooLong(path: String, limit: Int)

  /// The operating system refused to open or to read it.
  case refused(path: String, reason: Errno)
}

extension InputError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path.isEmpty ? "input" : path): there is no such file; check the name and the folder"
    case .folder(let path):
      "\(path): is a folder; name a file in it"
    case .tooLarge(let path, let limit):
      "\(path): has more than \(Self.size(limit)); give a smaller file"
    case .lineTooLong(let path, let limit):
      "\(path): has more than \(Self.size(limit)); break the line"
    case .refused(let path, let reason):
      "\(path): cannot be read: \(reason); \(Self.mend(reason))"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  private static func mend(_ reason: Errno) -> String {
    switch reason {
    case .permissionDenied, .notPermitted: "allow reading it, or name another file"
    case .badFileDescriptor: "leave it open, or name a file"
    case .tooManySymbolicLinkLevels: "mend the loop of links, or name another file"
    default: "check the name, or name another file"
    }
  }
}
