import LRConfiguration
import LRSchedule
import LRText

// What a trainer around DeepSpeed makes of the file.

extension LintRule {
  static let trainers = [
    mixedAuto, ignoredTrainerSchedule, torchScheduler, huggingFaceSchedule,
  ]

  static let mixedAuto = LintRule(
    "LR028", "\"auto\" beside numbers", .note,
    explanation: """
      Hugging Face's integration fills `"auto"` from the trainer's arguments, and compares what is a number
      with them: where they differ, training stops with a ValueError. A file that mixes the two works for one
      set of arguments only. 359 of 841 configurations have an "auto" in their scheduler.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_min_lr": 0, "warmup_max_lr": "auto", "warmup_num_steps": 500"#,
      mended: #""warmup_min_lr": "auto", "warmup_max_lr": "auto", "warmup_num_steps": "auto""#),
    look: { inspection in
      // warmup_min_lr is no argument of the trainer, so it is filled and not compared.
      let compared = ["warmup_max_lr", "total_num_steps", "warmup_num_steps"]
      let written =
        inspection.arguments.filter { $0.name == "warmup_min_lr" || compared.contains($0.name) }
        + [inspection.optimizerLR].compactMap(\.self)
      let numbers = written.filter { $0.value.number != nil && $0.name != "warmup_min_lr" }
      guard inspection.schedule != nil, written.contains(where: { $0.value == .string("auto") }),
        let first = numbers.first
      else { return [] }
      let names = numbers.map { $0.name == "lr" ? "the optimizer's lr" : $0.name }
      let isOne = names.count == 1
      return [
        Observation(
          "\(names.joined(separator: ", ")) \(isOne ? "is a number" : "are numbers") beside \"auto\":"
            + " Transformers stops with a ValueError where \(isOne ? "it is" : "they are") not the"
            + " trainer's",
          mend: "write \"auto\" there too, or give the trainer the same", at: first.place)
      ]
    })

  static let ignoredTrainerSchedule = LintRule(
    "LR029", "the trainer's own schedule is not used", .note,
    explanation: """
      A scheduler in this file wins over the trainer's `lr_scheduler_type` in silence. 46 of 47 commands in
      public repositories that name both a `--lr_scheduler_type` and a file with its own scheduler name
      another one than the file has. Said of files with an "auto", which only a trainer fills.
      """,
    example: LintExample(
      "WarmupDecayLR",
      #""total_num_steps": "auto", "warmup_num_steps": "auto", "warmup_min_lr": 0"#,
      mended: #""total_num_steps": 5000, "warmup_num_steps": 100, "warmup_min_lr": 0"#),
    look: { inspection in
      guard let type = inspection.type, let configuration = inspection.configuration,
        configuration.hasAuto
      else { return [] }
      return [
        Observation(
          "the rate is this file's \(type.name), whatever lr_scheduler_type the trainer is given",
          mend: "take the scheduler out of the file if the trainer's is meant",
          at: inspection.typePlace)
      ]
    })

  static let torchScheduler = LintRule(
    "LR030", "a scheduler of PyTorch in DeepSpeed", .mistake,
    explanation: """
      DeepSpeed looks up any other name in `torch.optim.lr_scheduler`. Under ZeRO, fp16 or bf16 the optimizer
      is a wrapper that is no `torch.optim.Optimizer`, and PyTorch's scheduler refuses it with a TypeError.
      Without them it works, which is a *note*. 5 of 841 configurations.
      """,
    example: LintExample(
      """
      {
        "bf16": {"enabled": true},
        "scheduler": {"type": "StepLR", "params": {"step_size": 30}}
      }

      """,
      mended: """
        {
          "bf16": {"enabled": true},
          "scheduler": {"type": "WarmupLR", "params": {}}
        }

        """),
    look: { inspection in
      guard let (name, need, place) = torchScheduler(of: inspection) else { return [] }
      if need == .code {
        return [
          Observation(sentence: UncomputedScheduler.needsCode(name), at: place)
        ]
      }
      guard let wrapper = inspection.configuration.flatMap({ OptimizerWrapper($0) }) else {
        return [
          need == .measure
            ? Observation(
              "\(name) is stepped without a measure: DeepSpeed then hands it the batch size for one,"
                + " which never improves",
              mend: "make it in code and step it with the loss", at: place, level: .warning)
            : Observation(
              "\(name) works in DeepSpeed without ZeRO, fp16 and bf16 only",
              mend: nil, at: place, level: .note)
        ]
      }
      return [
        Observation(wrapper.refusal(of: name), mend: OptimizerWrapper.mend, at: place)
      ]
    })

  /// PyTorch's scheduler in a configuration, computed here or not, and its place.
  private static func torchScheduler(
    of inspection: ConfigurationInspection
  ) -> (name: String, need: UncomputedScheduler.Need?, place: Place?)? {
    if let type = inspection.type {
      return type.framework == .torch
        ? (
          "\(type.framework.title)'s \(type.name)", type.takesSchedulers ? .code : nil,
          inspection.typePlace
        ) : nil
    }
    guard case .notComputed(let scheduler, let place) = inspection.problem,
      scheduler.framework == .torch
    else { return nil }
    return (scheduler.title, scheduler.need, place)
  }

  static let huggingFaceSchedule = LintRule(
    "LR031", "a schedule of Hugging Face in DeepSpeed", .mistake,
    explanation: """
      `linear`, `cosine` and the like are values of the trainer's `lr_scheduler_type`. DeepSpeed looks a type
      up among its own schedulers and in `torch.optim.lr_scheduler`, and stops where neither has it.
      """,
    example: LintExample(
      "cosine", #""num_warmup_steps": 100, "num_training_steps": 5000"#,
      mendedType: "WarmupCosineLR", mended: #""warmup_num_steps": 100, "total_num_steps": 5000"#),
    look: { inspection in
      inspection.refusals(.huggingFace).map { $0.observation(in: inspection) }
    })
}

extension HjsonNode {
  /// Whether a text "auto" is in it.
  fileprivate var hasAuto: Bool {
    switch value {
    case .string(let text): text == "auto"
    case .list(let nodes): nodes.contains(where: \.hasAuto)
    case .map(let members): members.contains { $0.node.hasAuto }
    default: false
    }
  }
}
