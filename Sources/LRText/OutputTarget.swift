/// Where an output was asked to go.
public enum OutputTarget: Hashable, Sendable {
  /// The standard output of the process.
  case standardOutput

  /// A file, device or named pipe.
  case file(String)

  /// Reads what was typed.
  ///
  /// - Parameter text: A path; nil or `-` is standard output (a file of that name is `./-`).
  public init(_ text: String?) {
    if let text, text != "-" {
      self = .file(text)
    } else {
      self = .standardOutput
    }
  }

  /// What errors call it: the path, or `standard output`.
  public var name: String {
    switch self {
    case .standardOutput: "standard output"
    case .file(let path): path
    }
  }
}

/// Opens an output, lets a closure write it, and makes sure that it has arrived.
///
/// A file appears whole under its name when the closure has returned, and not at all if it throws
/// or the process is interrupted: it is written beside the old one, which stays as it was until
/// then. Symbolic links stay links, a file's permissions (and where allowed, owner and group) stay
/// its own; hard links to it keep the old bytes. What is no regular file (a device, a named pipe,
/// `/dev/stdout`) is written to directly, as standard output is.
///
/// - Parameters:
///   - target: Where the output goes; it is opened before the closure is called.
///   - body: Writes the output.
/// - Returns: What the closure returned.
/// - Throws: `OutputError`, or what the closure threw.
public func withOutput<Result>(
  to target: OutputTarget, _ body: (CheckedWriter) throws -> Result
) throws -> Result {
  let output = try OutputFile(target)
  let writer = CheckedWriter(to: output.descriptor, named: target.name)
  do {
    let result = try body(writer)
    try writer.flush()
    try output.commit()
    return result
  } catch {
    if !output.isReplaced { try? writer.flush() }
    output.abort()
    throw error
  }
}
