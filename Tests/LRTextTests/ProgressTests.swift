import SystemPackage
import Testing

@testable import LRText

/// The line that says how far long work is.
@Suite struct ProgressTests {
  private func said(passes: Int, delay: Duration, _ body: (Progress) -> Void) throws -> String {
    let pipe = try FileDescriptor.pipe()
    defer { try? pipe.readEnd.close() }
    try pipe.writeEnd.closeAfter { body(Progress(pipe.writeEnd, passes: passes, delay: delay)) }
    var text = [UInt8](repeating: 0, count: 1000)
    let count = try text.withUnsafeMutableBytes { try pipe.readEnd.read(into: $0) }
    return String(decoding: text[..<count], as: UTF8.self)
  }

  @Test func theShareOfAllPasses() throws {
    #expect(try said(passes: 1, delay: .zero) { $0.advance(to: 1, of: 8) } == "\rlrsched: 12 %")
    #expect(
      try said(passes: 2, delay: .zero) { progress in
        progress.advance(to: 8, of: 8)
      } == "\rlrsched: 50 %")
  }

  @Test func theLineIsTakenAway() throws {
    #expect(
      try said(passes: 1, delay: .zero) { progress in
        progress.advance(to: 1, of: 2)
        progress.advance(to: 2, of: 2)
        progress.end()
        progress.end()
      } == "\rlrsched: 50 %\r\u{1B}[K")
  }

  @Test func shortWorkSaysNothing() throws {
    #expect(
      try said(passes: 1, delay: .seconds(60)) { progress in
        for done in 1...1000 { progress.advance(to: done, of: 1000) }
        progress.end()
      } == "")
  }
}
