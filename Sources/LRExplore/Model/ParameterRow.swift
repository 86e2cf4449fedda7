import LRConfiguration
import LRSchedule

/// A line of the panel of parameters: a parameter of the selected schedule, or the optimizer's own rate.
struct ParameterRow: Sendable {
  let name: String
  let value: Value
  /// Its value in the schedule as it was given.
  let given: Value
  /// What the scheduler says of it; nil of the optimizer's own rate.
  let declaration: ParameterDeclaration?

  var isChanged: Bool { value != given }

  /// What it is, as half a line.
  var help: String {
    declaration?.help ?? "the optimizer's own rate, one a parameter group"
  }
}

extension Model {
  /// What can be changed of the selected schedule, in the framework's order.
  var parameters: [ParameterRow] {
    let (now, before) = (schedule.schedule, given.schedules[scheduleIndex].schedule)
    let rows = zip(now.parameters, before.parameters).map { now, before in
      ParameterRow(
        name: now.declaration.name, value: now.value, given: before.value,
        declaration: now.declaration)
    }
    guard now.usesBaseLRs else { return rows }
    return rows + [
      ParameterRow(
        name: "base lr", value: now.optimizer.rate, given: before.optimizer.rate, declaration: nil)
    ]
  }

  /// The selected parameter.
  var parameter: ParameterRow? {
    let rows = parameters
    return parameterIndex.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  /// Gives the selected parameter a value.
  ///
  /// - Throws: `ScheduleError` where the framework refuses it; nothing is changed then.
  mutating func change(_ row: ParameterRow, to value: Value) throws(ScheduleError) {
    let changed =
      row.declaration == nil
      ? try schedule.with(baseLRs: value.rates) : try schedule.with(value, for: row.name)
    replace(with: changed)
  }

  /// Gives the selected schedule the numbers of another release.
  ///
  /// - Throws: `ScheduleError` where that refuses the parameters; nothing is changed then.
  mutating func change(to release: Release) throws(ScheduleError) {
    replace(with: try schedule.with(release: release))
  }

  private mutating func replace(with changed: LabelledSchedule) {
    var all = schedules
    all[scheduleIndex] = changed
    replace(all)
  }
}

extension ParameterRow {
  /// Reads a value that was typed for it.
  ///
  /// - Throws: `ConfigurationError`.
  func value(typed text: String) throws(ConfigurationError) -> Value {
    if let declaration { return try typedValue(text, of: declaration) }
    return .list(try typedRates(text, at: .typed(name)).map(Value.float))
  }
}

extension Optimizer {
  /// The rates as one value: a number, or of several groups a list.
  fileprivate var rate: Value {
    groupCount == 1 ? .float(baseLRs[0]) : .list(baseLRs.map(Value.float))
  }
}

extension Value {
  /// The rates of a value of numbers.
  fileprivate var rates: [Double] {
    if case .list(let values) = self { return values.compactMap(\.number) }
    return [number].compactMap(\.self)
  }
}
