import LRSchedule
import Testing

@testable import LRConfiguration

/// Lists of schedulers and of numbers as they are typed, and what is said of those that are none.
@Suite struct TypedSequenceTests {
  private static let cosine = "CosineAnnealingLR(T_max=900)"
  private static let warmup = "LinearLR(total_iters=100)"

  @Test(arguments: [
    "[\(warmup),\(cosine)]", "[linear-lr(total-iters=100),CosineAnnealing(t-max=900)]",
    "[torch.optim.lr_scheduler.\(warmup),torch.\(cosine)]",
  ])
  func spellings(schedulers: String) throws {
    let schedule = try #require(
      try TypedLine("sequential-lr:schedulers=\(schedulers),milestones=[100]").resolve()
        .schedules.first?.schedule)
    #expect(
      "\(schedule.parameters.map(\.value))"
        == "[[LinearLR(total_iters=100), CosineAnnealingLR(T_max=900)], [100]]")
  }

  /// A list of schedulers that is none, and what is said of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sentence: String

    init(_ schedulers: String, _ sentence: String) {
      (testDescription, self.sentence) = (schedulers, sentence)
    }

    func check() {
      let typed = "sequential-lr:schedulers=\(testDescription),milestones=[100]"
      #expect(TypedLine(typed).refusal() == "\(typed): \(sentence)")
    }
  }

  /// Python takes parameters without names, and the optimizer first.
  @Test(arguments: [
    Mistake(
      "[StepLR(30)]",
      """
      schedulers is ["StepLR(30)"]; a scheduler's parameters stand by name, its optimizer left out: \
      StepLR(step_size=30)
      """),
    Mistake(
      "[MultiStepLR([30,60]),ConstantLR()]",
      """
      schedulers is ["MultiStepLR([30,60])", ConstantLR()]; a scheduler's parameters stand by name, its \
      optimizer left out: MultiStepLR(milestones=[30,60])
      """),
    Mistake(
      "[StepLR(30,0.5)]",
      """
      schedulers is ["StepLR(30,0.5)"]; a scheduler's parameters stand by name, its optimizer left \
      out: StepLR(step_size=30,gamma=0.5)
      """),
    Mistake(
      "[ExponentialLR(gamma=1),LinearLR(optimizer,total_iters=9)]",
      """
      schedulers is [ExponentialLR(gamma=1), "LinearLR(optimizer,total_iters=9)"]; a scheduler's \
      parameters stand by name, its optimizer left out: LinearLR(total_iters=9)
      """),
    Mistake(
      "[LinearLR,ExponentialLR(gamma=1)]",
      """
      schedulers is ["LinearLR", ExponentialLR(gamma=1)]; parentheses stand behind a scheduler's \
      name: LinearLR()
      """),
  ])
  func parametersWithoutNames(mistake: Mistake) { mistake.check() }

  @Test(arguments: [
    Mistake(
      "[LinearLR(total_iters=100,StepLR(step_size=3)]",
      "the ( behind LinearLR is not closed; write the ) that it lacks"),
    Mistake(
      "[LinearLR(total_iters=100),StepLR(step_size=3]",
      "the ( behind StepLR is not closed; write the ) that it lacks"),
    Mistake(
      "[LinearLR(),StepLR(step_size=3)",
      "the [ behind schedulers= is not closed; write the ] that it lacks"),
    Mistake("[LinearLR()),StepLR(step_size=3)]", "a ) closes nothing; take it out"),
    Mistake("LinearLR(),StepLR(step_size=3)]", "a ] closes nothing; take it out"),
    Mistake(
      "StepLR(step_size=30)",
      """
      schedulers is StepLR(step_size=30); a list is written in brackets: [StepLR(step_size=30)]
      """),
    Mistake(
      "StepLR(30)",
      "schedulers is \"StepLR(30)\"; a list is written in brackets: [StepLR(step_size=30)]"),
  ])
  func brackets(mistake: Mistake) { mistake.check() }

  @Test(arguments: [
    Mistake(
      "[LinerLR(),ConstantLR()]",
      "a sequence takes no scheduler \"LinerLR\"; did you mean LinearLR?"),
    Mistake(
      "[Triangle(),ConstantLR()]",
      """
      a sequence takes no scheduler "Triangle"; it takes StepLR, MultiStepLR, ConstantLR, LinearLR, \
      ExponentialLR, PolynomialLR, CosineAnnealingLR, CosineAnnealingWarmRestarts
      """),
    Mistake(
      "[LinearLR(),ReduceLROnPlateau(patience=3)]",
      """
      a sequence takes no scheduler "ReduceLROnPlateau"; PyTorch's ReduceLROnPlateau has no curve of \
      its own: it follows a measure, the validation loss say, which only the run knows
      """),
    Mistake(
      "[LinearLR(),LambdaLR(lr_lambda=f)]",
      """
      a sequence takes no scheduler "LambdaLR"; PyTorch's LambdaLR has no curve of its own: its factor \
      is a function in the user's code
      """),
    Mistake(
      "[WarmupLR(),ConstantLR()]",
      """
      a sequence takes no scheduler "WarmupLR"; WarmupLR is DeepSpeed's, and a sequence is made of \
      PyTorch's: StepLR, MultiStepLR, ConstantLR, LinearLR, ExponentialLR, PolynomialLR, \
      CosineAnnealingLR, CosineAnnealingWarmRestarts
      """),
  ])
  func schedulersThatAreNotThere(mistake: Mistake) { mistake.check() }

  @Test(arguments: [
    Mistake(
      "[LinearLR(total_iter=1),ConstantLR()]",
      "LinearLR has no parameter \"total_iter\"; did you mean total_iters?"),
    Mistake(
      "[LinearLR(patience=1),ConstantLR()]",
      "LinearLR has no parameter \"patience\"; it has start_factor, end_factor, total_iters"),
    Mistake(
      "[LinearLR(last_epoch=1),ConstantLR()]",
      "LinearLR has no parameter \"last_epoch\"; leave it out"),
    Mistake("[LinearLR(),CosineAnnealingLR()]", "CosineAnnealingLR requires T_max; give it"),
  ])
  func theirParameters(mistake: Mistake) { mistake.check() }

  /// The example's milestones are none of other schedulers.
  @Test func aSequenceNeedsItsMilestones() {
    let typed = "sequential-lr:schedulers=[\(Self.warmup),\(Self.cosine)]"
    #expect(
      TypedLine(typed).refusal()
        == "\(typed): SequentialLR requires milestones; give --milestones [100], say")
  }

  @Test(arguments: [
    (
      "sequential-lr --schedulers \(warmup),\(cosine)", "--schedulers: schedulers is",
      "[\(warmup),\(cosine)]"
    ),
    ("multi-step-lr --milestones 1,2,3", "--milestones: milestones is \"1,2,3\"", "[1,2,3]"),
    ("multi-step-lr -p milestones=1,2", "-p milestones: milestones is \"1,2\"", "[1,2]"),
    ("multi-step-lr --milestones [1,2", "--milestones: milestones is \"[1,2\"", "[1,2]"),
    ("multi-step-lr --milestones 1,2]", "--milestones: milestones is \"1,2]\"", "[1,2]"),
    ("multi-step-lr --milestones 30", "--milestones: milestones is 30", "[30]"),
    ("multi-step-lr:milestones=30", "multi-step-lr:milestones=30: milestones is 30", "[30]"),
    (
      "warmup-lr --warmup-max-lr 1,2 --lr 1,2", "--warmup-max-lr: warmup_max_lr is \"1,2\"", "[1,2]"
    ),
  ])
  func aListWithoutBrackets(line: String, start: String, list: String) throws {
    let text = try #require(TypedLine(line).refusal())
    #expect(text.hasPrefix(start))
    #expect(text.hasSuffix("; a list is written in brackets: \(list)"))
  }

  @Test(arguments: [
    ("(a", "the ( is not closed; write the ) that it lacks"),
    ("[StepLR(step_size=3]", "the ( behind StepLR is not closed; write the ) that it lacks"),
    ("[StepLR(step_size=3)", "the [ is not closed; write the ] that it lacks"),
  ])
  func bracketsOfAFlag(value: String, sentence: String) {
    #expect(
      TypedLine("sequential-lr --schedulers \(value)").refusal() == "--schedulers: \(sentence)")
  }

  @Test(arguments: ["", "a", "[1,(2)],[]", "\"[\"", "'('"])
  func bracketsInPairs(text: String) { #expect(UnpairedBracket(in: text) == nil) }
}
