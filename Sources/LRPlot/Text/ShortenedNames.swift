/// Whether names that were shortened still differ where they did, and no number among them is cut.
func tellsApart(_ names: [String], shortenedFrom wholes: [String]) -> Bool {
  guard Set(names).count == Set(wholes).count else { return false }
  return zip(names, wholes).allSatisfy { name, whole in
    name == whole || !cutsNumber(name, of: Array(whole))
  }
}

/// Whether a name with `...` in it ends or goes on inside of a number of the whole one.
private func cutsNumber(_ name: String, of whole: [Character]) -> Bool {
  guard
    let gap = name.ranges(of: "...").first(where: { gap in
      whole.starts(with: name[..<gap.lowerBound])
        && whole.reversed().starts(with: name[gap.upperBound...].reversed())
    })
  else { return true }
  func isOfNumber(_ letter: Character) -> Bool { letter.isNumber || letter == "." }
  func isInside(before place: Int) -> Bool {
    (1..<whole.count).contains(place) && isOfNumber(whole[place - 1]) && isOfNumber(whole[place])
  }
  return isInside(before: name[..<gap.lowerBound].count)
    || isInside(before: whole.count - name[gap.upperBound...].count)
}
