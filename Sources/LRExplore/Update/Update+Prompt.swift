import LRConfiguration
import LRSchedule

// What is typed: a value, a step, a release, the name of a file.

extension Model {
  mutating func pressInPrompt(_ key: Key, shift: Bool) -> [Effect] {
    guard var typed = prompt else { return [] }
    switch key {
    case .enter:
      prompt = nil
      return take(typed)
    case .escape:
      prompt = nil
      return []
    case .character(let letter): typed.append(String(letter))
    case .backspace, .delete: typed.removeLast()
    case .control("u"): typed.text = ""
    case .control("w"): typed.removeLastWord()
    case .up, .down:
      guard typed.purpose == .release else { break }
      guard let next = boundary(from: typed.text, isUp: key == .up) else { break }
      typed.text = "\(next.release)"
      say(next.text)
    default: break
    }
    prompt = typed
    return []
  }

  private mutating func take(_ typed: Prompt) -> [Effect] {
    guard !typed.text.isEmpty else { return [] }
    switch typed.purpose {
    case .value: takeTyped(typed.text)
    case .step: goToTyped(typed.text)
    case .release: takeRelease(typed.text)
    case .file: return [.write(typed.text)]
    }
    return []
  }

  private mutating func goToTyped(_ text: String) {
    do {
      let step = try typedCount(text, at: .typed("step"), atLeast: 0)
      if !go(to: step) { say("no schedule has a value at step \(step)", isError: true) }
    } catch {
      say("\(error)", isError: true)
    }
  }
}

// The release.

extension Model {
  private var framework: Framework { schedule.schedule.type.framework }

  /// Asks for a release, where there are several.
  mutating func askForRelease() {
    guard framework.releases.count > 1 else {
      return say("\(framework.title)'s numbers are those of \(framework.newestRelease) alone")
    }
    prompt = Prompt(purpose: .release)
    say("up and down go through the releases that changed something")
  }

  private mutating func takeRelease(_ text: String) {
    guard let release = Release.named(text, of: framework) else {
      return say(
        "\(framework.title) has no release \(text); known are \(framework.releases[0]) to"
          + " \(framework.newestRelease)", isError: true)
    }
    do {
      try change(to: release)
    } catch {
      say("\(error)", isError: true)
    }
  }

  /// The next release that changed something of the scheduler, or the last one before a change, and what.
  private func boundary(from text: String, isUp: Bool) -> (release: Release, text: String)? {
    let releases = framework.releases
    let current = Release.named(text, of: framework) ?? schedule.schedule.release
    let history = schedule.schedule.type.history
    let boundaries = zip(releases, releases.dropFirst()).flatMap { before, release in
      history.contains { $0.release == release } ? [before, release] : []
    }
    let next = isUp ? boundaries.first { $0 > current } : boundaries.last { $0 < current }
    return next.map { next in
      let changes = history.filter { $0.release == next }.map { "from \(next): \($0.summary)" }
      let missing = history.filter { $0.release > next }.prefix(1).map {
        "before \($0.release): \($0.before)"
      }
      return (next, (changes.isEmpty ? missing : changes).joined(separator: "; "))
    }
  }
}
