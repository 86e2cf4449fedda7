/// Whether names that were shortened still differ where they did, and no number among them is cut.
func tellsApart(_ names: [String], shortenedFrom wholes: [String]) -> Bool {
  guard Set(names).count == Set(wholes).count else { return false }
  return zip(names, wholes).allSatisfy { name, whole in
    name == whole || !cutsNumber(name, of: whole)
  }
}

/// Whether a name with `...` in it ends or goes on inside of a number of the whole one.
private func cutsNumber(_ name: String, of whole: String) -> Bool {
  guard
    let gap = name.ranges(of: "...").first(where: { gap in
      whole.hasPrefix(name[..<gap.lowerBound]) && whole.hasSuffix(name[gap.upperBound...])
    })
  else { return true }
  let front = name[..<gap.lowerBound].count
  let back = whole.count - name[gap.upperBound...].count
  return numbers(in: Array(whole)).contains { number in
    [front, back].contains { number.lowerBound < $0 && $0 < number.upperBound }
  }
}

/// Where the numbers of a text are: `50`, `-1,234.5`, `1e-5` and `1.5M`, each from its sign to its unit.
private func numbers(in letters: [Character]) -> [Range<Int>] {
  func isDigit(_ place: Int) -> Bool { place < letters.count && letters[place].isNumber }
  func isOne(_ place: Int, of signs: String) -> Bool {
    place < letters.count && signs.contains(letters[place])
  }
  var found: [Range<Int>] = []
  var place = 0
  while place < letters.count {
    guard isDigit(place) else {
      place += 1
      continue
    }
    let start = place > 0 && isOne(place - 1, of: "-.") ? place - 1 : place
    while isDigit(place) || isOne(place, of: ".,") && isDigit(place + 1) { place += 1 }
    if isOne(place, of: "eE") {
      let digits = isOne(place + 1, of: "+-") ? place + 2 : place + 1
      if isDigit(digits) { place = digits }
      while isDigit(place) { place += 1 }
    }
    if isOne(place, of: "kMBT") { place += 1 }
    found.append(start..<place)
  }
  return found
}
