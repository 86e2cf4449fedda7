/// How one column of two curves compares.
public struct ColumnComparison: Sendable, Hashable {
  /// The column's name.
  public let name: String
  /// How many steps were compared.
  public fileprivate(set) var comparedSteps = 0
  /// On how many of them the values are known to be equal because the formulas are.
  public fileprivate(set) var provedSteps = 0
  /// How many of the first's steps were not compared, because the second has no value there.
  public internal(set) var onlyInA = 0
  /// How many of the second's steps were not compared, because the first has no value there.
  public internal(set) var onlyInB = 0
  /// How many steps of a curve were not compared, because they are not among those that were asked for.
  public internal(set) var outside = 0
  /// On how many the values do not agree.
  public fileprivate(set) var differingSteps = 0
  /// The first difference.
  public fileprivate(set) var first: Difference?
  /// The largest difference, of equal ones the first.
  public fileprivate(set) var worst: Difference?

  init(name: String) { self.name = name }

  /// Adds steps on which the values are equal.
  mutating func addProved(_ count: Int) {
    comparedSteps += count
    provedSteps += count
  }

  /// Adds values side by side, of steps that are given by their index.
  mutating func add(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>, tolerance: Tolerance,
    step: (Int) -> Int
  ) {
    // Bounds: callers lend as many values of `b` as of `a`, for the call.
    comparedSteps += a.count
    guard Self.differ(a, b) else { return }
    // What is written in the loop is a few plain numbers: every step of a billion may differ.
    var count = 0
    var worstIndex: Int?
    var worstDistance = worst.map(\.distance) ?? -1
    for index in a.indices where !tolerance.allows(a[index], b[index]) {
      count += 1
      if count == 1 { note(Difference(step: step(index), a: a[index], b: b[index])) }
      let distance = Difference.distance(a[index], b[index])
      if distance > worstDistance { (worstIndex, worstDistance) = (index, distance) }
    }
    differingSteps += count
    if let worstIndex {
      note(Difference(step: step(worstIndex), a: a[worstIndex], b: b[worstIndex]))
    }
  }

  /// Adds what another comparison of the column found.
  mutating func add(_ other: ColumnComparison) {
    comparedSteps += other.comparedSteps
    provedSteps += other.provedSteps
    differingSteps += other.differingSteps
    other.first.map { note($0) }
    other.worst.map { note($0) }
  }

  private mutating func note(_ difference: Difference) {
    if first.map({ difference.step < $0.step }) ?? true { first = difference }
    if worst.map({ difference.isWorse(than: $0) }) ?? true { worst = difference }
  }

  /// Whether any values are not equal, what is no number among them, without a branch a value.
  private static func differ(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>
  ) -> Bool {
    // Bounds: there are as many values of `b` as of `a`.
    var differing: UInt64 = 0
    for index in a.indices { differing |= a[index] == b[index] ? 0 : 1 }
    return differing != 0
  }
}
