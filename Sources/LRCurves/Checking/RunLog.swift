/// What a run logged of its learning rate and momentum.
public struct RunLog: Sendable {
  /// The path as it was typed, or `standard input`.
  public let name: String

  /// Who wrote it.
  public let source: LogSource

  /// What was logged, a column each; rates before momentums, in the order of groups.
  public let columns: [LoggedColumn]

  /// What a reader should know of how it was read, stretches that were logged twice say.
  public let notes: [String]

  /// The steps of the training, where the log says them; nil where it does not.
  let declaredLength: Int?
}

/// One channel of one parameter group as it was logged.
public struct LoggedColumn: Sendable {
  /// What and which group it is.
  public let channel: LoggedChannel

  /// What it is called: the column's name in the file, or `lr`, `lr_0` where it has none.
  public let name: String

  /// The values at the steps that the log counts, ascending; a step has several points only where
  /// the log contradicts itself.
  public let points: RecordedColumn

  /// How many completed scheduler steps each point stands for, before any offset.
  public let rows: [Int]
}

/// Who wrote a log: what its steps count, and how exactly its values are written.
public enum LogSource: Sendable, Hashable {
  /// DeepSpeed's lines on its console.
  case deepSpeedLog
  /// DeepSpeed's monitor, whose steps are samples: so many a step.
  case deepSpeedMonitor(trainBatchSize: Int)
  /// What Hugging Face's trainer saves.
  case trainerState
  /// What Hugging Face's trainer prints.
  case consoleLog
  /// What Hugging Face's trainer sends to a tracker: columns are called `train/learning_rate`.
  case tracker
  /// Lightning's LearningRateMonitor: columns are called `lr-Adam`.
  case lightning
  /// A curve of any other origin.
  case plain(CurveFormat)

  /// What it is called in a message.
  public var title: String {
    switch self {
    case .deepSpeedLog: "DeepSpeed's log"
    case .deepSpeedMonitor(let size): "DeepSpeed's monitor, \(size) samples a step"
    case .trainerState: "trainer_state.json"
    case .consoleLog: "the console of Hugging Face's trainer"
    case .tracker: "a tracker's export of Hugging Face's trainer"
    case .lightning: "Lightning's monitor"
    case .plain(let format): format.rawValue
    }
  }

  /// What may have to be added to a logged step to have the plan's, the usual one first.
  ///
  /// Hugging Face's trainer logs the rate after `scheduler.step()` before 4.51, and where DeepSpeed
  /// owns the scheduler; from 4.51 on the rate before it.
  public var offsets: [Int] {
    switch self {
    case .trainerState, .consoleLog, .tracker: [0, -1]
    case .deepSpeedLog, .deepSpeedMonitor, .lightning, .plain: [0]
    }
  }
}
