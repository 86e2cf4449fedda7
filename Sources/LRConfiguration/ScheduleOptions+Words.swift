import LRSchedule
import LRText

// Back from what was read to what is typed.

extension ScheduleOptions {
  /// The words of a command line that have these options.
  var words: [String] {
    var words: [String] = []
    func add(_ flag: String, _ value: String?) {
      if let value { words += [flag, value] }
    }
    if !epochs.countsSteps { add("--steps", steps.map(String.init)) }
    add("--lr", baseLRs.map { $0.map { "\($0)" }.joined(separator: ",") })
    add("--optimizer", optimizerType)
    add("--deepspeed", release)
    add("--training-arguments", trainingArguments?.input)
    add("--train-epochs", epochs.epochs.map { "\($0)" })
    add("--samples", epochs.samples.map(String.init))
    add("--num-processes", epochs.processes.map(String.init))
    for argument in parameters {
      add(
        argument.place == .resumeFrom ? "--resume-from" : argument.name.asFlag, argument.value.typed
      )
    }
    return words
  }
}

extension Value {
  /// The value as it is typed: a text without quotes where it reads as one.
  public var typed: String {
    guard case .string(let text) = self else { return "\(self)" }
    let isPlain = !text.isEmpty && !text.contains { ",=:\"' ".contains($0) }
    return isPlain && (try? Value(typed: text)) == self ? text : "\(self)"
  }
}
