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

  @Test(arguments: Catalog.types.map(\.name))
  func everyScheduleIsFoundByBothItsNames(name: String) throws {
    let type = try #require(SchedulerNames.findExact(name))
    for typed in [type.name, type.commandName, "deepspeed.\(type.commandName)"] {
      #expect(SchedulerNames.find(typed)?.name == name)
    }
  }

  @Test(arguments: [
    "", "lr", "-", "onecyclelr", "cycle", "one cycle", "deepspeed.", "deepspeed",
    "torch.onecycle", "hf.warmup-lr", "deepspeed.deepspeed.onecycle", "StepLR",
  ])
  func nothingElseIsAName(typed: String) {
    #expect(SchedulerNames.find(typed)?.name == nil)
  }

  @Test(arguments: Catalog.types.map(\.name))
  func aConfigurationSpellsNamesExactly(name: String) throws {
    #expect(SchedulerNames.findExact(name)?.name == name)
    #expect(SchedulerNames.findExact("deepspeed.\(name)")?.name == name)
    let type = try #require(SchedulerNames.findExact(name))
    let others = [
      name.lowercased(), name.uppercased(), type.commandName, "\(name) ", "torch.\(name)",
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

/// Schedules of the other frameworks, which a configuration or a user may well name.
@Suite struct NamesElsewhereTests {
  @Test(arguments: [
    ("StepLR", "PyTorch's StepLR"), ("steplr", "PyTorch's StepLR"), ("step-lr", "PyTorch's StepLR"),
    ("torch.StepLR", "PyTorch's StepLR"),
    ("Torch.cosine_annealing_lr", "PyTorch's CosineAnnealingLR"),
    ("OneCycleLR", "PyTorch's OneCycleLR"), ("reduce-lr-on-plateau", "PyTorch's ReduceLROnPlateau"),
    ("hf.reduce-lr-on-plateau", "Hugging Face's reduce_lr_on_plateau"),
    ("linear", "Hugging Face's linear"), ("hf.linear", "Hugging Face's linear"),
    ("hf.cosine-with-restarts", "Hugging Face's cosine_with_restarts"),
  ])
  func areKnownButNotBuiltIn(typed: String, full: String) {
    #expect(SchedulerNames.find(typed) == nil)
    #expect(
      TypedLine(typed).refusal()
        == "\(typed): \(full) is known but not built into this release; built in are lr-range-test,"
        + " onecycle, warmup-lr, warmup-decay, warmup-cosine")
  }

  /// DeepSpeed looks its own five up first, then PyTorch's classes.
  @Test(arguments: [
    ("StepLR", "PyTorch's StepLR"), ("torch.StepLR", "PyTorch's StepLR"),
    ("CosineAnnealingLR", "PyTorch's CosineAnnealingLR"), ("hf.linear", "Hugging Face's linear"),
  ])
  func areKnownInAConfiguration(written: String, full: String) throws {
    let refusal = try ConfigurationFolder().refusal(
      of: #"{"scheduler": {"type": "\#(written)", "params": {}}}"#)
    #expect(
      refusal?.hasPrefix(
        "ds.json:1:24: \(full) is known but not built into this release;") == true)
  }

  @Test(arguments: [
    "deepspeed.StepLR", "torch.inverse_sqrt", "hf.StepLR", "torch.", "hf.", "torch.Foo",
  ])
  func areNotOfAnotherFramework(typed: String) {
    #expect(SchedulerNames.elsewhere(typed) == nil)
    #expect(TypedLine(typed).refusal()?.hasPrefix("\(typed): there is no schedule") == true)
  }

  @Test(arguments: ["torch.step", "torch.onecycle", "cosine-annealing"])
  func mayLeaveOutLRToo(typed: String) {
    #expect(SchedulerNames.elsewhere(typed) != nil)
  }
}

/// A name that nothing has.
@Suite struct UnknownNameTests {
  static let list =
    "schedules are lr-range-test, onecycle, warmup-lr, warmup-decay, warmup-cosine; a file is named"
    + " by its path"

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
