import CYAML
import LRText

/// libyaml's parser of one text, which gives one event after another.
final class YAMLParser {
  // Bounds: one parser from `init` to `deinit`; the text outlives it, and libyaml has its count.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of what is parsed: libyaml counts a byte order mark as a column, and what begins the first
  /// line is indented by it.
  private let start: Int

  /// Begins to read a text in UTF-8, which has to outlive the parser.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
    self.text = text
    start = text.textStart
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw YAMLError(position: TextPosition(line: 1, column: 1), problem: .outOfMemory)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // Bounds: `start` is at most text.count, and libyaml is given what is left.
    let input = UnsafeBufferPointer(rebasing: text[start...])
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; nil behind the last one.
  func next() throws(YAMLError) -> YAMLEvent? {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    return event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT
      ? nil : YAMLEvent(event, at: position(event.start_mark))
  }

  private func error() -> YAMLError {
    let parser = parser.pointee
    let place = position(parser.problem_mark)
    // Bounds: libyaml's words end with a NUL and live as long as the program.
    func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
    switch parser.error {
    case YAML_MEMORY_ERROR:
      return YAMLError(position: position(parser.mark), problem: .outOfMemory)
    case YAML_READER_ERROR:
      // The text is UTF-8, so that only a character can be wrong.
      return YAMLError(
        position: TextPosition(of: start + Int(parser.problem_offset), in: Array(self.text)),
        problem: .forbiddenCharacter(UInt32(truncatingIfNeeded: parser.problem_value)))
    default:
      let problem = text(parser.problem) ?? "it cannot be read"
      if isTab(at: parser.problem_mark), problem.contains("cannot start any token") {
        return YAMLError(position: place, problem: .tab)
      }
      let context = text(parser.context)
      return YAMLError(
        position: place,
        problem: .syntax(
          problem, context: context,
          began: context == nil ? nil : position(parser.context_mark)))
    }
  }

  /// The place of a mark of libyaml's, which counts from 0.
  private func position(_ mark: yaml_mark_t) -> TextPosition {
    let isBehindByteOrderMark = start > 0 && mark.line == 0
    return TextPosition(
      line: Int(mark.line) + 1, column: Int(mark.column) + (isBehindByteOrderMark ? 2 : 1))
  }

  /// Whether a tab stands at a mark, whose index counts characters.
  private func isTab(at mark: yaml_mark_t) -> Bool {
    var count = 0
    for byte in text[start...] where byte & 0xC0 != 0x80 {
      if count == mark.index { return byte == UInt8(ascii: "\t") }
      count += 1
    }
    return false
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t, at position: TextPosition) {
    // Bounds: the texts end with a NUL, and `next` deletes the event when they are copied.
    func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
      pointer.map { String(cString: $0) }
    }
    self.position = position
    characters = Int(event.start_mark.index)..<Int(event.end_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_ALIAS_EVENT: kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      // Bounds: the length is libyaml's own: a scalar may hold a NUL, as "\0".
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        String(decoding: bytes, as: UTF8.self), ScalarStyle(scalar.style))
      (anchor, tag) = (text(scalar.anchor), text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      kind = .listStart
      let start = event.data.sequence_start
      (anchor, tag) = (text(start.anchor), text(start.tag))
    case YAML_MAPPING_START_EVENT:
      kind = .mapStart
      let start = event.data.mapping_start
      (anchor, tag) = (text(start.anchor), text(start.tag))
    case YAML_SEQUENCE_END_EVENT: kind = .listEnd
    case YAML_MAPPING_END_EVENT: kind = .mapEnd
    default: kind = .other
    }
  }
}

extension YAMLEvent.ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
    default: self = .plain
    }
  }
}
