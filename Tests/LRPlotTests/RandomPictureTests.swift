import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

/// Thousands of pictures with any of the options together.
@Suite struct RandomPictureTests {
  private static let words = [
    "warm-up", "cosine decay", "constant", "\u{5b66}\u{7fd2}\u{7387}", "a", "ds_config@0.14", "",
  ]

  private static func text(_ random: inout SplitMix64, longest: Int = 6) -> String {
    (0..<Int.random(in: 0...longest, using: &random)).map { _ in
      words[Int.random(in: 0..<words.count, using: &random)]
    }.joined(separator: " ")
  }

  private static func series(_ last: Int, _ random: inout SplitMix64) -> LineSeries {
    func value() -> Double {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: 0
      case 1: -.random(in: 0..<1, using: &random)
      default:
        .random(in: 0..<10, using: &random) * powerOfTen(.random(in: -12...2, using: &random))
      }
    }
    return LineSeries(
      name: text(&random), start: value(), end: value(), last: last)
  }

  private static func picture(_ random: inout SplitMix64) throws -> Picture {
    let isStepLogarithmic = Bool.random(using: &random)
    let first = Int.random(in: -5...100, using: &random)
    let power = Int.random(in: 0...40, using: &random)
    let count = 8 + Int.random(in: 0...(1 << power), using: &random)
    let steps =
      isStepLogarithmic ? first..<(first + count) : max(0, first)..<(max(0, first) + count)
    var panels = (0..<Int.random(in: 1...3, using: &random)).map { panel in
      Picture.Panel(
        text(&random),
        (0..<Int.random(in: 0...5, using: &random)).map {
          Picture.Curve(series(steps.upperBound, &random), style: .numbered($0 + panel))
        })
    }
    if count < 3000 {
      let (one, other) = (series(steps.upperBound, &random), series(steps.upperBound, &random))
      panels.append(
        Picture.Panel(
          "difference", [Picture.Curve(DifferenceSeries(one, minus: other), style: 3)]))
    }
    let isLarge = Int.random(in: 0..<12, using: &random) == 0
    return try Picture(
      title: text(&random), subtitle: Bool.random(using: &random) ? text(&random) : nil,
      panels: panels, steps: steps,
      size: PictureSize(
        width: .random(in: 320...(isLarge ? 4000 : 800), using: &random),
        height: .random(in: 200...(isLarge ? 3000 : 500), using: &random)),
      scales: .init(
        isStepLogarithmic: isStepLogarithmic, isValueLogarithmic: Bool.random(using: &random)),
      stepUnit: .init(
        label: text(&random),
        perStep: Bool.random(using: &random)
          ? 1
          : .random(in: 1..<10, using: &random) * powerOfTen(.random(in: -9...9, using: &random))),
      marks: (0..<Int.random(in: 0...20, using: &random)).map { _ in
        .init(step: .random(in: steps, using: &random), label: text(&random))
      },
      theme: PictureTheme.allCases[Int.random(in: 0..<3, using: &random)],
      showsLegend: Bool.random(using: &random))
  }

  @Test(arguments: 0..<100)
  func nothingOverlapsAndNothingIsCut(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 7919)
    for index in 0..<12 {
      let picture = try Self.picture(&random)
      let layout = Layout(picture, ruler: FixedRuler())
      checkGeometry(layout, "seed \(seed), picture \(index), \(picture.size)")
      #expect(picture.showsLegend || layout.legend.isEmpty)
      #expect(!layout.stepTicks.isEmpty, "seed \(seed), picture \(index)")
      #expect(layout.stepTicks.allSatisfy { layout.picture.left <= $0.position })
    }
  }

  @Test(arguments: 0..<10)
  func neitherWithTheFontsOfThisMachine(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 104_729 &+ 1)
    for index in 0..<5 {
      let picture = try Self.picture(&random)
      for scale in [1, 2.0] {
        let canvas = try CairoCanvas(PictureSize(width: 1, height: 1), pixelsPerPoint: scale)
        checkGeometry(
          Layout(picture, ruler: canvas), "seed \(seed), picture \(index), scale \(scale)")
      }
    }
  }
}
