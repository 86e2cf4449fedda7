import Foundation
import LRSchedule
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// The document of `lrsched json`.
@Suite struct JSONTests {
  @Test func theDocumentByteByByte() throws {
    #expect(
      try json(schedules(CSVTests.ramp), rows(0, 7, every: 3)) == """
        {
          "schema_version": 1,
          "generator": "lrsched 0.1.0",
          "schedules": [
            {"label": "lr-range-test", "framework": "deepspeed", "release": "0.19.8", \
        "scheduler": "LRRangeTest", "parameters": {"lr_range_test_min_lr": 0.5, \
        "lr_range_test_step_size": 2, "lr_range_test_step_rate": 1.0, \
        "lr_range_test_staircase": false, "last_batch_iteration": -1}, \
        "optimizer": "Adam", "base_lr": [0.001], "groups": 1, "channels": ["lr"]}
          ],
          "from": 0,
          "to": 7,
          "every": 3,
          "columns": {
            "step": [0, 3, 6],
            "lr": [0.5, 1.25, 2.0]
          }
        }

        """)
  }

  @Test(arguments: everySchedule)
  func numbersReadBackToTheSameBits(typed: String) throws {
    let made = try schedules(typed)
    let columns = made[0].schedule.columns
    let document = try read(json(made, rows(100, 4300)))
    #expect(document.columns.count == 1 + columns.count)
    #expect(document.columns["step"] == (100..<4300).map(Double.init))
    for column in columns {
      let expected = (100..<4300).compactMap { column.value(at: $0)?.bitPattern }
      #expect(document.columns[column.name]?.map(\.bitPattern) == expected, "\(column.name)")
    }
  }

  @Test func everyPlaceHoldsItsOwnColumn() throws {
    let made = try schedules(CSVTests.cycle, CSVTests.ramp, CSVTests.cycle, lr: "1,2")
    let document = try read(json(made, first(5)))
    let table = CurveTable(made)
    #expect(
      table.names == [
        "onecycle.lr_0", "onecycle.lr_1", "onecycle.momentum_0", "onecycle.momentum_1",
        "lr-range-test.lr_0", "lr-range-test.lr_1",
        "onecycle#2.lr_0", "onecycle#2.lr_1", "onecycle#2.momentum_0", "onecycle#2.momentum_1",
      ])
    #expect(Set(document.columns.keys) == Set(table.names + ["step"]))
    for (name, column) in zip(table.names, table.columns) {
      #expect(document.columns[name] == (0..<5).compactMap { column.value(at: $0) }, "\(name)")
    }
  }

  @Test(arguments: [
    rows(0, 1), rows(17, 5999, every: 2), rows(3, 6000, every: 6000), rows(0, 6000, every: 1000),
  ])
  func aSliceSaysWhichRowsItHas(rows: RowRange) throws {
    let made = try schedules(everySchedule[1])
    let document = try read(json(made, rows))
    #expect(document.from == rows.from && document.to == rows.to && document.every == rows.every)
    let steps = stride(from: rows.from, to: rows.to, by: rows.every)
    #expect(document.columns["step"] == steps.map(Double.init))
    #expect(document.columns["lr"]?.count == rows.count)
    let momentum = made[0].schedule.columns(of: .momentum)[0]
    #expect(document.columns["momentum"] == steps.compactMap { momentum.value(at: $0) })
  }

  /// Rows are made in blocks of 4096; each thread makes one.
  @Test(arguments: [1, 4095, 4096, 4097, 8192, 8193, 20_000], [2, 3, 8])
  func threadsChangeNoByte(count: Int, threads: Int) throws {
    let made = try schedules(everySchedule[1], "warmup")
    for rows in [first(count), rows(5, 5 + 3 * count, every: 3)] {
      #expect(try json(made, rows, threads: threads) == json(made, rows))
    }
  }

  @Test(arguments: [1, 4095, 4096, 4097, 8192, 8193])
  func everyCountOfRowsIsWrittenWhole(count: Int) throws {
    let columns = try read(json(schedules("onecycle"), first(count))).columns
    #expect(columns.count == 3 && columns.allSatisfy { $0.value.count == count })
  }

  @Test(arguments: [
    "a\"b", "a\\b", "a\nb\r\t", "\u{0}\u{1B}[31m\u{7F}", "\u{80}\u{9B}31m", "é 学 \u{1F600}", "",
  ])
  func aLabelIsReadBack(label: String) throws {
    let made = try schedules(CSVTests.ramp, CSVTests.ramp)
    let named = LabelledSchedule(
      label: label, schedule: made[0].schedule, places: [:], baseLRPlace: .assumed("default"))
    let text = try json([named, made[1]], first(1))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    let document = try read(text)
    #expect(document.schedules.map(\.label) == [label, "lr-range-test#2"])
    #expect(document.columns.keys.contains("\(label).lr"))
  }
}

