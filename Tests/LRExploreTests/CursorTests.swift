import Testing

@testable import LRExplore

/// Where the cursor goes, and which steps are seen.
@Suite struct CursorTests {
  /// WarmupLR has breakpoints at 1 and 1001 where its warm-up is 1000 steps.
  private func warmup(_ keys: String, steps: String? = nil) throws -> Model {
    var model = try view("warmup-lr", steps: steps)
    model.press(keys)
    return model
  }

  @Test(arguments: [
    ("", 0), ("shift-right", 1), ("shift-right shift-right shift-left", 1), ("shift-left", 0),
    ("end", 9999), ("end shift-right", 9999), ("end shift-left", 9998), ("end home", 0),
    ("n", 1), ("n n", 1001), ("n n n", 1001), ("n n p", 1), ("end p", 1001), ("p", 0),
    ("g5000 enter", 5000), ("g1e3 enter", 1000), ("g2k enter", 2000), ("g5000 esc", 0),
    ("g5001 backspace 3 enter", 5003), ("g77 ctrl-u 9 enter", 9), ("g enter", 0),
    ("g123456 enter", 123_456), ("g5x enter", 0), ("g-1 enter", 0),
    ("pgdn", 9999), ("g5000 enter + pgdn", 10_000 - 1), ("g5000 enter + + pgdn", 7500),
    ("g5000 enter + + pgup", 2500),
  ])
  func keysMoveTheCursor(keys: String, step: Int) throws {
    #expect(try warmup(keys).cursor == step)
  }

  @Test(arguments: [
    ("+", 0..<5000), ("g5000 enter +", 2500..<7500), ("g5000 enter + +", 3750..<6250),
    ("g5000 enter + -", 0..<10_000), ("g5000 enter + + 0", 0..<10_000), ("-", 0..<10_000),
    ("end +", 4999..<10_000), ("=", 0..<5000),
    ("g123456 enter", 113_457..<123_457), ("g123456 enter 0", 0..<10_000),
  ])
  func keysZoomAboutTheCursor(keys: String, steps: Range<Int>) throws {
    let model = try warmup(keys)
    #expect(model.visible == steps)
    #expect(model.visible.contains(model.cursor))
  }

  /// However close, an axis has two steps.
  @Test func theClosestViewIsTwoSteps() throws {
    var model = try view("warmup-lr", steps: "1e12")
    model.press("g5e11 enter")
    for _ in 0..<60 { model.press("+") }
    #expect(model.visible.count == 2)
    #expect(model.visible.contains(500_000_000_000))
    #expect(model.said == "these steps are as close as it goes")
    for _ in 0..<60 { model.press("-") }
    #expect(model.visible == 0..<1_000_000_000_000)
    #expect(model.said == "these are all steps of the run")
  }

  @Test func aRunOfOneStepIsSeen() throws {
    var model = try warmup("+ - right left end home n p pgup pgdn L l d m 0", steps: "1")
    #expect(model.cursor == 0 && model.visible == 0..<1)
    model.press("n")
    #expect(model.cursor == 1)
  }

  /// Each key goes on by a column, whatever the zoom, and each column has its first step.
  @Test(arguments: ["", "L", "g5000 enter + +", "g100 enter + + + + + + + + + + +", "L + +"])
  func arrowsGoByAColumn(keys: String) throws {
    var model = try warmup(keys)
    model.press("home")
    model.draw()
    let sketch = try #require(model.sketch)
    var steps: [Int] = []
    model.moveCursor(to: model.visible.lowerBound)
    for _ in sketch.columns {
      steps.append(model.cursor)
      model.press("right")
      guard model.visible.contains(model.cursor), sketch.column(of: model.cursor) != nil else {
        break
      }
    }
    let firsts = sketch.columns.map(sketch.steps).filter { !$0.isEmpty }.map(\.lowerBound)
    #expect(steps.prefix(firsts.count) == firsts[...])
  }

  @Test func arrowsBeyondTheLastColumnMoveWhatIsSeen() throws {
    var model = try warmup("g5000 enter + + +")
    let before = model.visible
    for _ in 0..<200 { model.press("right") }
    #expect(model.visible.lowerBound > before.lowerBound)
    #expect(model.visible.count == before.count)
    #expect(model.visible.contains(model.cursor))
  }

  @Test func theMouseGoesToTheStepOfItsColumn() throws {
    var model = try warmup("")
    let sketch = try #require(model.sketch)
    let column = sketch.columns.lowerBound + 30
    _ = update(&model, .mouse(column: column, row: 5))
    #expect(model.cursor == sketch.steps(in: column).lowerBound)
    // Beside the curves it does nothing.
    _ = update(&model, .mouse(column: column - 5, row: 23))
    #expect(model.cursor == sketch.steps(in: column).lowerBound)
    _ = update(&model, .wheel(isUp: true, column: column, row: 5))
    #expect((5000...5001).contains(model.visible.count))
  }

  @Test func aStepWithoutAValueIsRefused() throws {
    var model = try view("torch.OneCycleLR:max_lr=0.1,total_steps=100", steps: "100")
    model.press("g200 enter")
    #expect(model.cursor == 0)
    #expect(model.said == "no schedule has a value at step 200")
    model.press("g1e400 enter")
    #expect(model.notice?.isError == true)
  }

  @Test func logarithmicStepsBeginAtOne() throws {
    var model = try warmup("L")
    #expect(model.cursor == 1)
    model.press("shift-left")
    #expect(model.cursor == 1)
    model.press("L shift-left")
    #expect(model.cursor == 0)
  }
}
