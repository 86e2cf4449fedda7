/// A number with at most two decimals: `12`, `12.5` or `-0.25`.
///
/// Zero for what no picture has: infinity, NaN and numbers beyond 10^15.
func svgNumber(_ number: Double) -> String {
  svgNumber(hundredths: svgHundredths(number))
}

func svgNumber(hundredths: Int) -> String {
  DecimalNumber(hundredths, exponent: -2).plain(decimals: 0)
}

func svgHundredths(_ number: Double) -> Int {
  number.magnitude < 1e15 ? Int((number * 100).rounded()) : 0
}

extension Color {
  /// As SVG writes it: `#d55e00`.
  var svg: String {
    "#"
      + [red, green, blue].map { component in
        let digits = String(Int((component * 255).rounded()), radix: 16)
        return (digits.count < 2 ? "0" : "") + digits
      }.joined()
  }
}

extension String {
  /// The text inside an element or an attribute, without the characters that XML 1.0 has no way to
  /// write.
  var escapedForXML: String {
    var escaped = ""
    for scalar in unicodeScalars where scalar.isAllowedInXML {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      // As it is, it would turn the markup behind it, where the file is read as text.
      case _ where scalar.properties.isBidiControl: escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// The `Char` of XML 1.0; surrogates are no scalars.
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
