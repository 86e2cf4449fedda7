import Testing

@testable import LRSchedule

/// A scheduler written a second time, as naively as can be: one row from one step, in scalar doubles,
/// with the framework's comparisons and order of operations; no pieces, no vectors, no bisection.
///
/// A division by zero gives an infinite value or a nan here, where the framework raises an exception.
protocol PlainScheduler: Sendable {
  static var name: String { get }
  var release: Release { get }
  var optimizer: String { get }
  var base: Double { get }
  /// What the framework is given: everything that is not nil.
  var arguments: [SchedulerArgument] { get }
  /// Where something may turn over: sizes, not steps, so next to them the steps are worth asking.
  var corners: [Double] { get }
  /// The rate of the one group after `t` steps.
  func lr(_ t: Int) -> Double
  /// The momentum after `t` steps; nil where the scheduler leaves it alone.
  func momentum(_ t: Int) -> Double?
}

extension PlainScheduler {
  var optimizer: String { "Adam" }
  var base: Double { 0.001 }

  func momentum(_ t: Int) -> Double? { nil }

  func value(of channel: Channel, at t: Int) -> Double? {
    channel == .lr ? lr(t) : momentum(t)
  }

  /// The same configuration, given to the code under test.
  func schedule() throws -> Schedule {
    try Schedule(
      SchedulerType.named(Self.name), arguments: arguments,
      optimizer: Optimizer(type: optimizer, baseLRs: [base]), release: release)
  }

  /// The steps next to every corner, in order.
  var cornerSteps: [Int] {
    let steps = ([0] + corners).flatMap { corner in
      let whole = Int(min(max(corner, 0), 0x1p53).rounded(.down))
      return (-3...4).map { whole + $0 }
    }
    return Set(steps.filter { $0 >= 0 }).sorted()
  }
}

/// One plain scheduler as the argument of a test.
struct Plan: CustomTestStringConvertible, Sendable {
  let plain: any PlainScheduler

  init(_ plain: some PlainScheduler) { self.plain = plain }

  /// Whether it is a cosine that goes up and down without end.
  var risesAgain: Bool {
    plain is PlainWarmupCosineLR && plain.release < Release(0, 19, 3)
  }

  var testDescription: String {
    let parameters = plain.arguments.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    return "\(type(of: plain).name)@\(plain.release):\(parameters)"
  }
}

/// The arguments that have a value.
func arguments(_ pairs: KeyValuePairs<String, Value?>) -> [SchedulerArgument] {
  pairs.compactMap { name, value in value.map { SchedulerArgument(name, $0) } }
}

extension Release {
  static let newest = Release(0, 19, 8)
}
