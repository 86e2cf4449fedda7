import LRText

extension CurveFormat {
  /// The form of a file: by its content, and where that says nothing, and is no object, CSV by its name.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: The path as it was typed.
  ///   - options: How it will be read, which says what its column of steps is called.
  /// - Returns: Nil where it is neither a curve nor a log, a configuration say.
  public static func detected(
    in bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()
  ) -> CurveFormat? {
    if let format = detected(in: bytes, options: options) { return format }
    let first = bytes[bytes.textStart...].first { $0 > 0x20 }
    return first != UInt8(ascii: "{") && name.lowercased().hasSuffix(".csv") ? .csv : nil
  }

  /// The form of a file that may be read.
  ///
  /// - Throws: `CurveError` where there is nothing in it, or where it is UTF-16 by its mark.
  static func checked(
    _ bytes: [UInt8], name: String, options: ReadingOptions
  ) throws(CurveError) -> CurveFormat? {
    if bytes.allSatisfy({ $0 <= 0x20 }) { throw .empty(file: name) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .utf16(file: name)
    }
    return detected(in: bytes, name: name, options: options)
  }

  private static func detected(in bytes: [UInt8], options: ReadingOptions) -> CurveFormat? {
    if bytes.starts(with: NPYCurveReader.magic) { return .npy }
    guard let first = bytes[bytes.textStart...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") {
      if let format = ofJSON(bytes, options) { return format }
    } else if hasRows(bytes, options) {
      return .csv
    }
    return ofLines(bytes)
  }

  /// The form of a text that has lines of a log in it; nil where there are none.
  private static func ofLines(_ bytes: [UInt8]) -> CurveFormat? {
    if hasLine(with: DeepSpeedLogReader.mark, in: bytes) { return .deepSpeedLog }
    if hasLine(with: ConsoleLogReader.mark, in: bytes) { return .consoleLog }
    return nil
  }

  /// Whether a line has a mark that is no comment, as a configuration may quote a log.
  private static func hasLine(with mark: StaticString, in bytes: [UInt8]) -> Bool {
    let newline = UInt8(ascii: "\n")
    var rest = bytes[...]
    while let offset = LogLine.offset(of: mark, in: rest) {
      let before = rest[..<offset]
      let start = before.lastIndex(of: newline).map { $0 + 1 } ?? rest.startIndex
      let line = before[start...].drop { $0 <= 0x20 }
      guard line.starts(with: "#".utf8) || line.starts(with: "//".utf8) else { return true }
      rest = rest[offset...].drop { $0 != newline }
    }
    return false
  }

  /// The form of a JSON text, by the keys of its first object.
  ///
  /// A text that goes on wrongly is still what its beginning says; its reader says what is wrong.
  private static func ofJSON(_ bytes: [UInt8], _ options: ReadingOptions) -> CurveFormat? {
    var scanner = JSONScanner(bytes, file: "")
    let isList = scanner.take(UInt8(ascii: "["))
    var hasSteps = false
    var isFirst = true
    while let key = try? scanner.key(isFirst: isFirst)?.key {
      isFirst = false
      let next = scanner.next
      let isSteps = options.isStepColumn(key)
      switch (key, next) {
      case ("log_history", UInt8(ascii: "[")): return .trainerState
      case ("columns", UInt8(ascii: "{")) where !isList: return .json
      case (_, UInt8(ascii: "[")) where isSteps && !isList: return .json
      case ("scheduler", _) where !hasSteps, ("optimizer", _) where !hasSteps: return nil
      default: if isSteps, next != UInt8(ascii: "{") { hasSteps = true }
      }
      guard (try? scanner.skipValue()) != nil else { break }
    }
    return hasSteps ? isList ? .jsonRows : .ndjson : nil
  }

  /// Whether the text begins with a header and a row of CSV: a name of steps among names with
  /// commas between them (or what others write instead, which the reader refuses), or two rows of
  /// equally many cells, the second all numbers.
  private static func hasRows(_ bytes: [UInt8], _ options: ReadingOptions) -> Bool {
    let longest = 64 << 10
    var cells = CSVCells(Array(bytes.prefix(longest)), file: "")
    guard cells.skipBlankLines() else { return false }
    if options.delimiter(in: cells.restOfLine) != nil { return true }
    guard let names = try? cells.names().map(\.name), names.count > 1 else { return false }
    if names.contains(where: options.isStepColumn) { return true }
    guard cells.skipBlankLines() else { return names.allSatisfy { Double($0) != nil } }
    var count = 0
    repeat {
      guard (try? cells.number(of: "")) != nil else { return false }
      count += 1
    } while cells.takeComma()
    return count == names.count
  }
}
