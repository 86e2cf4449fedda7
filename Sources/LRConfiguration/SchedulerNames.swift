import LRSchedule

/// How schedulers are found by name.
public enum SchedulerNames {
  /// The command-line names of all schedulers, with commas between them.
  public static let commandNames = Catalog.types.map(\.commandName).joined(separator: ", ")

  /// Finds a scheduler by what a person typed.
  ///
  /// Case, `-` and `_` do not matter, "LR" at the end may be left out, and a prefix (`deepspeed.`) says
  /// whose it is. Exact matches come first, then the order of the frameworks.
  ///
  /// - Parameter typed: The name.
  /// - Returns: The scheduler, or nil where none is called so.
  public static func find(_ typed: String) -> SchedulerType? {
    let (framework, name) = splitPrefix(typed)
    let candidates = Catalog.types.filter { framework == nil || $0.framework == framework }
    let word = name.comparable
    return candidates.first { $0.comparableNames.contains(word) }
      ?? candidates.first { $0.comparableNames.map(\.withoutLR).contains(word) }
  }

  /// Finds a scheduler by the name that a configuration holds, which has to be exact.
  static func findExact(_ written: String) -> SchedulerType? {
    let (framework, name) = splitPrefix(written)
    // A prefix is exact too.
    if let framework, !written.hasPrefix(framework.rawValue) { return nil }
    return Catalog.types.first {
      $0.name == name && (framework == nil || $0.framework == framework)
    }
  }

  /// The framework that a prefix names, and the rest of the name.
  static func splitPrefix(_ text: String) -> (Framework?, String) {
    for framework in Framework.allCases {
      let prefix = framework.rawValue + "."
      if text.lowercased().hasPrefix(prefix) {
        return (framework, String(text.dropFirst(prefix.count)))
      }
    }
    return (nil, text)
  }

  /// The schedulers of other frameworks that a configuration may well name, none of them built in.
  static func elsewhere(_ typed: String) -> String? {
    let (framework, name) = splitPrefix(typed)
    guard framework != .deepspeed else { return nil }
    let word = name.comparable
    let known = notBuiltIn.filter { framework == nil || framework == $0.0 }
      .flatMap { other, names in names.map { (other, $0) } }
    let match =
      known.first { $0.1.comparable == word }
      ?? known.first { $0.1.comparable.withoutLR == word.withoutLR }
    return match.map { "\($0.0.title)'s \($0.1)" }
  }

  /// The first scheduler whose name has a word in it, "cosine" say.
  static func containing(_ word: String) -> SchedulerType? {
    let word = splitPrefix(word).1.comparable
    return Catalog.types.first { $0.name.comparable.contains(word) }
  }

  /// The schedulers of a framework that are known and not built in.
  ///
  /// - Parameter framework: The framework.
  /// - Returns: Their names, as the framework writes them.
  public static func notBuiltIn(of framework: Framework) -> [String] {
    notBuiltIn.filter { $0.0 == framework }.flatMap(\.1)
  }

  private static let notBuiltIn: [(Framework, [String])] = [
    (
      .torch,
      [
        "StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR",
        "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "CyclicLR", "OneCycleLR",
        "SequentialLR", "ChainedScheduler", "ReduceLROnPlateau", "LambdaLR", "MultiplicativeLR",
      ]
    ),
    (
      .huggingFace,
      [
        "constant", "constant_with_warmup", "linear", "cosine", "cosine_with_restarts",
        "polynomial", "inverse_sqrt", "cosine_with_min_lr", "cosine_warmup_with_min_lr",
        "warmup_stable_decay", "reduce_lr_on_plateau", "greedy",
      ]
    ),
  ]
}

extension SchedulerType {
  fileprivate var comparableNames: [String] { [name.comparable, commandName.comparable] }
}

extension String {
  fileprivate var withoutLR: String { hasSuffix("lr") ? String(dropLast(2)) : self }
}
