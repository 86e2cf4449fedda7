import ArgumentParser
import LRPlot

/// Which axes are logarithmic.
struct AxisArguments: ParsableArguments {
  @Flag(help: "A logarithmic axis of values.")
  var logY = false

  @Flag(help: "A logarithmic axis of steps.")
  var logX = false

  var scales: Picture.Scales {
    Picture.Scales(isStepLogarithmic: logX, isValueLogarithmic: logY)
  }
}
