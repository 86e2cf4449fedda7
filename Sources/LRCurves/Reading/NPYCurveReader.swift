import LRText

/// Reads an array of NumPy: `<f8` or `<f4`, one column or several, in C or Fortran order.
///
/// Source: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
struct NPYCurveReader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private let bytes: [UInt8]
  private let file: String
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    self.bytes = bytes
    file = name
    self.options = options
  }

  func curve() throws(CurveError) -> RecordedCurve {
    let (text, start) = try headerText()
    guard let header = NPYHeader(text) else { throw .npy(.badHeader(text), file: file) }
    let size: Int
    switch header.type {
    case "<f8": size = 8
    case "<f4": size = 4
    default: throw .npy(.type(header.type), file: file)
    }
    guard 1...2 ~= header.shape.count else { throw .npy(.shape(header.shape), file: file) }
    let rows = header.shape[0]
    let columns = header.shape.count == 2 ? header.shape[1] : 1
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard !overflows, count <= Int.max / 16 else {
      throw .npy(.tooLarge(header.shape), file: file)
    }
    guard count > 0 else { throw .npy(.noValues(header.shape), file: file) }
    guard bytes.count - start == count * size else {
      throw .npy(.size(bytes: bytes.count - start, expected: count * size), file: file)
    }
    try RecordedCurve.checkColumnCount(columns, place: .typed(file))
    _ = try StepBuilder.countedStep(
      rows - 1, first: options.firstStep, every: options.every, file: file)
    let steps = (0..<rows).map { options.firstStep + $0 * options.every }
    let strides = header.isFortranOrder ? (row: 1, column: rows) : (row: columns, column: 1)
    let names = (0..<columns).map { "\($0)" }
    let wanted = names.indices.filter { options.isWanted(names[$0]) }
    try options.checkColumns(among: names, place: .typed(file))
    if wanted.isEmpty { throw .noValues(names: names, place: .typed(file)) }
    return RecordedCurve(
      name: file, format: .npy,
      columns: wanted.map { column in
        RecordedColumn(
          name: names[column], steps: steps,
          values: values(
            rows, from: start + column * strides.column * size, stride: strides.row * size,
            isSingle: size == 4),
          precision: .binary(isSingle: size == 4), file: file, lines: nil)
      })
  }

  /// The values at equal distances.
  private func values(_ count: Int, from start: Int, stride: Int, isSingle: Bool) -> [Double] {
    // Bounds: `curve` has checked that all rows * columns * size bytes are there.
    bytes.withUnsafeBytes { bytes in
      (0..<count).map { row in
        let offset = start + row * stride
        if isSingle {
          let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
          return Double(Float(bitPattern: UInt32(littleEndian: bits)))
        }
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
  }

  /// The header, a Python dictionary, and where the values begin.
  private func headerText() throws(CurveError) -> (text: String, end: Int) {
    guard bytes.count > Self.magic.count else { throw .npy(.cutHeader, file: file) }
    let version = bytes[Self.magic.count]
    guard 1...3 ~= version else { throw .npy(.version(Int(version)), file: file) }
    let sizeStart = Self.magic.count + 2
    let start = sizeStart + (version == 1 ? 2 : 4)
    guard bytes.count >= start else { throw .npy(.cutHeader, file: file) }
    let size = bytes[sizeStart..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count - start >= size else { throw .npy(.cutHeader, file: file) }
    return (String(decoding: bytes[start..<start + size], as: UTF8.self), start + size)
  }
}

/// `{'descr': '<f8', 'fortran_order': False, 'shape': (10000, 2), }`.
private struct NPYHeader {
  let type: String
  let isFortranOrder: Bool
  let shape: [Int]

  init?(_ text: String) {
    guard let type = Self.value(of: "descr", in: text)?.split(separator: "'").first,
      let order = Self.value(of: "fortran_order", in: text),
      let shape = Self.value(of: "shape", in: text), shape.hasPrefix("(")
    else { return nil }
    let isFortranOrder = order.hasPrefix("True")
    guard isFortranOrder || order.hasPrefix("False") else { return nil }
    let sizes = shape.dropFirst().prefix { $0 != ")" }.split(separator: ",")
      .map { $0.filter { $0 != " " && $0 != "L" } }.filter { !$0.isEmpty }.map { Int($0) }
    guard sizes.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else { return nil }
    self.type = String(type)
    self.isFortranOrder = isFortranOrder
    self.shape = sizes.compactMap(\.self)
  }

  /// What stands behind `'key':`.
  private static func value(of key: String, in text: String) -> Substring? {
    text.rest(behind: "'\(key)'").map { $0.drop { $0 == " " || $0 == ":" } }
  }
}
