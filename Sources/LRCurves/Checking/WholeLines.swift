import LRText

/// A log that is written row by row, without the last line where that may be cut off, as while a run
/// writes it.
///
/// Half a number is a number: what has no line end is trusted only where it is closed otherwise, by
/// its braces in NDJSON or by as many quotes as the line before it has in CSV, or where it is the only row.
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
    guard let last = lastLine(of: bytes[...]), !bytes[last.startIndex...].contains(newline) else {
      return nil
    }
    switch format {
    case .ndjson:
      let isClosed = last.last == UInt8(ascii: "}") && last.count("{") == last.count("}")
      return isClosed || last.startIndex == 0 ? nil : last.startIndex
    case .csv:
      guard let before = lastLine(of: bytes[..<last.startIndex]),
        lastLine(of: bytes[..<before.startIndex]) != nil
      else { return nil }
      let isClosed = last.last == UInt8(ascii: "\"") && last.count("\"") == before.count("\"")
      return isClosed ? nil : last.startIndex
    case .json, .jsonRows, .npy, .trainerState, .deepSpeedLog, .consoleLog: return nil
    }
  }

  private static let newline = UInt8(ascii: "\n")

  /// The last line that is not blank, up to its last letter.
  private static func lastLine(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let end = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
    let start = bytes[..<end].lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    return bytes[start...end]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func count(_ letter: Unicode.Scalar) -> Int { count { $0 == UInt8(ascii: letter) } }
}
