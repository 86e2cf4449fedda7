import Foundation
import SystemPackage
import Testing

@testable import LRText

/// The lines of an input.
@Suite struct InputLinesTests {
  private static let longest = 16 << 20

  @Test(arguments: [
    ("", []), ("\n", [""]), ("\r\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\n", ["a"]),
    ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\n\n\nb\n", ["a", "", "", "b"]),
    ("\n\na", ["", "", "a"]), ("a\r", ["a"]), ("a\rb\n", ["a\rb"]), ("a\r\r\n", ["a\r"]),
    (" a \t\n", [" a \t"]), ("é\u{2028}学\n", ["é\u{2028}学"]), ("a\u{0}b\n", ["a\u{0}b"]),
  ])
  func linesEndInOneOrTwoBytesOrNone(text: String, expected: [String]) throws {
    #expect(try lines(of: Array(text.utf8)) == expected)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstLine() throws {
    #expect(try lines(of: Array("\u{FEFF}1\n\u{FEFF}2".utf8)) == ["1", "\u{FEFF}2"])
  }

  @Test(arguments: [
    ([0xFF], "\u{FFFD}"), ([0x31, 0xC3, 0x0A], "1\u{FFFD}"), ([0xC3, 0x0D, 0x0A], "\u{FFFD}"),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
  ])
  func whatIsNotUTF8IsMarked(bytes: [UInt8], line: String) throws {
    #expect(try lines(of: bytes) == [line])
  }

  /// Input comes in chunks, whose ends are anywhere in a line.
  @Test(arguments: [1, 2, 100, 65_534, 65_535, 65_536, 65_537, 200_000])
  func linesOfEveryLengthAreWhole(length: Int) throws {
    let long = String(repeating: "x", count: length)
    let text = "\(long)\r\n1\n\(long)\n\r\n\(long)"
    #expect(try lines(of: Array(text.utf8)) == [long, "1", long, "", long])
  }

  @Test func manyLinesAreCounted() throws {
    let text = (1...100_000).map { "\($0)\n" }.joined()
    let read = try withInput(Array(text.utf8)) { lines in
      var count = 0
      while let line = try lines.next() {
        count += 1
        guard line == "\(count)", lines.number == count else { break }
      }
      return count
    }
    #expect(read == 100_000)
  }

  @Test func theNumberIsThatOfTheLine() throws {
    let numbered = try withInput(Array("a\n\nb".utf8)) { lines in
      var numbered = ["\(lines.number)"]
      while let line = try lines.next() { numbered.append("\(lines.number) \(line)") }
      let behind = try lines.next()
      return numbered + ["\(lines.number) \(behind ?? "none")"]
    }
    #expect(numbered == ["0", "1 a", "2 ", "3 b", "3 none"])
  }

  @Test func theLongestLineIsRead() throws {
    let line = String(repeating: "7", count: Self.longest)
    #expect(try lines(of: Array(line.utf8)) == [line])
    #expect(try lines(of: Array((line + "\n1\n").utf8)) == [line, "1"])
  }

  @Test func aLongerLineIsRefusedByItsNumber() throws {
    let text = "1\n2\n" + String(repeating: "7", count: 3 * Self.longest)
    let error = #expect(throws: InputError.self) { try lines(of: Array(text.utf8)) }
    #expect(error == .lineTooLong(path: "input:3", limit: Self.longest))
    #expect(error?.description == "input:3: has more than 16 MiB; break the line")
  }

  @Test func anInputWithoutLinesIsNotReadToItsEnd() throws {
    let zeros = try FileDescriptor.open("/dev/zero", .readOnly)
    try zeros.closeAfter {
      var lines = InputLines(of: zeros, named: "/dev/zero")
      #expect(throws: InputError.lineTooLong(path: "/dev/zero:1", limit: Self.longest)) {
        try lines.next()
      }
    }
  }

  /// Whoever answers a line at a time sends the answers off before waiting for the next.
  @Test func idleIsCalledBeforeWaitingAndNotElsewhere() throws {
    let pipe = try FileDescriptor.pipe()
    defer { try? pipe.readEnd.close() }
    var lines = InputLines(of: pipe.readEnd, named: "input")
    // Whether there was input, unread yet, at each call.
    var calls: [Bool] = []
    func next() throws -> String? { try lines.next { calls.append(hasInput(pipe.readEnd)) } }

    try pipe.writeEnd.writeAll("1\n2\n3".utf8)
    #expect(try next() == "1")
    #expect(calls == [true])
    #expect(try next() == "2")
    #expect(calls == [true], "the second line came with the first")
    try pipe.writeEnd.writeAll("3\n".utf8)
    #expect(try next() == "33")
    #expect(calls == [true, true])
    try pipe.writeEnd.close()
    #expect(try next() == nil)
    #expect(calls.count == 3)
    #expect(try next() == nil)
    #expect(calls.count == 3, "the end is known")
  }

  private func hasInput(_ descriptor: FileDescriptor) -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1 && request.revents & Int16(POLLIN) != 0
  }

  @Test func anErrorOfIdleIsPassedOn() throws {
    #expect(throws: OutputError.closedPipe) {
      try withInput(Array("1\n".utf8)) { lines in
        try lines.next { throw OutputError.closedPipe }
      }
    }
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    defer { try? pipe.writeEnd.close() }
    // The end that is written to cannot be read.
    var lines = InputLines(of: pipe.writeEnd, named: "input")
    #expect(throws: InputError.refused(path: "input", reason: .badFileDescriptor)) {
      try lines.next()
    }
  }

  private func lines(of bytes: [UInt8]) throws -> [String] {
    try withInput(bytes) { lines in
      var all: [String] = []
      while let line = try lines.next() { all.append(line) }
      return all
    }
  }

  /// Reads bytes that come through a pipe.
  private func withInput<Result>(
    _ bytes: [UInt8], _ body: (inout InputLines) throws -> Result
  ) throws -> Result {
    Interruption.prepare()
    let pipe = try FileDescriptor.pipe()
    // The reader may leave before the end.
    let writer = Background {
      try pipe.writeEnd.closeAfter { _ = try? pipe.writeEnd.writeAll(bytes) }
    }
    let result = try pipe.readEnd.closeAfter {
      var lines = InputLines(of: pipe.readEnd, named: "input")
      return try body(&lines)
    }
    _ = try writer.value()
    return result
  }
}
