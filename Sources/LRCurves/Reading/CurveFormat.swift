/// The form of a file with a curve, or of a log of a run.
public enum CurveFormat: String, Sendable, Hashable, CaseIterable {
  /// Rows with commas, a header first.
  case csv = "CSV"

  /// One document, `{"columns": {"step": [..], "lr": [..]}}`.
  case json = "JSON"

  /// A list of rows, `[{"step": 0, "lr": 0.001}]`.
  case jsonRows = "JSON rows"

  /// One object a row, one row a line.
  case ndjson = "NDJSON"

  /// An array of NumPy.
  case npy

  /// The state that Hugging Face's trainer saves, with its `log_history`.
  case trainerState = "trainer_state.json"

  /// What DeepSpeed prints, `step=10, skipped=0, lr=[0.001], mom=[(0.9, 0.999)]`.
  case deepSpeedLog = "DeepSpeed's log"

  /// What Hugging Face's trainer prints, `{'loss': 2.1, 'learning_rate': 1e-05}`.
  case consoleLog = "a trainer's console"

  /// Whether it is a log rather than a curve: only `check` reads it.
  public var isLog: Bool {
    switch self {
    case .csv, .json, .jsonRows, .ndjson, .npy: false
    case .trainerState, .deepSpeedLog, .consoleLog: true
    }
  }
}
