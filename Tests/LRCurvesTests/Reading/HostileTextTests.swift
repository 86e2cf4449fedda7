import LRCurves
import TestSupport
import Testing

/// Long texts of the same again and again: some milliseconds each, where every part is looked at once.
@Suite(.patience(minutes: 1)) struct HostileTextTests {
  /// A part again and again.
  private static func many(_ part: String, _ count: Int = 300_000) -> String {
    String(repeating: part, count: count)
  }

  /// Parts with their numbers, joined.
  private static func numbered(_ count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined()
  }

  @Test func recordsOnOneLineOfALog() throws {
    #expect(logRefusal(Self.many("lr=[")).hasPrefix("run.log: has no learning rate; "))
    #expect(try readLog(Self.many("step=1, lr=[0.1] ")).points(.lr) == points([1: 0.1]))
  }

  @Test func ratesOnOneLineOfAConsole() throws {
    let log = try readLog(Self.many("'step': 1, 'learning_rate': 0.1, "))
    #expect(log.points(.lr) == points([1: 0.1]))
  }

  @Test func entriesOfATrainerState() throws {
    let entries = Self.many(#"{"step": 1, "learning_rate": 0.1}, "#, 100_000)
    let log = try readLog(#"{"log_history": [\#(entries) {"step": 2}]}"#)
    #expect(log.points(.lr) == points([1: 0.1]))
  }

  @Test func columnsOfOneRow() throws {
    let count = RecordedCurve.maximumColumnCount - 1
    let names = Self.numbered(count) { ",a\($0)" }
    #expect(try readCurve("step\(names)\n0\(Self.many(",1", count))\n").columns.count == count)
    let members = Self.numbered(count) { #", "a\#($0)": 1"# }
    #expect(try readCurve(#"{"step": 0\#(members)}"#).columns.count == count)
    let arrays = Self.numbered(count) { #", "a\#($0)": [1]"# }
    #expect(try readCurve(#"{"step": [0]\#(arrays)}"#).columns.count == count)
  }

  /// Rows of which each has a column of its own.
  @Test func columnsOfManyRows() throws {
    let count = 50_000
    let rows = Self.numbered(count) { "{\"step\": \($0), \"a\($0)\": 1}\n" }
    #expect(try readCurve(rows).columns.count == count)
  }

  /// Objects that have neither step nor value, behind a row of many columns.
  @Test func rowsWithoutStep() throws {
    let count = RecordedCurve.maximumColumnCount - 1
    let names = Self.numbered(count) { ", \"a\($0)\": 1" }
    let rows = "{\"step\": 0\(names)}\n\(Self.many("{\"a0\": null}\n", 2_000_000))"
    #expect(try readCurve(rows).columns.count == count)
  }
}
