import ArgumentParser

/// What a picture is written as.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
  case png, svg, pdf, term

  /// The format that a file's name promises.
  ///
  /// - Parameter name: The name; `-` is standard output, which takes PNG.
  /// - Returns: The format, or nil where the suffix is no picture's.
  static func promised(by name: String) -> PictureFormat? {
    if name == "-" { return .png }
    return allCases.first { $0 != .term && name.lowercased().hasSuffix(".\($0.rawValue)") }
  }
}
