import Testing

@testable import LRSchedule

/// The numbers that the framework's own code produced, to the bit.
@Suite struct GoldenTests {
  @Test func everyCaseIsThere() {
    #expect(GoldenCase.all.count == 284)
    #expect(GoldenCase.all.map(\.rows.count).reduce(0, +) == 12152)
    #expect(GoldenRefusal.all.count == 30)
  }

  @Test(arguments: GoldenCase.all)
  func byRandomAccess(golden: GoldenCase) throws {
    let schedule = try golden.schedule()
    for row in golden.rows {
      for channel in Channel.allCases {
        let bits = schedule.columns(of: channel).map { $0.value(at: row.step)?.bitPattern }
        #expect(bits == row.bits(of: channel), "\(channel) at step \(row.step)")
      }
    }
  }

  /// Blocks start up to eight steps before the row, so that it falls on every lane and on the rest.
  @Test(arguments: GoldenCase.all)
  func byCursor(golden: GoldenCase) throws {
    let schedule = try golden.schedule()
    for (index, row) in golden.rows.enumerated() {
      let lead = min(index % 9, row.step)
      for channel in Channel.allCases {
        let bits = schedule.columns(of: channel).map { column in
          column.block(from: row.step - lead, count: lead + 1).last?.bitPattern
        }
        #expect(bits == row.bits(of: channel), "\(channel) at step \(row.step)")
      }
    }
  }

  @Test(arguments: GoldenCase.all)
  func warnings(golden: GoldenCase) throws {
    guard let warnings = golden.warnings else { return }
    // Of the stairs that it ignores the framework says nothing.
    let notices = try golden.schedule().notices.filter { !$0.parameter.hasSuffix("stair_count") }
    #expect(notices.count == warnings.count)
  }

  @Test(arguments: GoldenRefusal.all)
  func refusals(golden: GoldenRefusal) throws {
    let type = try SchedulerType.named(golden.scheduler)
    let optimizer = try Optimizer(baseLRs: [0.001])
    if golden.outcome == "error" {
      #expect(throws: ScheduleError.self) {
        try Schedule(type, arguments: golden.arguments, optimizer: optimizer)
      }
    } else {
      let schedule = try Schedule(type, arguments: golden.arguments, optimizer: optimizer)
      #expect(schedule.notices.count == golden.warnings?.count)
    }
  }
}

extension Column {
  /// The values of consecutive steps, by a cursor.
  func block(from step: Int, count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, written in
      var cursor = cursor(at: step)
      written = cursor.next(into: buffer)
    }
  }
}
