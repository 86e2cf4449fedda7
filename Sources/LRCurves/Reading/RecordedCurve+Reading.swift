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
    guard let format = try CurveFormat.checked(bytes, name: name, options: options) else {
      throw .unknownForm(file: name)
    }
    try self.init(bytes, name: name, format: format, options: options)
  }

  /// Reads a curve of a form.
  init(
    _ bytes: [UInt8], name: String, format: CurveFormat, options: ReadingOptions
  ) throws(CurveError) {
    switch format {
    case .csv:
      var reader = CSVCurveReader(bytes, name: name, options: options)
      self = try reader.curve()
    case .jsonRows, .ndjson:
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
}
