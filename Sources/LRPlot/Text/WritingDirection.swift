import CFriBidi

/// The letters of one line as they follow each other from left to right (Unicode's UAX 9).
///
/// The line runs in the direction of its first letter that has one. What runs from right to left is
/// turned, brackets in it too, and its marks come behind their letters. With `joiningArabic` the
/// letters of Arabic have the forms that they take at the beginning, in the middle and at the end of
/// a word, which Unicode has codes for.
func visualOrder(_ text: String, joiningArabic: Bool = true) -> String {
  guard mayRunFromRightToLeft(text) else { return text }
  var letters = text.unicodeScalars.map(\.value)
  let count = FriBidiStrIndex(letters.count)
  let types = bidirectionalTypes(of: letters)
  var brackets = [FriBidiBracketType](repeating: 0, count: letters.count)
  fribidi_get_bracket_types(letters, count, types, &brackets)
  var direction = fribidi_get_par_direction(types, count)
  var levels = [FriBidiLevel](repeating: 0, count: letters.count)
  // 0 where there is no memory: the text then stays as it is.
  guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels) != 0 else {
    return text
  }
  var forms = [FriBidiArabicProp](repeating: 0, count: letters.count)
  fribidi_get_joining_types(letters, count, &forms)
  fribidi_join_arabic(types, count, levels, &forms)
  let arabic = joiningArabic ? FRIBIDI_FLAG_SHAPE_ARAB_PRES | FRIBIDI_FLAG_SHAPE_ARAB_LIGA : 0
  fribidi_shape(
    FriBidiFlags(FRIBIDI_FLAG_SHAPE_MIRRORING | arabic), levels, count, &forms, &letters)
  guard
    fribidi_reorder_line(
      FriBidiFlags(FRIBIDI_FLAG_REORDER_NSM), types, count, 0, direction, &levels, &letters, nil)
      != 0
  else { return text }
  // Of two letters that became one, FriBidi leaves this in place of the second.
  let filler: FriBidiChar = 0xFEFF
  return String(
    String.UnicodeScalarView(letters.filter { $0 != filler }.compactMap(Unicode.Scalar.init)))
}

/// Whether the first letter that has a direction runs from right to left.
func beginsRightToLeft(_ text: String) -> Bool {
  guard mayRunFromRightToLeft(text) else { return false }
  let types = bidirectionalTypes(of: text.unicodeScalars.map(\.value))
  let direction = fribidi_get_par_direction(types, FriBidiStrIndex(types.count))
  return direction == FRIBIDI_PAR_RTL
}

/// Hebrew is the first script that does.
private func mayRunFromRightToLeft(_ text: String) -> Bool {
  text.unicodeScalars.contains { $0.value >= 0x590 }
}

private func bidirectionalTypes(of letters: [FriBidiChar]) -> [FriBidiCharType] {
  var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_ON, count: letters.count)
  fribidi_get_bidi_types(letters, FriBidiStrIndex(letters.count), &types)
  return types
}
