import LRText

/// What DeepSpeed puts around the optimizer, which then is no `torch.optim.Optimizer`.
public enum OptimizerWrapper: String, Sendable {
  case fp16, bf16
  case zero = "ZeRO"

  /// Finds what wraps the optimizer of a configuration; nil where nothing does.
  public init?(_ configuration: HjsonNode) {
    for (key, wrapper) in [("fp16", Self.fp16), ("bf16", .bf16), ("bfloat16", .bf16)] {
      if case .bool(true)? = configuration.member(key)?.node.member("enabled")?.node.value {
        self = wrapper
        return
      }
    }
    let stage = configuration.member("zero_optimization")?.node.member("stage")?.node.value
    guard case .integer(1...)? = stage else { return nil }
    self = .zero
  }

  /// What becomes of a scheduler of PyTorch under it.
  ///
  /// - Parameter scheduler: Whose it is and its name: "PyTorch's StepLR".
  /// - Returns: What happens, as a sentence without its end.
  public func refusal(of scheduler: String) -> String {
    "\(scheduler) raises a TypeError before the first step: under \(rawValue) the optimizer is a wrapper that"
      + " PyTorch's schedulers refuse"
  }

  /// The mend of a refusal.
  public static let mend = "take one of DeepSpeed's own schedulers"
}
