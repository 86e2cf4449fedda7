import LRConfiguration
import LRCurves
import LRPictures
import LRPlot

extension Picture {
  /// The picture of schedules: their rates, and below them, where it moves, their momentum.
  ///
  /// - Parameters:
  ///   - schedules: The schedules.
  ///   - steps: The steps to show.
  ///   - look: How it looks.
  /// - Throws: `UsageError`, `ConfigurationError` or `PictureError`.
  init(_ schedules: [LabelledSchedule], steps: Range<Int>, look: PictureArguments) throws {
    let descriptions = schedules.map(\.asJSON).joined(separator: ", ")
    let names = PictureNames(schedules)
    let panels = SchedulePanels(schedules, named: names)
    try self.init(
      title: look.title ?? names.title, subtitle: names.subtitle,
      panels: Self.panels(panels, showsDifference: look.difference), steps: steps,
      size: look.pictureSize(), scales: look.axes.scales, stepUnit: look.stepUnit(),
      marks: look.marks ? panels.marks(in: steps) : [],
      theme: look.theme ?? .light, showsLegend: !look.noLegend,
      pixelsPerPoint: look.pixelsPerPoint(),
      description: "{\"schedules\": [\(descriptions)]}")
  }

  /// The small picture that `show` prints.
  init(sketchOf schedule: LabelledSchedule, steps: Range<Int>) throws(PictureError) {
    let panels = SchedulePanels([schedule])
    try self.init(
      title: schedule.label, panels: [panels.rates] + [panels.momentum].compactMap(\.self),
      steps: steps, showsLegend: false)
  }

  private static func panels(
    _ panels: SchedulePanels, showsDifference: Bool
  ) throws(UsageError) -> [Panel] {
    guard showsDifference else { return [panels.rates] + [panels.momentum].compactMap(\.self) }
    guard let difference = panels.difference(of: .lr) else { throw .noDifference }
    return [panels.rates, difference]
      + [panels.momentum, panels.difference(of: .momentum)].compactMap(\.self)
  }
}
