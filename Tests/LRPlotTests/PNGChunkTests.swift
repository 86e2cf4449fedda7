import LRSchedule
import Testing

@testable import LRPlot

/// The chunks of a PNG file, read back by the standard's own description.
private func chunks(of file: [UInt8]) throws -> [(name: String, data: [UInt8])] {
  func number(at place: Int) -> UInt32 {
    file[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
  var chunks: [(name: String, data: [UInt8])] = []
  var place = 8
  while place < file.count {
    let end = place + 8 + Int(number(at: place))
    try #require(end + 4 <= file.count)
    let name = String(decoding: file[(place + 4)..<(place + 8)], as: UTF8.self)
    #expect(number(at: end) == crc32(Array(file[(place + 4)..<end])), "the checksum of \(name)")
    chunks.append((name, Array(file[(place + 8)..<end])))
    place = end + 4
  }
  return chunks
}

@Suite struct PNGChunkTests {
  private func picture(
    pixelsPerPoint: Double = 1, theme: PictureTheme = .light, description: String = ""
  ) throws -> Picture {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1, last: 999), style: 0)
    return try Picture(
      title: "T", panels: [Picture.Panel("lr", [curve])], steps: 0..<1000,
      size: PictureSize(width: 120, height: 70), theme: theme, pixelsPerPoint: pixelsPerPoint,
      description: description)
  }

  /// The check value of CRC-32/ISO-HDLC, and the checksum of every PNG's last chunk.
  @Test func checksums() {
    #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(crc32(Array("IEND".utf8)) == 0xAE42_6082)
    #expect(crc32([]) == 0)
  }

  @Test func theDescriptionIsInTheFile() throws {
    let text = "{\"schedules\": [{\"label\": \"onecycle\"}]}"
    let found = try chunks(of: picture(description: text).png())
    #expect(found.contains { $0.name == "tEXt" && $0.data == Array("Description\0\(text)".utf8) })
    #expect(found.contains { $0.name == "tEXt" && $0.data == Array("Software\0lrsched".utf8) })
    #expect(try !chunks(of: picture().png()).contains { $0.data.starts(with: "Desc".utf8) })
  }

  /// A viewer that takes it shows white behind dark lines' transparent ground.
  @Test(arguments: PictureTheme.allCases)
  func noColourIsSaidToBeBehindThePixels(theme: PictureTheme) throws {
    let names = try chunks(of: picture(theme: theme).png()).map(\.name)
    #expect(!names.contains("bKGD") && names.first == "IHDR" && names.last == "IEND")
  }

  @Test func aDescriptionThatIsNotASCIIIsUTF8() throws {
    let found = try chunks(of: picture(description: "\u{4e00}\0\u{e9}").png())
    #expect(
      found.contains {
        $0.name == "iTXt" && $0.data == Array("Description\0\0\0\0\0\u{4e00}\u{e9}".utf8)
      })
  }

  @Test func theyComeBeforeThePixels() throws {
    let names = try chunks(of: picture(description: "d").png()).map(\.name)
    let pixels = try #require(names.firstIndex(of: "IDAT"))
    #expect(names.first == "IHDR" && names.last == "IEND")
    #expect(names[..<pixels].filter { $0 == "tEXt" || $0 == "pHYs" }.count == 3)
  }

  /// 72 points are an inch of 0.0254 metres.
  @Test(arguments: [(1, 2835), (2, 5669), (0.5, 1417)] as [(Double, Int)])
  func aPointIsA72ndOfAnInch(pixelsPerPoint: Double, pixelsPerMetre: Int) throws {
    let found = try chunks(of: picture(pixelsPerPoint: pixelsPerPoint).png())
    let data = try #require(found.first { $0.name == "pHYs" }).data
    let (high, low) = (UInt8(pixelsPerMetre >> 8), UInt8(pixelsPerMetre & 255))
    #expect(data == [0, 0, high, low, 0, 0, high, low, 1])
  }

  @Test func onlyTheTransparentThemeHasAlpha() throws {
    for (theme, colours) in [(PictureTheme.light, 2), (.dark, 2), (.transparent, 6)] {
      let header = try #require(chunks(of: picture(theme: theme).png()).first).data
      #expect(header[9] == colours, "\(theme)")
    }
  }

  @Test func aFileWithoutPixelsStaysAsItIs() {
    for file in [[], [1, 2, 3], Array("12345678\0\0\0\u{1}IEND".utf8)] as [[UInt8]] {
      #expect(adding([.text("a", "b")], toPNG: file) == file)
    }
  }
}
