import LRSchedule
import LRText

extension Value {
  /// Reads a value that was typed on the command line.
  ///
  /// `true`, `false`, `null` (`none`), numbers (`10000`, `10_000`, `1e6`, `10k`; whole ones are whole
  /// however they are written), lists in brackets, schedulers as Python makes them
  /// (`LinearLR(total_iters=100)`), and anything else as a text, in quotes or without.
  ///
  /// - Parameters:
  ///   - text: The text behind `=` or the flag.
  ///   - depth: In how many lists and schedulers it stands; where there are more than any has, it is a
  ///     text.
  /// - Throws: `TypedNumberError` for a number that is too large or too small.
  init(typed text: some StringProtocol, depth: Int = 0) throws(TypedNumberError) {
    guard depth < Hjson.maximumDepth else {
      self = .string(String(text))
      return
    }
    switch text.lowercased() {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    case "null", "none": self = .null
    default:
      if let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote {
        self = .string(String(text.dropFirst().dropLast()))
      } else if text.hasPrefix("["), text.hasSuffix("]") {
        let inside = text.dropFirst().dropLast()
        let elements = inside.isEmpty ? [] : splitAtCommas(inside)
        var values: [Value] = []
        for element in elements {
          values.append(try Value(typed: element.trimmingSpaces, depth: depth + 1))
        }
        self = .list(values)
      } else if let scheduler = try Value(typedScheduler: text, depth: depth) {
        self = scheduler
      } else {
        self = try Value(typedNumberOrText: text)
      }
    }
  }

  /// Reads `NAME(parameter=value, ..)`; nil for what is none.
  private init?(
    typedScheduler text: some StringProtocol, depth: Int
  ) throws(TypedNumberError) {
    guard let open = text.firstIndex(of: "("), text.last == ")", open > text.startIndex,
      splitAtCommas(text).count == 1
    else { return nil }
    let inside = text[text.index(after: open)...].dropLast()
    let name = String(text[..<open].trimmingSpaces)
    let type = SchedulerNames.findPart(name)
    let types = [type].compactMap(\.self)
    var arguments: [SchedulerArgument] = []
    for argument in inside.trimmingSpaces.isEmpty ? [] : splitAtCommas(inside) {
      guard let equals = argument.firstIndex(of: "=") else { return nil }
      let parameter = types.spelling(of: String(argument[..<equals].trimmingSpaces))
      let value = argument[argument.index(after: equals)...].trimmingSpaces
      arguments.append(
        SchedulerArgument(parameter, try Value(typed: value, depth: depth + 1)))
    }
    self = .scheduler(type?.name ?? name, arguments)
  }

  private init(typedNumberOrText text: some StringProtocol) throws(TypedNumberError) {
    do {
      switch try TypedNumber(text) {
      case .integer(let value): self = .int(value)
      case .float(let value): self = .float(value)
      }
    } catch .empty, .notANumber {
      self = .string(String(text))
    }
  }
}

extension Value {
  /// The number, or the list of numbers, that a text means: one in quotes, or one as only a command line
  /// takes it (`1k`); nil for any other value.
  public var numberMeant: Value? {
    switch self {
    case .string(let text):
      switch try? TypedNumber(text) {
      case .integer(let number)?: .int(number)
      case .float(let number)?: .float(number)
      case nil: nil
      }
    case .list(let values):
      values.contains { $0.numberMeant != nil }
        ? .list(values.map { $0.numberMeant ?? $0 }) : nil
    default: nil
    }
  }
}
