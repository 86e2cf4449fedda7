import Foundation

/// How much the tests that can go on for long look at.
package enum Verification {
  /// Whether `make verify` runs them, which looks at a hundred times as much.
  package static let isThorough = ProcessInfo.processInfo.environment["LRSCHED_VERIFY"] == "1"

  /// Prints a line of the table that `make verify` ends with.
  package static func report(_ what: String, against other: String, count: Int, different: Int) {
    guard isThorough else { return }
    print("compared: \(what) | \(other) | \(grouped(count)) | \(different)")
  }

  /// A count with commas between its thousands.
  private static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digits[index])
    }
  }
}
