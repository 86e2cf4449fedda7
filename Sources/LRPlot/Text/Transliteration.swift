/// A character in ASCII letters, for fonts that do not have it: `e` for `\u{e9}`, `u` for `\u{b5}`, `-`
/// for any dash, `beta` for the Greek letter, nothing for what joins or colours others, else `?`.
func transliterated(_ character: Character) -> String {
  if character.isASCII { return String(character) }
  let letters = character.unicodeScalars.compactMap(transliterated)
  // One question mark a character, of however many marks it consists.
  return letters.contains("?") ? "?" : letters.joined()
}

private func transliterated(_ scalar: Unicode.Scalar) -> String? {
  if scalar.isASCII { return String(scalar) }
  if let text = special[scalar] { return text }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return nil
  case .spaceSeparator: return " "
  case .dashPunctuation: return "-"
  default: return letter(scalar) ?? "?"
  }
}

private let special: [Unicode.Scalar: String] = [
  "\u{b5}": "u", "\u{d7}": "x", "\u{df}": "ss", "\u{b7}": ".", "\u{2022}": "*", "\u{2026}": "...",
  "\u{2212}": "-", "\u{2190}": "<-", "\u{2192}": "->", "\u{2264}": "<=", "\u{2265}": ">=",
  "\u{2018}": "'", "\u{2019}": "'", "\u{201c}": "\"", "\u{201d}": "\"", "\u{ab}": "\"",
  "\u{bb}": "\"", "\u{b1}": "+-", "\u{b2}": "2", "\u{b3}": "3", "\u{b9}": "1",
]

/// The letter that Unicode's name of a character names: `LATIN SMALL LETTER E WITH ACUTE` is `e`.
private func letter(_ scalar: Unicode.Scalar) -> String? {
  let words = scalar.properties.name?.split(separator: " ") ?? []
  guard words.count >= 4, words[2] == "LETTER", words.count == 4 || words[4] == "WITH" else {
    return nil
  }
  let isLatin = words[0] == "LATIN" && words[3].count <= 2
  guard isLatin || words[0] == "GREEK" else { return nil }
  return words[1] == "SMALL" ? words[3].lowercased() : words[3].capitalized
}

extension Substring {
  fileprivate var capitalized: String { prefix(1) + dropFirst().lowercased() }
}
