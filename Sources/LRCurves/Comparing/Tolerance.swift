/// How far apart two values may be and still agree.
public struct Tolerance: Sendable, Hashable {
  /// The share of the second value that is allowed.
  public let relative: Double
  /// The distance that is allowed besides.
  public let absolute: Double
  /// Or so many doubles from one to the other.
  public let ulps: Int

  /// None: values agree where they are equal.
  public static let exact = Tolerance()

  /// Allows |a - b| <= absolute + relative |b|, or as many ulps.
  public init(relative: Double = 0, absolute: Double = 0, ulps: Int = 0) {
    self.relative = relative
    self.absolute = absolute
    self.ulps = ulps
  }

  /// Whether two values agree; what is no number agrees with nothing.
  @inline(__always) func allows(_ a: Double, _ b: Double) -> Bool {
    if a == b { return true }
    let distance = (a - b).magnitude
    if distance.isFinite, distance <= absolute + relative * b.magnitude { return true }
    return ulps > 0 && (Difference.ulps(from: a, to: b).map { $0 <= UInt64(ulps) } ?? false)
  }
}

extension Tolerance: CustomStringConvertible {
  /// As options say it: `--rtol 1e-09`, or `none`.
  public var description: String {
    let parts = [
      relative > 0 ? "--rtol \(relative)" : nil, absolute > 0 ? "--atol \(absolute)" : nil,
      ulps > 0 ? "--ulp \(ulps)" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "none" : parts.joined(separator: " ")
  }
}
