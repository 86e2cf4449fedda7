import LRSchedule
import LRText
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// What `lrsched show` says of a schedule.
@Suite struct ScheduleReportTests {
  @Test func aTitleAndWhatItDoes() throws {
    let type = SchedulerNames.find("onecycle")
    let lines = try report("onecycle@0.14", 0..<10).split(separator: "\n")
    #expect(lines[0] == "onecycle@0.14: OneCycle, DeepSpeed 0.14.5")
    #expect(lines[1] == type?.summary ?? "")
  }

  @Test func theSectionsInOrder() throws {
    #expect(
      try sections("onecycle", 3..<10).map(\.title) == [
        "parameters", "formula", "mind", "releases", "pieces of lr", "lr, steps 3..<10",
        "pieces of momentum", "momentum, steps 3..<10",
      ])
  }

  @Test func eachGroupAndOnlyWhatMoves() throws {
    let made = try Resolution(["onecycle"], options: ScheduleOptions(lr: "1,2", optimizer: "SGD"))
      .schedules
    let text = ScheduleReport(made[0], steps: 0..<10).text
    #expect(
      sections(of: text).map(\.title).filter { $0.hasPrefix("pieces") || $0.contains("steps") } == [
        "pieces of lr_0", "lr_0, steps 0..<10", "pieces of lr_1", "lr_1, steps 0..<10",
      ])
  }

  @Test func parametersWithValueOriginAndMeaning() throws {
    let lines = try section("parameters", of: "warmup-cosine:warmup_num_steps=7", 0..<10)
    let cells = lines.map(cells)
    #expect(
      cells.map { $0.prefix(3) } == [
        ["total_num_steps", "10000", "the usual number of steps"],
        ["warmup_min_ratio", "0.0", "default"],
        ["warmup_num_steps", "7", "warmup-cosine:warmup_num_steps=7"],
        ["cos_min_ratio", "0.0001", "default"],
        ["warmup_type", "\"log\"", "default"],
        ["last_batch_iteration", "-1", "default"],
        ["base lr", "0.001", "default"],
      ])
    let declared = SchedulerNames.find("warmup-cosine")?.parameters ?? []
    #expect(cells.dropLast().map { $0.last } == declared.map(\.help))
  }

  @Test func eachGroupsValues() throws {
    let made = try schedules("warmup-lr:warmup_max_lr=[0.1,0.2]", lr: "1,2")
    let lines = sections(of: ScheduleReport(made[0], steps: 0..<10).text)[0].lines.map(cells)
    #expect(lines.contains { $0[0] == "warmup_max_lr" && $0[1] == "[0.1, 0.2]" })
    #expect(lines.contains { $0[0] == "base lr" && $0[1] == "1.0,2.0" })
  }

  @Test func cellsStandBelowEachOther() throws {
    let lines = try section("parameters", of: "warmup-lr", 0..<10)
    #expect(lines[0].hasPrefix("warmup_min_lr         0.0    default  rate at step 0"))
    #expect(lines[1].hasPrefix("warmup_max_lr         null   default  rate after"))
    #expect(lines[5].hasPrefix("base lr               0.001  default  the optimizer's"))
  }

  @Test(arguments: [("warmup-lr@0.16", "0.001"), ("warmup-lr", "null")])
  func aDefaultIsThatOfTheRelease(typed: String, value: String) throws {
    let maximum = try section("parameters", of: typed, 0..<10).map(cells)
      .first { $0[0] == "warmup_max_lr" }
    #expect(maximum?.prefix(3) == ["warmup_max_lr", value, "default"])
  }

  @Test(arguments: everySchedule)
  func formulaQuirksAndReleasesAreTheDeclared(typed: String) throws {
    let type = try schedules(typed)[0].schedule.type
    #expect(
      try section("formula", of: typed, 0..<10).joined(separator: "\n") == type.formula)
    #expect(try section("mind", of: typed, 0..<10) == type.quirks.map(\.text))
    let releases = try section("releases", of: typed, 0..<10)
    let changes = type.changes + [type.introduction].compactMap(\.self)
    #expect(releases.count == changes.count)
    for change in changes {
      #expect(
        releases.contains {
          $0.hasPrefix("from \(change.release) ")
            && $0.hasSuffix("\(change.summary); before: \(change.before)")
        })
    }
  }

  /// An older release gets its exceptions to the newest formula, and none of the quirks that came later.
  @Test func anOlderReleaseSaysWhatItDoesInstead() throws {
    let exceptions = try section("but in 0.14.5", of: "warmup-cosine@0.14", 0..<10)
    #expect(
      exceptions.first
        == "before 0.15.3: row 0 is the optimizer's own lr: the first batch trains at the full rate"
    )
    #expect(exceptions.count == 4)
    #expect(
      try sections("warmup-cosine@0.14", 0..<10)[0].title == "parameters of 0.19.8")
    #expect(try section("formula of 0.19.8", of: "warmup-cosine@0.14", 0..<10).count == 6)
    let quirks = try section("mind", of: "warmup-cosine@0.14", 0..<10)
    #expect(quirks.allSatisfy { !$0.contains("trains with rate 0") } && !quirks.isEmpty)
    #expect(try section("but in 0.19.5", of: "onecycle@0.19.5", 0..<10).count == 1)
  }

  @Test(arguments: [
    ("warmup-cosine", "default", false),
    ("onecycle", "default", true), ("warmup-lr:warmup_max_lr=1", "default", true),
    ("warmup-lr:warmup_max_lr=1@0.15.2", "default", false),
  ])
  func whetherTheBaseLRIsRead(typed: String, origin: String, isNever: Bool) throws {
    let line = try section("parameters", of: typed, 0..<10).last.map(cells)
    #expect(line?[0] == "base lr" && line?[2] == origin)
    #expect(line?[3].hasSuffix("; this schedule never reads it") == isNever)
  }

  /// Between a piece's first step and its formula there may be its name.
  @Test(arguments: [
    (0..<200, ["from step 0", "from step 1", "from step 101"]),
    (0..<101, ["from step 0", "from step 1"]),
    (100..<102, ["from step 1", "from step 101"]),
    (150..<200, ["from step 101"]),
  ])
  func piecesWithTheirBreakpoints(steps: Range<Int>, breakpoints: [String]) throws {
    let formulas = [
      "from step 0": "0", "from step 1": "0 + 0.001 * (0.21714724095162588 * log(t))",
      "from step 101": "0.001",
    ]
    let pieces = try section("pieces of lr", of: "warmup-lr:warmup_num_steps=100", steps)
      .map(cells)
    #expect(pieces.map { $0[0] } == breakpoints)
    #expect(pieces.map { $0.last } == breakpoints.map { formulas[$0] })
  }

  @Test func fiveNumbers() throws {
    #expect(
      try section("lr, steps 0..<6", of: CSVTests.cycle, 0..<6) == [
        "first                   0.0                  at step 0",
        "peak                    1.0                  at step 2",
        "last                    0.0                  at step 5",
        "mean                    0.3333333333333333",
        "above half of the peak  16.7 % of the steps",
      ])
  }

  @Test func howManyStepsWereCountedIsSaid() throws {
    let lines = try section("lr, steps 0..<100000000", of: CSVTests.ramp, 0..<100_000_000)
    let counted = "  of \(CurveSummary.spacedSteps) evenly spaced steps"
    #expect(lines.count { $0.hasSuffix(counted) } == 2)
  }

  @Test(arguments: everySchedule)
  func linesHaveNoLooseEnds(typed: String) throws {
    let text = try report(typed, 0..<6000)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.last != " ")
      #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }

  // What is in a report.

  private func report(_ typed: String, _ steps: Range<Int>) throws -> String {
    ScheduleReport(try schedules(typed)[0], steps: steps).text
  }

  private func sections(
    _ typed: String, _ steps: Range<Int>
  ) throws -> [(title: String, lines: [String])] {
    sections(of: try report(typed, steps))
  }

  /// A section follows an empty line; its lines are indented by two spaces.
  private func sections(of text: String) -> [(title: String, lines: [String])] {
    text.split(separator: "\n\n").dropFirst().map { part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.dropFirst().filter { $0.hasPrefix("  ") }
      return (String(lines[0]), indented.map { String($0.dropFirst(2)) })
    }
  }

  private func section(_ title: String, of typed: String, _ steps: Range<Int>) throws -> [String] {
    // Of an older release the title says whose it is.
    try #require(
      try sections(typed, steps).first { $0.title == title || $0.title == "\(title) of 0.19.8" }
    ).lines
  }

  /// The cells of a line, two spaces or more between them.
  private func cells(_ line: String) -> [String] {
    line.split(separator: #/  +/#).map(String.init)
  }
}
