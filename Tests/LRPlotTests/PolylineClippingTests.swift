import TestSupport
import Testing

@testable import LRPlot

@Suite struct PolylineClippingTests {
  private static let box = Rectangle(left: 0, top: 0, right: 10, bottom: 10)

  private func clip(_ points: [(Double, Double)]) -> [[Point]] {
    clipped(points.map { Point(x: $0.0, y: $0.1) }, to: Self.box)
  }

  @Test func aLineInsideStaysAsItIs() {
    #expect(
      clip([(1, 1), (9, 1), (5, 10)]) == [
        [.init(x: 1, y: 1), .init(x: 9, y: 1), .init(x: 5, y: 10)]
      ])
  }

  @Test func aLineThroughTheBoxIsCutAtItsEdgesWithItsSlope() {
    #expect(clip([(-16, -16), (48, 48)]) == [[.init(x: 0, y: 0), .init(x: 10, y: 10)]])
  }

  @Test func aLineThatLeavesAndComesBackIsTwo() {
    #expect(
      clip([(2, 5), (20, 5), (20, 8), (2, 8)]) == [
        [.init(x: 2, y: 5), .init(x: 10, y: 5)], [.init(x: 10, y: 8), .init(x: 2, y: 8)],
      ])
  }

  @Test func aLineOutsideIsNone() {
    #expect(clip([(-5, 3), (-1, 3)]).isEmpty)
    #expect(clip([(-5, 3), (3, -12)]).isEmpty)
  }

  @Test func whatIsNoNumberBreaksTheLine() {
    #expect(clip([(1, 1), (2, 2), (.nan, 3), (4, 4), (5, 5)]).count == 2)
    #expect(clip([(1, 1), (2, .infinity)]).isEmpty)
  }

  @Test(arguments: 0..<20)
  func nothingIsOutside(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let points = (0..<200).map { _ in
      (Double.random(in: -1e9...1e9, using: &random), Double.random(in: -30...40, using: &random))
    }
    let grown = Self.box.inset(x: -1e-6, y: -1e-6)
    #expect(clip(points).joined().allSatisfy { grown.contains($0) })
  }
}
