extension String {
  /// What stands behind the first occurrence of a mark, byte for byte; nil where it does not occur.
  func rest(behind mark: String) -> Substring? {
    guard let first = mark.utf8.first else { return self[...] }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: mark.utf8) {
        return self[rest.index(start, offsetBy: mark.utf8.count)...]
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
