/// A part of a PNG file (W3C, "Portable Network Graphics", 3rd edition): a name and bytes.
struct PNGChunk {
  /// Four ASCII letters.
  let name: String
  let data: [UInt8]

  /// `pHYs`: how many pixels are a metre, in both directions.
  static func resolution(pixelsPerMetre: UInt32) -> PNGChunk {
    let isMetre: UInt8 = 1
    return PNGChunk(
      name: "pHYs",
      data: bigEndian(pixelsPerMetre) + bigEndian(pixelsPerMetre) + [isMetre])
  }

  /// A text with a keyword: `tEXt` for ASCII, else `iTXt` in UTF-8; both not compressed.
  ///
  /// - Parameters:
  ///   - keyword: 1 to 79 ASCII letters.
  ///   - text: Any text; the character 0, which would end it, is left out.
  /// - Returns: The chunk.
  static func text(_ keyword: String, _ text: String) -> PNGChunk {
    let bytes = text.utf8.filter { $0 != 0 }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return PNGChunk(name: "tEXt", data: Array(keyword.utf8) + [0] + bytes)
    }
    // Not compressed, no method, and two empty texts: the language and the keyword in it.
    return PNGChunk(name: "iTXt", data: Array(keyword.utf8) + [0, 0, 0, 0, 0] + bytes)
  }

  /// The chunk as it is in a file: length, name, data and checksum.
  var bytes: [UInt8] {
    let content = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + content + bigEndian(crc32(content))
  }
}

/// A PNG file with more chunks, before the pixels; a file without pixels stays as it is.
func adding(_ chunks: [PNGChunk], toPNG file: [UInt8]) -> [UInt8] {
  guard let pixels = chunk("IDAT", ofPNG: file) else { return file }
  return file[..<pixels.lowerBound] + chunks.flatMap(\.bytes) + file[pixels.lowerBound...]
}

/// A PNG file without its `bKGD`, the colour that a viewer may show behind transparent pixels: Cairo
/// says white.
func withoutBackground(png file: [UInt8]) -> [UInt8] {
  guard let background = chunk("bKGD", ofPNG: file) else { return file }
  return Array(file[..<background.lowerBound] + file[background.upperBound...])
}

/// Where the first chunk of a name is; nil where there is none.
private func chunk(_ name: String, ofPNG file: [UInt8]) -> Range<Int>? {
  // Behind the signature each chunk has a length of its data, a name, the data and a checksum.
  var place = 8
  while place + 8 <= file.count {
    let end = place + 12 + file[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    guard end <= file.count else { return nil }
    if file[(place + 4)..<(place + 8)].elementsEqual(name.utf8) { return place..<end }
    place = end
  }
  return nil
}

/// The cyclic redundancy check of PNG, ZIP and Ethernet.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { crc, byte in
    crc >> 8 ^ crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
  }
}

/// The remainders of all bytes by the polynomial 0xEDB88320, its lowest bit the highest power.
private let crcTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
