import LRSchedule
import Testing

@testable import LRExplore

/// How keys change parameters.
@Suite struct ParameterKeyTests {
  @Test(arguments: [
    ("tab", "warmup_min_lr"), ("tab tab tab", "warmup_num_steps"),
    ("shift-tab", "base lr"),
    ("tab shift-tab", "base lr"), ("down", "warmup_min_lr"),
  ])
  func tabSelectsAParameter(keys: String, name: String) throws {
    var model = try view("warmup-lr")
    model.press(keys)
    #expect(model.parameter?.name == name)
    #expect(model.lines.contains { $0.contains("> \(name)") })
    model.press("esc")
    #expect(model.parameter == nil)
  }

  @Test(arguments: [
    ("tab tab tab up", "warmup_num_steps", "1100"), ("tab tab tab down", "warmup_num_steps", "990"),
    ("tab tab tab shift-up", "warmup_num_steps", "1010"),
    ("tab tab tab 500 enter", "warmup_num_steps", "500"),
    ("tab tab tab 2k enter", "warmup_num_steps", "2000"),
    ("tab tab tab 500 esc", "warmup_num_steps", "1000"),
    ("tab tab tab enter 5 enter", "warmup_num_steps", "10005"),
    ("tab tab tab enter backspace enter", "warmup_num_steps", "100"),
    ("tab tab 0.01 enter", "warmup_max_lr", "0.01"), ("tab tab .5 enter", "warmup_max_lr", "0.5"),
    ("tab tab 5e-4 enter", "warmup_max_lr", "0.0005"),
    ("tab tab tab tab up", "warmup_type", "\"linear\""),
    ("tab tab tab tab down down", "warmup_type", "\"log\""),
    ("tab tab tab tab \"linear\" enter", "warmup_type", "\"linear\""),
    ("tab tab tab tab enter ctrl-u linear enter", "warmup_type", "\"linear\""),
    ("tab tab tab 500 enter r", "warmup_num_steps", "1000"),
  ])
  func keysChangeAValue(keys: String, name: String, value: String) throws {
    var model = try view("warmup-lr")
    model.press(keys)
    #expect(model.value(of: name) == value)
    let isAsGiven = ["1000", "\"log\""].contains(value)
    #expect(model.isChanged(0) != isAsGiven)
  }

  /// The framework's own reason is said, and nothing is changed.
  @Test(arguments: [
    (
      "warmup-lr", "tab tab tab 1.5 enter",
      "warmup_num_steps is 1.5; it must be a whole number above 0 (since 0.19.3)"
    ),
    (
      "warmup-lr", "tab tab tab enter ctrl-u abc enter",
      "warmup_num_steps is \"abc\"; it must be a number"
    ),
    (
      "warmup-lr", "tab tab tab -5 enter",
      "warmup_num_steps is -5; it must be a whole number above 0 (since 0.19.3)"
    ),
    ("warmup-lr", "tab tab tab 1e400 enter", "warmup_num_steps: "),
    ("torch.StepLR:step_size=10", "tab 0 enter", ""),
    ("hf.linear", "shift-tab 0.1,x enter", "base lr: "),
    ("hf.linear", "shift-tab 0.1, enter", "base lr: "),
  ])
  func anInvalidValueSaysWhyAndChangesNothing(typed: String, keys: String, said: String) throws {
    var model = try view(typed)
    model.press(keys)
    #expect(model.notice?.isError == true, "\(model.said)")
    #expect(model.said.hasPrefix(said))
    #expect(!model.isChanged(0))
    #expect(model.changes == 0)
  }

  @Test func lettersAreKeysUntilAnEditHasBegun() throws {
    var model = try view("warmup-lr")
    #expect(model.press("tab l q") == [.leave])
    #expect(model.scales.isValueLogarithmic)
    #expect(model.press("5 l q") == [])
    #expect(model.prompt?.text == "5lq")
  }

  /// The old curve stays, and is no longer there when the values are as they were.
  @Test func theGivenCurveStays() throws {
    var model = try view("warmup-lr")
    #expect(!model.text.contains("as given"))
    model.press("tab tab 0.01 enter")
    #expect(model.text.contains("as given"))
    #expect(model.text.contains("(was 0.0)"))
    model.press("r")
    #expect(!model.text.contains("as given") && !model.text.contains("was"))
  }

  @Test func theRunIsAsLongAsTheTotal() throws {
    var model = try view("warmup-decay")
    #expect(model.visible == 0..<10_000)
    model.press("tab 20k enter")
    #expect(model.value(of: "total_num_steps") == "20000")
    #expect(model.visible == 0..<20_000)
    // Who looks closer stays there.
    model.press("esc + tab 30k enter")
    #expect(model.visible == 0..<10_000)
    #expect(model.run == 0..<30_000)
    model.press("esc 0")
    #expect(model.visible == 0..<30_000)
  }

  @Test func stepsThatWereTypedStay() throws {
    var model = try view("warmup-decay", steps: "500")
    model.press("tab 20k enter")
    #expect(model.visible == 0..<500)
  }

  @Test(arguments: [
    ("0.1", "0.1"), ("0.1,0.01", "[0.1, 0.01]"), ("[0.2,0.1]", "[0.2, 0.1]"), ("5e-5", "5e-05"),
  ])
  func theBaseRateIsAParameterWhereItIsRead(typed: String, value: String) throws {
    var model = try view("hf.cosine")
    model.press("shift-tab \(typed) enter")
    #expect(model.parameter?.name == "base lr")
    #expect(model.value(of: "base lr") == value)
    let never = try view("onecycle")
    #expect(!never.parameters.contains { $0.name == "base lr" })
  }

  @Test func aWarningOfTheFrameworkIsSaid() throws {
    var model = try view("warmup-decay")
    model.press("tab 500 enter")
    #expect(model.value(of: "total_num_steps") == "500")
    #expect(model.said.contains("500"))
    #expect(model.notice?.isError == false)
  }

  @Test func onlyTheSelectedScheduleIsChanged() throws {
    var model = try view("warmup-lr", "warmup-lr", "onecycle")
    model.press("s tab tab tab 50 enter")
    #expect(model.isChanged(1) && !model.isChanged(0) && !model.isChanged(2))
    model.press("d")
    #expect(model.text.contains("difference of lr: warmup_num_steps 50 - warmup_num_steps 1000"))
  }
}
