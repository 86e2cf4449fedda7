import ArgumentParser
import LRConfiguration
import LRPlot
import LRText

struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draws the curves: PNG, SVG, PDF, or in the terminal.",
    discussion: """
      The picture is exact: each pixel shows the smallest and the largest value of its steps. It is \
      written to LABEL.png, of several schedules to curves.png, unless -o says another place. \
      Where the reader of a pipe goes away early, a png, svg or pdf is an error; the lines of term \
      end quietly.

      EXAMPLES:
        lrsched plot onecycle --steps 10000
        lrsched plot onecycle --format term
        lrsched plot warmup-cosine --marks --theme dark -o curve.svg
        lrsched plot ds.json@0.14 ds.json@0.19 --difference -o releases.pdf
        lrsched plot warmup-decay --x-per-step 4096 --x-label tokens --log-y
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSchedules>
  @OptionGroup var range: RangeArguments
  @OptionGroup var look: PictureArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let format = try chosenFormat()
    try look.check(for: format)
    if format != .term, format != .svg, output.output != nil { try output.refuseTerminal() }
    let resolution = try schedules.resolve(for: Self.self)
    let rows = try resolution.rows(from: range.from, to: range.to, every: nil, areComputed: false)
    let picture = try picture(of: resolution.schedules, steps: rows.from..<rows.to)
    if let notice = try letterNotice(of: picture, as: format) { Diagnostics.note(notice) }
    let name = format == .term ? nil : Self.fileName(of: resolution.schedules, format: format)
    let target: OutputTarget
    do {
      target = try output.write(
        resolution, as: format == .term ? [] : [format.rawValue], usual: name
      ) { writer in
        try write(picture, as: format, to: writer)
      }
    } catch OutputError.closedPipe where format != .term {
      // Of rows the first ones are of use, and so of a terminal's lines, of a picture's file not.
      throw UsageError.pictureCut
    }
    if case .file(let path) = target { Diagnostics.note("wrote \(path)") }
  }

  private func picture(of schedules: [LabelledSchedule], steps: Range<Int>) throws -> Picture {
    do {
      return try Picture(schedules, steps: steps, look: look)
    } catch let error as PictureError {
      guard let option = look.option(toBlameFor: error) else { throw error }
      throw UsageError.picture(error, option: option)
    }
  }

  /// The letters that cannot be shown; whoever shows an SVG has fonts of their own.
  private func letterNotice(of picture: Picture, as format: PictureFormat) throws -> String? {
    switch format {
    case .png, .pdf: picture.fontNotice
    case .svg: nil
    case .term: picture.letterNotice(try terminalStyle)
    }
  }

  private var terminalStyle: TerminalStyle {
    get throws { try look.terminalStyle(for: OutputTarget(output.output)) }
  }

  private func write(
    _ picture: Picture, as format: PictureFormat, to writer: CheckedWriter
  ) throws {
    if format == .term {
      try writer.append(picture.terminal(terminalStyle, noting: Diagnostics.note))
    } else {
      try picture.write(as: format, to: writer)
    }
  }

  /// `--format`, else what the output's name promises, else PNG.
  private func chosenFormat() throws -> PictureFormat {
    if let format = look.format { return format }
    guard let name = output.output else { return .png }
    guard let format = PictureFormat.promised(by: name) else { throw UsageError.noFormat(name) }
    return format
  }

  private static func fileName(of schedules: [LabelledSchedule], format: PictureFormat) -> String {
    "\(schedules.count == 1 ? schedules[0].label : "curves").\(format.rawValue)"
  }
}
