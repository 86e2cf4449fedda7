/// Something that a user should know of a schedule that is nevertheless valid.
public enum Notice: Sendable, Hashable {
  /// The framework takes another value for a parameter than was given.
  case unknownWarmupType(String)
  /// The warm-up is longer than the schedule.
  case totalBelowWarmup(total: Number, warmup: Number)
  /// The optimizer has no betas, so momentum stays as it is.
  case momentumNotMoved(optimizer: String)
  /// A value that is no number is taken for one, as in Python.
  case booleanAsNumber(parameter: String, value: Bool)
  /// A value that is no truth value is taken for one, as in Python.
  case valueAsFlag(parameter: String, value: Value, meaning: Bool)
}

extension Notice {
  /// The parameter that it is about.
  public var parameter: String {
    switch self {
    case .unknownWarmupType: "warmup_type"
    case .totalBelowWarmup: "total_num_steps"
    case .momentumNotMoved: "cycle_momentum"
    case .booleanAsNumber(let parameter, _), .valueAsFlag(let parameter, _, _): parameter
    }
  }
}

extension Notice: CustomStringConvertible {
  /// One sentence, without a full stop.
  public var description: String {
    switch self {
    case .unknownWarmupType(let type):
      "warmup_type \"\(type)\" is unknown and acts as \"log\"; it may be \"log\" or \"linear\""
    case .totalBelowWarmup(let total, let warmup):
      "total_num_steps \(total) is less than the warm-up's \(warmup) steps,"
        + " which then do not fit into the schedule"
    case .momentumNotMoved(let optimizer):
      "cycle_momentum does nothing: the optimizer \(optimizer) has no betas, so momentum stays as it is"
    case .booleanAsNumber(let parameter, let value):
      "\(parameter): \(value) counts as \(value ? 1 : 0); write a number"
    case .valueAsFlag(let parameter, let value, let meaning):
      "\(parameter): \(value) counts as \(meaning); write true or false"
    }
  }
}
