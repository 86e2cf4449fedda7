/// The text with each control character, line breaks too, replaced by a space.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map {
        switch $0.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: $0
        }
      }))
}
