/// What several names begin and end with, and what tells them apart.
///
/// Parts are whole words: of `warmup_num_steps 50` and `warmup_num_steps 500` the number stays whole, and so
/// do `warmup-lr` and `warmup-cosine`.
struct CommonParts {
  /// What all begin with, up to a space, `_`, `/` or `@`, this included; may be empty.
  let beginning: String

  /// What all end with; may be empty.
  let end: String

  /// The names without beginning and end, none of them empty.
  let rests: [String]

  /// The parts of these names; of one name, all is its rest.
  init(_ names: [String]) {
    let letters = names.map(Array.init)
    let least = letters.map(\.count).min() ?? 0
    guard let first = letters.first, letters.count > 1 else {
      (beginning, end, rests) = ("", "", names)
      return
    }
    let same = (0..<least).prefix { place in letters.allSatisfy { $0[place] == first[place] } }
    let start =
      (0...same.count).last { count in
        count == 0
          || letters.allSatisfy { Self.isBoundary(after: count - 1, in: $0) && $0.count > count }
      } ?? 0
    let sameEnd = (0..<(least - start)).prefix { place in
      letters.allSatisfy { $0[$0.count - 1 - place] == first[first.count - 1 - place] }
    }
    let behind =
      (0...sameEnd.count).last { count in
        count == 0
          || letters.allSatisfy {
            Self.isBoundary(before: $0.count - count, in: $0) && $0.count > start + count
          }
      } ?? 0
    beginning = String(first.prefix(start))
    end = String(first.suffix(behind))
    rests = letters.map { String($0.dropFirst(start).dropLast(behind)) }
  }

  /// The common parts as a heading of the rests: `warmup_num_steps`, `a ... c`.
  var heading: String {
    let parts = [beginning, end].map { part in
      let isOfWords = { (letter: Character) in !" _-/@,".contains(letter) }
      guard let first = part.firstIndex(where: isOfWords),
        let last = part.lastIndex(where: isOfWords)
      else { return "" }
      return String(part[first...last])
    }
    if parts[1].isEmpty { return parts[0] }
    return parts[0].isEmpty ? "... \(parts[1])" : parts.joined(separator: " ... ")
  }

  private static func isBoundary(after place: Int, in letters: [Character]) -> Bool {
    " _/@".contains(letters[place])
  }

  /// A comma in front of a digit is a part of a number.
  private static func isBoundary(before place: Int, in letters: [Character]) -> Bool {
    switch letters[place] {
    case " ", "_", "/": true
    case ",": !(place + 1 < letters.count && letters[place + 1].isNumber)
    default: false
    }
  }
}
