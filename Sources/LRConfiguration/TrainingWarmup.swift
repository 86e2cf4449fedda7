/// The warm-up of training arguments, whose length may be a share of the training's.
struct TrainingWarmup: Sendable {
  /// How many steps it takes.
  struct Length {
    let steps: Int
    let place: Place
    /// What was made of what is written; nil where that is the number itself.
    let note: String?
  }

  let steps: (value: Double, place: Place)?
  let ratio: (value: Double, place: Place)?
  /// Whether Axolotl makes whole steps of the ratio.
  let isAxolotls: Bool

  /// The share that decides, if one does: `warmup_steps` below 1 (transformers 5), else `warmup_ratio`
  /// (transformers 4) where there are no `warmup_steps`.
  private var share: (key: String, value: Double, place: Place)? {
    if let steps, steps.value > 0 {
      return steps.value < 1 ? ("warmup_steps", steps.value, steps.place) : nil
    }
    return ratio.flatMap { $0.value > 0 ? ("warmup_ratio", $0.value, $0.place) : nil }
  }

  /// Whether its length depends on the training's.
  var isShare: Bool { share != nil }

  /// Its length: `int(warmup_steps)`, or `ceil(N * share)`; Axolotl's is `int(N * warmup_ratio)`, and 2 instead of 1.
  ///
  /// - Parameter total: N, the number of training steps; nil where it is not known.
  /// - Returns: The length; nil where it needs N.
  func length(of total: Int?) -> Length? {
    guard let (key, value, place) = share else {
      guard let steps, steps.value >= 1 else {
        let place = steps?.place ?? ratio?.place ?? .assumed("the trainer's default")
        return Length(steps: 0, place: place, note: nil)
      }
      let written = Int(steps.value)
      let count = isAxolotls ? Self.axolotls(written) : written
      let ignored = ratio.flatMap { $0.value > 0 ? $0 : nil }
      return Length(
        steps: count, place: steps.place,
        note: ignored.map { "\($0.place): warmup_ratio \($0.value) is ignored: warmup_steps wins" }
          ?? (count == written
            ? nil : "\(steps.place): warmup_steps is \(written), of which Axolotl makes \(count)"))
    }
    guard let total else { return nil }
    let isAxolotls = isAxolotls && key == TrainingKey.warmupRatio.rawValue
    let rounded = Int((Double(total) * value).rounded(isAxolotls ? .down : .up))
    let count = isAxolotls ? Self.axolotls(rounded) : rounded
    let release =
      isAxolotls
      ? (count == rounded ? "rounded down, as Axolotl has it" : "which Axolotl makes of 1")
      : key == TrainingKey.warmupSteps.rawValue
        ? "as transformers 5 has it (4.x takes whole steps, and warmup_ratio)"
        : "as transformers 4 has it (5.x: warmup_steps below 1)"
    return Length(
      steps: count, place: place,
      note: "\(place): \(key) \(value) of \(total) steps is a warm-up of \(count), \(release)")
  }

  /// Axolotl never hands on a warm-up of one step.
  static func axolotls(_ steps: Int) -> Int { steps == 1 ? 2 : steps }
}
