import ArgumentParser
import CCairo
import LRSchedule
import LRText
import SystemPackage

/// What a program costs that links what lrsched links and takes one option: the least of a start.
@main struct DoNothing: ParsableCommand {
  static let configuration = CommandConfiguration(version: "0")

  @Flag(help: "Draws, which links Cairo.")
  var draw = false

  func run() {
    if draw { cairo_debug_reset_static_data() }
  }
}
