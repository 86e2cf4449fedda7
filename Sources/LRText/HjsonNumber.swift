/// A number as it is written: `-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?`.
struct HjsonNumber {
  /// The number in ASCII; after its first, digits may be those of any script.
  private(set) var digits = ""

  /// Whether it has neither fraction nor exponent.
  private(set) var isWhole = true

  /// The offset behind it.
  var end: Int

  private let text: HjsonText

  /// Reads the number that begins at an offset, or nothing if none does.
  init?(_ text: HjsonText, at start: Int) {
    self.text = text
    end = start
    _ = take("-")
    if !take("0") {
      guard let first = byte, HjsonText.isOne(of: "123456789", first) else { return nil }
      takeDigits()
    }
    takeFraction()
    takeExponent()
  }

  /// What Python makes of it, or nil where Python fails.
  var value: HjsonValue? {
    if isWhole {
      if let integer = Int(digits) { return .integer(integer) }
      let count = digits.utf8.count - (digits.utf8.first == UInt8(ascii: "-") ? 1 : 0)
      return count <= Hjson.maximumDigits ? .bigInteger(digits) : nil
    }
    guard let double = Double(digits), double.isFinite else { return nil }
    if abs(double) < 1e10, let integer = Int(exactly: double) { return .integer(integer) }
    return .float(double)
  }

  private var byte: UInt8? {
    end < text.bytes.count ? text.bytes[end] : nil
  }

  private mutating func take(_ characters: StaticString) -> Bool {
    guard let byte, HjsonText.isOne(of: characters, byte) else { return false }
    digits.unicodeScalars.append(Unicode.Scalar(byte))
    end += 1
    return true
  }

  private mutating func takeDigits() {
    while let byte {
      if byte < 0x80 {
        guard take("0123456789") else { return }
      } else {
        guard let scalar = text.scalars(at: end, count: 1).first,
          let digit = HjsonText.digit(scalar)
        else { return }
        digits += String(digit)
        end += UTF8.width(scalar)
      }
    }
  }

  private mutating func takeFraction() {
    takeIfDigitsFollow { (number) in number.take(".") }
  }

  private mutating func takeExponent() {
    takeIfDigitsFollow { (number) in
      guard number.take("eE") else { return false }
      _ = number.take("-+")
      return true
    }
  }

  /// Takes a beginning and digits, or nothing at all.
  private mutating func takeIfDigitsFollow(_ takeBeginning: (inout HjsonNumber) -> Bool) {
    let before = self
    let hasBeginning = takeBeginning(&self)
    let beginning = end
    if hasBeginning { takeDigits() }
    if end == beginning {
      self = before
    } else {
      isWhole = false
    }
  }
}
