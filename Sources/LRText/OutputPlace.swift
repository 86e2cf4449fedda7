import SystemPackage

/// What the path of an output stands for, its symbolic links followed.
enum OutputPlace {
  /// A descriptor that is already open: `/dev/stdout`, `/dev/fd/3`.
  case descriptor(CInt)

  /// A device or named pipe, which is written to directly.
  case device(FilePath)

  /// A regular file, to be replaced if it exists.
  case file(FilePath, replacing: Stat?)

  /// Links that lead to links, as many as Linux follows.
  private static let mostLinks = 40

  /// Follows the links of a path to where it ends, also where nothing is there yet.
  ///
  /// - Parameter path: The path as it was typed.
  /// - Throws: `OutputError` where it ends in nothing that can be written.
  init(_ path: String) throws {
    if path.isEmpty { throw OutputError.emptyPath }
    if path.hasSuffix("/") { throw OutputError.folder(path: path) }
    var place = FilePath(path)
    for _ in 0...Self.mostLinks {
      if let number = Self.openDescriptor(place) {
        self = .descriptor(number)
        return
      }
      do {
        let status = try place.stat(followTargetSymlink: false)
        switch status.type {
        case .symbolicLink:
          let target = try SystemCalls.contents(ofLink: place)
          place = place.removingLastComponent().pushing(target)
        case .directory:
          throw OutputError.folder(path: path)
        case .regular:
          self = .file(place, replacing: status)
          return
        default:
          self = .device(place)
          return
        }
      } catch Errno.noSuchFileOrDirectory {
        self = .file(place, replacing: nil)
        return
      } catch Errno.notDirectory {
        throw OutputError.notInFolder(path: path, file: Self.file(amongFoldersOf: place))
      } catch let reason as Errno {
        throw OutputError.refused(path: path, action: .open, reason: reason)
      }
    }
    throw OutputError.refused(path: path, action: .open, reason: .tooManySymbolicLinkLevels)
  }

  /// The file that stands where a path has a folder.
  private static func file(amongFoldersOf path: FilePath) -> String {
    var file = path.removingLastComponent()
    while (try? file.stat()) == nil, file.removeLastComponent() {}
    return file.string
  }

  /// The number in the name of an open descriptor.
  ///
  /// On Linux such a name is a link whose contents are no path (`pipe:[4711]`), or the path of a
  /// file that a shell has opened for appending; both want the open descriptor itself.
  private static func openDescriptor(_ path: FilePath) -> CInt? {
    switch path.removingLastComponent() {
    case "/dev/fd", "/proc/self/fd": path.lastComponent.flatMap { CInt($0.string) }
    default: nil
    }
  }
}
