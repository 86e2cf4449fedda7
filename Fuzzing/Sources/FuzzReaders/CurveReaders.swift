import LRConfiguration
import LRCurves
import LRSchedule

/// Reads a curve as `compare` does, against schedules and itself.
func readCurve(_ bytes: [UInt8]) {
  do {
    let curve = try RecordedCurve(bytes, name: "./curve")
    for plan in plans { compare(curve, with: .schedule(plan)) }
    // A line of the report for each column takes longer than to read it.
    if curve.columns.count <= 1000 { compare(curve, with: .curve(curve)) }
  } catch {
    promiseMessage(error)
  }
}

/// Reads a log as `check` does, against schedules.
func readLog(_ bytes: [UInt8]) {
  do {
    let log = try RunLog(bytes, name: "./curve")
    for plan in plans { check(log, against: plan) }
  } catch {
    promiseMessage(error)
  }
}

private func compare(_ curve: RecordedCurve, with side: ComparedSide) {
  for column in curve.columns {
    promise(column.steps.count == column.values.count, "not a value a step")
    promise(zip(column.steps, column.steps.dropFirst()).allSatisfy { $0 < $1 }, "steps go back")
    for index in column.values.indices.prefix(8) { promiseMessage(column.place(of: index)) }
  }
  do {
    let curveSide = ComparedSide.curve(curve)
    let comparison = try Comparison(
      side, curveSide, on: 0..<Schedule.stepLimit,
      columns: curve.columns.count == 1 ? curve.columns.map(\.name) : [])
    let report = ComparisonReport(of: side, and: curveSide, comparison, tolerance: .exact)
    promisePrintable(report.text, hasLines: true)
    promiseReport(report.report(version: "0", file: curve.name))
  } catch {
    promiseMessage(error)
  }
}

private func check(_ log: RunLog, against plan: LabelledSchedule) {
  log.notes.forEach { promiseMessage($0) }
  for column in log.columns {
    promise(column.rows.count == column.points.steps.count, "not a row a point")
  }
  do {
    let check = try LogCheck(log, against: plan)
    check.lines.forEach { promisePrintable($0) }
    promiseReport(check.report(version: "0"))
  } catch {
    promiseMessage(error)
  }
}

/// The schedules that curves are compared with, of one parameter group and of two.
private let plans: [LabelledSchedule] = {
  do {
    return try ["0.001", "0.001,0.1"].map { rates in
      try Resolution(
        ["onecycle:cycle_first_step_size=10,decay_step_size=5,decay_lr_rate=0.1"],
        options: ScheduleOptions(lr: rates)
      ).schedules[0]
    }
  } catch {
    broken("\(error)")
  }
}()
