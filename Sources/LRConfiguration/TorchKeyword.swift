import LRSchedule

/// What the constructors of PyTorch's schedulers take, or took, beside their parameters.
///
/// Hugging Face's schedules are PyTorch's LambdaLR, and hand `last_epoch` on to it.
public enum TorchKeyword: String, Sendable {
  /// The step after which a run resumes; -1, the default, for none.
  case lastEpoch = "last_epoch"
  /// Whether each new rate is printed; the newest releases do not take it.
  case verbose

  /// The keyword of an argument; nil where the scheduler has none of that name.
  init?(_ name: String, of type: SchedulerType) {
    self.init(rawValue: name)
    switch type.framework {
    case .deepspeed: return nil
    case .torch: break
    case .huggingFace: if self == .verbose { return nil }
    }
  }

  /// Whether a value is the default, so that the argument says nothing.
  func isDefault(_ value: Value) -> Bool { self == .lastEpoch && value.number == -1 }

  /// Why the framework raises an exception for any other value, and the mend.
  var refusal: String {
    switch self {
    case .lastEpoch:
      "which resumes a run, and PyTorch then raises an exception where a parameter group has no initial_lr,"
        + " which no new optimizer has; leave it out: a checkpoint says where a run resumes"
    case .verbose:
      "which PyTorch's schedulers no longer take, so that they raise an exception; leave it out: it"
        + " changed no rate"
    }
  }
}
