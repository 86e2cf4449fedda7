import LRConfiguration
import LRText

/// Reads `log_history` of a trainer_state.json: objects with `step` and `learning_rate`; those
/// without a rate, of an evaluation say, do not count.
///
/// Where every step is logged, those whose gradients overflowed (`grad_norm` is not finite) are
/// seen: the scheduler does not move in them. `max_steps` is the training's length.
struct TrainerStateReader {
  private var scanner: JSONScanner
  private let file: String

  private struct Entry {
    let step: Int
    let rate: ScannedNumber
    let line: Int
    let isSkipped: Bool
  }

  init(_ bytes: [UInt8], name: String) {
    scanner = JSONScanner(bytes, file: name)
    file = name
  }

  mutating func log() throws(CurveError) -> RunLog {
    var entries: [Entry] = []
    var hasHistory = false
    var length: Int?
    try scanner.object { (scanner, key, start) throws(CurveError) in
      if key == "max_steps", scanner.next != nil {
        length = ScannedNumber(scanner.bytes, at: scanner.index)?.step
      }
      guard key == "log_history" else { return try scanner.skipValue() }
      if hasHistory { throw scanner.error(.duplicateKey(key), at: start) }
      hasHistory = true
      try scanner.list { (scanner) throws(CurveError) in
        if let entry = try Self.entry(&scanner) { entries.append(entry) }
      }
    }
    guard scanner.next == nil else { throw scanner.unexpected("the end") }
    if entries.isEmpty { throw .noRates(names: [], file: file) }

    var points = LogPoints(file: file)
    let showsSkips = zip(entries, entries.dropFirst()).allSatisfy { $1.step <= $0.step + 1 }
    let overflows = entries.count { $0.isSkipped }
    var skipped: [Int] = []
    for entry in entries {
      // A resumed run forgets what it had done behind its checkpoint.
      while let last = skipped.last, last >= entry.step { skipped.removeLast() }
      if showsSkips, entry.isSkipped { skipped.append(entry.step) }
      points.append(
        entry.rate, of: LoggedChannel(.lr), step: entry.step, row: entry.step - skipped.count,
        line: entry.line)
    }
    var notes: [String] = []
    if overflows > 0 {
      notes.append(
        showsSkips
          ? "\(overflows) steps are skipped (grad_norm is not finite), in which the scheduler did not"
            + " move"
          : "grad_norm is not finite at \(overflows) logged steps: the scheduler may have skipped"
            + " some, and only logging_steps 1 would show which")
    }
    return points.log(
      .trainerState, notes: notes, declaredLength: length.flatMap { $0 > 0 ? $0 : nil })
  }

  /// An entry of the history; nil where it has no rate.
  private static func entry(_ scanner: inout JSONScanner) throws(CurveError) -> Entry? {
    _ = scanner.next
    let start = scanner.index
    var step: Int?
    var rate: ScannedNumber?
    var line = 0
    var isSkipped = false
    try scanner.object { (scanner, key, _) throws(CurveError) in
      switch key {
      case "step":
        _ = scanner.next
        let offset = scanner.index
        guard let number = try scanner.number(of: key) else {
          throw .noStep(place: scanner.place(at: offset))
        }
        guard let whole = number.step else {
          throw .notAStep("\(number.value)", place: scanner.place(at: offset))
        }
        step = whole
      case "learning_rate":
        rate = try scanner.number(of: key)
        line = scanner.line
      case "grad_norm":
        _ = scanner.next
        let number = ScannedNumber(scanner.bytes, at: scanner.index)
        isSkipped = number.map { !$0.value.isFinite } ?? false
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    guard let rate else { return nil }
    guard let step else { throw .noStep(place: scanner.place(at: start)) }
    return Entry(step: step, rate: rate, line: line, isSkipped: isSkipped)
  }
}
