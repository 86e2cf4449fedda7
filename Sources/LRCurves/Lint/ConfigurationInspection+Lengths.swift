import LRConfiguration
import LRSchedule

// How long the schedule, its warm-up and the run are.

/// A number of steps, and what says it.
struct NamedLength {
  /// The parameter, or `the run's steps`.
  let name: String
  let steps: Double
  /// Where it is written, or the scheduler is; nil of the run.
  let place: Place?
}

extension ConfigurationInspection {
  /// What the parameter of a role says; nil where there is none or it is not known.
  func length(_ role: ParameterDeclaration.Role) -> NamedLength? {
    guard
      let name = schedule?.parameters.first(where: { $0.declaration.role == role })?.declaration
        .name,
      let steps = number(name)
    else { return nil }
    return NamedLength(
      name: trainerName(of: role) ?? name, steps: steps, place: place(of: name))
  }

  /// What training arguments call a length; nil of a configuration, which has the scheduler's own names.
  private func trainerName(of role: ParameterDeclaration.Role) -> String? {
    guard framework == .huggingFace else { return nil }
    switch role {
    case .totalSteps: return trainerSaysSteps ? "max_steps" : "the run's steps"
    case .warmupSteps: return "warmup_steps"
    default: return nil
    }
  }

  /// Whether the training arguments themselves say the number of steps.
  private var trainerSaysSteps: Bool {
    type?.parameter(.totalSteps).flatMap { argument($0.name) }?.place.inFile != nil
  }

  /// The steps that the run takes, where somebody says it.
  var run: NamedLength? {
    trainingSteps.map {
      NamedLength(name: "the run's steps", steps: Double($0), place: nil)
    }
  }

  /// The steps that the schedule itself is for; several parameters may say them.
  var ownTotal: NamedLength? {
    if let total = length(.totalSteps) { return total }
    guard let type, type.name == OneCycleLR.type.name, let steps = schedule?.nominalSteps else {
      return nil
    }
    return NamedLength(
      name: "epochs * steps_per_epoch", steps: Double(steps), place: place(of: "epochs"))
  }

  /// The total of the schedule, or the run's steps where these are fewer.
  var total: NamedLength? {
    [ownTotal, run].compactMap(\.self).min { $0.steps < $1.steps }
  }

  /// The warm-up; DeepSpeed's takes at least 2 steps.
  var warmup: NamedLength? {
    if let warmup = length(.warmupSteps) {
      return type?.framework == .deepspeed
        ? NamedLength(name: warmup.name, steps: max(2, warmup.steps), place: warmup.place)
        : warmup
    }
    return rampRise > 0 ? length(.rampSteps) : nil
  }

  /// The steps after which the rate has fallen as far as it does; nil where no parameter says it.
  var decay: NamedLength? {
    ownTotal ?? length(.decaySteps) ?? (rampRise < 0 ? length(.rampSteps) : nil)
  }

  /// By how much of the rate a line rises, or falls below 0.
  private var rampRise: Double {
    guard let from = number("start_factor"), let to = number("end_factor") else { return 0 }
    return to - from
  }
}
