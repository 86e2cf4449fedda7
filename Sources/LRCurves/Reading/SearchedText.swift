extension String {
  /// What stands behind the first occurrence of a mark; nil where it does not occur.
  func rest(behind mark: String) -> Substring? {
    firstRange(of: mark).map { self[$0.upperBound...] }
  }
}
