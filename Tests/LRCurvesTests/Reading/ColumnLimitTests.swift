import LRCurves
import Testing

/// A column takes hundreds of bytes, its name in a file only some, so that there is a limit.
@Suite struct ColumnLimitTests {
  @Test(arguments: [-1, 0, 1])
  func ofCSV(more: Int) {
    let names = (2...RecordedCurve.maximumColumnCount + more).map { ",a\($0)" }.joined()
    check(refusal("step\(names)\n"), read: "file: has no value at any step", more: more)
  }

  @Test(arguments: [-1, 0, 1])
  func ofRows(more: Int) {
    let members = (2...RecordedCurve.maximumColumnCount + more).map { "\"a\($0)\": 1" }
    for row in [["\"step\": 0"] + members, members + ["\"step\": 0"]] {
      check(refusal("{\(row.joined(separator: ", "))}\n"), read: "it was read", more: more)
    }
  }

  @Test(arguments: [-1, 0, 1])
  func ofADocument(more: Int) {
    let members = (2...RecordedCurve.maximumColumnCount + more).map { ", \"a\($0)\": [1]" }.joined()
    check(refusal("{\"step\": [0]\(members)}"), read: "it was read", more: more)
  }

  @Test(arguments: [-1, 0, 1])
  func ofAnArray(more: Int) {
    let count = RecordedCurve.maximumColumnCount + more
    let bytes = npyArray([Double](repeating: 0, count: count), shape: "(1, \(count))")
    check(refusal(bytes), read: "it was read", more: more)
  }

  private func check(_ refusal: String, read: String, more: Int) {
    if more > 0 {
      #expect(refusal.contains(": there are more than 100000 columns; take out what"), "\(refusal)")
    } else {
      #expect(refusal.hasPrefix(read), "\(refusal)")
    }
  }
}
