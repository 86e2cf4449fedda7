import Testing

@testable import LRSchedule

/// Errors say what was given and what is allowed; notices are one sentence.
@Suite struct TextTests {
  @Test(arguments: errorTexts)
  func ofAnError(example: ErrorText) {
    #expect(example.error.description == example.text)
    #expect("\(example.error.what); \(example.error.mend)" == example.text)
    #expect(example.error.parameter == example.parameter)
  }

  private static let errorTexts: [ErrorText] = [
    ErrorText(
      .unknownParameter("min_lr", scheduler: "WarmupLR", known: ["warmup_min_lr", "warmup_type"]),
      "min_lr", "WarmupLR has no parameter \"min_lr\"; it has warmup_min_lr, warmup_type"
    ),
    ErrorText(
      .repeatedParameter("warmup_type"), "warmup_type", "warmup_type is given twice; give it once"),
    ErrorText(
      .missingParameters(["total_num_steps"], scheduler: "WarmupDecayLR"), nil,
      "WarmupDecayLR requires total_num_steps; give it"
    ),
    ErrorText(
      .missingParameters(["cycle_min_lr", "cycle_max_lr"], scheduler: "OneCycle"), nil,
      "OneCycle requires cycle_min_lr and cycle_max_lr; give them"
    ),
    ErrorText(
      .wrongType(parameter: "warmup_min_lr", got: "auto", kind: .numberOrList), "warmup_min_lr",
      "warmup_min_lr is \"auto\"; it must be a number, or a list with one a group"
    ),
    ErrorText(
      .wrongType(parameter: "total_num_steps", got: [1, .null], kind: .number),
      "total_num_steps", "total_num_steps is [1, null]; it must be a number"
    ),
    ErrorText(
      .notAllowed(
        parameter: "warmup_num_steps", got: 100.0,
        allowed: "a whole number above 0 (since 0.19.3)"),
      "warmup_num_steps",
      "warmup_num_steps is 100.0; it must be a whole number above 0 (since 0.19.3)"
    ),
    ErrorText(
      .notAllowed(parameter: "last_batch_iteration", got: -2, allowed: "-1 or more"),
      "last_batch_iteration", "last_batch_iteration is -2; it must be -1 or more"
    ),
    ErrorText(
      .wrongCount(parameter: "warmup_min_lr", got: 3, groups: 2), "warmup_min_lr",
      """
      warmup_min_lr has 3 values for 2 parameter groups; \
      give one value, or one a group; a group is one value of the base lr
      """
    ),
    ErrorText(
      .wrongCount(parameter: "warmup_min_lr", got: 1, groups: 2), "warmup_min_lr",
      """
      warmup_min_lr has 1 value for 2 parameter groups; \
      give one value, or one a group; a group is one value of the base lr
      """
    ),
    ErrorText(
      .wrongCount(parameter: "warmup_min_lr", got: 0, groups: 1), "warmup_min_lr",
      """
      warmup_min_lr has 0 values for 1 parameter group; \
      give one value, or one a group; a group is one value of the base lr
      """
    ),
    ErrorText(
      .notExact(parameter: "decay_lr_rate", got: .float(.infinity)), "decay_lr_rate",
      """
      decay_lr_rate is inf; \
      it must be finite, and a whole number at most 2^53 in magnitude to be exact
      """
    ),
    ErrorText(
      .notInRelease(
        scheduler: "WarmupCosineLR", since: Release(0, 12, 3), release: Release(0, 12, 2)),
      nil,
      "0.12.2 has no WarmupCosineLR; it came with 0.12.3: name that release or a later one"
    ),
    ErrorText(
      .raises(
        "because it is so", parameter: "cycle_first_step_size", release: Release(0, 19, 3),
        until: nil),
      "cycle_first_step_size",
      "0.19.3 raises an exception, because it is so; give another value"
    ),
    ErrorText(
      .raises(
        "because it is so", parameter: "warmup_num_steps", release: Release(0, 12, 3),
        until: Release(0, 12, 4)),
      "warmup_num_steps",
      """
      0.12.3 raises an exception, because it is so; \
      give another value, or name 0.12.4 or a later release
      """
    ),
    ErrorText(
      .unknownOptimizer("sgd", known: ["adam", "SGD"]), nil,
      "the optimizer type \"sgd\" is unknown; known are adam, SGD"
    ),
    ErrorText(.baseRateNotFinite(.infinity), nil, "the base lr is inf; it must be finite"),
    ErrorText(
      .tooManyParameterGroups(1025), nil,
      "there are 1025 base lrs; give one for each parameter group, at most 1024"),
    ErrorText(.noParameterGroup, nil, "there is no base lr; give one for each parameter group"),
  ]

