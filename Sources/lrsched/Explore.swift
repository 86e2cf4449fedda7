import ArgumentParser
import LRConfiguration
import LRExplore
import LRPlot
import LRText
import SystemPackage

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Shows curves in the whole terminal, to look closer and to change parameters.",
    discussion: """
      Keys move a cursor with the exact values at its step, zoom, and change the parameters: the old \
      curve stays behind the new one. ? shows all keys, q leaves.

      EXAMPLES:
        lrsched explore warmup-cosine --steps 1e6
        lrsched explore ds_config.json ds_config.json@0.14
        lrsched explore linear cosine --lr 5e-5 --num-warmup-steps 500
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSchedules>
  @OptionGroup var range: RangeArguments
  @OptionGroup var axes: AxisArguments

  func run() throws {
    let isTerminal =
      Terminal.isTerminal(FileDescriptor.standardInput)
      && Terminal.isTerminal(FileDescriptor.standardOutput)
    guard isTerminal, !Terminal.isDumb else { throw UsageError.noFullScreen }
    let typed = try schedules.typed(for: Self.self)
    guard try !Resolution.inputs(of: typed.words, options: typed.options).contains("-") else {
      throw UsageError.keysFromStandardInput
    }
    let resolution = try typed.resolve(typed.words)
    let size = Terminal.size(.standardOutput)
    var model = try Model(
      resolution, from: range.from, to: range.to, scales: axes.scales,
      style: TerminalStyle(
        columns: size.columns, rows: size.rows, usesBraille: Terminal.usesUnicode,
        usesColour: Terminal.allowsColour(FileDescriptor.standardOutput)))
    try Session.run(&model)
    guard model.wantsCommand else { return }
    try withOutput(to: .standardOutput) { writer in
      for command in model.commands { try writer.append(command + "\n") }
    }
  }
}
