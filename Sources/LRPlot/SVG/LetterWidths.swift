/// How far each letter of DejaVu Sans moves on, in 2048ths of the font's size.
///
/// They are the font's own numbers, without hints, of the ASCII letters from the space to `~`.
enum LetterWidths {
  static let unitsPerSize = 2048.0

  /// The heights of all letters, above the baseline and below it.
  static let ascent = 1901.0
  static let descent = 483.0

  /// The width of any other letter: no letter of DejaVu Sans that a label may have is wider.
  static let other = 2048.0

  static let regular: [Double] = [
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087,
    2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612,
    1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799, 690, 799, 1716, 1024,
    1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253,
    1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
  ]

  static let bold: [Double] = [
    713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748,
    1425, 1425, 1425, 1425, 1425, 1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188,
    2048, 1585, 1561, 1503, 1700, 1399, 1399, 1681, 1714, 762, 762, 1587, 1305, 2038, 1714, 1741,
    1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579, 1483, 1485, 936, 748, 936, 1716, 1024,
    1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134, 1458, 1407,
    1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
  ]
}

/// Measures texts by a table, so that a picture is the same on machines with other fonts.
struct TableRuler: TextRuler {
  func size(of text: String, in font: Font) -> TextSize {
    let widths = font.weight == .bold ? LetterWidths.bold : LetterWidths.regular
    let width = text.reduce(0) { $0 + Self.width(of: $1, in: widths) }
    let unit = font.size / LetterWidths.unitsPerSize
    return TextSize(
      width: width * unit, ascent: LetterWidths.ascent * unit,
      descent: LetterWidths.descent * unit)
  }

  private static func width(of letter: Character, in widths: [Double]) -> Double {
    guard let code = letter.asciiValue, (0x20..<0x7F).contains(code) else {
      return LetterWidths.other
    }
    return widths[Int(code) - 0x20]
  }
}
