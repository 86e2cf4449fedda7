/// One of the program's inner loops, and the loop that does the same without the program.
public struct Loop {
  /// What is done, `cosine` say.
  public let name: String
  /// How it is done here.
  public let ours: Way
  /// How it is done with the C or the standard library.
  public let peer: Way

  /// A way to do it.
  public struct Way {
    /// Who does it, `lrsched` or `libm`.
    public let name: String
    /// The number of values in one run.
    public let count: Int
    /// Does it once, and returns a number that depends on the values.
    public let run: () -> Double
  }

  /// All loops.
  public static func all() throws -> [Loop] { try Curve.all().map(\.loop) + textLoops() }
}
