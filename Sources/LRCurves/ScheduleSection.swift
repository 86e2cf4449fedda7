import LRConfiguration
import LRSchedule

extension LabelledSchedule {
  /// What makes the schedule, as a file that is read as a SCHEDULE: for DeepSpeed and PyTorch the
  /// `"scheduler"` of a configuration, for Hugging Face training arguments.
  ///
  /// Beside the scheduler stands the optimizer where it is not the usual one. The release, and a base lr a
  /// parameter group, are no part of such files.
  public var section: String {
    let members = schedule.type.framework == .huggingFace ? trainingMembers : configurationMembers
    return Self.object(members, indented: "") + "\n"
  }

  private typealias Member = (key: String, value: String)

  private var configurationMembers: [Member] {
    let parameters = schedule.givenArguments.map { ($0.name, $0.value.asJSON) }
    let scheduler: [Member] = [
      ("type", schedule.type.name.asJSON), ("params", Self.object(parameters, indented: "    ")),
    ]
    return optimizerMembers + [("scheduler", Self.object(scheduler, indented: "  "))]
  }

  /// The optimizer with its rate; none where both are what is taken without it.
  private var optimizerMembers: [Member] {
    let rate = schedule.optimizer.baseLRs[0]
    let isUsualRate = !schedule.usesBaseLRs || rate == Resolution.usualRate
    guard !isUsualRate || schedule.optimizer.type != Optimizer.defaultType else { return [] }
    let params: [Member] = [("lr", Value.float(rate).asJSON)]
    let optimizer: [Member] = [
      ("type", schedule.optimizer.type.asJSON), ("params", Self.object(params, indented: "    ")),
    ]
    return [("optimizer", Self.object(optimizer, indented: "  "))]
  }

  private var trainingMembers: [Member] {
    var members: [Member] = [
      ("learning_rate", Value.float(schedule.optimizer.baseLRs[0]).asJSON),
      ("lr_scheduler_type", schedule.type.name.asJSON),
    ]
    var others: [Member] = []
    for parameter in schedule.parameters where parameter.isGiven {
      let value = parameter.value.asJSON
      switch parameter.declaration.role {
      case .warmupSteps: members.append(("warmup_steps", value))
      case .totalSteps: members.append(("max_steps", value))
      default: others.append((parameter.declaration.name, value))
      }
    }
    if !others.isEmpty {
      members.append(("lr_scheduler_kwargs", Self.object(others, indented: "  ")))
    }
    return members
  }

  /// An object, one member a line.
  private static func object(_ members: [Member], indented indent: String) -> String {
    if members.isEmpty { return "{}" }
    let lines = members.map { "\(indent)  \($0.key.asJSON): \($0.value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
  }
}
