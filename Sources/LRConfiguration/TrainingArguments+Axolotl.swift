import LRSchedule
import LRText

// What Axolotl does with its arguments before Hugging Face's trainer sees them.

extension TrainingArguments {
  /// Whether arguments are spelt as Axolotl spells them, and none of them as the trainer does.
  static func areAxolotls(_ root: HjsonNode) -> Bool {
    func has(_ keys: [TrainingKey]) -> Bool {
      keys.contains { root.member($0.rawValue) != nil }
    }
    return has([.scheduler, .epochs, .microBatchSize, .cosineMinLRRatio, .quadraticWarmup])
      && !has([.schedulerType, .trainEpochs, .perDeviceBatchSize])
  }

  /// Whether Axolotl sets a warm-up of its own.
  var hasOwnWarmup: Bool { isAxolotls && warmup.steps == nil && warmup.ratio == nil }

  /// What is said where Axolotl sets a warm-up of its own; nil where it does not.
  ///
  /// - Parameters:
  ///   - total: The number of training steps; nil where it is not known.
  ///   - flag: The flag of the warm-up's length.
  /// - Returns: The warning.
  func warningOfOwnWarmup(of total: Int?, flag: String) -> Message? {
    guard hasOwnWarmup else { return nil }
    let steps = total.map(Self.ownWarmup)
    if steps == 0 { return nil }
    return .warning(
      "\(name): is spelt as Axolotl's and has neither warmup_steps nor warmup_ratio: Axolotl then warms up"
        + " for 3 % of the steps, at most 100; give \(flag) \(steps.map { "\($0)" } ?? "N") for that"
    )
  }

  /// `min(int(0.03 * total), 100)`, and 2 instead of 1.
  private static func ownWarmup(of total: Int) -> Int {
    TrainingWarmup.axolotls(Int(min(0.03 * Double(total), 100)))
  }

  /// Refuses a cosine that Axolotl computes by itself.
  ///
  /// - Parameter type: The scheduler.
  /// - Throws: `ConfigurationError` where the curve is not the scheduler's.
  func checkOwnCosine(_ type: SchedulerType) throws(ConfigurationError) {
    guard type.name == CosineWithWarmup.type.name, let ownCosine else { return }
    throw .training(.ownCosine(ownCosine.argument, place: ownCosine.place))
  }
}
