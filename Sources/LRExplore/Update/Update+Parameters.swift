import LRConfiguration
import LRSchedule

// The selected parameter and its value.

extension Model {
  /// Selects the next parameter, or the one before; the last one is followed by the first.
  mutating func selectParameter(by count: Int) {
    let total = parameters.count
    guard total > 0 else { return say("\(schedule.label) has no parameters") }
    guard let index = parameterIndex else {
      parameterIndex = count > 0 ? 0 : total - 1
      return
    }
    parameterIndex = (index + count + total) % total
  }

  /// Changes the selected parameter by a step; the first one is selected where none is.
  mutating func stepParameter(isUp: Bool, isFine: Bool) {
    guard let row = parameter else { return selectParameter(by: 1) }
    guard let next = row.value.stepped(isUp: isUp, isFine: isFine, of: row.declaration) else {
      let kind = row.declaration?.takes ?? "numbers"
      return say("\(row.name) has no next value; Enter types one: \(kind)")
    }
    take(next, for: row)
  }

  /// Begins to type a value where a parameter is selected and the key is the first letter of one.
  ///
  /// - Returns: Whether it does.
  mutating func beginsEdit(_ key: Key) -> Bool {
    guard let row = parameter else { return false }
    switch key {
    case .enter: prompt = Prompt(purpose: .value(of: row.name), text: row.value.typed)
    case .character(let letter) where letter.isASCII && "0123456789.-\"'[".contains(letter):
      prompt = Prompt(purpose: .value(of: row.name), text: String(letter))
    default: return false
    }
    return true
  }

  /// Takes a value that was typed.
  mutating func takeTyped(_ text: String) {
    guard let row = parameter else { return }
    do {
      take(try row.value(typed: text), for: row)
    } catch {
      say("\(error)", isError: true)
    }
  }

  /// Takes a value, or says why the framework does not; what it warns of is said too.
  private mutating func take(_ value: Value, for row: ParameterRow) {
    do {
      try change(row, to: value)
      let notice = schedule.schedule.notices.first { $0.parameter == row.name }
      if let notice { say("\(notice)") }
    } catch {
      say("\(error)", isError: true)
    }
  }
}
