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
    reading("reading a step", stepTexts) { Double(Int($0) ?? 0) },
    reading("reading a rate", texts) { Double($0) ?? .nan },
  ]
}

/// Numbers as a curve's reader has them, and the standard library.
private func reading(
  _ name: String, _ texts: [String], _ peer: @escaping (String) -> Double
) -> Loop {
  let bytes = Array(texts.joined(separator: ",").utf8)
  return Loop(
    name: name,
    ours: Loop.Way(name: "lrsched", count: texts.count) {
      var sum = 0.0
      var place = 0
      while let number = ScannedNumber(bytes, at: place) {
        sum += number.value
        place = number.end + 1
        if place >= bytes.count { break }
      }
      return sum
    },
    peer: Loop.Way(name: "standard library", count: texts.count) {
      texts.reduce(0) { $0 + peer($1) }
    })
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
