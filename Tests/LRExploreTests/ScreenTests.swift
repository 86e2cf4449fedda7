import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule
import LRText
import Testing

@testable import LRExplore

/// What is seen, as text.
@Suite struct ScreenTests {
  static let sizes = [(80, 24), (40, 12), (200, 50), (100, 30), (41, 60), (300, 12), (300, 100)]
  private static let keys = [
    "", "tab", "m d", "tab up d m", "?", "g5", "w" + String(repeating: "long", count: 80), "@ down",
    "L l", "end n", "tab enter ctrl-u abc enter", "+ + + + + + + + + + + + + + +",
  ]
  private static let schedules = [
    ["warmup-cosine"], ["onecycle"], ["hf.cosine"], ["torch.StepLR:step_size=300"],
    [
      "warmup-lr", "warmup-lr:warmup_num_steps=50", "onecycle", "hf.linear",
      "torch.ExponentialLR:gamma=0.999",
    ],
  ]

  @Test(arguments: sizes, schedules)
  func everyViewFitsItsTerminal(size: (Int, Int), typed: [String]) throws {
    for (usesBraille, keys) in [false, true].flatMap({ braille in Self.keys.map { (braille, $0) } })
    {
      var model = try Model(
        Resolution(typed, options: ScheduleOptions(lr: "0.1,0.01")),
        style: TerminalStyle(
          columns: size.0, rows: size.1, usesBraille: usesBraille, usesColour: false))
      model.press(keys)
      #expect(model.lines.count == size.1)
      #expect(model.lines.allSatisfy { $0.count <= size.0 })
      #expect(!model.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      if !usesBraille { #expect(model.text.utf8.allSatisfy { $0 < 0x80 }) }
    }
  }

  @Test func aSmallTerminalShowsAll() throws {
    let model = try view("warmup-lr", columns: 40, rows: 12)
    #expect(model.text == smallView)
  }

  @Test(arguments: [(39, 12), (40, 11), (10, 5), (1, 1)])
  func aTooSmallTerminalSaysSo(columns: Int, rows: Int) throws {
    var model = try view("warmup-lr", columns: columns, rows: rows)
    let words = model.text.split { $0 == "\n" || $0 == " " }.joined()
    #expect("exploreneeds40x12cells;hereare\(columns)x\(rows)".hasPrefix(words))
    #expect(!words.isEmpty)
    #expect(model.press("right + tab up q") == [.leave])
  }

