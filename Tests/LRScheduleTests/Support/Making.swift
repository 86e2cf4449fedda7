@testable import LRSchedule

/// A schedule from plain parts; Adam with one group at 0.001 where nothing else is said.
func schedule(
  _ type: String, _ pairs: KeyValuePairs<String, Value?> = [:], optimizer: String = "Adam",
  base: [Double] = [0.001], release: Release = .newest
) throws -> Schedule {
  try Schedule(
    SchedulerType.named(type), arguments: arguments(pairs),
    optimizer: Optimizer(type: optimizer, baseLRs: base), release: release)
}

extension Schedule {
  /// The rate of every group at a step.
  func rates(at step: Int) -> [Double] { columns(of: .lr).compactMap { $0.value(at: step) } }

  /// The bits of every column at some steps.
  func bits(at steps: some Sequence<Int>) -> [[UInt64?]] {
    columns.map { column in steps.map { column.value(at: $0)?.bitPattern } }
  }
}

/// What a scheduler requires, so that a test can give the rest.
func required(_ type: String) -> [SchedulerArgument] {
  switch type {
  case "OneCycle": arguments(["cycle_min_lr": 0.001, "cycle_max_lr": 0.01])
  case "WarmupDecayLR", "WarmupCosineLR": arguments(["total_num_steps": 10_000])
  default: []
  }
}

/// The error that making a schedule throws.
func refusal(_ make: () throws -> Schedule) -> ScheduleError? {
  do {
    _ = try make()
    return nil
  } catch {
    return error as? ScheduleError
  }
}

// Values as a configuration writes them.

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
  /// Makes a value from a literal.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// Makes a value from a literal.
  public init(floatLiteral value: Double) { self = .float(value) }
  /// Makes a value from a literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Makes a value from a literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Makes a list from a literal.
  public init(arrayLiteral values: Value...) { self = .list(values) }
}
