import LRConfiguration

/// How a curve is read.
public struct ReadingOptions: Sendable {
  /// The column with the steps; nil for the one that is called like steps.
  public var stepColumn: String?

  /// The step of the first row of an npy, which has no steps.
  public var firstStep = 0

  /// The distance of two rows of an npy in steps, at least 1.
  public var every = 1

  /// Whether steps may be repeated and go back, as they do in the log of a resumed run.
  public var allowsRepeatedSteps = false

  /// Which columns are read, by name; what stands in others does not matter.
  public var isWanted: @Sendable (String) -> Bool = { _ in true }

  /// The columns that the file has to have.
  public var requiredColumns: [String] = []

  /// Every column, steps ascending from 0.
  public init() {}

  /// Whether a column holds the steps.
  func isStepColumn(_ name: String) -> Bool {
    stepColumn.map { $0 == name } ?? Self.stepNames.contains(name.lowercased())
  }

  /// Refuses a file that lacks a column.
  func checkColumns(among names: [String], place: Place) throws(CurveError) {
    for name in requiredColumns where !names.contains(name) {
      throw .noColumn(name, names: names, place: place)
    }
  }

  /// What stands between the names of a header instead of commas, steps among them; nil if they do.
  func delimiter(in header: String) -> String? {
    let delimiters: KeyValuePairs<Character, String> = [";": "semicolon", "\t": "tab"]
    if header.contains(",") { return nil }
    return delimiters.first { delimiter, _ in
      let names = header.split(separator: delimiter)
      return names.count > 1
        && names.contains { name in isStepColumn(name.filter { !" \"\r".contains($0) }) }
    }?.value
  }

  /// Why there is no column of steps.
  func missingSteps(among names: [String], place: Place) -> CurveError {
    stepColumn.map { .noColumn($0, names: names, place: place) }
      ?? .noSteps(names: names, place: place)
  }

  /// What trainers and their loggers call the number of a step.
  private static let stepNames: Set = [
    "step", "steps", "_step", "global_step", "train/global_step", "trainer/global_step",
    "iteration", "iterations", "iter",
  ]
}
