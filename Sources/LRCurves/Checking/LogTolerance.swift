extension LoggedColumn {
  /// How near the plan has to be, by how exactly the log is written, and why.
  ///
  /// - Parameter source: Who wrote the log.
  /// - Returns: The tolerance, and what it is for in a few words.
  func usualTolerance(of source: LogSource) -> (tolerance: Tolerance, reason: String) {
    let doubles = (Tolerance(relative: 1e-9), "the log has doubles")
    let singles = (Tolerance(relative: 1e-6), "the log has single floats")
    func fixed(_ decimals: Int) -> (Tolerance, String) {
      (Tolerance(absolute: Self.half(ofPlace: decimals)), "the log has \(decimals) decimals")
    }
    if points.precision.isSingle { return singles }
    switch source {
    case .deepSpeedLog, .deepSpeedMonitor, .trainerState: return doubles
    case .lightning: return singles
    case .consoleLog, .tracker, .plain: break
    }
    guard let digits = points.precision.significantDigits else { return doubles }
    if digits > 9, points.values.allSatisfy({ $0.isNaN || Double(Float($0)) == $0 }) {
      return singles
    }
    // The shortest text of a number does not end in 0 behind the point, unless in 1.0.
    if let decimals = points.precision.decimals, decimals > 1, digits <= 9,
      points.values.someEndInZero(behind: decimals)
    {
      return fixed(decimals)
    }
    // A few different values may well be short by themselves.
    let fewestValues = 4
    guard 3...9 ~= digits, Set(points.values).count >= fewestValues else { return doubles }
    if let decimals = points.precision.decimals, decimals > 0 {
      return fixed(decimals)
    }
    return digits >= 7
      ? singles
      : (Tolerance(relative: Self.half(ofPlace: digits - 1)), "the log has \(digits) digits")
  }

  /// 5 * 10^-(place + 1), the double nearest to it.
  private static func half(ofPlace place: Int) -> Double { Double("5e-\(place + 1)") ?? 0 }
}

extension [Double] {
  /// Whether the last of so many decimals is 0 in one of them.
  fileprivate func someEndInZero(behind decimals: Int) -> Bool {
    guard let scale = Double("1e\(decimals - 1)") else { return false }
    return contains { $0.isFinite && ($0 * scale).rounded() / scale == $0 }
  }
}
