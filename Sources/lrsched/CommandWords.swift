/// The words of the command line, behind the program's name.
enum CommandWords {
  /// Refuses a word that is not UTF-8: the letters that Swift puts there would name another file.
  ///
  /// - Throws: `UsageError.notUTF8`.
  static func check() throws {
    // Bounds: the system hands over a text for each word, which ends with a NUL, and nothing changes it.
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    for (word, mended) in zip(words, CommandLine.arguments).dropFirst() {
      if let word, String(validatingCString: word) == nil { throw UsageError.notUTF8(mended) }
    }
  }
}
