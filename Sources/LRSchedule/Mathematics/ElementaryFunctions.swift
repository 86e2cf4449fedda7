/// How a formula gets the logarithm and the cosine that it calls.
///
/// Every way gives the bits of the C library; they differ in the arguments that they are fast for.
protocol ElementaryFunctions: Sendable {
  func logarithm<L: Lanes>(of x: L) -> L
  func cosine<L: Lanes>(of x: L) -> L
}

/// For any argument, each with its own row of the tables.
struct FunctionsByTable: ElementaryFunctions {
  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L { x.logarithm() }
  @inline(__always) func cosine<L: Lanes>(of x: L) -> L { x.cosine() }
}

/// Computes nothing and keeps the argument of the one function that is called.
struct ArgumentRecorder: ElementaryFunctions {
  // Bounds: room for as many lanes as the formula is given, in the buffer that is being filled.
  // Races: the thread that fills a buffer makes it, uses it and is done with it in one call.
  private nonisolated(unsafe) let argument: UnsafeMutablePointer<Double>

  /// Keeps the lanes of the argument from an address on.
  @inline(__always) init(at argument: UnsafeMutablePointer<Double>) { self.argument = argument }

  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L { keep(x) }
  @inline(__always) func cosine<L: Lanes>(of x: L) -> L { keep(x) }

  @inline(__always) private func keep<L: Lanes>(_ x: L) -> L {
    x.store(to: argument)
    return x
  }
}

/// Gives values that were computed before, whatever the argument is.
struct ComputedValues: ElementaryFunctions {
  // Bounds: as many lanes as the formula is given, in the buffer that is being filled.
  // Races: the thread that fills a buffer makes it, uses it and is done with it in one call.
  private nonisolated(unsafe) let value: UnsafePointer<Double>

  /// Gives the lanes that stand from an address on.
  @inline(__always) init(at value: UnsafePointer<Double>) { self.value = value }

  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L { L(at: value) }
  @inline(__always) func cosine<L: Lanes>(of x: L) -> L { L(at: value) }
}

/// Computes nothing and remembers which function is called.
struct FunctionProbe: ElementaryFunctions {
  // Bounds: a variable of `function(of:)`, which is there until the formula has returned.
  // Races: only `function(of:)` makes one, and no other thread ever has it.
  private nonisolated(unsafe) let function: UnsafeMutablePointer<ElementaryFunction?>

  private init(_ function: UnsafeMutablePointer<ElementaryFunction?>) { self.function = function }

  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L {
    function.pointee = .logarithm
    return x
  }

  @inline(__always) func cosine<L: Lanes>(of x: L) -> L {
    function.pointee = .cosine
    return x
  }

  /// What a formula calls; nil for one of arithmetic alone.
  @inline(__always) static func function(of formula: some Formula) -> ElementaryFunction? {
    var function: ElementaryFunction?
    // Bounds: nothing of the probe is left when the closure ends.
    withUnsafeMutablePointer(to: &function) { function in
      _ = formula.value(at: 0.0, by: FunctionProbe(function))
    }
    return function
  }
}
