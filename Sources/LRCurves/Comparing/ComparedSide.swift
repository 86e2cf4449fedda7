import LRConfiguration
import LRSchedule

/// One of two things that are compared.
public enum ComparedSide: Sendable {
  /// A schedule, whose values are computed.
  case schedule(LabelledSchedule)
  /// A curve that was read.
  case curve(RecordedCurve)

  /// What it is called.
  public var label: String {
    switch self {
    case .schedule(let schedule): schedule.label
    case .curve(let curve): curve.name
    }
  }

  /// The schedule that its values are of, as far as it says; nil where it does not, or has several.
  var schedule: LabelledSchedule? {
    switch self {
    case .schedule(let schedule): schedule
    case .curve(let curve): curve.schedules.count == 1 ? curve.schedules[0] : nil
    }
  }

  /// The columns with their values.
  var columns: [ComparedColumn] {
    switch self {
    case .schedule(let schedule): schedule.schedule.columns.map { .computed($0) }
    case .curve(let curve): curve.columns.map { .recorded($0) }
    }
  }
}

/// A column of either side.
enum ComparedColumn: Sendable {
  case computed(Column)
  case recorded(RecordedColumn)

  var name: String {
    switch self {
    case .computed(let column): column.name
    case .recorded(let column): column.name
    }
  }

  /// Its name without a schedule's label in front: `lr` of `onecycle.lr`.
  var channelName: String {
    let name = name
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    let last = name[name.index(after: point)...]
    return Self.isChannel(last) ? String(last) : name
  }

  /// Whether it is a rate or a momentum by its name: `lr`, `momentum_1`.
  var isChannel: Bool { Self.isChannel(channelName) }

  private static func isChannel(_ name: some StringProtocol) -> Bool {
    Channel.allCases.contains { channel in
      guard name.hasPrefix(channel.rawValue) else { return false }
      let rest = name.dropFirst(channel.rawValue.count)
      return rest.isEmpty || rest.first == "_" && Int(rest.dropFirst()) != nil
    }
  }
}
