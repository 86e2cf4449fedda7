import SystemPackage
import Testing

@testable import LRText

@Suite struct TerminalTests {
  @Test func aPipeIsNoTerminal() throws {
    let pipe = try FileDescriptor.pipe()
    #expect(!Terminal.isTerminal(pipe.writeEnd))
    #expect(!Terminal.allowsColour(pipe.writeEnd))
    try pipe.readEnd.close()
    try pipe.writeEnd.close()
  }

  @Test(arguments: [
    (nil, "xterm", true), ("", "xterm", true), (nil, nil, true), ("1", "xterm", false),
    ("0", "xterm", false), (nil, "dumb", false),
  ])
  func colourCanBeForbidden(noColour: String?, term: String?, allowed: Bool) {
    #expect(Terminal.allowsColour(noColour: noColour, term: term) == allowed)
  }
}
