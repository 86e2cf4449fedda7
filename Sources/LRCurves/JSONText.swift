import LRSchedule
import LRText

extension String {
  /// The text as a JSON string, quotes included.
  var asJSON: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u" + scalar.value.fourHexDigits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Value {
  /// The value as JSON.
  var asJSON: String {
    switch self {
    case .string(let text), .other(let text): text.asJSON
    case .list(let values): "[" + values.map(\.asJSON).joined(separator: ", ") + "]"
    case .scheduler(let name, let arguments):
      "{\"type\": \(name.asJSON), \"params\": {"
        + arguments.map { "\($0.name.asJSON): \($0.value.asJSON)" }.joined(separator: ", ") + "}}"
    case .null, .bool, .int, .float: description
    }
  }
}
