import LRConfiguration

// How many steps a training has, as far as a curve or a log of it says.

extension RecordedCurve {
  /// The steps of the training: those of the schedule that a document of ours describes, else those of the rows;
  /// nil where neither says so.
  public var runLength: Int? { declaredLength ?? columns.compactMap(\.steps.runLength).max() }

  /// The length of the schedule that a document of ours describes; nil of other curves.
  var declaredLength: Int? {
    schedules.count == 1 ? schedules[0].schedule.nominalSteps : nil
  }
}

extension RunLog {
  /// The steps of the training: those that the log itself says, else those of its points; nil where neither
  /// says so.
  public var runLength: Int? { declaredLength ?? columns.compactMap(\.rows.runLength).max() }
}

extension [Int] {
  /// The length of a run whose rows have these steps, which ascend or stay; nil where that is 0.
  ///
  /// Rows from 0 on end at one distance before it, as ours do; logged steps count from 1, and end with it.
  fileprivate var runLength: Int? {
    guard let first, let last else { return nil }
    let isFromZero = first == 0
    let distance = count < 2 ? 1 : Swift.max(1, last - self[count - 2])
    let length = isFromZero ? last + distance : last
    return length > 0 ? length : nil
  }
}
