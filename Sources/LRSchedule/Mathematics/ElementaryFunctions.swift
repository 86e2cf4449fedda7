/// How a formula gets the logarithm and the cosine that it calls.
///
/// Every way gives the bits of the C library; they differ in the arguments that they are fast for.
protocol ElementaryFunctions: Sendable {
  func logarithm<L: Lanes>(of x: L) -> L
  func cosine<L: Lanes>(of x: L) -> L
}

/// For any argument each is looked up in its own row of the tables; a run, which is of one of the two,
/// gives that one itself.
extension ElementaryFunctions {
  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L { x.logarithm() }
  @inline(__always) func cosine<L: Lanes>(of x: L) -> L { x.cosine() }
}

/// For any argument, each with its own row of the tables.
struct FunctionsByTable: ElementaryFunctions {}

/// The function that a formula calls, and its argument at a step.
enum FunctionCall {
  case logarithm(Double)
  case cosine(Double)
}

/// Computes nothing and remembers the call.
struct FunctionProbe: ElementaryFunctions {
  private nonisolated(unsafe) let call: UnsafeMutablePointer<FunctionCall?>

  private init(_ call: UnsafeMutablePointer<FunctionCall?>) { self.call = call }

  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L {
    if let x = x as? Double { call.pointee = .logarithm(x) }
    return x
  }

  @inline(__always) func cosine<L: Lanes>(of x: L) -> L {
    if let x = x as? Double { call.pointee = .cosine(x) }
    return x
  }

  /// What a formula calls at a step; nil for one of arithmetic alone.
  @inline(__always) static func call(of formula: some Formula, at step: Int) -> FunctionCall? {
    var call: FunctionCall?
    withUnsafeMutablePointer(to: &call) { call in
      _ = formula.value(at: Double(step), by: FunctionProbe(call))
    }
    return call
  }
}
