/// Why there is no picture.
public enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A width or height that is not between 1 and 32,767 pixels.
  case sideOutOfRange(width: Int, height: Int)

  /// Width times height is more than 2^28 pixels.
  case tooManyPixels(width: Int, height: Int)

  /// The picture has no panel.
  case noPanels

  /// The range of steps is empty.
  case noSteps

  /// A step below -2^53 or above 2^53.
  case stepsOutOfRange(Range<Int>)

  /// No step is above 0, where a logarithmic axis begins.
  case noStepAboveZero(Range<Int>)

  /// A number per step that is not between 10^-12 and 10^15.
  case perStepOutOfRange(Double)

  /// Pixels per point that are no number above 0.
  case scaleOutOfRange(Double)

  /// Cairo failed; the reason is in its own words.
  case drawingFailed(reason: String)

  /// What went wrong and what mends it.
  public var description: String { "\(place): \(text)" }

  private var place: String {
    switch self {
    case .sideOutOfRange, .tooManyPixels: "picture size"
    case .noPanels, .drawingFailed: "picture"
    case .noSteps, .stepsOutOfRange, .noStepAboveZero: "picture steps"
    case .perStepOutOfRange: "picture axis"
    case .scaleOutOfRange: "picture scale"
    }
  }

  /// The description without its beginning, for those who know the place by another name.
  public var text: String {
    switch self {
    case .sideOutOfRange(let width, let height):
      let sides = PictureSize.allowedSides
      return """
        \(width)x\(height) pixels cannot be drawn; \
        width and height must be \(sides.lowerBound) to \(sides.upperBound)
        """
    case .tooManyPixels(let width, let height):
      return """
        \(width)x\(height) is \(width * height) pixels; \
        choose a width and a height with at most \(PictureSize.maximumPixels) pixels in all
        """
    case .noPanels:
      return "there is nothing to draw; give it at least one panel"
    case .noSteps:
      return "the range is empty; give it at least one step"
    case .stepsOutOfRange(let steps):
      return """
        \(steps.lowerBound)..<\(steps.upperBound) is more than can be told apart; \
        steps must be \(Picture.allowedSteps.lowerBound) to \(Picture.allowedSteps.upperBound)
        """
    case .noStepAboveZero(let steps):
      return """
        \(steps.lowerBound)..<\(steps.upperBound) has no step above 0, where a log axis begins; \
        show later steps or choose a linear axis
        """
    case .perStepOutOfRange(let number):
      let allowed = Picture.StepUnit.allowedPerStep
      return """
        \(number) per step cannot be shown; \
        choose a number from \(allowed.lowerBound) to \(allowed.upperBound)
        """
    case .scaleOutOfRange(let factor):
      return "\(factor) pixels per point cannot be drawn; choose a number above 0"
    case .drawingFailed(let reason):
      return "Cairo could not draw it (\(reason)); try a smaller size"
    }
  }
}
