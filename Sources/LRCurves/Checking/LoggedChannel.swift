import LRSchedule

/// A channel of a parameter group, as the name of a column gives it.
public struct LoggedChannel: Sendable, Hashable {
  /// What it is.
  public let channel: Channel

  /// The parameter group, counted from 0.
  public let group: Int

  init(_ channel: Channel, group: Int = 0) {
    self.channel = channel
    self.group = group
  }

  /// Reads the name of a column; nil where it is that of neither a rate nor a momentum.
  ///
  /// `lr`, `learning_rate`, `lr_1`, `momentum_0`; with anything in front: `train/learning_rate`,
  /// `run 7 - train/learning_rate`, `onecycle.lr_0`; `lr-Adam/pg2-momentum`, whose groups count from
  /// 1; TensorBoard's `Value`.
  init?(columnName: String) {
    var name = columnName.lowercased()[...]
    if name == "value" {
      self.init(.lr)
      return
    }
    if let lightning = Self.lightning(name) {
      self = lightning
      return
    }
    // What stands in front names the run, the schedule or the part of it.
    name = name.split { "/. ".contains($0) }.last ?? name
    if name.allSatisfy(\.isNumber), let slash = columnName.lastIndex(of: "/") {
      let head = columnName[..<slash].lowercased().split { "/. ".contains($0) }.last ?? ""
      name = "\(head)_\(name)"
    }
    let parts = name.split(separator: "_").map(String.init)
    var words = parts[...]
    let group = words.last.flatMap { words.count > 1 ? Self.group($0) : nil }
    if group != nil { words.removeLast() }
    switch words.joined(separator: "_") {
    case "lr", "learning_rate", "learningrate", "rate": self.init(.lr, group: group ?? 0)
    case "momentum", "mom", "beta1": self.init(.momentum, group: group ?? 0)
    default: return nil
    }
  }

  /// `lr-AdamW`, `lr-AdamW/pg1`, `lr-AdamW/pg1-momentum`, `lr-AdamW-momentum`.
  private static func lightning(_ name: Substring) -> LoggedChannel? {
    guard name.hasPrefix("lr-") else { return nil }
    let isMomentum = name.hasSuffix("-momentum")
    let optimizer = isMomentum ? name.dropLast("-momentum".count) : name
    if isMomentum || !optimizer.hasSuffix("-weight_decay") {
      let group = optimizer.split(separator: "/").last.flatMap { part in
        part.hasPrefix("pg") ? Self.group(part.dropFirst(2)) : nil
      }
      return LoggedChannel(isMomentum ? .momentum : .lr, group: max(0, (group ?? 1) - 1))
    }
    return nil
  }

  /// The number of a group; no column has a negative one, nor one that cannot be counted on from.
  private static func group(_ digits: some StringProtocol) -> Int? {
    UInt32(digits).map { Int($0) }
  }

  /// As a schedule's column is called: `lr`, or where there are several groups `lr_0`.
  func name(ofGroups count: Int) -> String {
    count > 1 || group > 0 ? "\(channel.rawValue)_\(group)" : channel.rawValue
  }
}

extension LoggedChannel: Comparable {
  /// Rates come before momentums, then the groups in order.
  public static func < (lhs: LoggedChannel, rhs: LoggedChannel) -> Bool {
    if lhs.channel != rhs.channel { return lhs.channel == .lr }
    return lhs.group < rhs.group
  }
}
