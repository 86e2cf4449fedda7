@testable import LRSchedule

struct PlainRangeTest: PlainScheduler {
  static let name = "LRRangeTest"
  var release = Release.newest
  var low = 0.001
  var size: Number = 2000
  var rate = 1.0
  var staircase = false

  var arguments: [SchedulerArgument] {
    LRScheduleTests.arguments([
      "lr_range_test_min_lr": .float(low), "lr_range_test_step_size": size.value,
      "lr_range_test_step_rate": .float(rate), "lr_range_test_staircase": .bool(staircase),
    ])
  }

  var corners: [Double] { (1...3).map { size.double * Double($0) } }

  func lr(_ t: Int) -> Double {
    if t == 0 { return low }
    let interval = Double(t) / size.double
    return low * (1 + rate * (staircase ? interval.rounded(.down) : interval))
  }
}

struct PlainOneCycle: PlainScheduler {
  static let name = "OneCycle"
  var release = Release.newest
  var optimizer = "Adam"
  var low = 0.0001
  var high = 0.001
  var first: Number = 2000
  var second: Number?
  var firstStairs: Number = 0
  var secondStairs: Number?
  var decaySize: Number = 0
  var decayRate = 0.0
  var lowMomentum = 0.8
  var highMomentum = 0.9
  var momentumDecayRate = 0.0

  var arguments: [SchedulerArgument] {
    LRScheduleTests.arguments([
      "cycle_min_lr": .float(low), "cycle_max_lr": .float(high),
      "decay_lr_rate": .float(decayRate), "cycle_first_step_size": first.value,
      "cycle_second_step_size": second?.value, "cycle_first_stair_count": firstStairs.value,
      "cycle_second_stair_count": secondStairs?.value, "decay_step_size": decaySize.value,
      "cycle_min_mom": .float(lowMomentum), "cycle_max_mom": .float(highMomentum),
      "decay_mom_rate": .float(momentumDecayRate),
    ])
  }

  var corners: [Double] {
    let pole = total - decaySize.double / decayRate
    // Where a decay's interval gets another exponent, the order of its operations shows.
    return [first.double, total, total + 0x1p12, total + 0x1p15] + (pole.isFinite ? [pole] : [])
  }

  var total: Double { first.double + (second ?? first).double }

  func lr(_ t: Int) -> Double {
    if t == 0 { return low }
    if Double(t) - 1 < total { return low + (high - low) * scale(Double(t)) }
    if decaySize.double == 0 || decayRate == 0 { return low }
    return low / (1 + decayRate * decayInterval(Double(t)))
  }

  func momentum(_ t: Int) -> Double? {
    guard optimizer == "Adam" else { return nil }
    if t == 0 { return lowMomentum }
    if Double(t) - 1 < total {
      return highMomentum - (highMomentum - lowMomentum) * scale(Double(t))
    }
    if decaySize.double == 0 || momentumDecayRate == 0 { return highMomentum }
    return highMomentum * (1 + momentumDecayRate * decayInterval(Double(t)))
  }

  private func decayInterval(_ t: Double) -> Double { (((t - 1) - total) + 1) / decaySize.double }

  private func scale(_ t: Double) -> Double {
    let first = first.double
    let second = (second ?? self.first).double
    let ratio = first / total
    let x = 1 + t / total - (1 + t / total).rounded(.down)
    let isFirst = x <= ratio
    let count = isFirst ? firstStairs.double : (secondStairs ?? firstStairs).double
    guard count > 0, release >= Release(0, 19, 4) else {
      return isFirst ? x / ratio : (x - 1) / (ratio - 1)
    }
    let c = t.truncatingRemainder(dividingBy: total)
    let position = c <= first ? c * count / first : (total - c) * count / second
    return position.rounded(.down) / count
  }
}
