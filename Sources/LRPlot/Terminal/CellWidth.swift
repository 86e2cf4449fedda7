extension Unicode.Scalar {
  /// The cells that a terminal gives a scalar, as `wcwidth` counts: 2 for wide ones, 0 for marks
  /// on others and for what is not seen, else 1.
  var cellWidth: Int {
    if isASCII { return value < 0x20 || value == 0x7F ? 0 : 1 }
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      // The vowels and finals of Hangul lie in the cells of the consonant before.
      if (0x1160...0x11FF).contains(value) { return 0 }
      return isWide ? 2 : 1
    }
  }

  /// Whether Unicode's East_Asian_Width is W or F; ranges that are not assigned are taken along.
  private var isWide: Bool {
    properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F300...0x1F320,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

/// Measures texts in the dots of whole cells.
struct CellRuler: TextRuler {
  let style: TerminalStyle

  func size(of text: String, in font: Font) -> TextSize {
    TextSize(
      width: Double(style.width(of: text) * style.cellWidth), ascent: Double(style.cellHeight),
      descent: 0)
  }

  /// ASCII where the terminal has no more; no marks that would turn the direction of writing.
  func showable(_ text: String) -> String { style.withoutHiddenLetters(text) }
}

extension TerminalStyle {
  /// A text as the terminal can show it: without letters that it would obey, and ASCII where it has no more.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text in one line.
  public func showable(_ text: String) -> String { withoutHiddenLetters(printable(text)) }

  /// The cells that a text takes, which is one that can be shown.
  public func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.cellWidth }
  }

  fileprivate func withoutHiddenLetters(_ text: String) -> String {
    guard usesBraille else { return text.map(transliterated).joined() }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.properties.generalCategory != .format || scalar == "\u{200C}"
            || scalar == "\u{200D}"
        }))
  }
}
