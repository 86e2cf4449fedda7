import LRSchedule
import LRText

/// The length of a training as epochs of its data: `--train-epochs`, `--samples` and `--num-processes`.
struct EpochOptions: Sendable {
  /// `--train-epochs`, in fractions too.
  private(set) var epochs: Double?
  /// `--samples`, of the whole data.
  private(set) var samples: Int?
  /// `--num-processes`.
  private(set) var processes: Int?

  /// Options without epochs.
  init() {}

  /// Reads the options as they were typed.
  ///
  /// - Throws: `ConfigurationError`.
  init(
    epochs: String?, samples: String?, processes: String?
  ) throws(ConfigurationError) {
    if let epochs {
      let number = try typedNumber(epochs, at: Self.epochsPlace)
      guard number > 0 else {
        throw .outOfRange(got: epochs, allowed: "a number above 0", place: Self.epochsPlace)
      }
      self.epochs = number
    }
    if let samples {
      self.samples = try typedCount(samples, at: Self.samplesPlace, atLeast: 1)
    }
    if let processes {
      self.processes = try typedCount(processes, at: Self.processesPlace, atLeast: 1)
    }
  }

  static let epochsPlace = Place.typed("--train-epochs")
  static let samplesPlace = Place.typed("--samples")
  static let processesPlace = Place.typed("--num-processes")

  /// Whether the steps are counted from them.
  var countsSteps: Bool { epochs != nil || samples != nil }

  /// The steps of the training: `ceil(E * ceil(samples / batch))`, as Hugging Face's trainer rounds.
  ///
  /// - Parameters:
  ///   - file: The file that says the batch.
  ///   - training: What `--training-arguments` names.
  /// - Returns: The steps and how they came about; nil where `max_steps` decides.
  /// - Throws: `ConfigurationError` where the samples, the epochs or the batch are not known.
  func steps(
    of file: ScheduleFile, training: TrainingArguments?
  ) throws(ConfigurationError) -> (steps: Int, text: String)? {
    let own: TrainingArguments? = if case .training(let own, _) = file { own } else { training }
    if own?.maxSteps != nil { return nil }
    guard let samples else { throw .epochs(.noSamples) }
    guard let epochs = epochs ?? own?.epochs else { throw .epochs(.noEpochs) }
    let batch: BatchSize? =
      switch file {
      case .training(let own, _): BatchSize(own, processes: processes)
      case .deepSpeed(let file):
        BatchSize(file.configuration, training: training, processes: processes)
      }
    guard let batch else { throw .epochs(.noBatchSize(file: file.name)) }
    let perEpoch = (samples - 1) / batch.samples + 1
    let steps = (epochs * Double(perEpoch)).rounded(.up)
    guard let count = Int(exactly: steps), count <= TypedNumber.largestWhole else {
      throw .outOfRange(
        got: "\(epochs)", allowed: "fewer than 2^53 steps of training", place: Self.epochsPlace)
    }
    return (
      count,
      "\(count), \(epochs) x ceil(\(samples) / \(batch.samples)): epochs of the samples, a batch of"
        + " \(batch.samples) (\(file.name): \(batch.text))"
    )
  }
}

extension ScheduleFile {
  /// How errors call the file.
  var name: String {
    switch self {
    case .deepSpeed(let file): file.name
    case .training(let training, _): training.name
    }
  }
}

/// Why epochs make no steps.
public enum EpochsError: Error, Sendable {
  /// `--train-epochs` without `--samples`.
  case noSamples
  /// `--samples` without epochs.
  case noEpochs
  /// No file that says the batch is among the schedules.
  case noFile
  /// The file says too little of the batch.
  case noBatchSize(file: String)
  /// `--steps` is typed too.
  case besideSteps
  /// Two files make two lengths.
  case twoLengths(String, String)
  /// `--num-processes` without `--samples`.
  case processesAlone
}

extension EpochsError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .noSamples: "--train-epochs: steps are counted from samples too; give --samples N"
    case .noEpochs: "--samples: steps are counted from epochs too; give --train-epochs E"
    case .noFile:
      "--samples: no configuration and no training arguments say the batch; name one, or give --steps"
    case .noBatchSize(let file):
      "\(file): says neither train_batch_size nor train_micro_batch_size_per_gpu; write one, or give"
        + " --steps instead of --samples"
    case .besideSteps: "--steps: --train-epochs and --samples count the steps; give either"
    case .twoLengths(let one, let other):
      "--samples: the files make two lengths, \(one), and \(other); give --steps"
    case .processesAlone:
      "--num-processes: changes nothing by itself; give --train-epochs and --samples too, or"
        + " --training-arguments"
    }
  }
}
