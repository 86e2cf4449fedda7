import LRConfiguration
import LRCurves
import Testing

/// The curve of a text, `file` by name.
func readCurve(
  _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> RecordedCurve {
  var options = ReadingOptions()
  change(&options)
  return try RecordedCurve(Array(text.utf8), name: "file", options: options)
}

/// What is said of a text that is no curve.
func refusal(
  _ bytes: [UInt8], _ change: (inout ReadingOptions) -> Void = { _ in }
) -> String {
  var options = ReadingOptions()
  change(&options)
  do {
    _ = try RecordedCurve(bytes, name: "file", options: options)
    return "it was read"
  } catch {
    return "\(error)"
  }
}

func refusal(
  _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
) -> String {
  refusal(Array(text.utf8), change)
}

extension RecordedColumn {
  /// The steps with their values.
  var points: [Point] { zip(steps, values).map { Point(step: $0, value: $1) } }
}

/// A value at a step; all NaNs are equal.
struct Point: Equatable, CustomTestStringConvertible {
  let step: Int
  let value: Double

  static func == (one: Point, other: Point) -> Bool {
    one.step == other.step
      && (one.value == other.value || one.value.isNaN && other.value.isNaN)
  }

  var testDescription: String { "\(step): \(value)" }
}

/// Points that are written as a dictionary.
func points(_ points: KeyValuePairs<Int, Double>) -> [Point] {
  points.map { Point(step: $0.key, value: $0.value) }
}
