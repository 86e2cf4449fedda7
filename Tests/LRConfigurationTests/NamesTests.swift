import LRSchedule
import Testing

@testable import LRConfiguration

/// How schedules are called: loosely on a command line, exactly in a configuration.
@Suite struct NamesTests {
  @Test(arguments: [
    ("onecycle", "OneCycle"), ("OneCycle", "OneCycle"), ("ONECYCLE", "OneCycle"),
    ("one-cycle", "OneCycle"), ("One_Cycle", "OneCycle"),
    ("lr-range-test", "LRRangeTest"), ("LRRangeTest", "LRRangeTest"),
    ("lr_range_test", "LRRangeTest"), ("lrrangetest", "LRRangeTest"),
    ("warmup-lr", "WarmupLR"), ("WarmupLR", "WarmupLR"), ("warmup", "WarmupLR"),
    ("warm_up", "WarmupLR"), ("WARMUP_LR", "WarmupLR"),
    ("warmup-decay", "WarmupDecayLR"), ("WarmupDecayLR", "WarmupDecayLR"),
    ("warmup-decay-lr", "WarmupDecayLR"), ("WarmupDecay", "WarmupDecayLR"),
    ("warmup-cosine", "WarmupCosineLR"), ("WarmupCosineLR", "WarmupCosineLR"),
    ("warmup_cosine", "WarmupCosineLR"), ("WarmupCosine", "WarmupCosineLR"),
    ("deepspeed.onecycle", "OneCycle"), ("DeepSpeed.Warmup-Cosine", "WarmupCosineLR"),
  ])
  func caseHyphensAndLRDoNotMatter(typed: String, name: String) {
    #expect(SchedulerNames.find(typed)?.name == name)
  }

  @Test(arguments: Catalog.types.map { ($0.framework, $0.name) })
  func everyScheduleIsFoundByBothItsNames(framework: Framework, name: String) throws {
    let type = try #require(Catalog.type(named: name, of: framework))
    for typed in [type.name, type.commandName].flatMap({ [$0, "\(framework.rawValue).\($0)"] }) {
      let found = SchedulerNames.find(typed)
      #expect(found?.name == name && found?.framework == framework)
    }
  }

  /// A name that is exact is the schedule's, whatever another one is called without its "LR".
  @Test(arguments: [
    ("linear", "linear"), ("Constant", "constant"), ("polynomial", "polynomial"),
    ("hf.cosine", "cosine"), ("HF.cosine-with-restarts", "cosine_with_restarts"),
    ("cosine_with_restarts", "cosine_with_restarts"), ("inverse_sqrt", "inverse_sqrt"),
  ])
  func huggingFacesAreFoundByTheirTypes(typed: String, name: String) {
    let found = SchedulerNames.find(typed)
    #expect(found?.name == name && found?.framework == .huggingFace)
  }

  @Test(arguments: [
    "", "lr", "-", "warmupcosinelrlr", "cycle", "one cycle", "deepspeed.", "deepspeed",
    "torch.warmup-lr", "hf.warmup-lr", "deepspeed.deepspeed.onecycle", "deepspeed.linear",
    "torch.inverse_sqrt", "hf.StepLR",
  ])
  func nothingElseIsAName(typed: String) {
    #expect(SchedulerNames.find(typed)?.name == nil)
  }

  @Test(arguments: Catalog.types.filter { $0.framework != .huggingFace }.map(\.name))
  func aConfigurationSpellsNamesExactly(name: String) throws {
    let type = try #require(SchedulerNames.findExact(name))
    #expect(type.name == name)
    #expect(SchedulerNames.findExact("\(type.framework.rawValue).\(name)")?.name == name)
    let others = [
      name.lowercased(), name.uppercased(), type.commandName, "\(name) ", "hf.\(name)",
    ]
    for other in others { #expect(SchedulerNames.findExact(other) == nil, "\(other)") }
  }

  @Test(arguments: [
    ("warmuplr", "WarmupLR"), ("Warmup", "WarmupLR"), ("warmup-cosine", "WarmupCosineLR"),
    ("onecycle", "OneCycle"), ("lr-range-test", "LRRangeTest"),
  ])
  func anotherSpellingInAConfigurationIsToldTheRightOne(written: String, right: String) throws {
    #expect(
      try ConfigurationFolder().refusal(
        of: #"{"scheduler": {"type": "\#(written)", "params": {}}}"#)
        == "ds.json:1:24: the scheduler type \"\(written)\" is unknown; inside a configuration names are"
        + " exact: write \"\(right)\"")
  }
}

/// Schedulers that have no curve to compute, and those that are not computed yet.
@Suite struct UncomputedNamesTests {
  @Test(arguments: [
    ("ReduceLROnPlateau", "PyTorch's ReduceLROnPlateau", "it follows a measure"),
    ("reduce-lr-on-plateau", "PyTorch's ReduceLROnPlateau", "it follows a measure"),
    ("hf.reduce-lr-on-plateau", "Hugging Face's reduce_lr_on_plateau", "it follows a measure"),
    ("LambdaLR", "PyTorch's LambdaLR", "its factor is a function in the user's code"),
    ("torch.multiplicative", "PyTorch's MultiplicativeLR", "its factor is a function"),
    ("chained-scheduler", "PyTorch's ChainedScheduler", "it applies schedulers that only"),
    ("SWALR", "PyTorch's SWALR", "it begins at the rate that the run has"),
    ("greedy", "Hugging Face's greedy", "it follows the loss"),
  ])
  func haveAReason(typed: String, title: String, reason: String) throws {
    #expect(SchedulerNames.find(typed) == nil)
    let refusal = try #require(TypedLine(typed).refusal())
    #expect(refusal.hasPrefix("\(typed): \(title) has no curve of its own: \(reason)"))
    #expect(
      refusal.hasSuffix(
        "; name a schedule that depends on the step alone: onecycle, warmup-decay, linear, cosine, or"
          + " another that `lrsched list` shows"))
  }

