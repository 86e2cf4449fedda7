import LRSchedule
import Testing

@testable import LRConfiguration

/// A schedule with another value for one of the things that it is made of.
@Suite struct ChangedScheduleTests {
  private func schedule(_ text: String) throws -> LabelledSchedule {
    try TypedLine(text).resolve().schedules[0]
  }

  @Test func aValueTakesThePlaceOfAnotherOrIsAdded() throws {
    let given = try schedule("warmup-lr:warmup_num_steps=50")
    #expect(
      try given.with(.int(60), for: "warmup_num_steps").schedule.summary
        == "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=60")
    #expect(
      try given.with(.string("linear"), for: "warmup_type").schedule.summary
        == "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=50 warmup_type=\"linear\"")
    #expect(try given.with(.int(60), for: "warmup_num_steps").label == given.label)
  }

  @Test func whatTheFrameworkRefusesIsThrown() throws {
    let given = try schedule("warmup-lr")
    #expect(throws: ScheduleError.self) { try given.with(.float(1.5), for: "warmup_num_steps") }
    #expect(throws: ScheduleError.self) { try given.with(.int(1), for: "no_such_name") }
    #expect(throws: ScheduleError.self) { try given.with(baseLRs: []) }
    #expect(throws: ScheduleError.self) { try given.with(baseLRs: [.infinity]) }
    #expect(throws: ScheduleError.self) { try given.with(release: Release(0, 1, 0)) }
  }

  @Test func ratesAndReleaseAreChanged() throws {
    let given = try schedule("warmup-cosine")
    #expect(try given.with(baseLRs: [0.1, 0.2]).schedule.columns.map(\.name) == ["lr_0", "lr_1"])
    #expect(
      try given.with(release: Release(0, 14, 2)).schedule.isMade(
        as: schedule("warmup-cosine@0.14.2").schedule))
  }

  /// A resumed run stays one, whether its scheduler has a parameter for it or not.
  @Test(arguments: ["warmup-lr --resume-from 99", "torch.StepLR:step_size=30 --resume-from 99"])
  func aResumedRunStaysResumed(text: String) throws {
    let given = try schedule(text)
    #expect(given.schedule.steps.lowerBound == 100)
    #expect(try given.with(baseLRs: [0.1]).schedule.steps.lowerBound == 100)
  }

  @Test(arguments: [
    ("warmup-lr:warmup_num_steps=50", "warmup-lr:warmup_num_steps=50", true),
    ("warmup-lr:warmup_num_steps=50", "warmup-lr:warmup_num_steps=51", false),
    // Never read, the rate makes no difference.
    ("onecycle --lr 0.1", "onecycle --lr 0.2", true),
    ("warmup-cosine --lr 0.1", "warmup-cosine --lr 0.2", false),
    ("onecycle --lr 0.1", "onecycle --lr 0.1,0.1", false),
    ("warmup-cosine@0.14", "warmup-cosine", false),
    ("torch.StepLR:step_size=3", "torch.ExponentialLR:gamma=0.9", false),
  ])
  func schedulesAreComparedByWhatTheyAreMadeOf(one: String, other: String, isSame: Bool) throws {
    #expect(try schedule(one).schedule.isMade(as: schedule(other).schedule) == isSame)
  }

  @Test(arguments: [
    ("50", Value.int(50)), ("2k", .int(2000)), (" 1e-4 ", .float(1e-4)), ("null", .null),
  ])
  func aTypedValueIsReadAsOnACommandLine(text: String, value: Value) throws {
    let type = try #require(Catalog.type(named: "WarmupLR"))
    let parameter = try #require(type.parameter(named: "warmup_max_lr"))
    #expect(try typedValue(text, of: parameter) == value)
    #expect(throws: ConfigurationError.self) { try typedValue("", of: parameter) }
  }

  @Test(arguments: [
    (Value.string("linear"), "linear"), (.string("12"), "\"12\""), (.string("a,b"), "\"a,b\""),
    (.string(""), "\"\""), (.string("true"), "\"true\""), (.float(1e-5), "1e-05"), (.null, "null"),
    (.list([.int(1), .int(2)]), "[1, 2]"),
  ])
  func aValueIsTypedSoThatItReadsBack(value: Value, text: String) throws {
    #expect(value.typed == text)
    #expect(try Value(typed: text) == value)
  }

  /// The words of options make the options again.
  @Test(arguments: [
    "warmup-cosine --steps 500 --lr 0.1,1e-05 --optimizer SGD --deepspeed 0.14.2",
    "warmup-lr --warmup-num-steps 50 --warmup-type linear --resume-from 9",
    "onecycle --cycle-momentum false",
  ])
  func optionsAreTheirWords(text: String) throws {
    let resolution = try TypedLine(text).resolve()
    let words = try #require(resolution.words(making: resolution.schedules))
    #expect(words.joined(separator: " ") == text)
    let again = try TypedLine(words, "").resolve()
    #expect(again.schedules[0].schedule.isMade(as: resolution.schedules[0].schedule))
  }
}
