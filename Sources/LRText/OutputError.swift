import SystemPackage

/// Why an output could not be written.
public enum OutputError: Error, Hashable {
  /// The reader of a pipe has gone away, as `head` does: nothing is wrong, and nothing more is
  /// wanted. A program ends quietly on it.
  case closedPipe

  /// The name of the output is empty.
  case emptyPath

  /// The output is a folder.
  case folder(path: String)

  /// The folder of the output does not exist.
  case missingFolder(path: String, folder: String)

  /// What should be the folder of the output is a file.
  case notInFolder(path: String, file: String)

  /// The operating system refused something.
  case refused(path: String, action: Action, reason: Errno)

  /// What was being done with an output.
  public enum Action: String, Hashable, Sendable {
    /// Opening an existing file or device for writing.
    case open = "cannot be opened for writing"
    /// Creating the temporary file beside the output.
    case create = "cannot be created"
    /// Writing, and making sure that what was written has arrived.
    case write = "cannot be written"
    /// Giving the temporary file the output's name.
    case replace = "cannot be put in its place"
  }
}

extension OutputError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .closedPipe:
      "output: the reader of the pipe has gone away; let it read to the end"
    case .emptyPath:
      "output: the name of the file is empty; name a file, or - for standard output"
    case .folder(let path):
      "\(path): is a folder; name a file in it, or another file"
    case .missingFolder(let path, let folder):
      "\(path): there is no folder \(folder); create it first, or name a file in another folder"
    case .notInFolder(let path, let file):
      "\(path): \(file) is a file, no folder; name a file in a folder"
    case .refused(let path, let action, let reason):
      "\(path): \(action.rawValue): \(reason); \(Self.mend(reason, of: action))"
    }
  }

  private static func mend(_ reason: Errno, of action: Action) -> String {
    switch reason {
    case .permissionDenied, .notPermitted:
      action == .open
        ? "allow writing to the file, or name another one"
        : "allow writing to its folder, or name a file in another one"
    case .readOnlyFileSystem: "name a file on a file system that can be written to"
    case .noSpace, .diskQuotaExceeded: "free some space, or name a file on another disk"
    case .fileTooLarge: "raise the limit (ulimit -f), or write less"
    case .badFileDescriptor: "leave it open, or name a file"
    case .tooManySymbolicLinkLevels: "mend the loop of links, or name another file"
    case .resourceBusy: "write to standard output and redirect it into the file"
    default: "name another file, or write to standard output"
    }
  }
}
