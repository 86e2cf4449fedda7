import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule
import LRText

extension Picture {
  /// The picture of a check: what was planned and what was logged, and how far apart they are.
  ///
  /// - Parameters:
  ///   - check: The check.
  ///   - plan: The schedule.
  /// - Throws: `PictureError`.
  init(_ check: LogCheck, of plan: LabelledSchedule) throws(PictureError) {
    var panels: [Panel] = []
    for (channel, label) in [(Channel.lr, "learning rate"), (.momentum, "momentum")] {
      let pairs = check.pairs.filter { $0.planned.channel == channel }
      guard !pairs.isEmpty else { continue }
      let planned = Dictionary(grouping: pairs, by: \.planned.group).sorted { $0.key < $1.key }
        .compactMap { $1.first }
      let styles = planned.count
      panels.append(
        Panel(
          label,
          planned.enumerated().map { index, pair in
            Curve(
              pair.planned, label: Self.label("plan", of: pair.planned.name, among: styles),
              style: .numbered(index))
          }
            + pairs.enumerated().map { index, pair in
              Curve(
                check.logged(pair),
                label: Self.label("log", of: pair.logged.name, among: pairs.count),
                style: .numbered(styles + index))
            }))
      panels.append(
        Panel(
          "difference of \(channel): log - plan",
          pairs.enumerated().map { index, pair in
            Curve(
              check.difference(pair),
              label: Self.label("difference", of: pair.logged.name, among: pairs.count),
              style: .ink(dashes: index))
          }))
    }
    try self.init(
      title: "\(check.log.name) against \(check.label)",
      subtitle: "\(check.log.source.title), offset \(check.alignment.offset)", panels: panels,
      steps: check.plannedSteps, description: "{\"schedules\": [\(plan.asJSON)]}")
  }

  private static func label(_ what: String, of column: String, among count: Int) -> String {
    count == 1 ? what : "\(what) \(column)"
  }
}
