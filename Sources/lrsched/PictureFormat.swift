import ArgumentParser
import LRPlot
import LRText

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

extension Picture {
  /// Writes the picture for a file.
  ///
  /// - Parameters:
  ///   - format: What a file's name promises; a terminal's picture is no file's, which gets a PNG.
  ///   - writer: Where it goes.
  /// - Throws: `OutputError` or `PictureError`.
  func write(as format: PictureFormat, to writer: CheckedWriter) throws {
    switch format {
    case .png, .term: try writer.append(png(noting: Diagnostics.note))
    case .pdf: try writer.append(pdf(noting: Diagnostics.note))
    case .svg: try writer.append(svg(noting: Diagnostics.note))
    }
  }
}
