/// The text with each control character, line breaks too, replaced by a space, and without those that
/// would turn the direction of what follows them.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      withoutDirectionMarks(text).unicodeScalars.map {
        switch $0.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: $0
        }
      }))
}

/// The text without the marks of Unicode that turn the direction of what follows them.
func withoutDirectionMarks(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isBidiControl }))
}
