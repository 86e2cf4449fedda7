import LRText

/// A log that is written row by row, without the last line where that may be cut off, as while a run
/// writes it.
///
/// Half a number is a number: what has no line end is trusted only where it is closed otherwise, by
/// its brace in NDJSON or its quote in CSV, or where it is the only row.
struct WholeLines {
  let bytes: [UInt8]

  /// What is said of the line that is left out; nil where none is.
  let note: String?

  init(of bytes: [UInt8], format: CurveFormat) {
    guard let start = Self.cutStart(of: bytes, format: format) else {
      (self.bytes, note) = (bytes, nil)
      return
    }
    let line = TextPosition(of: start, in: bytes).line
    self.bytes = Array(bytes[..<start])
    note = "the last line, \(line), has no line end and may be cut off: it is left out"
  }

  /// The offset of a last line that may be cut off.
  private static func cutStart(of bytes: [UInt8], format: CurveFormat) -> Int? {
    let newline = UInt8(ascii: "\n")
    guard let end = bytes.lastIndex(of: newline) else { return nil }
    let line = bytes[(end + 1)...]
    guard let last = line.last(where: { $0 > 0x20 }) else { return nil }
    switch format {
    case .ndjson where last != UInt8(ascii: "}"): return end + 1
    case .csv:
      let quote = UInt8(ascii: "\"")
      let isQuoted = last == quote && line.count { $0 == quote }.isMultiple(of: 2)
      let hasOtherRows = bytes[..<end].contains(newline)
      return isQuoted || !hasOtherRows ? nil : end + 1
    default: return nil
    }
  }
}
