import LRSchedule
import LRText

/// Why training arguments make no schedule, or do not fit a configuration.
public enum TrainingArgumentsError: Error, Sendable {
  /// What a file is that holds no training arguments.
  public enum Finding: Sendable {
    /// No map at all.
    case notAMap(Value)
    /// Nothing is in it.
    case empty
    /// The log of a trainer.
    case log
    /// Accelerate's own configuration, and the one of DeepSpeed that it names.
    case accelerate(configuration: String?)
    /// A DeepSpeed configuration in YAML.
    case deepSpeed
    /// Something else.
    case other
  }

  /// A file that says neither the rate nor its scheduler.
  case noArguments(file: String, Finding)
  /// The same, and a key that is nearly one of these.
  case misspeltKey(MisspeltTrainingKey)
  /// A value of the wrong type or out of range.
  case wrongValue(String, Value, allowed: String, place: Place)
  /// A scheduler that is no closed form, or not Hugging Face's, and why.
  case notClosed(String, reason: String, place: Place)
  /// An argument that makes Axolotl's own cosine.
  case ownCosine(SchedulerArgument, place: Place)
  /// A scheduler that does not exist.
  case unknownScheduler(String, place: Place)
  /// The number of training steps is not known, and what needs it.
  case stepsMissing(of: String, place: Place, epochs: Double, command: String)
  /// Values of a configuration that are not the arguments' own.
  case mismatch([TrainingMismatch])
  /// `--training-arguments` without a configuration to fill.
  case nothingToFill(file: String)
}

/// A value of a configuration and the training argument that it has to equal.
public struct TrainingMismatch: Sendable {
  /// The configuration's value.
  let configured: PlacedArgument
  /// The trainer's.
  let argument: PlacedArgument
}

extension TrainingArgumentsError {
  /// Where the error is; nil where it belongs to a file as a whole.
  var place: Place? {
    switch self {
    case .wrongValue(_, _, _, let place), .notClosed(_, _, let place),
      .ownCosine(_, let place), .unknownScheduler(_, let place), .stepsMissing(_, let place, _, _):
      place
    case .misspeltKey(let key): key.place
    case .mismatch(let pairs): pairs.first?.configured.place
    case .noArguments, .nothingToFill: nil
    }
  }
}

extension TrainingArgumentsError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .noArguments(let file, let finding): Self.noArguments(file: file, finding)
    case .wrongValue(let key, let value, let allowed, let place):
      "\(place): \(key) is \(value); "
        + (value.numberMeant.map { "write it as a number: \($0.numberForYAML)" }
          ?? "it must be \(allowed)")
    case .notClosed(let name, let reason, let place): "\(place): \(name) \(reason)"
    case .misspeltKey(let key): "\(key)"
    case .ownCosine(let argument, let place):
      "\(place): \(argument.name) \(argument.value) makes a cosine of Axolotl's own, which is not built in;"
        + " take it out"
        + (argument.value.number.map {
          ", or write lr_scheduler: \(CosineWithMinLR.type.name) with lr_scheduler_kwargs:"
            + " {min_lr_rate: \($0)}"
        } ?? "")
    case .unknownScheduler(let name, let place):
      "\(place): the scheduler \"\(name)\" is unknown to Hugging Face's trainer; "
        + (Self.names.first { $0.comparable == name.comparable }
          .map { "names are exact: write \($0)" }
          ?? .mend(
            for: name, among: Self.names, else: "known are \(Self.names.joined(separator: ", "))"))
    case .stepsMissing(let what, let place, let epochs, let command):
      "\(place): \(what) needs the number of training steps, and max_steps is not set (the trainer"
        + " counts \(epochs) epochs of its data); say it: \(command) (or --samples N)"
    case .mismatch(let pairs): Self.mismatch(pairs)
    case .nothingToFill(let file):
      "--training-arguments: no configuration is named that \(file) could fill; name a ds_config.json,"
        + " or \(file) as the schedule"
    }
  }

  private static let names = Catalog.types.filter { $0.framework == .huggingFace }.map(\.name)

  private static func noArguments(file: String, _ finding: Finding) -> String {
    let needed = "give one with learning_rate and lr_scheduler_type"
    switch finding {
    case .notAMap(let value):
      return "\(file): is \(value), and training arguments are a map; \(needed)"
    case .empty: return "\(file): is empty; \(needed)"
    case .log:
      return
        "\(file): is the log of a trainer, which holds no schedule; `lrsched check \(file) --against"
        + " SCHEDULE` compares it with one"
    case .accelerate(let configuration):
      return "\(file): is Accelerate's configuration, which says nothing of the learning rate; "
        + (configuration.map { "name the DeepSpeed configuration that it leads to, \($0)" }
          ?? "name the training arguments or the DeepSpeed configuration that it runs with")
    case .deepSpeed:
      return
        "\(file): is YAML by its name, and a DeepSpeed configuration is JSON or Hjson; write it as"
        + " JSON, or give training arguments (learning_rate, lr_scheduler_type)"
    case .other:
      return
        "\(file): has neither learning_rate nor lr_scheduler_type, so that it holds no schedule;"
        + " \(needed)"
    }
  }

  private static func mismatch(_ pairs: [TrainingMismatch]) -> String {
    let first = pairs.first.map { "\($0.configured.place): " } ?? ""
    let texts = pairs.map { pair in
      "\(pair.configured.name) is \(pair.configured.value), but \(pair.argument.name)"
        + " \(pair.argument.value) (\(pair.argument.place))"
    }
    return first + texts.joined(separator: "; ")
      + ": Transformers refuses that; make them equal, or write \"auto\" into the configuration"
  }
}

extension Value {
  /// The number as YAML 1.1 takes it for one too: with a point in front of the exponent.
  fileprivate var numberForYAML: String {
    let text = "\(self)"
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return "\(text[..<exponent]).0\(text[exponent...])"
  }
}
