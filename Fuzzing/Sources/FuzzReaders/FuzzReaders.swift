import LRText

/// Gives one input to the reader that `LRSCHED_READER` names; libFuzzer calls it again and again.
///
/// A promise that is not kept ends the process, as a trap does, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let budget = Budget(inputSize: count)
  for read in readings {
    budget.checkTime { read(bytes) }
  }
  budget.checkMemory()
  return 0
}

private let readings = Reader.chosen.readings

/// What reads an input, and looks at all that is said about it.
typealias Reading = @Sendable ([UInt8]) -> Void

/// What reads the inputs.
enum Reader: String, CaseIterable {
  /// Hjson alone.
  case hjson
  /// YAML alone.
  case yaml
  /// A `ds_config.json`, to its rows and its lint.
  case configuration
  /// Training arguments in YAML, to their rows and their lint.
  case training
  /// What is typed for a SCHEDULE, a word a line.
  case typed
  /// A curve in CSV.
  case csv
  /// A curve in JSON, or NDJSON.
  case json
  /// A curve of NumPy's.
  case npy
  /// The log of a run.
  case log

  /// The one that the environment names.
  static var chosen: Reader {
    guard let name = Environment["LRSCHED_READER"], let reader = Reader(rawValue: name) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      broken("LRSCHED_READER names no reader; known are \(known)")
    }
    return reader
  }

  /// What it does with an input, one after the other.
  var readings: [Reading] {
    switch self {
    case .hjson: [readHjson]
    case .yaml: [readYAML, readYAMLComments]
    case .configuration: configurationReadings(named: "./ds_config.json")
    case .training: configurationReadings(named: "./training.yaml")
    case .typed: [readTyped]
    case .csv, .json, .npy, .log: [readCurve, readLog]
    }
  }
}
