import LRConfiguration
import LRPlot
import LRSchedule

/// What pictures of schedules show: their rates, their momentum where it moves, what one of two has more than
/// the other, and where something begins.
public struct SchedulePanels: Sendable {
  private let schedules: [NamedSchedule]

  /// The panels of schedules that are called as `PictureNames` calls them.
  ///
  /// - Parameter schedules: The schedules, at least one.
  public init(_ schedules: [LabelledSchedule]) {
    self.init(schedules, named: PictureNames(schedules))
  }

  /// The panels of schedules with names of their own.
  ///
  /// - Parameters:
  ///   - schedules: The schedules, at least one.
  ///   - names: What they are called.
  public init(_ schedules: [LabelledSchedule], named names: PictureNames) {
    self.schedules = schedules.indices.map {
      NamedSchedule(
        name: names.names[$0], briefName: names.briefNames[$0], schedule: schedules[$0].schedule)
    }
  }

  /// The panel of the learning rates.
  public var rates: Picture.Panel { Picture.Panel("learning rate", curves(of: .lr)) }

  /// The panel of the momentum; nil where none moves.
  public var momentum: Picture.Panel? {
    let curves = curves(of: .momentum)
    return curves.isEmpty ? nil : Picture.Panel("momentum", curves)
  }

  /// The curves of a channel: one a schedule and group that has it.
  ///
  /// Those of one group share the style.
  public func curves(of channel: Channel) -> [Picture.Curve] {
    var styles = 0
    var curves: [Picture.Curve] = []
    for (name, schedule) in schedules.map({ ($0.name, $0.schedule) }) {
      for group in 0..<schedule.optimizer.groupCount {
        let names = (schedules.count > 1 ? [name] : []) + schedule.names(ofGroup: group)
        let label = names.isEmpty ? name : names.joined(separator: " ")
        for column in schedule.columns(of: channel) where column.group == group {
          curves.append(Picture.Curve(column, label: label, style: .numbered(styles)))
        }
        styles += 1
      }
    }
    return curves
  }

  /// A panel with what the second of two schedules has more than the first one, group by group.
  ///
  /// - Parameter channel: The learning rate or the momentum.
  /// - Returns: The panel; nil where there are not two schedules, or they do not have the same groups.
  public func difference(of channel: Channel) -> Picture.Panel? {
    guard schedules.count == 2 else { return nil }
    let groups = schedules[0].schedule.optimizer.groupCount
    let columns = schedules.map { $0.schedule.columns(of: channel) }
    guard columns.allSatisfy({ $0.count == groups }) else { return nil }
    let differences = zip(columns[0], columns[1]).enumerated().map { group, pair in
      Picture.Curve(
        DifferenceSeries(pair.1, minus: pair.0),
        label: columns[0].count == 1 ? "difference" : "difference group \(group)",
        style: .ink(dashes: group))
    }
    return Picture.Panel(
      "difference of \(channel): \(schedules[1].name) - \(schedules[0].name)", differences,
      zeroNote: "no difference of \(channel) on these steps")
  }

  /// More marks than this only make a picture grey.
  private static let mostMarks = 40

  /// Where the pieces of the rates begin; where not all schedules have the same, with their names.
  ///
  /// - Parameter steps: The steps that are shown.
  /// - Returns: The marks, some dozens a schedule at most.
  public func marks(in steps: Range<Int>) -> [Picture.Mark] {
    var marks: [Picture.Mark] = []
    var owners: [Picture.Mark: [String]] = [:]
    for schedule in schedules {
      guard let rate = schedule.schedule.columns.first else { continue }
      for piece in rate.pieces(in: steps, atMost: Self.mostMarks)
      where piece.steps.lowerBound > steps.lowerBound {
        let mark = Picture.Mark(step: piece.steps.lowerBound, label: piece.title)
        if owners[mark] == nil { marks.append(mark) }
        owners[mark, default: []].append(schedule.briefName)
      }
    }
    return marks.map { mark in
      let names = owners[mark] ?? []
      return names.count == schedules.count
        ? mark
        : Picture.Mark(
          step: mark.step, label: "\(mark.label) (\(names.joined(separator: ", ")))")
    }
  }
}

/// A schedule and what it is called in a picture.
private struct NamedSchedule: Sendable {
  let name: String

  /// In the label of a mark.
  let briefName: String
  let schedule: Schedule
}

extension Schedule {
  /// `group 0, base lr 0.1`, with the rate where it tells the groups apart; nothing of a sole group.
  fileprivate func names(ofGroup group: Int) -> [String] {
    let rates = optimizer.baseLRs
    if rates.count == 1 { return [] }
    return [
      "group \(group)" + (Set(rates).count == 1 ? "" : ", base lr \(briefRate(rates[group]))")
    ]
  }
}
