extension BinaryInteger {
  /// So many of a thing: `1 step`, `20 steps`.
  ///
  /// - Parameter thing: What one of them is called; more of them have an `s`.
  /// - Returns: The text.
  func counted(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
