// Blocks of values. A formula that calls a function is evaluated in three passes: the function's
// arguments, the function of all of them, and what the formula makes of it. In each the processor has
// many steps in hand at once, and in the second the table's row hardly ever changes. The bits are those
// of `value(at:)`.

extension Formula {
  func fill(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    guard let base = out.baseAddress else { return }
    guard let function = FunctionProbe.function(of: self) else {
      fillVectors(from: step, into: out) { _ in FunctionsByTable() }
      return
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: passLength) { arguments in
      guard let argument = arguments.baseAddress else { return }
      for start in stride(from: 0, to: out.count, by: passLength) {
        let pass = UnsafeMutableBufferPointer(
          start: base + start, count: min(passLength, out.count - start))
        recordArguments(from: step + start, count: pass.count, at: argument)
        function.fill(pass, of: UnsafeBufferPointer(start: argument, count: pass.count))
        fillVectors(from: step + start, into: pass) { ComputedValues(at: base + start + $0) }
      }
    }
  }

  /// Writes the arguments of consecutive steps, and of some more, up to a whole vector.
  @inline(__always) private func recordArguments(
    from step: Int, count: Int, at argument: UnsafeMutablePointer<Double>
  ) {
    var t = FillLanes(countingFrom: Double(step))
    var index = 0
    while index < count {
      _ = value(at: t, by: ArgumentRecorder(at: argument + index))
      t = t + Double(FillLanes.scalarCount)
      index &+= FillLanes.scalarCount
    }
  }

  /// Writes the values of consecutive steps.
  @inline(__always) private func fillVectors(
    from step: Int, into out: UnsafeMutableBufferPointer<Double>,
    by functions: (Int) -> some ElementaryFunctions
  ) {
    guard let base = out.baseAddress else { return }
    var t = FillLanes(countingFrom: Double(step))
    var index = 0
    while index &+ FillLanes.scalarCount <= out.count {
      value(at: t, by: functions(index)).store(to: base + index)
      t = t + Double(FillLanes.scalarCount)
      index &+= FillLanes.scalarCount
    }
    while index < out.count {
      base[index] = value(at: Double(step + index), by: functions(index))
      index += 1
    }
  }
}

/// Steps of which arguments and values stay in the first cache from one pass to the next.
///
/// They are a whole number of vectors, so that the last one of a pass does not leave its space.
private let passLength = 64 * FillLanes.scalarCount
