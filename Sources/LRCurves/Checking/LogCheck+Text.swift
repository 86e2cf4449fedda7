import LRText

extension LogCheck.Mismatch: CustomStringConvertible {
  /// `step 1200: expected 9.8e-05 got 0.0001 (rel 2.0e-02, 1.5e+11 ulp)`.
  public var description: String { "step \(step): \(values)" }

  /// The two values and how far apart they are.
  var values: String {
    let ulps = difference.ulps.map { ", \(Double($0).short) ulp" } ?? ""
    return "expected \(difference.b) got \(difference.a) (rel \(difference.relative.short)\(ulps))"
  }

  func isAtPoint(of other: Self) -> Bool { column == other.column && place == other.place }
}

extension LogCheck {
  /// The report in lines: the differences, what was compared, and what else there is to know.
  public var lines: [String] {
    let isOne = mismatches.count == 1
    let failures = zip(["first", "worst"], mismatches).map { which, mismatch in
      "FAIL \(text(of: mismatch)), \(isOne ? "" : "the \(which), ")at \(mismatch.place)"
    }
    return
      (failures + ["\(isPassed ? "PASS" : "FAIL") \(summary)"] + notes.map { "note: \($0)" }
      + (hint.map { ["hint: \($0)"] } ?? [])).map(\.escapedForTerminal)
  }

  /// The first point that differs, and the worst one if it is another.
  var mismatches: [Mismatch] {
    let both = [outcome.first, outcome.worst].compactMap(\.self)
    // A nan is not equal to itself, so that the points are compared and not their values.
    return both.count == 2 && both[0].isAtPoint(of: both[1]) ? [both[0]] : both
  }

  /// The two values, and of several columns which one it is.
  func text(of mismatch: Mismatch) -> String {
    "\(mismatch)" + (pairs.count > 1 ? " of \(mismatch.column)" : "")
  }

  /// What was compared, over which steps, with which offset and tolerance, in one line.
  public var summary: String {
    let columns = CurveError.listed(pairs.map(\.logged.name))
    let steps = outcome.steps.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "none"
    let result =
      isPassed
      ? "\(outcome.compared.counted("point")) of \(columns) \(outcome.compared == 1 ? "is" : "are") as planned by"
        + " \(label), \(outcome.equal == outcome.compared ? "all" : "\(outcome.equal)") to the bit"
      : "\(outcome.differing) of \(outcome.compared.counted("point")) of \(columns)"
        + " \(outcome.differing == 1 ? "differs" : "differ") from \(label)"
    return
      "\(log.name) (\(log.source.title)): \(result); steps \(steps), offset \(alignment.offset),"
      + " tolerance \(toleranceText)\(outsideText)"
  }

  /// The tolerances, each with its reason once.
  var toleranceText: String {
    var texts: [String] = []
    for pair in pairs {
      let text = "\(pair.tolerance) (\(pair.reason))"
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: ", ")
  }

  private var outsideText: String {
    outcome.outside == 0
      ? "" : "; \(outcome.outside.counted("point")) outside of the plan not compared"
  }

  /// What else would explain the log, and how to say so.
  public var hint: String? {
    guard let explanation else { return nil }
    guard explanation.stride == 1 else {
      return
        "the log is as planned if the scheduler is stepped \(explanation.stride) times a step, as"
        + " where each of \(explanation.stride) processes steps it: multiply the schedule's counts of"
        + " steps by \(explanation.stride), or step it once"
    }
    let distance = explanation.offset - alignment.offset
    return "the log is as planned with --offset \(explanation.offset):"
      + " the run is \(distance.magnitude.counted("step"))"
      + " \(distance < 0 ? "behind" : "ahead of") the plan; say so if that is meant"
  }
}

extension Double {
  /// The number in two digits, `2.0e-02`; a whole one below 1000 as it is.
  var short: String {
    if isFinite, self == rounded(), magnitude < 1000 { return "\(Int(self))" }
    guard isFinite else { return "\(self)" }
    let log2OfTen = 3.321928094887362
    var power = Int((Double(exponent) / log2OfTen).rounded(.down))
    guard var unit = Double("1e\(power)"), unit > 0 else { return "\(self)" }
    if magnitude / unit >= 9.95 {
      power += 1
      unit *= 10
    }
    let tenths = Int((self / unit * 10).rounded())
    let size = "\(power.magnitude)"
    return "\(tenths / 10).\(tenths.magnitude % 10)e\(power < 0 ? "-" : "+")"
      + (size.utf8.count < 2 ? "0\(size)" : size)
  }
}
