import LRSchedule

extension Release {
  /// The releases that were typed: `0.14.2`, `0.14` for the newest 0.14.x, or `0.14..0.19` for all from
  /// the oldest 0.14.x to the newest 0.19.x.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - framework: Whose releases they are.
  ///   - place: Where it was typed.
  /// - Returns: The releases, oldest first, at least one.
  /// - Throws: `ConfigurationError` for a release that does not exist, or where none is in the range.
  static func range(
    _ text: String, of framework: Framework, at place: Place
  ) throws(ConfigurationError) -> [Release] {
    func release(_ text: String) throws(ConfigurationError) -> Release {
      guard let release = named(text, of: framework) else {
        throw .unknownRelease(text, framework: framework, place: place)
      }
      return release
    }
    guard let (first, last) = text.splitAtTwoPoints else { return [try release(text)] }
    let newest = try release(last)
    var oldest = try release(first)
    if first.count(where: { $0 == "." }) == 1 {
      // 0.14 is the newest 0.14.x, but a range begins with the oldest.
      let series = framework.releases.filter {
        ($0.major, $0.minor) == (oldest.major, oldest.minor)
      }
      oldest = series.first ?? oldest
    }
    let releases = framework.releases.filter { (oldest...max(oldest, newest)).contains($0) }
    guard oldest <= newest else { throw .emptyReleases(text, place: place) }
    return releases
  }
}

extension String {
  /// What stands on either side of the first `..`, nil where there is none.
  fileprivate var splitAtTwoPoints: (String, String)? {
    firstRange(of: "..").map { points in
      (String(self[..<points.lowerBound]), String(self[points.upperBound...]))
    }
  }
}