  /// Whatever is refused: its name, its value, and words that the value does not fit.
  @Test(
    arguments: [
      ("WarmupLR", "warmup_num_steps", 100.0, "a whole number above 0"),
      ("WarmupLR", "warmup_max_lr", "auto", "a number, or a list"),
      ("LRRangeTest", "lr_range_test_step_size", 10.5, "a whole number above 0"),
      ("OneCycle", "cycle_second_step_size", -0.5, "0 or more"),
      ("OneCycle", "cycle_momentum", .other("{\"a\": 1}"), "true or false"),
      ("WarmupCosineLR", "warmup_min_ratio", [0.1, 0.2], "a number"),
      ("WarmupCosineLR", "total_num_steps", .int((1 << 53) + 1), "at most 2^53"),
      ("WarmupLR", "last_batch_iteration", -2, "-1 or more"),
      ("WarmupLR", "last_batch_iteration", 3.0, "a whole number"),
      ("WarmupLR", "last_batch_iteration", "3", "a whole number"),
    ] as [(String, String, Value, String)])
  func namesParameterValueAndWhatIsAllowed(
    type: String, parameter: String, value: Value, allowed: String
  ) throws {
    let error = try #require(refusal { try make(type, parameter, value) })
    #expect(error.what == "\(parameter) is \(value)")
    #expect(error.mend.contains(allowed))
  }

  @Test(arguments: noticeTexts)
  func ofANotice(example: NoticeText) {
    #expect(example.notice.description == example.text)
  }

  private static let noticeTexts: [NoticeText] = [
    NoticeText(
      .unknownWarmupType("cubic"),
      "warmup_type \"cubic\" is unknown and acts as \"log\"; it may be \"log\" or \"linear\""
    ),
    NoticeText(
      .totalBelowWarmup(total: 99.5, warmup: 100),
      """
      total_num_steps 99.5 is less than the warm-up's 100 steps, \
      which then do not fit into the schedule
      """
    ),
    NoticeText(
      .momentumNotMoved(optimizer: "SGD"),
      "cycle_momentum does nothing: the optimizer SGD has no betas, so momentum stays as it is"
    ),
    NoticeText(
      .stairsIgnored("cycle_first_stair_count", until: Release(0, 19, 4)),
      "the stair counts do nothing before 0.19.4: both halves are straight lines"
    ),
    NoticeText(
      .booleanAsNumber(parameter: "warmup_num_steps", value: true),
      "warmup_num_steps: true counts as 1; write a number"
    ),
    NoticeText(
      .booleanAsNumber(parameter: "warmup_min_lr", value: false),
      "warmup_min_lr: false counts as 0; write a number"
    ),
    NoticeText(
      .valueAsFlag(parameter: "cycle_momentum", value: "false", meaning: true),
      "cycle_momentum: \"false\" counts as true; write true or false"
    ),
  ]
}

struct ErrorText: Sendable, CustomTestStringConvertible {
  let error: ScheduleError
  let parameter: String?
  let text: String

  init(_ error: ScheduleError, _ parameter: String?, _ text: String) {
    self.error = error
    self.parameter = parameter
    self.text = text
  }

  var testDescription: String { text }
}

struct NoticeText: Sendable, CustomTestStringConvertible {
  let notice: Notice
  let text: String

  init(_ notice: Notice, _ text: String) {
    self.notice = notice
    self.text = text
  }

  var testDescription: String { text }
}
