import LRSchedule
import LRText

/// A scheduler of a framework that is known here and not computed.
public struct UncomputedScheduler: Sendable, Hashable {
  /// Whose it is.
  public let framework: Framework
  /// The framework's name, `ReduceLROnPlateau` say.
  public let name: String
  /// Why the step alone does not give its rate, as half a sentence.
  public let reason: String
  /// What it needs beside the step that no configuration holds; nil where it needs nothing.
  public let need: Need?

  /// What a scheduler needs of the run.
  public enum Need: Sendable {
    /// Functions or schedulers of the user's code, in a parameter.
    case code
    /// A measure, with every step.
    case measure
  }

  /// What DeepSpeed makes of a scheduler that takes functions or schedulers, and the mend.
  ///
  /// - Parameter scheduler: Whose it is and its name: "PyTorch's LambdaLR".
  /// - Returns: A sentence.
  public static func needsCode(_ scheduler: String) -> String {
    "\(scheduler) raises a TypeError: it takes functions or schedulers, which no configuration holds;"
      + " \(codeMend)"
  }

  /// The mend of a scheduler that takes functions or schedulers.
  static let codeMend = "make it in code and hand it to deepspeed.initialize"

  /// Whose it is and its name: "PyTorch's ReduceLROnPlateau".
  public var title: String { "\(framework.title)'s \(name)" }

  /// The schedulers of a framework that are known and not computed.
  ///
  /// - Parameter framework: The framework.
  /// - Returns: All of them.
  public static func all(of framework: Framework) -> [UncomputedScheduler] {
    known.filter { $0.framework == framework }
  }

  /// Finds a scheduler by what a person typed, as `SchedulerNames.find` does.
  static func find(_ typed: String) -> UncomputedScheduler? {
    guard let (framework, name) = SchedulerNames.splitPrefix(typed) else { return nil }
    let word = name.comparable
    let candidates = known.filter { framework == nil || $0.framework == framework }
    return candidates.first { $0.name.comparable == word }
      ?? candidates.first { $0.name.comparable.withoutLR == word.withoutLR }
  }

  private static let known: [UncomputedScheduler] = [
    UncomputedScheduler(
      framework: .torch, name: "ReduceLROnPlateau",
      reason: "it follows a measure, the validation loss say, which only the run knows",
      need: .measure),
    UncomputedScheduler(
      framework: .torch, name: "LambdaLR", reason: "its factor is a function in the user's code",
      need: .code),
    UncomputedScheduler(
      framework: .torch, name: "MultiplicativeLR",
      reason: "its factor is a function in the user's code", need: .code),
    UncomputedScheduler(
      framework: .torch, name: "ChainedScheduler",
      reason: "it applies schedulers that only the user's code puts together", need: .code),
    UncomputedScheduler(
      framework: .torch, name: "SWALR",
      reason: "it begins at the rate that the run has when averaging does", need: nil),
    UncomputedScheduler(
      framework: .huggingFace, name: "reduce_lr_on_plateau",
      reason: "it follows a measure, the validation loss say, which only the run knows",
      need: .measure),
    UncomputedScheduler(
      framework: .huggingFace, name: "greedy",
      reason: "it follows the loss, which only the run knows", need: .measure),
  ]
}
