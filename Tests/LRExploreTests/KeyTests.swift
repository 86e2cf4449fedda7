import LRSchedule
import Testing

@testable import LRExplore

/// What keys do beside moving the cursor.
@Suite struct KeyTests {
  @Test(arguments: [
    ("q", [Effect.leave]), ("ctrl-c", [.leave]), ("ctrl-z", [.suspend]), ("ctrl-l", [.redraw]),
    ("? q", [.leave]), ("? x", []), ("g ctrl-c", [.leave]), ("gq", []), ("tab 5q", []),
    ("wcurve.png enter", [.write("curve.png")]), ("wcurve.png esc", []), ("w enter", []),
    ("tab q", [.leave]),
  ])
  func keysAskTheWorld(keys: String, effects: [Effect]) throws {
    var model = try view("warmup-lr")
    #expect(model.press(keys) == effects)
  }

  @Test func togglesGoBothWays() throws {
    var model = try view("onecycle")
    func state() -> [Bool] {
      [
        model.showsMomentum, model.showsDifference, model.showsHelp, model.wantsCommand,
        model.scales.isValueLogarithmic, model.scales.isStepLogarithmic,
      ]
    }
    model.press("m d y l L ?")
    #expect(state() == [true, true, true, true, true, true])
    model.press("x m d y l L")
    #expect(state() == [false, false, false, false, false, false])
  }

  @Test(arguments: [
    ("Q", "no key is called Q; ? shows the keys"), ("s", "there is one schedule alone"),
    ("m", "no momentum moves here"), ("r", "all values are as they were given"),
    ("y", "the command line of these schedules is said after leaving"),
    ("y y", "no command line is said after leaving"),
    ("end n", "no breakpoint is behind step 9999"), ("p", "no breakpoint is before step 0"),
  ])
  func whatAKeyCannotDoIsSaid(keys: String, said: String) throws {
    var model = try view("warmup-lr")
    model.press(keys)
    #expect(model.said == said)
    #expect(model.text.contains(said))
    model.press("right")
    #expect(model.said == "")
  }

  @Test func severalSchedulesAreSelectedInTurn() throws {
    var model = try view("warmup-lr", "onecycle")
    model.press("s")
    #expect(model.schedule.label == "onecycle")
    model.press("s")
    #expect(model.schedule.label == "warmup-lr")
  }

  @Test func aPasteIsTextAndNoKey() throws {
    var model = try view("warmup-lr")
    #expect(update(&model, .paste("q")) == [])
    model.press("g")
    _ = update(&model, .paste("12\n34"))
    model.press("enter")
    #expect(model.cursor == 1234)
  }

  @Test func anotherSizeDrawsForIt() throws {
    var model = try view("warmup-lr")
    _ = update(&model, .size(columns: 120, rows: 40))
    #expect(model.lines.count == 40)
    #expect(model.lines.contains { $0.count > 80 })
  }

  @Test func whatWasWrittenIsSaid() throws {
    var model = try view("warmup-lr")
    _ = update(&model, .wrote("wrote curve.png"))
    #expect(model.notice == Model.Notice(text: "wrote curve.png", isError: false))
    _ = update(&model, .failed("curve.png: is a folder"))
    #expect(model.notice == Model.Notice(text: "curve.png: is a folder", isError: true))
  }
}
