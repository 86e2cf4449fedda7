import Foundation
import Testing

@testable import LRCurves

/// How near a plan has to be follows from how exactly a log is written.
@Suite struct LogToleranceTests {
  private func tolerance(
    _ text: String, _ change: (inout LogOptions) -> Void = { _ in }
  ) throws -> Tolerance {
    let log = try readLog(text, change)
    return log.columns[0].usualTolerance(of: log.source).tolerance
  }

  @Test(arguments: [
    // Doubles in full.
    (["0.00012345678901234567", "0.0002", "0.0003", "0.0004"], Tolerance(relative: 1e-9)),
    // Few digits, but few values too.
    (["0.001", "0.001", "0.001", "0.001"], Tolerance(relative: 1e-9)),
    // Values that may well be short by themselves.
    (["0.1", "0.2", "0.3", "0.4", "0.5"], Tolerance(relative: 1e-9)),
    // %.4g, %.3e and %.6f.
    (["9.8e-05", "9.765e-05", "9.6e-05", "0.0001", "9.5e-05"], Tolerance(relative: 5e-4)),
    (["9.800e-05", "9.765e-05", "9.600e-05", "1.000e-04"], Tolerance(relative: 5e-4)),
    (["0.000123", "0.000124", "0.000125", "0.000126"], Tolerance(absolute: 5e-7)),
    // A zero at the end says that it is %.3f, however few digits and values there are.
    (["0.001", "0.010", "0.011", "0.012"], Tolerance(absolute: 5e-4)),
    (["0.000", "0.001", "0.001", "0.001"], Tolerance(absolute: 5e-4)),
    (["0.0", "0.5", "1.0", "1.5"], Tolerance(relative: 1e-9)),
    (["0.07", "0.01", "0.29", "0.57"], Tolerance(relative: 1e-9)),
    // Single floats as doubles, and in the shortest text of their own.
    (
      ["0.10000000149011612", "0.20000000298023224", "0.30000001192092896", "0.5"],
      Tolerance(relative: 1e-6)
    ),
    (["0.12345679", "0.2", "0.33333334", "0.5"], Tolerance(relative: 1e-6)),
  ])
  func ofTheDigits(values: [String], expected: Tolerance) throws {
    let rows = values.enumerated().map { "\($0),\($1)\n" }.joined()
    #expect(try tolerance("step,lr\n" + rows) == expected)
  }

  @Test func ofTheSource() throws {
    let deepSpeed = (1...5).map { "step=\($0), skipped=0, lr=[0.12\($0)], mom=[]\n" }.joined()
    #expect(try tolerance(deepSpeed) == Tolerance(relative: 1e-9))
    let lightning = "step,lr-Adam\n" + (1...5).map { "\($0),0.\($0)\n" }.joined()
    #expect(try tolerance(lightning) == Tolerance(relative: 1e-6))
    let console = (1...5).map { "{'learning_rate': '9.87\($0)e-05'}\n" }.joined()
    #expect(try tolerance(console) { $0.every = 1 } == Tolerance(relative: 5e-4))
  }

  @Test func aValueThatIsRoundedAgrees() throws {
    let plan = try schedules("warmup-cosine:total_num_steps=5000")[0]
    let column = plan.schedule.columns[0]
    for digits in 3...6 {
      let rows = try stride(from: 10, to: 4000, by: 10).map { step in
        "\(step),\(rounded(try #require(column.value(at: step)), to: digits))\n"
      }
      let check = try LogCheck(readLog("step,lr\n" + rows.joined()), against: plan)
      #expect(check.isPassed, "\(digits) digits: \(check.lines)")
      #expect(check.outcome.equal < check.outcome.compared)
    }
  }

  /// As `%.*g` writes it.
  private func rounded(_ value: Double, to digits: Int) -> String {
    String(format: "%.\(digits)g", value)
  }
}
