import LRConfiguration
import LRCurves
import LRPictures
import LRPlot
import LRSchedule

/// All that the view shows: schedules as they were given and as they are now, the steps that are seen, and
/// what is being typed.
public struct Model: Sendable {
  /// The schedules as they were given, and what they were typed as.
  let given: Resolution
  /// The first step and the end of the rows as they were typed.
  private let typedRange: (from: String?, to: String?)

  /// The schedules as they are now.
  private(set) var schedules: [LabelledSchedule]
  /// Counts the changes of the schedules.
  private(set) var changes = 0

  /// The steps of the run.
  private(set) var run: Range<Int>
  /// The steps that the cursor may go to: those of the run, and others that were asked for.
  var room: Range<Int>
  /// The steps that are seen, at least two where there are so many.
  var visible: Range<Int>
  /// The step that the numbers are of.
  var cursor: Int

  /// Which axes are logarithmic.
  var scales: Picture.Scales
  var showsMomentum = false
  var showsDifference = false
  var showsHelp = false
  /// The step up to which values are computed one after the other, however many they are.
  private(set) var walked = 0

  /// The index of the selected schedule.
  var scheduleIndex = 0
  /// The index of the selected one of its parameters; nil for none.
  var parameterIndex: Int?
  /// What is being typed.
  var prompt: Prompt?
  /// What is said until the next key.
  var notice: Notice?
  /// Whether the command line that makes the schedules is to be said at the end.
  public var wantsCommand = false

  /// What the terminal can show, and its size.
  var style: TerminalStyle
  /// The curves as they were drawn last.
  private var drawn: (key: SketchKey, sketch: TerminalSketch)?

  /// Something that is said.
  struct Notice: Hashable, Sendable {
    let text: String
    let isError: Bool
  }

  /// A view of all steps of some schedules, with the cursor on the first.
  ///
  /// - Parameters:
  ///   - resolution: The schedules.
  ///   - from: The first step as it was typed; nil for the first that all have.
  ///   - to: The step to end before as it was typed; nil for the number of steps.
  ///   - scales: Which axes are logarithmic.
  ///   - style: What the terminal can show, and its size.
  /// - Throws: `ConfigurationError` where there are no such steps, `PictureError` where they cannot be drawn.
  public init(
    _ resolution: Resolution, from: String? = nil, to: String? = nil,
    scales: Picture.Scales = Picture.Scales(), style: TerminalStyle
  ) throws {
    let rows = try resolution.rows(from: from, to: to, every: nil, areComputed: false)
    given = resolution
    typedRange = (from, to)
    schedules = resolution.schedules
    run = rows.from..<rows.to
    room = run
    visible = run
    cursor = run.lowerBound
    self.scales = scales
    self.style = style
    _ = try picture()
  }

  /// The schedule whose parameters are shown.
  var schedule: LabelledSchedule { schedules[scheduleIndex] }

  /// Whether a schedule is not what was given.
  func isChanged(_ index: Int) -> Bool {
    !schedules[index].schedule.isMade(as: given.schedules[index].schedule)
  }

  /// Puts other schedules in the place of those that there are.
  ///
  /// The run is as long as they say; whoever sees all of it, sees all of the new one.
  mutating func replace(_ schedules: [LabelledSchedule]) {
    self.schedules = schedules
    changes += 1
    walked = 0
    let rows = try? given.replacing(schedules: schedules)
      .rows(from: typedRange.from, to: typedRange.to, every: nil, areComputed: false)
    // Where a schedule ends before, its curve does, and all else stays.
    guard let rows, rows.from..<rows.to != run else { return }
    let seesAll = visible == run && room == run
    run = rows.from..<rows.to
    if seesAll { showRun() } else { room = union(room, run) }
  }

  /// Shows the run, and nothing beside it.
  mutating func showRun() {
    (room, visible) = (run, run)
    moveCursor(to: cursor)
  }

  /// Lets all values up to the cursor's be computed.
  mutating func walkToCursor() { walked = max(walked, cursor) }
}

extension Model {
  /// What a drawing of the curves depends on.
  private struct SketchKey: Hashable, Sendable {
    let style: TerminalStyle
    let visible: Range<Int>
    let scales: Picture.Scales
    let showsMomentum: Bool
    let showsDifference: Bool
    let schedule: Int
    let changes: Int
  }

  /// The curves, drawn anew only where something has changed; nil where there is no room or no axis for them.
  var sketch: TerminalSketch? {
    if let drawn, drawn.key == sketchKey { return drawn.sketch }
    guard let picture = try? picture() else { return nil }
    return TerminalSketch(picture, style: sketchKey.style)
  }

  /// Keeps the drawing of the curves, for those who ask for it more than once.
  public mutating func draw() {
    guard drawn?.key != sketchKey else { return }
    drawn = sketch.map { (sketchKey, $0) }
  }

  private var sketchKey: SketchKey {
    let area = ScreenPlan(self).curves
    return SketchKey(
      style: TerminalStyle(
        columns: area.width, rows: area.height, usesBraille: style.usesBraille,
        usesColour: style.usesColour),
      visible: visible, scales: scales, showsMomentum: showsMomentum,
      showsDifference: showsDifference, schedule: showsDifference ? scheduleIndex : 0,
      changes: changes)
  }
}

/// The smallest range that holds two.
func union(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
  min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
}
