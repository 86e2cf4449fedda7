import LRSchedule
import LRText

/// How many samples an optimizer step takes, and how that came about.
struct BatchSize {
  let samples: Int
  /// `8 a process x 4 accumulated x 2 processes`, or where it is written.
  let text: String

  /// Of training arguments.
  init?(_ training: TrainingArguments, processes: Int?) {
    self.init(
      training.perDeviceBatchSize.value, training.accumulationSteps.value, processes: processes)
  }

  /// Of a DeepSpeed configuration, whose "auto" the training arguments fill; nil where it says too little.
  init?(
    _ configuration: HjsonNode, training: TrainingArguments?, processes: Int?
  ) {
    func count(_ key: String, _ filled: Int?, absent: Int?) -> Int? {
      switch configuration.member(key)?.node.value {
      case .integer(let value) where value > 0: value
      case .string("auto"): filled
      case nil: absent
      default: nil
      }
    }
    if let whole = count("train_batch_size", nil, absent: nil) {
      self.init(samples: whole, text: "train_batch_size")
      return
    }
    guard
      let micro = count(
        "train_micro_batch_size_per_gpu", training?.perDeviceBatchSize.value,
        absent: training?.perDeviceBatchSize.value),
      let accumulated = count(
        "gradient_accumulation_steps", training?.accumulationSteps.value,
        absent: training?.accumulationSteps.value ?? 1)
    else { return nil }
    self.init(micro, accumulated, processes: processes)
  }

  private init?(_ micro: Int, _ accumulated: Int, processes: Int?) {
    let processes = processes ?? 1
    let (samples, overflow) = Self.product([micro, accumulated, processes])
    guard !overflow else { return nil }
    self.init(
      samples: samples,
      text: "\(micro) a process x \(accumulated) accumulated x \(processes)"
        + (processes == 1 ? " process" : " processes"))
  }

  private init(samples: Int, text: String) {
    self.samples = samples
    self.text = text
  }

  /// The product, and whether it is beyond `Int`.
  static func product(_ factors: [Int]) -> (Int, overflow: Bool) {
    factors.reduce((1, false)) { product, factor in
      let (next, overflow) = product.0.multipliedReportingOverflow(by: factor)
      return (next, product.1 || overflow)
    }
  }
}
