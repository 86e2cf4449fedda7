import SystemPackage

/// An output that is open: a stream, or a temporary file that will replace the one that was named.
final class OutputFile {
  /// What is written to.
  let descriptor: FileDescriptor

  private let name: String
  private var temporary: TemporaryFile?
  private var isOpen = true

  /// Whether the output appears whole or not at all.
  var isReplaced: Bool { temporary != nil }

  /// Opens an output.
  ///
  /// - Parameter target: Where it goes.
  /// - Throws: `OutputError`.
  init(_ target: OutputTarget) throws {
    name = target.name
    let place: OutputPlace =
      switch target {
      case .standardOutput: .descriptor(FileDescriptor.standardOutput.rawValue)
      case .file(let path): try OutputPlace(path)
      }
    do {
      switch place {
      case .descriptor(let number):
        // A copy, so that closing it is checked too: network file systems tell of a full disk then.
        descriptor = try FileDescriptor(rawValue: number).duplicate()
      case .device(let path):
        descriptor = try .open(path, .writeOnly, options: .closeOnExec)
      case .file(let path, let existing):
        if existing != nil { try SystemCalls.checkWritable(path) }
        let file = try TemporaryFile(beside: path, replacing: existing, name: name)
        temporary = file
        descriptor = file.descriptor
      }
    } catch let reason as Errno {
      throw OutputError.refused(path: name, action: .open, reason: reason)
    }
  }

  /// Makes sure that everything has arrived; a file then gets its name.
  ///
  /// - Throws: `OutputError`; `abort()` then removes the temporary file.
  func commit() throws {
    do {
      if temporary != nil { try SystemCalls.synchronize(descriptor) }
      try close()
    } catch let reason as Errno {
      throw OutputError.refused(path: name, action: .write, reason: reason)
    }
    do {
      try temporary?.moveIntoPlace()
      temporary = nil
    } catch let reason as Errno {
      throw OutputError.refused(path: name, action: .replace, reason: reason)
    }
  }

  /// Gives the output up and leaves what was there before; does nothing after a commit.
  func abort() {
    try? close()
    temporary?.remove()
    temporary = nil
  }

  private func close() throws {
    guard isOpen else { return }
    isOpen = false
    do {
      try descriptor.close()
    } catch Errno.interrupted {
      // The descriptor is closed all the same on Linux and macOS.
    }
  }
}
