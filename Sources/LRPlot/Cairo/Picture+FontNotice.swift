extension Picture {
  /// What the fonts of this machine do not have of the picture's texts, for those who draw it; nil
  /// where nothing is missing.
  ///
  /// The picture is drawn all the same, with ASCII letters in place of the missing ones.
  public var fontNotice: String? {
    guard let canvas = try? CairoCanvas(PictureSize(width: 1, height: 1)) else { return nil }
    if canvas.fonts.areBuiltIn {
      return """
        no font is installed: letters are drawn by Cairo itself, in ASCII only; \
        install a font, DejaVu Sans say
        """
    }
    var seen: Set<Character> = []
    let missing = texts.flatMap { printable($0) }
      .filter { canvas.showable(String($0)) != String($0) && seen.insert($0).inserted }
    guard !missing.isEmpty else { return nil }
    let most = 10
    let more = missing.count > most ? " and \(missing.count - most) more" : ""
    return """
      no font has \(missing.prefix(most).map(String.init).joined(separator: " "))\(more): \
      ASCII letters are in their place; install a font that has them, Noto Sans say
      """
  }

  /// All texts that do not come from numbers.
  private var texts: [String] {
    [title, subtitle ?? "", stepAxis.label] + marks.map(\.label)
      + panels.flatMap { [$0.axisLabel] + $0.curves.map(\.label) }
  }
}
