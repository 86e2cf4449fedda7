/// Two values of one step that do not agree.
public struct Difference: Sendable, Hashable {
  /// The step.
  public let step: Int
  /// The first curve's value.
  public let a: Double
  /// The second curve's value.
  public let b: Double

  /// |a - b|; nan where one of them is.
  public var absolute: Double { (a - b).magnitude }
  /// |a - b| as a share of |b|; infinite where b alone is 0.
  public var relative: Double { absolute / b.magnitude }
  /// How many doubles lie from one to the other; nil where one of them is no number.
  public var ulps: UInt64? { Self.ulps(from: a, to: b) }

  /// How many doubles lie from one to another; nil where one of them is no number.
  static func ulps(from a: Double, to b: Double) -> UInt64? {
    guard !a.isNaN, !b.isNaN else { return nil }
    // Bit patterns are in the order of magnitudes, and both zeros are 0.
    let (x, y) = (a.magnitude.bitPattern, b.magnitude.bitPattern)
    return a.sign == b.sign ? max(x, y) - min(x, y) : x + y
  }

  /// |a - b|, infinite where one of them is no number.
  @inline(__always) static func distance(_ a: Double, _ b: Double) -> Double {
    let distance = (a - b).magnitude
    return distance.isNaN ? .infinity : distance
  }

  /// By how much it differs, to find the worst.
  var distance: Double { Self.distance(a, b) }

  /// Whether it is worse than another, or as bad and earlier.
  func isWorse(than other: Difference) -> Bool {
    distance > other.distance || distance == other.distance && step < other.step
  }
}

extension Difference: CustomStringConvertible {
  /// `step 1200: 9.8e-05 and 0.0001 (absolute 2.0e-06, relative 2.0e-02, 147573952589677 ulp)`.
  public var description: String {
    "step \(step): \(a) and \(b) (absolute \(absolute.short), relative \(relative.short)"
      + (ulps.map { ", \($0) ulp)" } ?? ")")
  }
}
