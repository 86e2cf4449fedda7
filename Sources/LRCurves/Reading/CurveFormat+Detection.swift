import LRText

extension CurveFormat {
  /// The form of a file's content.
  ///
  /// - Parameter bytes: The content.
  /// - Returns: Nil where it is neither a curve nor a log, a configuration say.
  public static func detected(in bytes: [UInt8]) -> CurveFormat? {
    if bytes.starts(with: NPYCurveReader.magic) { return .npy }
    guard let first = bytes[bytes.textStart...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") {
      if let format = ofJSON(bytes) { return format }
    } else if hasRows(bytes) {
      return .csv
    }
    return ofLines(bytes)
  }

  /// The form of a text that has lines of a log in it; nil where there are none.
  private static func ofLines(_ bytes: [UInt8]) -> CurveFormat? {
    if LogLine.offset(of: DeepSpeedLogReader.mark, in: bytes[...]) != nil { return .deepSpeedLog }
    if LogLine.offset(of: ConsoleLogReader.mark, in: bytes[...]) != nil { return .consoleLog }
    return nil
  }

  /// The form of a JSON text, by the keys of its first object.
  private static func ofJSON(_ bytes: [UInt8]) -> CurveFormat? {
    var scanner = JSONScanner(bytes, file: "")
    let isList = scanner.take(UInt8(ascii: "["))
    var format: CurveFormat?
    let names = ReadingOptions()
    // A text that goes on wrongly is still what its beginning says; its reader says what is wrong.
    try? scanner.object { (scanner, key, start) throws(CurveError) in
      let next = scanner.next
      switch (key, next) {
      case ("log_history", UInt8(ascii: "[")): format = .trainerState
      case ("columns", UInt8(ascii: "{")): format = .json
      case _ where names.isStepColumn(key) && next == UInt8(ascii: "["): format = .json
      case _ where names.isStepColumn(key) && next != UInt8(ascii: "{"):
        if format == nil { format = isList ? .json : .ndjson }
      case ("scheduler", _), ("optimizer", _): throw .json(.duplicateKey(key), place: .typed(""))
      default: break
      }
      if format == .trainerState || format == .json && !isList {
        throw .json(.duplicateKey(key), place: .typed(""))
      }
      try scanner.skipValue()
    }
    return format
  }

  /// Whether the text begins with a header and a row of CSV: a name of steps among names with
  /// commas between them, or two rows of equally many cells, the second all numbers.
  private static func hasRows(_ bytes: [UInt8]) -> Bool {
    let longest = 64 << 10
    var cells = CSVCells(Array(bytes.prefix(longest)), file: "")
    guard cells.skipBlankLines(), let names = try? cells.names(), names.count > 1 else {
      return false
    }
    if names.contains(where: ReadingOptions().isStepColumn) { return true }
    guard cells.skipBlankLines() else { return names.allSatisfy { Double($0) != nil } }
    var count = 0
    repeat {
      guard (try? cells.number(of: "")) != nil else { return false }
      count += 1
    } while cells.takeComma()
    return count == names.count
  }
}
