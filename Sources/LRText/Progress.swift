import SystemPackage

/// Says on a terminal how far long work is, in a line that is gone when it ends.
public final class Progress {
  private let descriptor: FileDescriptor
  private let passes: Int
  private let delay: Duration
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var donePasses = 0

  /// A number that changes more often is not read.
  private static let interval = Duration.milliseconds(200)

  /// Prepares to say how far some work is, once it has taken a second.
  ///
  /// Nil where standard error is no terminal, or the output is on the same one.
  ///
  /// - Parameters:
  ///   - target: Where the output goes.
  ///   - passes: How often the rows are gone through.
  public convenience init?(writingTo target: OutputTarget, passes: Int) {
    guard Terminal.isTerminal(FileDescriptor.standardError), !Terminal.isTerminal(target) else {
      return nil
    }
    self.init(.standardError, passes: passes, delay: .seconds(1))
  }

  init(_ descriptor: FileDescriptor, passes: Int, delay: Duration) {
    self.descriptor = descriptor
    self.passes = passes
    self.delay = delay
  }

  /// Says, at times, that so many pieces of a pass are done.
  func advance(to done: Int, of total: Int) {
    let share = (Double(donePasses) + Double(done) / Double(total)) / Double(passes)
    if done == total { donePasses += 1 }
    let now = ContinuousClock.now
    guard now - start >= delay, shown.map({ now - $0 >= Self.interval }) ?? true else { return }
    shown = now
    say("\rlrsched: \(Int(share * 100)) %")
  }

  /// Takes the line away.
  public func end() {
    if shown != nil { say("\r\u{1B}[K") }
    shown = nil
  }

  private func say(_ text: String) {
    // Work that goes on unseen is better than work that stops.
    _ = try? descriptor.writeAll(text.utf8)
  }
}
