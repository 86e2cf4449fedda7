import LRText
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the process because a promise is not kept, after it is said which.
func broken(_ promise: String) -> Never {
  _ = try? FileDescriptor.standardError.writeAll("fuzz: \(promise)\n".utf8)
  abort()
}

/// Promises something.
func promise(_ isKept: Bool, _ promise: @autoclosure () -> String) {
  if !isKept { broken(promise()) }
}

/// Promises that a message is as the program says it: on one line, not too long, and without what a
/// terminal would obey.
func promiseMessage(_ error: some CustomStringConvertible) {
  let message = "\(error)"
  promise(
    message.unicodeScalars.count <= longestMessage,
    "a message of \(message.unicodeScalars.count) characters: \(message.prefix(200))")
  promisePrintable(message.escapedForTerminal)
}

/// Promises that a text has no control character but, of several lines, their ends.
func promisePrintable(_ text: String, hasLines: Bool = false) {
  let control = text.unicodeScalars.first {
    $0.properties.generalCategory == .control && !(hasLines && $0 == "\n")
  }
  if let control {
    broken("the character \(String(control.value, radix: 16)) in: \(text.prefix(400))")
  }
}

/// Promises that a text is JSON as far as that shows outside of strings: neither `nan` nor `inf`.
func promiseJSON(_ text: String) {
  promisePrintable(text, hasLines: true)
  var outside: [UInt8] = []
  var isInString = false
  var isEscaped = false
  for byte in text.utf8 {
    if isInString {
      isInString = byte != UInt8(ascii: "\"") || isEscaped
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    } else {
      (isInString, isEscaped) = (byte == UInt8(ascii: "\""), false)
      outside.append(byte)
    }
  }
  let words = outside.split { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20) }
  let isJSON =
    words.allSatisfy { jsonWords.contains(String(decoding: $0, as: UTF8.self)) } && !isInString
  promise(isJSON, "no JSON: \(text.prefix(2000))")
}

private let jsonWords: Set = ["true", "false", "null", "e", "E"]

/// What a message may have at most, as `shortenedForMessage` promises.
private let longestMessage = 4000
