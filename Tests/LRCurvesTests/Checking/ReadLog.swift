import LRCurves
import LRSchedule

/// The log of a text, `run.log` by name.
func readLog(
  _ text: String, _ change: (inout LogOptions) -> Void = { _ in }
) throws -> RunLog {
  var options = LogOptions()
  change(&options)
  return try RunLog(Array(text.utf8), name: "run.log", options: options)
}

/// What is said of a text that is no log.
func logRefusal(
  _ text: String, _ change: (inout LogOptions) -> Void = { _ in }
) -> String {
  do {
    _ = try readLog(text, change)
    return "it was read"
  } catch {
    return "\(error)"
  }
}

extension RunLog {
  /// The logged values of a channel, by the steps of the log.
  func points(_ channel: Channel, group: Int = 0) -> [Point] {
    column(channel, group: group)?.points.points ?? []
  }

  /// The scheduler steps of a channel.
  func rows(_ channel: Channel, group: Int = 0) -> [Int] {
    column(channel, group: group)?.rows ?? []
  }

  private func column(_ channel: Channel, group: Int) -> LoggedColumn? {
    columns.first { $0.channel.channel == channel && $0.channel.group == group }
  }
}
