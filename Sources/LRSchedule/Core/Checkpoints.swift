import Dispatch

/// Values of a recurrence that were computed before, from which the next ones start.
///
/// They change no value, only how soon it is there.
final class Checkpoints: @unchecked Sendable {
  // Races: the states are read and changed under the lock alone.
  /// In the order of their steps.
  private var states: [RecurrentState]
  private let lock = DispatchSemaphore(value: 1)

  /// More are thinned out.
  private static let most = 1024

  /// Starts with the value at step 0.
  init(_ first: Double) { states = [RecurrentState(step: 0, value: first)] }

  /// The last one that is not behind a step.
  func last(at step: Int) -> RecurrentState {
    lock.wait()
    defer { lock.signal() }
    return states[index(after: step) - 1]
  }

  /// Keeps a state.
  func add(_ state: RecurrentState) {
    lock.wait()
    defer { lock.signal() }
    let index = index(after: state.step)
    guard states[index - 1].step < state.step else { return }
    states.insert(state, at: index)
    if states.count > Self.most {
      // The first one and the newest stay.
      states = states.enumerated().filter { $0.offset % 2 == 0 || $0.offset == index }.map(
        \.element)
    }
  }

  private func index(after step: Int) -> Int {
    firstStep(in: 1..<states.count) { states[$0].step > step }
  }
}
