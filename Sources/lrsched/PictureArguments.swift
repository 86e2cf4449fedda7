import ArgumentParser
import LRConfiguration
import LRPlot
import LRText

/// How a picture looks.
struct PictureArguments: ParsableArguments {
  @Option(help: "png, svg, pdf, or term to draw in the terminal; else the suffix of -o decides.")
  var format: PictureFormat?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Width and height in points, 1200x700; of term in columns and rows.",
      valueName: "width x height"))
  var size: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Pixels of a PNG along one point.", valueName: "factor"))
  var scale: String?

  @Option(parsing: .unconditional, help: "The title; else the schedules' labels.")
  var title: String?

  @Option(help: "light, dark, or transparent for pages that are light; else light.")
  var theme: PictureTheme?

  @OptionGroup var axes: AxisArguments

  @Flag(help: "Mark the steps at which something begins, and name it.")
  var marks = false

  @Flag(help: "Of two schedules, panels with the difference: the second less the first.")
  var difference = false

  @Flag(help: "No legend.")
  var noLegend = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What a step counts on its axis, 4096 tokens say.", valueName: "number"))
  var xPerStep: String?

  @Option(parsing: .unconditional, help: "The name of that axis; else step, times that number.")
  var xLabel: String?

  /// Refuses what a format has no way to do.
  func check(for format: PictureFormat) throws(UsageError) {
    if scale != nil, format != .png { throw .scaleOfOther(format) }
    if theme != nil, format == .term { throw .themeOfTerminal }
  }

  /// The option that a picture cannot be made with; nil where none is to blame.
  func option(toBlameFor error: PictureError) -> String? {
    switch error {
    case .sideOutOfRange, .tooManyPixels:
      scale == nil || (try? pictureSize()) == nil ? "--size" : "--scale"
    case .scaleOutOfRange: "--scale"
    case .perStepOutOfRange: "--x-per-step"
    case .noStepAboveZero: "--log-x"
    case .noPanels, .noSteps, .stepsOutOfRange, .drawingFailed: nil
    }
  }

  /// The width and the height that were typed; nil where none were.
  func sides() throws -> (width: Int, height: Int)? {
    guard let size else { return nil }
    let sides = size.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]), width > 0,
      height > 0
    else { throw UsageError.notASize(size) }
    return (width, height)
  }

  /// The size of a picture in points.
  func pictureSize() throws -> PictureSize {
    guard let sides = try sides() else { return .standard }
    return try PictureSize(width: sides.width, height: sides.height)
  }

  /// The lines that a prompt takes: with no room for it, the picture's first lines are scrolled away.
  private static let promptRows = 2

  /// The size and the abilities of the terminal.
  ///
  /// - Parameter target: Where the picture goes.
  /// - Returns: How the terminal draws.
  /// - Throws: `UsageError` for a size that is none.
  func terminalStyle(for target: OutputTarget) throws -> TerminalStyle {
    let sides = try sides()
    let terminal = Terminal.size(.standardOutput)
    return TerminalStyle(
      columns: sides?.width ?? terminal.columns,
      rows: sides?.height ?? max(1, terminal.rows - Self.promptRows),
      usesBraille: Terminal.usesUnicode,
      usesColour: Terminal.allowsColour(target))
  }

  func stepUnit() throws -> Picture.StepUnit {
    let perStep = try xPerStep.map { try typedNumber($0, at: .typed("--x-per-step")) }
    let usual = perStep.map { "step x \(Int(exactly: $0).map(String.init) ?? "\($0)")" } ?? "step"
    return Picture.StepUnit(label: xLabel ?? usual, perStep: perStep ?? 1)
  }

  func pixelsPerPoint() throws -> Double {
    try scale.map { try typedNumber($0, at: .typed("--scale")) } ?? 1
  }
}

extension PictureTheme: ExpressibleByArgument {}
