extension Picture {
  /// The picture in the letters of a terminal: the same text for the same picture and terminal.
  ///
  /// Each column of dots shows the exact extremes of its steps. No line has more cells than the
  /// terminal's columns, and there are no more lines than its rows; each ends with a line feed.
  ///
  /// - Parameters:
  ///   - terminal: What the terminal can show.
  ///   - note: Takes what is said of panels that the terminal is too small for.
  /// - Returns: The lines; none where the terminal is too small for anything.
  public func terminal(
    _ terminal: TerminalStyle, noting note: (String) -> Void = { _ in }
  ) -> String {
    let drawing = TerminalDrawing(self, style: terminal)
    if let notice = drawing.layout.roomNotice { note(notice) }
    return drawing.cells.text(usesColour: terminal.usesColour)
  }

  /// The curves alone, with the labels of their axes: a picture without title to go with a text.
  ///
  /// - Parameter terminal: What the terminal can show, and how much of it the sketch may fill.
  /// - Returns: The lines, each with its end.
  public func sketch(_ terminal: TerminalStyle) -> String {
    TerminalDrawing(sketchOf: self, style: terminal).cells.text(usesColour: terminal.usesColour)
  }
}
