import LRSchedule

let schedule = try Schedule(
  WarmupCosineLR(totalNumSteps: 10_000_000), optimizer: Optimizer(baseLRs: [3e-4]))
let lr = schedule.columns[0]

// Ten million steps into a buffer.
let rates = [Double](unsafeUninitializedCapacity: 10_000_000) { buffer, count in
  count = lr.fill(from: 0, into: buffer)
}
print(rates.count, rates[5_000_000])

// One step, however far; nil where there is none.
print(lr.value(at: 9_999_999) ?? .nan)
