extension Picture {
  /// Which colour and dash pattern a curve has.
  public enum LineStyle: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// One of the theme's, 0 the first; any other integer has one too, the looks repeat after 43.
    case numbered(Int)

    /// Unlike the numbered ones, of a difference say: black, or white in the dark, with the dash pattern
    /// of this number; 0 is solid.
    case ink(dashes: Int)

    /// Grey, as of what a curve was before, with the dash pattern of this number; 0 is solid.
    case quiet(dashes: Int)

    /// A numbered style.
    ///
    /// - Parameter number: Its number.
    public init(integerLiteral number: Int) { self = .numbered(number) }
  }
}
