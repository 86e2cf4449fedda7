/// A release of a framework, `0.19.8` say.
public struct Release: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first figure.
  public let major: Int
  /// The second figure.
  public let minor: Int
  /// The third figure.
  public let patch: Int

  /// Makes the release `major.minor.patch`, whether it exists or not.
  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Orders releases by their figures.
  public static func < (lhs: Release, rhs: Release) -> Bool {
    (lhs.major, lhs.minor, lhs.patch) < (rhs.major, rhs.minor, rhs.patch)
  }

  /// The three figures with points between them.
  public var description: String { "\(major).\(minor).\(patch)" }

  /// Finds the known release of a framework that a text names.
  ///
  /// - Parameters:
  ///   - text: `0.14.2`, or `0.14` for the newest 0.14.x.
  ///   - framework: The framework whose releases are searched.
  /// - Returns: The release, or nil where the text names none that exists.
  public static func named(_ text: String, of framework: Framework) -> Release? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let figures = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard figures.count == parts.count, (2...3).contains(figures.count) else { return nil }
    return framework.releases.last { release in
      release.major == figures[0] && release.minor == figures[1]
        && (figures.count == 2 || release.patch == figures[2])
    }
  }
}

/// What one release of a framework changed in the numbers that its users get.
public struct Change: Sendable, Hashable {
  /// The first release with the change.
  public let release: Release
  /// What holds from that release on.
  public let summary: String
  /// What held before it, a sentence of its own.
  public let before: String
  /// Whether one side of it is an error, so that it never makes the difference of two schedules.
  public let refuses: Bool
  /// The release from which what held before it did; nil for the oldest.
  let beforeSince: Release?

  /// Makes a change from its first release and the two sides of it.
  init(
    _ release: Release, _ summary: String, before: String, since earlier: Change? = nil,
    refuses: Bool = false
  ) {
    self.release = release
    self.summary = summary
    self.before = before
    self.refuses = refuses
    beforeSince = earlier?.release
  }

  /// The change where what held before it held only from an earlier one on.
  func replacing(_ earlier: Change) -> Change {
    Change(release, summary, before: before, since: earlier, refuses: refuses)
  }
}
