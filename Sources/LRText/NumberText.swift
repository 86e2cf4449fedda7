/// The text of a number as it is written to a file.
///
/// A rate is the shortest decimal that reads back to the same double, written as Python's `repr`
/// writes it (`0.001`, `1e-05`, `1e+16`); a step is its decimal digits.
public enum NumberText {
  /// The most bytes that a text has: `-2.2250738585072014e-308`.
  public static let longest = 24

  /// Writes the text of a step.
  ///
  /// - Parameters:
  ///   - step: Any integer.
  ///   - space: Room for `longest` bytes.
  /// - Returns: The number of bytes written.
  public static func write(_ step: Int, to space: UnsafeMutableRawBufferPointer) -> Int {
    var rest = step.magnitude
    var end = digitCount(rest)
    if step < 0 {
      space[0] = UInt8(ascii: "-")
      end += 1
    }
    let count = end
    repeat {
      end -= 1
      space[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return count
  }

  /// Writes the text of a rate.
  ///
  /// - Parameters:
  ///   - value: Any double; curves have only finite ones.
  ///   - space: Room for `longest` bytes.
  /// - Returns: The number of bytes written.
  public static func write(_ value: Double, to space: UnsafeMutableRawBufferPointer) -> Int {
    var text = value.description
    return text.withUTF8 { digits in
      space.copyMemory(from: UnsafeRawBufferPointer(digits))
      return digits.count
    }
  }

  private static func digitCount(_ number: UInt) -> Int {
    var count = 1
    var limit: UInt = 10
    while number >= limit {
      count += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    return count
  }
}

extension CheckedWriter {
  /// Appends the text of a step.
  ///
  /// - Parameter step: Any integer.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ step: Int) throws {
    try commit(NumberText.write(step, to: reserve(NumberText.longest)))
  }

  /// Appends the text of a rate.
  ///
  /// - Parameter value: Any double; curves have only finite ones.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ value: Double) throws {
    try commit(NumberText.write(value, to: reserve(NumberText.longest)))
  }
}
