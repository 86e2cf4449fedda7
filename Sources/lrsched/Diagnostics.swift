import LRConfiguration
import LRText
import SystemPackage

/// What the program says on standard error: `lrsched: error: WHERE: WHAT; MEND`.
enum Diagnostics {
  /// Keeps the number of standard error where it is closed; the program calls it before it opens
  /// anything.
  ///
  /// A file that is opened gets the lowest free number: what is said would be written into it.
  static func prepare() {
    do {
      _ = try FileDescriptor.standardError.stat()
    } catch Errno.badFileDescriptor {
      guard let nowhere = try? FileDescriptor.open("/dev/null", .writeOnly) else { return }
      if nowhere == .standardError { return }
      _ = try? nowhere.duplicate(as: .standardError)
      try? nowhere.close()
    } catch {
      // It is open, whatever else is wrong.
    }
  }

  /// Says why the program ends without a result.
  static func error(_ text: String) { say("error", colour: "31", text) }

  /// Says what else there is to know.
  static func say(_ messages: [Message]) {
    for message in messages {
      say(message.level.rawValue, colour: message.level == .warning ? "33" : "36", message.text)
    }
  }

  /// Says what the user may not have meant.
  static func warn(_ text: String) { say("warning", colour: "33", text) }

  /// Says what was done, a file's name say.
  static func note(_ text: String) { say("note", colour: "36", text) }

  private static func say(_ level: String, colour: String, _ text: String) {
    let level =
      Terminal.allowsColour(.standardError)
      ? "\u{1B}[\(colour)m\(level):\u{1B}[0m" : "\(level):"
    let line = "lrsched: \(level) \(text.escapedForTerminal)\n"
    // There is no one left to tell where this cannot be written.
    _ = try? FileDescriptor.standardError.writeAll(line.utf8)
  }
}
