import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written beside the one it will replace, `.curve.csv.lrsched-4711.tmp`.
///
/// It is in the same folder because a file can get another's name only within a file system. A
/// signal that ends the process removes it; one left behind by a crash is known by its name.
struct TemporaryFile {
  /// What is written to.
  let descriptor: FileDescriptor

  private let path: FilePath
  private let destination: FilePath
  private let unfinished: Interruption.Registration

  /// Processes in containers have equal numbers, so that a name may be taken; then the next one is.
  private static let mostNames = 100

  /// The longest part of the destination's name that is taken over: a name has 255 bytes at most.
  private static let longestStem = 200

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - destination: The file that it will replace, no link.
  ///   - existing: The status of that file, nil if there is none.
  ///   - name: What errors call the output.
  /// - Throws: `OutputError`.
  init(beside destination: FilePath, replacing existing: Stat?, name: String) throws {
    self.destination = destination
    let folder = destination.removingLastComponent()
    let stem = String(
      decoding: (destination.lastComponent?.string ?? "").utf8.prefix(Self.longestStem),
      as: UTF8.self)
    do {
      let created = try Self.create(
        in: folder, stem: stem, permissions: existing == nil ? .newFile : .ownerReadWrite)
      (descriptor, path, unfinished) = created
    } catch Errno.noSuchFileOrDirectory where !folder.isEmpty && (try? folder.stat()) == nil {
      throw OutputError.missingFolder(path: name, folder: folder.string)
    } catch Errno.notDirectory where !folder.isEmpty {
      throw OutputError.notInFolder(path: name, file: folder.string)
    } catch let reason as Errno {
      throw OutputError.refused(path: name, action: .create, reason: reason)
    }
    do {
      if let existing { try Self.take(over: existing, into: descriptor) }
    } catch let reason as Errno {
      try? descriptor.close()
      remove()
      throw OutputError.refused(path: name, action: .create, reason: reason)
    }
  }

  /// Gives the file the name of the one it replaces.
  ///
  /// - Throws: `Errno`.
  func moveIntoPlace() throws {
    try SystemCalls.replace(destination, with: path)
    unfinished.end()
  }

  /// Removes the file.
  func remove() {
    try? SystemCalls.remove(path)
    unfinished.end()
  }

  private static func create(
    in folder: FilePath, stem: String, permissions: FilePermissions
  ) throws -> (FileDescriptor, FilePath, Interruption.Registration) {
    for number in 1...mostNames {
      let suffix = number == 1 ? "" : "-\(number)"
      let path = folder.appending(".\(stem).lrsched-\(getpid())\(suffix).tmp")
      do {
        return try Interruption.held {
          let descriptor = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: permissions)
          return (descriptor, path, Interruption.Registration(path))
        }
      } catch Errno.fileExists {
        continue
      }
    }
    throw Errno.fileExists
  }

  /// Gives a file the owner, the group and the permissions of the one it will replace.
  private static func take(over existing: Stat, into file: FileDescriptor) throws {
    var permissions = existing.permissions.intersection(.all)
    do {
      try SystemCalls.setOwner(existing.userID, group: existing.groupID, of: file)
    } catch {
      // Only root gives files away; members of its group may still keep the group.
      do {
        try SystemCalls.setOwner(nil, group: existing.groupID, of: file)
      } catch {
        // Our own group may do no more than everybody could: it never was the file's.
        let everybody = permissions.intersection(.otherReadWriteExecute)
        permissions.subtract(.groupReadWriteExecute)
        permissions.formUnion(FilePermissions(rawValue: everybody.rawValue << 3))
      }
    }
    try SystemCalls.setPermissions(permissions, of: file)
  }
}

extension FilePermissions {
  /// What a new file has, less what the process's mask takes away.
  fileprivate static let newFile: FilePermissions = [
    .ownerReadWrite, .groupReadWrite, .otherReadWrite,
  ]

  /// The nine bits of owner, group and others.
  fileprivate static let all: FilePermissions = [
    .ownerReadWriteExecute, .groupReadWriteExecute, .otherReadWriteExecute,
  ]
}
