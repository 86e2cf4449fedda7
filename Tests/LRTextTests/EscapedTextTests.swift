import Testing

@testable import LRText

@Suite struct EscapedTextTests {
  @Test(arguments: [
    ("", ""), ("plain: text; with 'marks' and \\ signs", "plain: text; with 'marks' and \\ signs"),
    ("Größe 曲線 👩‍🚀", "Größe 曲線 👩‍🚀"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("a\r\nb", "a\\r\\nb"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("\0\u{7}\u{7F}", "\\u{0}\\u{7}\\u{7F}"),
    ("\u{9B}31m", "\\u{9B}31m"), ("\u{202E}txt.exe", "\\u{202E}txt.exe"),
    ("\u{2066}a\u{2069}\u{200F}\u{61C}", "\\u{2066}a\\u{2069}\\u{200F}\\u{61C}"),
    ("\u{2028}\u{2029}\u{FEFF}\u{200B}", "\\u{2028}\\u{2029}\\u{FEFF}\\u{200B}"),
    ("\u{E0041}", "\\u{E0041}"),
  ])
  func whatATerminalObeysOrHidesIsWrittenOut(text: String, escaped: String) {
    #expect(text.escapedForTerminal == escaped)
    #expect(escaped.escapedForTerminal == escaped)
  }
}
