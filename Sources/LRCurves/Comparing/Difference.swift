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
    /// Doubles in their order as integers in theirs, both zeros at 0.
    func rank(_ x: Double) -> Int64 {
      let magnitude = Int64(bitPattern: x.magnitude.bitPattern)
      return x < 0 ? -magnitude : magnitude
    }
    return (rank(a) - rank(b)).magnitude
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
  /// `step 1200: 9.8e-05 and 0.0001 (absolute 2e-06, relative 0.02, 146601550370 ulp)`.
  public var description: String {
    "step \(step): \(a) and \(b) (absolute \(Self.short(absolute)), relative \(Self.short(relative))"
      + (ulps.map { ", \($0) ulp)" } ?? ")")
  }

  /// A size in three digits or four.
  private static func short(_ size: Double) -> String {
    guard size.isFinite, size > 0 else { return "\(size)" }
    let log2OfTen = 3.3219
    let power = Int((Double(size.exponent) / log2OfTen).rounded(.down)) - 2
    guard let unit = Double("1e\(power)"), unit > 0 else { return "\(size)" }
    return Double("\(Int((size / unit).rounded()))e\(power)").map { "\($0)" } ?? "\(size)"
  }
}
