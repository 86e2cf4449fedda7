import TestSupport
import Testing

@testable import LRExplore

/// What terminals send for keys.
@Suite struct KeyParserTests {
  private static let sequences: [(bytes: String, events: [Event])] = [
    ("a", [.key(.character("a"))]), ("@?", [.key(.character("@")), .key(.character("?"))]),
    ("\u{E9}\u{1F600}", [.key(.character("\u{E9}")), .key(.character("\u{1F600}"))]),
    ("\r", [.key(.enter)]), ("\n", [.key(.enter)]), ("\t", [.key(.tab)]),
    ("\u{7F}\u{8}", [.key(.backspace), .key(.backspace)]),
    ("\u{3}\u{1A}", [.key(.control("c")), .key(.control("z"))]),
    ("\u{1B}[A\u{1B}[B", [.key(.up), .key(.down)]),
    ("\u{1B}OC\u{1B}OD", [.key(.right), .key(.left)]),
    ("\u{1B}[1;2C\u{1B}[1;2D", [.key(.right, shift: true), .key(.left, shift: true)]),
    ("\u{1B}[1;5C", [.key(.right)]), ("\u{1B}[a", [.key(.up, shift: true)]),
    ("\u{1B}[H\u{1B}[F", [.key(.home), .key(.end)]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.key(.home), .key(.end), .key(.home), .key(.end)]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", [.key(.pageUp), .key(.pageDown), .key(.delete)]),
    ("\u{1B}[Z", [.key(.tab, shift: true)]),
    ("\u{1B}q", [.key(.escape), .key(.character("q"))]),
    ("\u{1B}[<0;5;3M", [.mouse(column: 4, row: 2)]),
    ("\u{1B}[<0;5;3m", []), ("\u{1B}[<32;9;3M", [.mouse(column: 8, row: 2)]),
    ("\u{1B}[<2;5;3M", []), ("\u{1B}[<0;0;3M", []),
    (
      "\u{1B}[<64;5;3M\u{1B}[<65;5;3M",
      [.wheel(isUp: true, column: 4, row: 2), .wheel(isUp: false, column: 4, row: 2)]
    ),
    ("\u{1B}[M !!x", [.mouse(column: 0, row: 0), .key(.character("x"))]),
    ("\u{1B}[200~q\rq\u{1B}[201~x", [.paste("q\rq"), .key(.character("x"))]),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ("\u{1B}]11;rgb:ff/q\u{7}x", [.key(.character("x"))]),
    ("\u{1B}P1$r0m\u{1B}\\x", [.key(.character("x"))]),
    ("\u{1B}]q\u{1B}[A", [.key(.up)]),
    ("\u{1B}[1;0C", [.key(.right)]), ("\u{1B}[1;-9223372036854775808A", [.key(.up)]),
    ("\u{1B}[1;9223372036854775808A", [.key(.up)]), ("\u{1B}[<-1;-9;-9M", []),
    // What means nothing here is left out as a whole.
    ("\u{1B}[15~x", [.key(.character("x"))]), ("\u{1B}[?1;2cx", [.key(.character("x"))]),
    ("\u{1B}[[Ax", [.key(.character("x"))]), ("\u{1B}OPx", [.key(.character("x"))]),
    ("\u{1B}[12\u{7}x", [.key(.control("g")), .key(.character("x"))]),
  ]

  @Test(arguments: sequences.indices)
  func aSequenceIsAKey(index: Int) {
    let (bytes, events) = Self.sequences[index]
    var parser = KeyParser()
    #expect(parser.events(from: bytes.utf8) == events)
    #expect(!parser.isWaiting)
  }

  /// A slow line may cut a sequence anywhere.
  @Test(arguments: sequences.indices)
  func aSequenceMayComeInPieces(index: Int) {
    let (bytes, events) = Self.sequences[index]
    for cut in 0...bytes.utf8.count {
      var parser = KeyParser()
      let first = parser.events(from: bytes.utf8.prefix(cut))
      #expect(first + parser.events(from: bytes.utf8.dropFirst(cut)) == events)
    }
    var parser = KeyParser()
    #expect(bytes.utf8.flatMap { parser.events(from: [$0]) } == events)
  }

  @Test func anEscapeAloneIsAKeyWhenNothingFollows() {
    var parser = KeyParser()
    #expect(parser.events(from: [0x1B]) == [])
    #expect(parser.isWaiting)
    #expect(parser.endWaiting() == [.key(.escape)])
    #expect(!parser.isWaiting)
  }

  @Test func theBeginningOfASequenceMeansNothing() {
    var parser = KeyParser()
    #expect(parser.events(from: "\u{1B}[1;".utf8) == [])
    #expect(parser.endWaiting() == [])
    #expect(parser.events(from: "x".utf8) == [.key(.character("x"))])
  }

  @Test func aPasteWaitsForItsEnd() {
    var parser = KeyParser()
    #expect(parser.events(from: "\u{1B}[200~wait".utf8) == [])
    #expect(parser.endWaiting() == [])
    #expect(parser.events(from: "ed\u{1B}[201~".utf8) == [.paste("waited")])
  }

  /// Else no key would be one any more.
  @Test func aPasteWhoseEndNeverComesIsWhatThereIs() {
    var parser = KeyParser()
    #expect(parser.events(from: "\u{1B}[200~abc".utf8) == [])
    let events = (1...KeyParser.mostSilences).map { _ in parser.endWaiting() }
    #expect(events.dropLast().allSatisfy { $0.isEmpty })
    #expect(events.last == [.paste("abc")])
    #expect(parser.events(from: "\u{3}\u{1B}[201~".utf8) == [.key(.control("c"))])
  }

  /// Whatever a terminal sends, no byte stops the parser, and keys are keys again afterwards.
  @Test func anyBytesAreRead() {
    var generator = SplitMix64(seed: 9)
    let bytes = Array("\u{1B}[]O<;-~?M0129ACq\u{3}".utf8) + [0xC3, 0xF0, 0xFF]
    for _ in 0..<20_000 {
      var parser = KeyParser()
      let length = Int.random(in: 1...40, using: &generator)
      _ = parser.events(from: (0..<length).map { _ in bytes.randomElement(using: &generator) ?? 0 })
      for _ in 0..<KeyParser.mostSilences { _ = parser.endWaiting() }
      #expect(parser.events(from: "x".utf8) == [.key(.character("x"))])
    }
  }

  @Test(arguments: [
    [0xFF, 0x78], [0xC3, 0x78], [0x80, 0x78], [0xF5, 0x80, 0x78], [0xE2, 0x28, 0x78],
    [0xED, 0xA0, 0x80, 0x78],
  ])
  func whatIsNoTextIsLeftOut(bytes: [UInt8]) {
    var parser = KeyParser()
    #expect(parser.events(from: bytes).last == .key(.character("x")))
  }
}
