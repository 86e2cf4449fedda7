import LRSchedule

/// How schedulers are found by name.
public enum SchedulerNames {
  /// Names to begin with, and where all of them are: for messages.
  static let some =
    [OneCycle.type, WarmupDecayLR.type, LinearWithWarmup.type, CosineWithWarmup.type]
    .map(\.commandName).joined(separator: ", ") + ", or another that `lrsched list` shows"

  /// The most bytes of a name: what is longer is none, and is not compared with all of them.
  private static let longest = 200

  /// Finds a scheduler by what a person typed.
  ///
  /// Case, `-` and `_` do not matter, "LR" at the end may be left out, and a prefix (`deepspeed.`) says
  /// whose it is. Exact matches come first, then the order of the frameworks.
  ///
  /// - Parameter typed: The name.
  /// - Returns: The scheduler, or nil where none is called so.
  public static func find(_ typed: String) -> SchedulerType? {
    guard let (framework, name) = splitPrefix(typed) else { return nil }
    let candidates = Catalog.types.filter { framework == nil || $0.framework == framework }
    let word = name.comparable
    return candidates.first { $0.comparableNames.contains(word) }
      ?? candidates.first { $0.comparableNames.map(\.withoutLR).contains(word) }
  }

  /// Whose schedulers DeepSpeed finds by the name in a configuration: first its own, then PyTorch's.
  static let frameworksOfConfigurations: [Framework] = [.deepspeed, .torch]

  /// Finds a scheduler by the name that a DeepSpeed configuration holds, which has to be exact.
  static func findExact(_ written: String) -> SchedulerType? {
    guard let (framework, name) = splitPrefix(written) else { return nil }
    // A prefix is exact too.
    if let framework, !written.hasPrefix(framework.rawValue) { return nil }
    return frameworksOfConfigurations.lazy.filter { framework == nil || framework == $0 }
      .compactMap { Catalog.type(named: name, of: $0) }.first
  }

  /// Finds a scheduler of PyTorch's as one of a sequence: `LinearLR`, `torch.optim.lr_scheduler.LinearLR` too.
  static func findPart(_ typed: String) -> SchedulerType? {
    find("\(Framework.torch.rawValue).\(typed.split(separator: ".").last ?? "")")
  }

  /// The framework that a prefix names, and the rest of the name; nil for a text that is too long for any.
  static func splitPrefix(_ text: String) -> (Framework?, String)? {
    guard text.utf8.count <= longest else { return nil }
    for framework in Framework.allCases {
      let prefix = framework.rawValue + "."
      if text.lowercased().hasPrefix(prefix) {
        return (framework, String(text.dropFirst(prefix.count)))
      }
    }
    return (nil, text)
  }
}

extension SchedulerType {
  fileprivate var comparableNames: [String] { [name.comparable, commandName.comparable] }
}

extension String {
  /// A comparable name without "LR" at its end.
  var withoutLR: String { hasSuffix("lr") ? String(dropLast(2)) : self }
}
