import LRConfiguration
import LRSchedule
import LRText
import TestSupport
import Testing

@testable import LRExplore

/// What `w` writes.
@Suite struct WrittenFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(of name: String) throws -> String {
    String(decoding: try ReadFile.bytes(of: folder[name]), as: UTF8.self)
  }

  @Test(arguments: [
    ("png", "\u{FFFD}PNG"), ("svg", "<svg"), ("pdf", "%PDF"), ("PNG", "\u{FFFD}PNG"),
  ])
  func aPictureByItsName(end: String, beginning: String) throws {
    var model = try view("onecycle")
    model.press("m tab tab 0.01 enter d")
    #expect(
      try model.write(to: folder["curve.\(end)"]) == "wrote \(folder["curve.\(end)"] as String)")
    #expect(try text(of: "curve.\(end)").contains(beginning))
  }

  @Test func aPictureShowsWhatIsSeen() throws {
    var model = try view("warmup-cosine")
    model.press("g5000 enter + tab 8k enter")
    _ = try model.write(to: folder["curve.svg"])
    let svg = try text(of: "curve.svg")
    #expect(svg.contains("as given"))
    #expect(svg.contains("total_num_steps 8,000") || svg.contains("total_num_steps 8000"))
  }

  @Test func theRowsThatAreSeen() throws {
    var model = try view("warmup-lr", steps: "8")
    model.press("+")
    let said = try model.write(to: folder["rows.csv"])
    #expect(said.hasSuffix("rows.csv: steps 0..<4, 4 rows"))
    let lines = try text(of: "rows.csv").split(separator: "\n")
    #expect(lines.count == 5 && lines[0] == "step,lr" && lines[1] == "0,0.0")
    #expect(lines[4].hasPrefix("3,"))
  }

  @Test func veryManyRowsAreSome() throws {
    let model = try view("warmup-lr", steps: "1e12")
    let said = try model.write(to: folder["rows.csv"])
    #expect(said.hasSuffix("rows.csv: steps 0..<1000000000000, 1000000 rows, one of 1000000"))
    #expect(try text(of: "rows.csv").split(separator: "\n").count == 1_000_001)
  }

  @Test func rowsThatFollowFromTooManyAreRefused() throws {
    let model = try view("torch.ExponentialLR:gamma=0.9999999999", steps: "1e12")
    #expect(throws: ConfigurationError.self) { try model.write(to: folder["rows.csv"]) }
  }

  /// Read again, a section makes the same schedule.
  @Test(
    arguments: [
      ("warmup-cosine", "tab tab tab 500 enter", nil, nil),
      ("onecycle", "tab 1e-5 enter", nil, nil),
      ("warmup-lr", "tab tab tab tab up", nil, nil), ("lr-range-test", "", nil, nil),
      ("warmup-decay", "tab 2e6 enter", "0.02", nil),
      ("torch.StepLR:step_size=30", "tab 40 enter", "0.1", nil),
      ("torch.CosineAnnealingLR:T_max=100", "tab 200 enter", nil, nil),
      ("hf.cosine", "tab 300 enter", "5e-5", nil), ("hf.linear", "", nil, nil),
      ("hf.polynomial", "tab 30 enter", nil, nil), ("hf.inverse-sqrt", "", nil, nil),
      ("hf.constant", "", "0.2", nil), ("sequential-lr", "", nil, nil),
      ("warmup-cosine@0.14", "", nil, "@0.14.5"),
      ("warmup-cosine", "", "0.1,0.01", " --lr 0.1,0.01"),
    ] as [(String, String, String?, String?)])
  func aSectionReadsBack(typed: String, keys: String, lr: String?, flags: String?) throws {
    var model = try view(typed, lr: lr)
    model.press(keys)
    let name = "\(folder["section.json"] as String)"
    let said = try model.write(to: name)
    #expect(said == "wrote \(name): `lrsched plot \(name)\(flags ?? "")` reads it")
    let word = flags?.hasPrefix("@") == true ? name + (flags ?? "") : name
    let options = try ScheduleOptions(lr: flags?.hasPrefix(" --lr ") == true ? lr : nil)
    let read = try Resolution([word], options: options)
    #expect(read.schedules[0].schedule.isMade(as: model.schedule.schedule))
  }

  @Test(arguments: ["curve", "curve.txt", "", "png"])
  func anotherNameIsRefused(name: String) throws {
    let model = try view("warmup-lr")
    #expect(throws: WritingError.self) { try model.write(to: folder[name]) }
  }

  @Test func whatIsReadIsNotWrittenOver() throws {
    let path = folder["ds_config.json"] as String
    try withOutput(to: .file(path)) {
      try $0.append(#"{"scheduler": {"type": "WarmupLR", "params": {}}}"#)
    }
    let model = try view(path)
    #expect(throws: WritingError.self) { try model.write(to: path) }
    #expect(try text(of: "ds_config.json").hasPrefix("{\"scheduler\""))
  }

  @Test func aFolderThatIsMissingIsSaid() throws {
    let model = try view("warmup-lr")
    #expect(throws: OutputError.self) { try model.write(to: folder["none/curve.png"]) }
  }
}
