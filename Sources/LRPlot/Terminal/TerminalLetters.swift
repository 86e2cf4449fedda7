/// The letters that a terminal's picture is made of.
struct TerminalLetters {
  let style: TerminalStyle

  var upright: Character { style.usesBraille ? "\u{2502}" : "|" }
  var valueTick: Character { style.usesBraille ? "\u{2524}" : "+" }
  var level: Character { style.usesBraille ? "\u{2500}" : "-" }
  var stepTick: Character { style.usesBraille ? "\u{252C}" : "+" }
  var mark: Character { style.usesBraille ? "\u{250A}" : ":" }
  var corner: Character { style.usesBraille ? "\u{2514}" : "+" }

  /// What names a curve of several, without colour too: at its end, or in ASCII instead of its dots.
  func name(ofCurve number: Int) -> Character {
    let names = style.usesBraille ? Self.capitals : Self.signs + Self.capitals
    return names[number % names.count]
  }

  private static let signs: [Character] = Array("*+ox#@%=&$")
  private static let capitals: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// The letter of a cell's dots; in ASCII the lines of one curve.
  func dots(_ cell: DotGrid.Cell) -> Character {
    cell.dots == 0 ? " " : style.usesBraille ? braille(cell.dots) : ascii(cell)
  }

  /// Braille counts its dots down the left column, then down the right one, the lowest two last.
  private func braille(_ dots: UInt8) -> Character {
    let bits: [UInt32] = [0, 3, 1, 4, 2, 5, 6, 7]
    let code = bits.enumerated().reduce(0x2800 as UInt32) { code, dot in
      dots >> UInt8(dot.offset) & 1 == 1 ? code | 1 << dot.element : code
    }
    return Unicode.Scalar(code).map(Character.init) ?? " "
  }

  private func ascii(_ cell: DotGrid.Cell) -> Character {
    if cell.slopes.contains(.point) { return "*" }
    return switch cell.dots {
    case 0b001: "'"
    case 0b010: "-"
    case 0b100: "_"
    case 0b101: "="
    default:
      switch cell.slopes {
      case []: cell.dots == 0b011 ? "'" : cell.dots == 0b110 ? "." : "|"
      case .rising: "/"
      case .falling: "\\"
      default: "|"
      }
    }
  }
}
