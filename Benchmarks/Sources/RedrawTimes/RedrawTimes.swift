import LRConfiguration
import LRExplore
import LRPlot

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times redraws of `lrsched explore` at 10^12 steps: from a key to the bytes for the terminal.
///
/// Prints a Markdown table of the median and the longest processor time; exits with 1 where a median is 16 ms or
/// more, in which a screen of 60 Hz is drawn once.
@main enum RedrawTimes {
  private static let most = 16.0

  /// Schedules, what is pressed first, and the keys that are timed in turn.
  private static let visits: [(schedules: [String], first: String, keys: [String])] = [
    (["warmup-cosine:warmup_num_steps=1000000000"], "", ["right", "left"]),
    (["warmup-cosine:warmup_num_steps=1000000000"], "tab tab tab", ["up", "down"]),
    (["warmup-cosine:warmup_num_steps=1000000000"], "g5e11 enter", ["+", "-"]),
    (
      ["onecycle:cycle_first_step_size=500000000000,cycle_first_stair_count=500"], "m tab",
      ["up", "down"]
    ),
    (["warmup-cosine:total_num_steps=10000@0.14"], "tab tab", ["up", "down"]),
    (
      ["hf.cosine", "hf.linear", "warmup-decay", "torch.ExponentialLR:gamma=0.9999999999"],
      "tab", ["up", "down"]
    ),
    (["warmup-cosine:warmup_num_steps=1000000000"], "d tab tab tab", ["up", "down"]),
    (["onecycle:cycle_first_step_size=500000000000"], "m d tab", ["up", "down"]),
  ]

  static func main() throws {
    var isBroken = false
    print("| schedules | keys | median | longest |\n|---|---|--:|--:|")
    for visit in visits {
      let times = try times(of: visit).sorted()
      let median = times[times.count / 2]
      isBroken = isBroken || median >= most
      let names = visit.schedules.map { "`\($0)`" }.joined(separator: ", ")
      let keys = (visit.first.isEmpty ? "" : "\(visit.first), ") + visit.keys.joined(separator: " ")
      print("| \(names) | \(keys) | \(text(median)) ms | \(text(times[times.count - 1])) ms |")
    }
    if isBroken { exit(1) }
  }

  private static func text(_ milliseconds: Double) -> String {
    "\((milliseconds * 100).rounded() / 100)"
  }

  /// Milliseconds of processor time a key.
  private static func times(
    of visit: (schedules: [String], first: String, keys: [String])
  ) throws -> [Double] {
    var model = try Model(
      Resolution(visit.schedules, options: ScheduleOptions(steps: "1e12")),
      style: TerminalStyle(columns: 200, rows: 50, usesBraille: true, usesColour: true))
    for event in Event.keys(visit.first) { _ = update(&model, event) }
    var lines = ShownLines()
    var bytes = 0
    func redraw() {
      model.draw()
      bytes += lines.changes(to: screen(of: model), usesColour: true).utf8.count
    }
    redraw()
    return (0..<100).map { number in
      let begin = clock()
      for event in Event.keys(visit.keys[number % visit.keys.count]) { _ = update(&model, event) }
      redraw()
      return Double(clock() - begin) / Double(CLOCKS_PER_SEC) * 1000
    }
  }
}