  @Test func partsHaveTheirPlaces() throws {
    let model = try view("warmup-cosine")
    let lines = model.lines
    #expect(
      lines[0] == "warmup-cosine: WarmupCosineLR, DeepSpeed 0.19.8                  steps 0..<10000"
    )
    #expect(lines.contains("step 0  next breakpoint 1 (+1)"))
    #expect(lines.contains("lr 0.0"))
    #expect(lines.contains("row 0, steps 0..<1: 0"))
    #expect(lines.contains { $0.contains("warmup_num_steps 1000") })
    #expect(lines[23].hasPrefix("? keys"))
  }

  @Test func aWideTerminalHasItsParametersOnTheRight() throws {
    var model = try view("warmup-cosine", columns: 120, rows: 30)
    model.press("tab tab tab 500 enter")
    let lines = model.lines
    let column = try #require(lines[2].firstRange(of: "WarmupCosineLR")).lowerBound
    #expect(lines[2].distance(from: lines[2].startIndex, to: column) == 80)
    #expect(lines.contains { $0.contains("> warmup_num_steps     500 * was 1000") })
    #expect(model.text.contains("warmup_num_steps: "))
  }

  @Test(arguments: [
    ("0", "step 0  next breakpoint 1 (+1)"), ("1", "step 1  next breakpoint 1001 (+1000)"),
    ("1000", "step 1000  next breakpoint 1001 (+1)  last 1 (-999)"),
    ("1001", "step 1001  next breakpoint 10000 (+8999)  last 1 (-1000)"),
    ("9999", "step 9999  next breakpoint 10000 (+1)  last 1001 (-8998)"),
    ("20000", "step 20000  no next breakpoint  last 10000 (-10000)"),
  ])
  func theBreakpointsBesideAStepAreSaid(step: String, line: String) throws {
    var model = try view("warmup-cosine")
    model.press("g\(step) enter")
    #expect(model.lines.contains(line))
  }

  @Test func thePieceIsThatOfTheReport() throws {
    var model = try view("onecycle", columns: 200, rows: 50)
    model.press("g3000 enter m")
    let column = model.schedules[0].schedule.columns[0]
    let piece = try #require(column.pieces(in: 3000..<3001, atMost: 1).first)
    #expect(
      model.lines.contains {
        $0.hasPrefix(
          "lr: \(piece.title), steps \(piece.steps.lowerBound)..<\(piece.steps.upperBound): \(piece.text)"
        )
      })
    #expect(model.lines.contains { $0.hasPrefix("momentum: ") })
  }

  /// Names and values as `csv` writes them, of all schedules and groups.
  @Test(arguments: [0, 1, 57, 1000, 9999, 123_456_789])
  func valuesAreThoseOfTheRows(step: Int) throws {
    var model = try Model(
      Resolution(
        ["onecycle", "hf.cosine", "warmup-lr", "torch.ExponentialLR:gamma=0.99"],
        options: ScheduleOptions(lr: "0.1,0.003")),
      style: TerminalStyle(columns: 200, rows: 60, usesBraille: false, usesColour: false))
    model.press("g\(step) enter enter")
    let table = CurveTable(model.schedules)
    for (name, column) in zip(table.names, table.columns) {
      let value = try #require(column.value(at: step))
      #expect(model.text.contains("\(name) \(NumberText.text(of: value))"))
    }
  }

  /// Where there is no room, names and what was before are left out, and numbers stay whole.
  @Test(arguments: [(40, 12), (40, 24), (60, 12), (80, 24)], ["", "tab down escape escape"])
  func noNumberIsCut(size: (columns: Int, rows: Int), keys: String) throws {
    var model = try Model(
      Resolution(
        ["cosine-annealing-warm-restarts", "cosine-warmup-with-min-lr"],
        options: ScheduleOptions(steps: "1000")),
      style: TerminalStyle(
        columns: size.columns, rows: size.rows, usesBraille: false, usesColour: false))
    model.press("g971 enter \(keys)")
    let value = try #require(model.schedules[0].schedule.columns[0].value(at: 971))
    let isWhole = model.lines.contains { line in
      line.split(separator: " ").contains { $0 == NumberText.text(of: value) }
    }
    #expect(isWhole, "\(model.text)")
  }

  @Test func aValueThatFollowsFromVeryManyIsNotGuessed() throws {
    var model = try view("torch.ExponentialLR:gamma=0.9999999999", steps: "1e12")
    model.press("g5e6 enter")
    #expect(model.lines.contains("lr not computed: 5000000 steps to walk, Enter does"))
    model.press("enter")
    let value = try #require(model.schedules[0].schedule.columns[0].value(at: 5_000_000))
    #expect(model.lines.contains("lr \(NumberText.text(of: value))"))
    model.press("shift-right")
    #expect(!model.text.contains("not computed"))
    model.press("end")
    #expect(model.lines.contains("lr not computed: 999999999999 steps to walk"))
    model.press("enter")
    #expect(model.notice?.isError == true)
    #expect(model.said.contains("go to an earlier step"))
  }

  @Test func aStepWithoutAValueSaysNone() throws {
    var model = try view("torch.OneCycleLR:max_lr=0.1,total_steps=100", "warmup-lr", steps: "100")
    model.press("g500 enter")
    #expect(model.lines.contains { $0.hasPrefix("one-cycle-lr.lr none") })
  }

  @Test(arguments: [(40, 12), (80, 24), (100, 30)])
  func theHelpHasAllKeys(columns: Int, rows: Int) throws {
    var model = try view("warmup-lr", columns: columns, rows: rows)
    model.press("?")
    for key in KeyHelp.all {
      #expect(model.text.contains("\(key.keys) "))
      #expect(model.text.contains(columns == 40 ? key.brief : key.text))
    }
  }

  @Test func whatIsSaidTakesItsLines() throws {
    var model = try view("warmup-lr", columns: 40, rows: 12)
    _ = update(&model, .failed(String(repeating: "word ", count: 20)))
    #expect(model.lines[11].hasPrefix("word word") && model.lines[9].hasPrefix("word word"))
    #expect(model.lines[8].hasPrefix("word") == false)
  }

  @Test func inksAreThoseOfTheTerminalsColours() throws {
    var plain = try view("warmup-lr", usesColour: false)
    var coloured = try view("warmup-lr", usesColour: true)
    plain.press("tab up")
    coloured.press("tab up")
    #expect(!plain.text.contains("\u{1B}"))
    #expect(coloured.text.contains("\u{1B}[7m>*warmup_min_lr"))
    #expect(coloured.text.contains("\u{1B}[38;5;245m"))
    #expect(coloured.text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.text)
  }

  /// A file may be called anything.
  @Test func aNameCannotCommandTheTerminal() throws {
    let typed = "./a\u{1B}[31m\u{202E}.json"
    let configuration = #"{"scheduler": {"type": "WarmupLR", "params": {}}}"#
    let resolution = try Resolution(
      [typed], options: ScheduleOptions(), contents: [typed: Array(configuration.utf8)])
    var model = try Model(
      resolution, style: TerminalStyle(usesBraille: true, usesColour: false))
    model.press("w\u{1B}[31m")
    #expect(!model.text.contains("\u{1B}") && !model.text.contains("\u{202E}"))
  }
}

private let smallView = #"""
  warmup-lr: WarmupLR, DeepSpeed 0.19.8
  0.001 +_//''''''''''''''''''''''''''''''
        ||
        ||
      0 +|
        +^---------------+---------------+
         0               5k            10k
  step 0  next breakpoint 1 (+1)
  lr 0.0
  row 0, steps 0..<1: 0
    warmup_min_lr 0.0
  ? keys  Tab parameters  q leaves
  """#
