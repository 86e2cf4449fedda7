import LRSchedule
import LRText

/// What a file says of its scheduler.
struct WrittenScheduler: Sendable {
  let type: SchedulerType
  let typePlace: Place
  let arguments: [PlacedArgument]
  let optimizerLR: PlacedArgument?
  /// Nil of training arguments.
  let configuration: HjsonNode?

  init(_ file: DeepSpeedFile) {
    (type, typePlace, arguments) = (file.type, file.typePlace, file.arguments)
    optimizerLR = file.optimizerLR.map { PlacedArgument("lr", $0.value, at: $0.place) }
    configuration = file.configuration
  }

  init(_ training: TrainingArguments, _ schedule: TrainingSchedule) {
    (type, typePlace, arguments) = (schedule.type, schedule.typePlace, schedule.arguments)
    let (rate, place) = training.learningRate
    optimizerLR =
      training.says(.learningRate) ? PlacedArgument("lr", .float(rate), at: place) : nil
    configuration = nil
  }
}
