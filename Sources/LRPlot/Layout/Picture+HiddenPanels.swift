extension Picture {
  /// What is said of panels that the picture is too small for; nil where all are shown.
  public var roomNotice: String? {
    guard panels.count > 1 else { return nil }
    return Self.notice(of: Layout(self, ruler: TableRuler()))
  }

  /// What is said of panels that a terminal is too small for; nil where all are shown.
  ///
  /// - Parameter terminal: How many cells it has.
  /// - Returns: The note.
  public func roomNotice(_ terminal: TerminalStyle) -> String? {
    guard panels.count > 1 else { return nil }
    return Self.notice(of: TerminalDrawing(self, style: terminal).layout)
  }

  private static func notice(of layout: Layout) -> String? {
    let names = layout.hiddenPanels
    if names.isEmpty { return nil }
    return "no room for \(names.joined(separator: ", ")): left out; draw it larger"
  }
}
