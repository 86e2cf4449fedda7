import LRSchedule
import LRText

/// Numbers and steps as text, and text as numbers.
func textLoops() throws -> [Loop] {
  let rates = try cosineRates()
  let texts = rates.map(\.description)
  let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: NumberTexts.byteCount(for: rates.count), alignment: NumberTexts.alignment)
  let steps = 1_000_000..<1_000_000 + rates.count
  let stepTexts = steps.map(\.description)
  return [
    Loop(
      name: "number text",
      ours: writing(rates.count) { space in
        rates.withUnsafeBufferPointer { rates in
          let texts = NumberTexts(rates, in: memory)
          for index in rates.indices { space.append(texts, at: index) }
        }
      },
      peer: Loop.Way(name: "description", count: rates.count) {
        Double(rates.reduce(0) { $0 + $1.description.utf8.count })
      }),
    Loop(
      name: "step text",
      ours: writing(steps.count) { space in
        var step = StepText(steps.lowerBound)
        for _ in steps {
          space.append(step)
          step.advance()
        }
      },
      peer: Loop.Way(name: "description", count: steps.count) {
        Double(steps.reduce(0) { $0 + $1.description.utf8.count })
      }),
    Loop(
      name: "reading a step",
      ours: Loop.Way(name: "lrsched", count: steps.count) {
        Double(stepTexts.reduce(0) { $0 + (TypedNumber.plainDigits($1) ?? 0) })
      },
      peer: Loop.Way(name: "Int(_:)", count: steps.count) {
        Double(stepTexts.reduce(0) { $0 + (Int($1) ?? 0) })
      }),
    Loop(
      name: "reading a rate",
      ours: Loop.Way(name: "lrsched", count: texts.count) {
        texts.reduce(0) { sum, text in sum + ((try? TypedNumber(text))?.value ?? .nan) }
      },
      peer: Loop.Way(name: "Double(_:)", count: texts.count) {
        texts.reduce(0) { $0 + (Double($1) ?? .nan) }
      }),
  ]
}

/// A way that writes texts into memory.
private func writing(_ count: Int, _ body: @escaping (inout TextSpace) -> Void) -> Loop.Way {
  let memory = UnsafeMutableRawPointer.allocate(
    byteCount: count * NumberText.longest + NumberText.longest, alignment: 8)
  return Loop.Way(name: "lrsched", count: count) {
    var space = TextSpace(memory)
    body(&space)
    return Double(space.count)
  }
}

/// Rates with as many digits as most have.
private func cosineRates() throws -> [Double] {
  let schedule = try Schedule(
    WarmupCosineLR(totalNumSteps: 1_000_000), optimizer: Optimizer(baseLRs: [0.001]))
  let count = 512
  return [Double](unsafeUninitializedCapacity: count) { buffer, written in
    written = schedule.columns[0].fill(from: 500_000, into: buffer.extracting(..<count))
  }
}
