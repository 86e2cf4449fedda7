extension RecordedCurve {
  /// Reads a curve: CSV, JSON, NDJSON or npy, told apart by the content.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The path as it was typed, or `standard input`.
  ///   - options: How it is read.
  /// - Throws: `CurveError`, with the place.
  public init(
    _ bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()
  ) throws(CurveError) {
    if bytes.allSatisfy({ $0 <= 0x20 }) { throw .empty(file: name) }
    guard let format = CurveFormat.detected(in: bytes) else { throw .unknownForm(file: name) }
    switch format {
    case .csv:
      var reader = CSVCurveReader(bytes, name: name, options: options)
      self = try reader.curve()
    case .json where Self.isList(bytes), .ndjson:
      var reader = JSONRowReader(bytes, name: name, options: options)
      self = try reader.curve()
    case .json:
      var reader = JSONCurveReader(bytes, name: name, options: options)
      self = try reader.curve()
    case .npy: self = try NPYCurveReader(bytes, name: name, options: options).curve()
    case .trainerState, .deepSpeedLog, .consoleLog: throw .log(format, file: name)
    }
    if columns.allSatisfy(\.values.isEmpty) { throw .noRows(file: name) }
  }

  /// Whether bytes are a curve, or a log, rather than a configuration.
  ///
  /// - Parameter bytes: The content of a file.
  /// - Returns: False of an empty file too.
  public static func looksLikeCurve(_ bytes: [UInt8]) -> Bool {
    CurveFormat.detected(in: bytes) != nil
  }

  private static func isList(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "[")
  }
}
