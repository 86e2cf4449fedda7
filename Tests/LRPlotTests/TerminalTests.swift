import LRSchedule
import Testing

@testable import LRPlot

@Suite struct TerminalTests {
  static let styles = [false, true].flatMap { braille in
    [false, true].map { TerminalStyle(usesBraille: braille, usesColour: $0) }
  }
  static let sizes = [
    (1, 1), (3, 3), (12, 40), (20, 5), (40, 10), (80, 24), (200, 50), (300, 2), (2, 300),
  ]

  private func picture(
    _ series: [any Series], steps: Range<Int> = 0..<10_000, title: String = "A title",
    panels: Int = 1
  ) throws -> Picture {
    let curves = series.enumerated().map { Picture.Curve($1, style: .numbered($0)) }
    return try Picture(
      title: title, subtitle: "a subtitle",
      panels: (0..<panels).map { .init($0 == 0 ? "learning rate" : "momentum", curves) },
      steps: steps)
  }

  private func resized(_ style: TerminalStyle, _ columns: Int, _ rows: Int) -> TerminalStyle {
    TerminalStyle(
      columns: columns, rows: rows, usesBraille: style.usesBraille, usesColour: style.usesColour)
  }

  @Test(arguments: styles, sizes)
  func noLineIsTooLongAndNoneTooMany(style: TerminalStyle, size: (Int, Int)) throws {
    let title = "\u{5B66}\u{4E60}\u{7387} e\u{301}\u{1F600} a title that is longer than the line"
    for (curves, panels) in [(1, 1), (3, 2), (12, 3)] {
      let series = (0..<curves).map {
        LineSeries(name: "\u{66F2}\u{7EBF} \($0)", start: Double($0), end: 1, last: 9999)
      }
      let picture = try picture(series, title: title, panels: panels)
      let style = resized(style, size.0, size.1)
      for text in [picture.terminal(style), picture.sketch(style)] {
        let lines = withoutColours(text).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count - 1 <= size.1 && lines.last?.isEmpty == true)
        let tooLong = lines.filter { $0.unicodeScalars.reduce(0) { $0 + cells($1) } > size.0 }
        #expect(tooLong.isEmpty)
        #expect(lines.allSatisfy { $0.last != " " })
      }
    }
  }

  /// Counted by hand for the letters of these tests.
  private func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "\u{301}": 0
    case "\u{4E00}"..."\u{9FFF}", "\u{1F600}": 2
    default: 1
    }
  }

  private func withoutColours(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test(arguments: sizes)
  func asciiIsAllASCII(columns: Int, rows: Int) throws {
    let series = (0..<3).map {
      LineSeries(name: "\u{3B2}\u{E9}\u{4F60} \($0)", start: Double($0), end: 1, last: 9999)
    }
    let picture = try picture(series, title: "\u{B5} \u{2212} \u{1F600}", panels: 2)
    let style = TerminalStyle(
      columns: columns, rows: rows, usesBraille: false, usesColour: true)
    #expect(picture.terminal(style).utf8.allSatisfy { $0 < 0x80 })
    #expect(picture.sketch(style).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: styles)
  func coloursOnlyWhereTheyAreAskedForAndAlwaysEnded(style: TerminalStyle) throws {
    let picture = try picture(
      (0..<9).map { LineSeries(name: "name \($0)", start: Double($0), end: 1, last: 9999) },
      panels: 2)
    let text = picture.terminal(style)
    #expect(text.contains("\u{1B}") == style.usesColour)
    for line in text.split(separator: "\n") {
      let sequences = line.matches(of: /\u{1B}\[([0-9;]*)m/).map(\.output.1)
      #expect(sequences.isEmpty || sequences.last == "0")
      // Each colour begins where none is on.
      #expect(sequences.enumerated().allSatisfy { ($0 % 2 == 1) == ($1 == "0") }, "\(sequences)")
    }
    let plain = TerminalStyle(usesBraille: style.usesBraille, usesColour: false)
    #expect(withoutColours(text) == picture.terminal(plain))
  }

  @Test func controlCharactersAndTurnsOfDirectionAreNotWritten() throws {
    let title = "a\u{1B}[31mb\u{202E}c\nd\u{9B}e"
    let picture = try picture([TableSeries([1, 2])], title: title)
    for style in Self.styles where !style.usesColour {
      let line = picture.terminal(style).split(separator: "\n").first
      #expect(line == "a [31mbc d e")
    }
  }

  @Test func allIsNamed() throws {
    let series = ["one", "two"].map { LineSeries(name: $0, start: 0, end: 1e-3, last: 9999) }
    for style in Self.styles {
      let text = withoutColours(try picture(series, panels: 2).terminal(style))
      for name in [
        "A title", "a subtitle", "learning rate", "momentum", "one", "two", "step", "0.001", "10k",
      ] { #expect(text.contains(name), "\(name)") }
    }
  }

  @Test func curvesAreToldApartWithoutColour() throws {
    let series = [0.2, 0.8].map { LineSeries(name: "\($0)", start: $0, end: $0, last: 9999) }
    let ascii = try picture(series).terminal(TerminalStyle(usesBraille: false, usesColour: false))
    #expect(ascii.contains("****  0.2") && ascii.contains("++++  0.8"))
    #expect(ascii.contains(String(repeating: "*", count: 70)))
    #expect(ascii.contains(String(repeating: "+", count: 70)))
    let braille = try picture(series).terminal(TerminalStyle(usesBraille: true, usesColour: false))
    #expect(braille.contains("A  0.2") && braille.contains("B  0.8"))
    let ends = braille.split(separator: "\n").compactMap(\.last).filter { "AB".contains($0) }
    #expect(ends == ["B", "A"])
  }

  /// What is left of 40 x 10 cells above a prompt.
  @Test(arguments: [(40, 8), (80, 8)], [false, true])
  func fewRowsShowOnePanelWithItsAxes(size: (Int, Int), braille: Bool) throws {
    let style = TerminalStyle(
      columns: size.0, rows: size.1, usesBraille: braille, usesColour: false)
    let picture = try picture([LineSeries(start: 0, end: 1e-3, last: 9999)], panels: 2)
    var notes: [String] = []
    let text = picture.terminal(style) { notes.append($0) }
    for part in ["learning rate  (no room for momentum)", "0.001", "10k"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(notes == ["no room for momentum: left out; draw it larger"])
    let usual = TerminalStyle(usesBraille: braille, usesColour: false)
    _ = picture.terminal(usual) { Issue.record("\($0)") }
  }

  @Test func noTwoNamesOfALegendReadTheSame() throws {
    let series = ["onecycle", "warmup-lr", "warmup-decay", "warmup-cosine", "lr-range-test"].map {
      LineSeries(name: $0, start: 0, end: 1, last: 9999)
    }
    let style = TerminalStyle(columns: 40, rows: 8, usesBraille: true, usesColour: false)
    let legend = TerminalDrawing(try picture(series, panels: 2), style: style).layout.legend
    #expect(Set(legend.map(\.text.text)).count == 5)
  }

  @Test func aSketchIsTheCurveWithTheLabelsOfItsAxes() throws {
    let style = TerminalStyle(columns: 40, rows: 8, usesBraille: true, usesColour: false)
    let text = try picture([LineSeries(start: 0, end: 1e-3, last: 9999)]).sketch(style)
    #expect(text.contains("10k") && !text.contains("title") && !text.contains("step"))
    #expect(text.split(separator: "\n").count == 8)
  }

  @Test func aTerminalWithoutOrWithHugeSidesIsAnOrdinaryOne() {
    let style = TerminalStyle(columns: -3, rows: .max, usesBraille: true, usesColour: true)
    #expect(style.columns == 1 && style.rows == 1000)
  }
}

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("a~ ", 3), ("\u{E9}", 1), ("e\u{301}", 1), ("\u{4F60}\u{597D}", 4), ("\u{FF21}", 2),
    ("\u{1F600}", 2), ("\u{2705}", 2), ("\u{AC00}", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("\u{3042}", 2), ("\u{FF71}", 1), ("\u{200D}\u{FE0F}", 0), ("\u{2502}\u{28FF}", 2), ("", 0),
  ])
  func cells(text: String, cells: Int) {
    #expect(text.unicodeScalars.reduce(0) { $0 + $1.cellWidth } == cells)
  }
}
