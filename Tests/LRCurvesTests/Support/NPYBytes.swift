/// The bytes of an array of NumPy with some values.
func npyArray(
  _ values: [Double], shape: String, type: String = "<f8", order: String = "False",
  version: UInt8 = 1
) -> [UInt8] {
  let text = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }     \n"
  let length = UInt32(text.utf8.count)
  let size = (0..<(version == 1 ? 2 : 4)).map { UInt8(length >> (8 * $0) & 0xff) }
  let data = values.flatMap { value in
    type == "<f4"
      ? bytes(of: Float(value).bitPattern.littleEndian) : bytes(of: value.bitPattern.littleEndian)
  }
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + Array(text.utf8) + data
}

private func bytes(of number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number) { Array($0) }
}
