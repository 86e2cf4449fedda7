import LRConfiguration
import LRCurves
import LRSchedule

/// Promises of schedules that were accepted: what is said of them, and that they can be evaluated.
func promiseRows(
  of resolution: Resolution, from: String? = nil, to: String? = nil, every: String? = nil
) {
  resolution.messages.map(\.text).forEach(promiseMessage)
  for schedule in resolution.schedules {
    promisePrintable(schedule.label)
    schedule.schedule.notices.forEach { promiseMessage("\($0)") }
    schedule.schedule.columns.forEach(promiseValues)
  }
  do {
    let rows = try resolution.rows(from: from, to: to, every: every)
    let last = rows[rows.count - 1]
    for column in resolution.schedules.flatMap(\.schedule.columns) {
      for step in [rows.from, last] {
        promise(
          column.value(at: step, walkingAtMost: longestWalk)?.value.isFinite ?? false,
          "no value at step \(step) of \(column.name)")
      }
    }
    guard isNear(rows.from, of: resolution) else { return }
    let few = rows.from..<min(rows.from + 3, rows.to)
    promiseOutput(of: resolution.schedules, on: few)
    for schedule in resolution.schedules {
      promisePrintable(ScheduleReport(schedule, steps: few).text, hasLines: true)
    }
  } catch {
    promiseMessage(error)
  }
}

/// Values that follow from more others are known only nearly.
private let longestWalk = 1 << 12

private func isNear(_ step: Int, of resolution: Resolution) -> Bool {
  resolution.schedules.flatMap(\.schedule.columns).allSatisfy { $0.walk(to: step) <= longestWalk }
}

/// Promises that the values at the first step, the last one and the breakpoints are finite, and their
/// bounds too.
private func promiseValues(of column: Column) {
  guard let last = column.steps.last else { return }
  var steps = [column.steps.lowerBound, last]
  for piece in column.pieces(in: column.steps, atMost: 32) {
    steps += [piece.steps.lowerBound - 1, piece.steps.lowerBound, piece.steps.lowerBound + 1]
    promise(!piece.text.contains("nan") && !piece.text.contains("inf"), piece.text)
  }
  for step in steps where column.steps.contains(step) {
    let value = column.value(at: step, walkingAtMost: longestWalk)?.value
    let bounds = column.bounds(in: step..<step + 1)
    promise(
      value?.isFinite ?? false && bounds?.lowerBound.isFinite ?? false
        && bounds?.upperBound.isFinite ?? false,
      "\(column.name) is not finite at step \(step)")
  }
  promiseSameRows(of: column, from: column.steps.lowerBound)
}

/// Promises that values one by one are those of a few rows that are written at once.
private func promiseSameRows(of column: Column, from start: Int) {
  guard column.walk(to: start) <= longestWalk else { return }
  withUnsafeTemporaryAllocation(of: Double.self, capacity: 8) { values in
    values.initialize(repeating: .nan)
    let count = column.fill(from: start, into: values)
    for index in 0..<count {
      promise(
        column.value(at: start + index)?.bitPattern == values[index].bitPattern,
        "\(column.name) is another by itself at step \(start + index)")
    }
  }
}