  @Test(arguments: [
    ("ReduceLROnPlateau", "PyTorch's ReduceLROnPlateau has no curve of its own: it follows"),
    ("torch.LambdaLR", "PyTorch's LambdaLR has no curve of its own: its factor"),
    ("reduce_lr_on_plateau", "PyTorch's ReduceLROnPlateau has no curve of its own: it follows"),
    ("greedy", "Hugging Face's greedy has no curve of its own: it follows the loss"),
  ])
  func haveOneInAConfigurationToo(written: String, start: String) throws {
    #expect(try refusal(ofType: written)?.hasPrefix("ds.json:1:24: \(start)") == true)
  }

  @Test(arguments: Framework.allCases)
  func areNotInTheCatalogue(framework: Framework) {
    for scheduler in UncomputedScheduler.all(of: framework) {
      #expect(Catalog.type(named: scheduler.name, of: framework) == nil)
    }
  }

  @Test(arguments: [
    "deepspeed.LambdaLR", "torch.greedy", "hf.LambdaLR", "torch.", "hf.", "torch.Foo",
  ])
  func areNotOfAnotherFramework(typed: String) {
    #expect(UncomputedScheduler.find(typed) == nil)
    #expect(TypedLine(typed).refusal()?.hasPrefix("\(typed): there is no schedule") == true)
  }

  private func refusal(ofType name: String) throws -> String? {
    try ConfigurationFolder().refusal(
      of: #"{"scheduler": {"type": "\#(name)", "params": {}}}"#)
  }
}

/// Hugging Face's schedules are the trainer's, and DeepSpeed does not look them up.
@Suite struct HuggingFaceNamesInAConfigurationTests {
  @Test(arguments: [
    ("linear", "linear", "write DeepSpeed's \"WarmupDecayLR\", or take"),
    ("hf.cosine", "cosine", "write DeepSpeed's \"WarmupCosineLR\", or take"),
    ("cosine_with_min_lr", "cosine_with_min_lr", "write DeepSpeed's \"WarmupCosineLR\", or take"),
    ("constant-with-warmup", "constant_with_warmup", "write DeepSpeed's \"WarmupLR\", or take"),
    ("inverse_sqrt", "inverse_sqrt", "take"), ("polynomial", "polynomial", "take"),
  ])
  func areRefusedWithTheMend(written: String, name: String, mend: String) throws {
    #expect(
      try ConfigurationFolder().refusal(
        of: #"{"scheduler": {"type": "\#(written)", "params": {}}}"#)
        == "ds.json:1:24: \"\(name)\" is a schedule of Hugging Face, which DeepSpeed does not know;"
        + " \(mend) the scheduler out and give the trainer --lr_scheduler_type \(name)")
  }
}

/// A name that nothing has.
@Suite struct UnknownNameTests {
  static let list =
    "name one of onecycle, warmup-decay, linear, cosine, or another that `lrsched list` shows, or a"
    + " file by its path"

  @Test(arguments: [
    ("onecyle", "onecyle", "did you mean onecycle?"),
    ("warmup-cosin", "warmup-cosin", "did you mean warmup-cosine?"),
    ("wramup-lr", "wramup-lr", "did you mean warmup-lr?"),
    ("WarmupDeccayLR", "WarmupDeccayLR", "did you mean WarmupDecayLR?"),
    ("triangle", "triangle", list), ("100", "100", list),
    ("onecyle:cycle_max_lr=0.1", "onecyle", "did you mean onecycle?"),
    ("onecyle@0.14", "onecyle", "did you mean onecycle?"),
  ])
  func getsTheNearest(typed: String, name: String, mend: String) {
    #expect(
      TypedLine(typed).refusal()
        == "\(name): there is no schedule and no file of this name; \(mend)")
  }

  @Test func isNeverEmpty() throws {
    let refusal = "\"\": there is no schedule and no file of this name; \(Self.list)"
    #expect(TypedLine([""], "").refusal() == refusal)
    #expect(TypedLine("@0.14").refusal() == refusal)
  }
}
