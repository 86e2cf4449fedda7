import Foundation
import Testing

/// The sanitizers that a build of the tests may have.
package enum Sanitizers {
  /// Whether one of them watches this process.
  package static let areOn = {
    let names = ["__asan_init", "__tsan_init"]
    return names.contains { dlsym(nil, $0) != nil }
  }()

  /// How long something may take that takes some minutes at most on a busy machine: under sanitizers, which
  /// make it many times as slow, an hour.
  package static func patience(minutes: Int) -> Int { areOn ? 60 : minutes }
}

extension Trait where Self == TimeLimitTrait {
  /// How long a test may take that would take hours if it went wrong.
  package static func patience(minutes: Int) -> Self {
    .timeLimit(.minutes(Sanitizers.patience(minutes: minutes)))
  }
}
