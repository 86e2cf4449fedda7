import LRCurves
import Testing

/// JSON documents and rows.
@Suite struct JSONReadingTests {
  @Test(arguments: [
    #"{"schema_version": 1, "schedules": [{"label": "a"}], "columns": {"step": [0, 5], "lr": [0.1, 0.2]}}"#,
    #"{"columns": {"lr": [0.1, 0.2], "step": [0.0, 5.0]}, "schedules": null}"#,
    #"{"step":[0,5],"lr":[1e-1,0.2]}"#,
    #"{"note": {"a": [1, {"b": "]"}]}, "global_step": [0, 5], "lr": [0.1, 0.2]}"#,
  ])
  func formsOfTheSame(text: String) throws {
    let curve = try readCurve(text)
    #expect(curve.format == .json)
    #expect(curve.columns.map(\.name) == ["lr"])
    #expect(curve.columns[0].points == points([0: 0.1, 5: 0.2]))
  }

  @Test(arguments: [
    #"[{"step": 0, "lr": 0.1}, {"step": 5, "lr": 0.2}]"#,
    "\u{FEFF}[{\"step\": 0, \"lr\": 0.1},\n{\"lr\": 0.2, \"step\": 5}]\n",
  ])
  func aListOfRows(text: String) throws {
    let curve = try readCurve(text)
    #expect(curve.format == .jsonRows)
    #expect(curve.columns.map(\.name) == ["lr"])
    #expect(curve.columns[0].points == points([0: 0.1, 5: 0.2]))
  }

  @Test func aRowALine() throws {
    let text = "{\"step\": 0, \"lr\": 0.1}\n\n{\"step\": 1, \"lr\": 0.2, \"m\": 3}\r\n{\"step\": 2}"
    let curve = try readCurve(text)
    #expect(curve.format == .ndjson)
    #expect(curve.columns.map(\.name) == ["lr", "m"])
    #expect(curve.columns[0].points == points([0: 0.1, 1: 0.2]))
    #expect(curve.columns[1].points == points([1: 3]))
    #expect(curve.columns[1].line(of: 0) == 3)
  }

  @Test func nullIsNoValueAndNaNIsOne() throws {
    let text = #"{"columns": {"step": [0, 1, 2], "a": [1, null, NaN], "b": [null, -Infinity, 2]}}"#
    let curve = try readCurve(text)
    #expect(curve.columns[0].points == points([0: 1, 2: .nan]))
    #expect(curve.columns[1].points == points([1: -.infinity, 2: 2]))
    let rows = "{\"step\":0,\"a\":null}\n{\"step\":1,\"a\":NaN}\n"
    #expect(try readCurve(rows).columns[0].points == points([1: .nan]))
  }

  @Test func keysWithEscapes() throws {
    let text = "{\"step\": [0], \"a\\\"\\u00e9\\ud83d\\ude00\\n\": [1]}"
    #expect(try readCurve(text).columns.map(\.name) == ["a\"é😀\n"])
  }

  @Test func whatIsNotWantedMayBeAnything() throws {
    let text = "{\"step\":0,\"loss\":{\"a\":[1]},\"lr\":0.5}\n{\"step\":1,\"loss\":\"x\",\"lr\":1}"
    let curve = try readCurve(text) { $0.isWanted = { $0 == "lr" } }
    #expect(curve.columns.map(\.name) == ["lr"])
    #expect(curve.columns[0].points == points([0: 0.5, 1: 1]))
  }

  @Test func aValueKnowsItsLine() throws {
    let curve = try readCurve("{\"step\": [\n0,\n1,\n2],\n\"lr\": [3,\n4,\n\n5]}")
    #expect((0..<3).map { curve.columns[0].line(of: $0) } == [5, 6, 8])
  }

  @Test(arguments: [
    (#"{"columns": {}}"#, "file:1:2: no column is called step (there are none); "),
    (#"{"columns": {"lr": [1]}}"#, "file:1:2: no column is called step (there are lr); "),
    (#"{"columns": {"step": [1]}}"#, "file:1:2: there is no column with values"),
    (#"{"columns": {"step": [], "lr": []}}"#, "file: has no value at any step; "),
    (#"{"step": [0, 1], "Step": [0, 1], "lr": [1, 2]}"#, "file:1:1: step, Step may all be"),
    (#"{"step": [0, 1], "lr": [1]}"#, "file:1:24: column lr has 1 values at 2 steps; "),
    (#"{"step": [0, 1.5], "lr": [1, 2]}"#, "file:1:14: '1.5' is no step; "),
    (#"{"step": [0, null], "lr": [1, 2]}"#, "file:1:10: there are values but no step; "),
    ("{\"step\": [0,\n 0], \"lr\": [1, 2]}", "file:2:2: step 0 comes after step 0; "),
    (#"{"step": [0], "lr": ["x"]}"#, "file:1:22: 'x' is no number; "),
    (#"{"step": [0], "lr": [[1]]}"#, "file:1:22: 'a list' is no number; "),
    (#"{"step": [0], "lr": [true]}"#, "file:1:22: 'true' is no number; "),
    (#"{"step": [0], "lr": [1 2]}"#, "file:1:24: here is '2]}'; a comma or a ] belongs here"),
    (#"{"step": [0], "lr": [1], "lr": [1]}"#, "file:1:26: the key \"lr\" stands twice; "),
    (#"{"step": [0], "lr": [1"#, "file:1:23: the text ends in the middle; "),
    (#"{"step": [0], "lr": [1]} x"#, "file:1:26: here is 'x'; the end belongs here"),
    (
      #"{"schema_version": 2, "columns": {"step": [0], "lr": [1]}}"#,
      "file:1:20: schema_version is 2, read is 1; "
    ),
    ("{\"step\": 0, \"lr\": \"a\"}", "file:1:19: 'a' is no number; "),
    ("{\"step\": 0, \"lr\": 1, \"lr\": 1}", "file:1:22: the key \"lr\" stands twice; "),
    ("{\"step\": 0, \"lr\": 1}\n{\"lr\": 1}", "file:2:1: there are values but no step; "),
    (
      "{\"step\": 0, \"lr\": 1}\n{\"step\": 0, \"lr\": 1}", "file:2:10: step 0 comes after step 0; "
    ),
    ("{\"step\": 0, \"lr\": 1}\n{\"iter\": 1, \"lr\": 1}", "file:2:2: step, iter may all be"),
    ("{\"step\": 0, \"lr\": 1}\n[1]", "file:2:1: here is a list; an object belongs here"),
    ("{\"step\": 0, \"l\\qr\": 1}", "file:1:13: this string is not closed, or has a wrong"),
    ("{\"step\": 0}\n", "file:1:1: there is no column with values"),
  ])
  func whatIsRefused(text: String, says: String) {
    #expect(refusal(text).hasPrefix(says), "\(refusal(text))")
  }

  @Test func bracketsAreNotNestedTooDeep() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(refusal("{\"step\": [0], \"x\": {\"y\": \(deep)").contains("nested deeper than 64"))
  }
}
