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
    // Bounds: a pass ends where the buffer does or before, and `$0` is an index of the pass.
    for start in stride(from: 0, to: out.count, by: passLength) {
      let pass = UnsafeMutableBufferPointer(
        start: base + start, count: min(passLength, out.count - start))
      // The arguments, then the function's values, then the formula's stand in one place.
      recordArguments(from: step + start, in: pass)
      function.fill(pass, of: UnsafeBufferPointer(pass))
      fillVectors(from: step + start, into: pass) { ComputedValues(at: base + start + $0) }
    }
  }

  /// Writes the arguments of consecutive steps.
  @inline(__always) private func recordArguments(
    from step: Int, in pass: UnsafeMutableBufferPointer<Double>
  ) {
    guard let argument = pass.baseAddress else { return }
    var t = FillLanes(countingFrom: Double(step))
    var index = 0
    // Bounds: a formula records the lanes that it was given, and those end at pass.count or before.
    while index &+ FillLanes.scalarCount <= pass.count {
      _ = value(at: t, by: ArgumentRecorder(at: argument + index))
      t = t + Double(FillLanes.scalarCount)
      index &+= FillLanes.scalarCount
    }
    while index < pass.count {
      _ = value(at: Double(step + index), by: ArgumentRecorder(at: argument + index))
      index += 1
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
    // Bounds: a vector is stored where all its lanes are below out.count, then single values.
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

/// Steps whose values stay in the first cache from one pass to the next, a whole number of vectors.
private let passLength = 64 * FillLanes.scalarCount
