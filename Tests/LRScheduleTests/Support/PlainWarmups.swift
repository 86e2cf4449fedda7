@testable import LRSchedule

/// The warm-up of the three schedulers that have one.
struct PlainWarmup: Sendable {
  var release: Release
  var steps: Number
  var type: String

  var length: Double { max(2, steps.double) }

  /// The share of the way after `t - 1 < length`.
  func gamma(_ t: Double, rawLogarithm: Bool = false) -> Double {
    if type == "linear" { return (t - 1) / length }
    let inverse = 1 / cLogarithm(rawLogarithm ? steps.double : length)
    return inverse * cLogarithm(t)
  }
}

struct PlainWarmupLR: PlainScheduler {
  static let name = "WarmupLR"
  var release = Release.newest
  var low = 0.0
  var high: Double?
  var steps: Number = 1000
  var type = "log"

  var arguments: [SchedulerArgument] {
    LRScheduleTests.arguments([
      "warmup_min_lr": .float(low), "warmup_max_lr": high.map(Value.float),
      "warmup_num_steps": steps.value, "warmup_type": .string(type),
    ])
  }

  var warmup: PlainWarmup { PlainWarmup(release: release, steps: steps, type: type) }
  var corners: [Double] { [warmup.length] }

  func lr(_ t: Int) -> Double {
    if t == 0 { return release < Release(0, 15, 3) ? base : low }
    let delta = (high ?? (release < Release(0, 17, 2) ? 0.001 : base)) - low
    if Double(t) - 1 < warmup.length { return low + (delta * warmup.gamma(Double(t))) }
    return low + (delta * 1.0)
  }
}

struct PlainWarmupDecayLR: PlainScheduler {
  static let name = "WarmupDecayLR"
  var release = Release.newest
  var total: Number
  var low = 0.0
  var high = 0.001
  var steps: Number = 1000
  var type = "log"

  var arguments: [SchedulerArgument] {
    LRScheduleTests.arguments([
      "total_num_steps": total.value, "warmup_min_lr": .float(low), "warmup_max_lr": .float(high),
      "warmup_num_steps": steps.value, "warmup_type": .string(type),
    ])
  }

  var warmup: PlainWarmup { PlainWarmup(release: release, steps: steps, type: type) }
  var corners: [Double] { [warmup.length, total.double] }

  func lr(_ t: Int) -> Double {
    if t == 0 { return release < Release(0, 15, 3) ? base : low }
    let delta = high - low
    let length = warmup.length
    if Double(t) - 1 < length { return low + (delta * warmup.gamma(Double(t))) }
    let gamma = max(0.0, (total.double - (Double(t) - 1)) / max(1.0, total.double - length))
    return low + (delta * gamma)
  }
}

struct PlainWarmupCosineLR: PlainScheduler {
  static let name = "WarmupCosineLR"
  var release = Release.newest
  var base = 0.001
  var total: Number
  var minimum = 0.0
  var steps: Number = 1000
  var cosineMinimum = 0.0001
  var type = "log"

  var arguments: [SchedulerArgument] {
    LRScheduleTests.arguments([
      "total_num_steps": total.value, "warmup_min_ratio": .float(minimum),
      "warmup_num_steps": steps.value, "cos_min_ratio": .float(cosineMinimum),
      "warmup_type": .string(type),
    ])
  }

  var warmup: PlainWarmup { PlainWarmup(release: release, steps: steps, type: type) }
  var corners: [Double] {
    [warmup.length, total.double]
      + (2...5).map {
        warmup.length + (total.double - warmup.length) * Double($0)
      }
  }

  func lr(_ t: Int) -> Double {
    if t == 0 { return release < Release(0, 15, 3) ? base : 0 }
    let length = warmup.length
    guard Double(t) - 1 >= length else {
      let gamma = warmup.gamma(Double(t), rawLogarithm: release == Release(0, 12, 3))
      return base * (minimum + gamma * (1 - minimum))
    }
    let way = Double(t) - 1 - length + 1
    let distance = total.double - length
    let isCut = release >= Release(0, 19, 3)
    if !isCut && distance == 0 { return .nan }
    let r =
      isCut
      ? (1 + cCosine(Double.pi * min(1.0, way / max(1, distance)))) / 2
      : (1 + cCosine(Double.pi * way / distance)) / 2
    return base * max(0.0, cosineMinimum + (1 - cosineMinimum) * r)
  }
}
