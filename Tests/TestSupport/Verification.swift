import Foundation

/// How much the tests that can go on for long look at.
package enum Verification {
  /// Whether `make verify` runs them, which looks at a hundred times as much.
  package static let isThorough = ProcessInfo.processInfo.environment["LRSCHED_VERIFY"] == "1"
}