/// What the document says of each schedule.
@Suite struct JSONDescriptionTests {
  @Test func everyParameterWithItsValue() throws {
    let made = try schedules("onecycle:cycle_max_lr=[0.1,0.2],cycle_momentum=false", lr: "1,0.5")
    #expect(
      made[0].asJSON == """
        {"label": "onecycle", "framework": "deepspeed", "release": "0.19.8", \
        "scheduler": "OneCycle", "parameters": {"cycle_min_lr": 0.0001, \
        "cycle_max_lr": [0.1, 0.2], "decay_lr_rate": 0.0, "cycle_first_step_size": 2000, \
        "cycle_second_step_size": null, "cycle_first_stair_count": 0, \
        "cycle_second_stair_count": null, "decay_step_size": 0, "cycle_momentum": false, \
        "cycle_min_mom": 0.8, "cycle_max_mom": 0.9, "decay_mom_rate": 0.0, \
        "last_batch_iteration": -1}, "optimizer": "Adam", "base_lr": [1.0, 0.5], "groups": 2, \
        "channels": ["lr"]}
        """)
  }

  @Test func theReleaseAndTheChannels() throws {
    let made = try schedules("onecycle@0.14", "warmup-lr:warmup_type=linear")
    let document = try read(json(made, first(1)))
    #expect(document.schedules.map(\.label) == ["onecycle@0.14", "warmup-lr"])
    #expect(document.schedules.map(\.release) == ["0.14.5", "0.19.8"])
    #expect(document.schedules.map(\.channels) == [["lr", "momentum"], ["lr"]])
  }
}

/// The document has the form of `docs/schema.json`.
@Suite struct JSONSchemaTests {
  private let schema: JSONValue

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/schema.json")
    schema = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))
  }

  @Test(arguments: everySchedule + ["warmup-lr@0.14", "onecycle:cycle_second_step_size=7"])
  func everyScheduleFits(typed: String) throws {
    for lr in [nil, "0.1,0.01"] {
      let made = try schedules(typed, lr: lr)
      for rows in [first(1), rows(3, 100, every: 7)] {
        #expect(try schema.faults(of: value(json(made, rows))) == [])
      }
    }
  }

  @Test func severalSchedulesFit() throws {
    let made = try schedules(CSVTests.cycle, CSVTests.ramp, "\(CSVTests.ramp)@0.19", lr: "1,2")
    #expect(try schema.faults(of: value(json(made, first(10)))) == [])
  }

  /// A check that everything passes would check nothing.
  @Test(arguments: [
    ("\"schema_version\": 1", "\"schema_version\": 2", "schema_version"),
    ("  \"generator\": \"lrsched 0.1.0\",\n", "", "generator"),
    ("lrsched 0.1.0", "lrsched", "generator"),
    ("\"from\": 0", "\"from\": -1", "from"),
    ("\"every\": 1", "\"every\": 1.5", "every"),
    ("\"every\": 1", "\"every\": 1, \"other\": 1", "other"),
    ("\"step\": [0", "\"step\": [0.5", "columns.step[0]"),
    ("\"lr\": [0.5", "\"lr\": [\"0.5\"", "columns.lr[0]"),
    ("\"step\"", "\"steps\"", "columns.step"),
    ("\"deepspeed\"", "\"keras\"", "schedules[0].framework"),
    ("\"label\": \"lr-range-test\", ", "", "schedules[0].label"),
    ("[\"lr\"]", "[]", "schedules[0].channels"),
    ("\"groups\": 1", "\"groups\": true", "schedules[0].groups"),
  ])
  func anotherFormDoesNot(old: String, new: String, place: String) throws {
    let text = try json(schedules(CSVTests.ramp), first(2))
    #expect(text.contains(old))
    #expect(try schema.faults(of: value(text.replacing(old, with: new))).contains(place))
  }

  private func value(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }
}

/// The rows of schedules as a document.
private func json(
  _ schedules: [LabelledSchedule], _ rows: RowRange, threads: Int = 1
) throws -> String {
  let bytes = try written { writer in
    try JSONWriter(schedules, to: writer).write(rows, generator: "lrsched 0.1.0", threads: threads)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// What another program reads of a document.
private struct Document: Decodable {
  struct Schedule: Decodable {
    let label, release: String
    let channels: [String]
  }
  let schedules: [Schedule]
  let from, to, every: Int
  let columns: [String: [Double]]
}

private func read(_ text: String) throws -> Document {
  try JSONDecoder().decode(Document.self, from: Data(text.utf8))
}
