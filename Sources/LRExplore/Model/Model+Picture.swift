import LRConfiguration
import LRCurves
import LRPictures
import LRPlot
import LRSchedule

extension Model {
  /// The picture of what is seen: the curves, those that were given behind them, and momentum and difference
  /// where they are wanted.
  ///
  /// - Returns: The picture, in a file as large as usual; the terminal has its own size.
  /// - Throws: `PictureError` where the axes have no place for these steps.
  func picture() throws(PictureError) -> Picture {
    let names = PictureNames(schedules)
    return try Picture(
      title: names.title, subtitle: names.subtitle, panels: panels(named: names), steps: visible,
      size: .standard, scales: scales,
      description: "{\"schedules\": [\(schedules.map(\.asJSON).joined(separator: ", "))]}")
  }

  private func panels(named names: PictureNames) -> [Picture.Panel] {
    let now = SchedulePanels(schedules, named: names)
    var panels = [panel(now.rates, over: .lr)]
    let difference = SchedulePanels([given.schedules[scheduleIndex], schedule])
    if showsDifference { panels += [difference.difference(of: .lr)].compactMap(\.self) }
    if showsMomentum, let momentum = now.momentum {
      panels.append(panel(momentum, over: .momentum))
      if showsDifference { panels += [difference.difference(of: .momentum)].compactMap(\.self) }
    }
    return panels
  }

  /// A panel with the curves that were given behind its own, where they are others.
  private func panel(_ panel: Picture.Panel, over channel: Channel) -> Picture.Panel {
    let before = schedules.indices.filter(isChanged).flatMap { index in
      let schedule = given.schedules[index]
      let name = schedules.count == 1 ? "as given" : "\(schedule.label) as given"
      return schedule.schedule.columns(of: channel).map { column in
        let groups = schedule.schedule.optimizer.groupCount
        return Picture.Curve(
          column, label: groups == 1 ? name : "\(name), group \(column.group)",
          style: .quiet(dashes: column.group))
      }
    }
    return Picture.Panel(panel.axisLabel, before + panel.curves)
  }

  /// Whether a schedule moves the momentum.
  var hasMomentum: Bool {
    schedules.contains { !$0.schedule.columns(of: .momentum).isEmpty }
  }
}
