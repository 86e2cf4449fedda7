extension Picture {
  /// What the fonts of this machine do not have of the picture's texts, for those who draw it; nil
  /// where nothing is missing.
  ///
  /// The picture is drawn all the same, with ASCII letters in place of the missing ones.
  public var fontNotice: String? {
    guard let canvas = try? CairoCanvas(PictureSize(width: 1, height: 1)) else { return nil }
    if canvas.hasBuiltInFonts {
      return """
        no font is installed: letters are drawn by Cairo itself, in ASCII only; \
        install a font, DejaVu Sans say
        """
    }
    guard let letters = lettersMissing(in: canvas) else { return nil }
    return """
      no font has \(letters): \
      ASCII letters are in their place; install a font that has them, Noto Sans say
      """
  }

  /// What a terminal does not show of the picture's texts; nil where nothing is missing.
  ///
  /// - Parameter terminal: What the terminal can show.
  /// - Returns: The note.
  public func letterNotice(_ terminal: TerminalStyle) -> String? {
    guard !terminal.usesBraille, let letters = lettersMissing(in: CellRuler(style: terminal)) else {
      return nil
    }
    return """
      the locale is not UTF-8 and has no \(letters): ASCII letters are in their place; \
      set LC_ALL=C.UTF-8 say
      """
  }

  private func lettersMissing(in ruler: some TextRuler) -> String? {
    var seen: Set<Character> = []
    let missing = texts.flatMap { printable($0) }
      .filter { ruler.showable(String($0)) != String($0) && seen.insert($0).inserted }
    if missing.isEmpty { return nil }
    let most = 10
    let more = missing.count > most ? " and \(missing.count - most) more" : ""
    return missing.prefix(most).map(String.init).joined(separator: " ") + more
  }

  /// All texts that do not come from numbers.
  private var texts: [String] {
    [title, subtitle ?? "", stepUnit.label] + marks.map(\.label)
      + panels.flatMap { [$0.axisLabel] + $0.curves.map(\.label) }
  }
}
