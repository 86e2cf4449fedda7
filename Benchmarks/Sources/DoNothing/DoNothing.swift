import ArgumentParser
import CCairo
import CFriBidi
import LRSchedule
import LRText
import SystemPackage

/// What a program costs that links what lrsched links and takes one option: the least of a start.
@main struct DoNothing: ParsableCommand {
  static let configuration = CommandConfiguration(version: "0")

  @Flag(help: "Draws, which links Cairo and FriBidi.")
  var draw = false

  func run() {
    if draw {
      cairo_debug_reset_static_data()
      _ = fribidi_get_bidi_type(0x41)
    }
  }
}
