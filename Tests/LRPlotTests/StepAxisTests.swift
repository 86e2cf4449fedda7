import Testing

@testable import LRPlot

@Suite struct StepAxisTests {
  @Test(arguments: [(0..<1001, 1000), (0..<1002, 1000), (7..<50_000, 1125), (-40..<41, 13)])
  func columnsHoldTheStepsThatLieInThem(steps: Range<Int>, columns: Int) {
    let axis = StepAxis(steps: steps, left: 50, width: columns)
    for step in steps {
      // In whole numbers: the column is offset * columns / distances, rounded down.
      let offset = (step - steps.lowerBound) * columns / (steps.count - 1)
      #expect(axis.steps(in: min(columns - 1, offset)).contains(step))
    }
  }

  @Test(arguments: [
    0..<1_000_000_000_000, 0..<(1 << 53), -(1 << 53)..<(1 << 53), 5..<40_000,
  ])
  func columnsFollowOneAnotherWithoutAGap(steps: Range<Int>) {
    for columns in [1, 2, 999, 32_767] {
      let axis = StepAxis(steps: steps, left: 0, width: columns)
      #expect(axis.isDense)
      var next = steps.lowerBound
      for column in 0..<columns {
        let held = axis.steps(in: column)
        #expect(held.lowerBound == next && !held.isEmpty)
        next = held.upperBound
      }
      #expect(next == steps.upperBound)
    }
  }

  @Test(arguments: [0..<1000, 1..<3, -40..<41, 900..<50_000, 7..<8, 0..<1_000_000_000])
  func equalRatiosAreEqualDistances(steps: Range<Int>) {
    let axis = StepAxis(steps: steps, left: 50, width: 600, isLogarithmic: true)
    let (first, last) = (axis.steps.lowerBound, axis.steps.upperBound - 1)
    #expect(first == max(1, steps.lowerBound) && last == steps.upperBound - 1)
    guard first < last else { return }
    #expect(axis.position(of: first) == 50 && (axis.position(of: last) - 650).magnitude < 1e-9)
    let middle = (Double(first) * Double(last)).squareRoot()
    #expect((axis.position(of: middle) - 350).magnitude < 1e-6)
  }

  @Test(arguments: [0..<1000, 1..<3, 900..<50_000, 0..<1_000_000_000, 0..<(1 << 53)])
  func columnsOfALogarithmicAxisHoldEachStepOnce(steps: Range<Int>) {
    for columns in [1, 2, 600] {
      let axis = StepAxis(steps: steps, left: 50, width: columns, isLogarithmic: true)
      var next = axis.steps.lowerBound
      for column in 0..<columns {
        let held = axis.steps(in: column)
        #expect(held.lowerBound == next)
        for step in [held.lowerBound, held.upperBound - 1] where held.contains(step) {
          let place = axis.position(of: step) - 50
          #expect(place >= Double(column) - 1e-9 && place <= Double(column + 1) + 1e-9)
        }
        next = held.upperBound
      }
      #expect(next == steps.upperBound)
    }
  }

  @Test func endsLieAtTheEnds() {
    let axis = StepAxis(steps: 10..<21, left: 100, width: 50)
    #expect(axis.position(of: 10) == 100 && axis.position(of: 20) == 150)
    #expect(axis.spacing == 5 && !axis.isDense)
  }

  @Test func theOnlyStepLiesInTheMiddle() {
    #expect(StepAxis(steps: 41..<42, left: 100, width: 50).position(of: 41) == 125)
  }

  /// A column is a pixel, of which a point may have several, or a part of one.
  @Test(arguments: [1, 2, 3, 1.5, 0.5], [false, true])
  func aColumnIsAPixel(pixelsPerPoint: Double, isLogarithmic: Bool) {
    let axis = StepAxis(
      steps: 1..<100_000, left: 50, width: 100, pixelsPerPoint: pixelsPerPoint,
      isLogarithmic: isLogarithmic)
    #expect(axis.columns == Int(100 * pixelsPerPoint))
    #expect(axis.right == 150 && axis.position(of: 99_999) == 150)
    var next = 1
    for column in 0..<axis.columns {
      let steps = axis.steps(in: column)
      #expect(steps.lowerBound == next)
      next = steps.upperBound
      for step in [steps.first, steps.last].compactMap(\.self) where step < 99_999 {
        let place = (axis.position(of: step) - 50) * pixelsPerPoint
        #expect(place > Double(column) - 1e-6 && place < Double(column) + 1 + 1e-6)
      }
    }
    #expect(next == 100_000)
  }
}
