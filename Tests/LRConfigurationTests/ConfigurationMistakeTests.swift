import Testing

@testable import LRConfiguration

/// What is wrong with a configuration as a whole.
@Suite struct ConfigurationMistakeTests {
  static let nothing =
    "so DeepSpeed schedules nothing and the rate is the trainer's (lr_scheduler_type of Hugging Face)"
    + " or your code's; add a scheduler, or name a schedule: onecycle, warmup-decay, linear,"
    + " cosine, or another that `lrsched list` shows"

  @Test(arguments: [
    Refusal("", "ds.json: is empty, \(nothing)"),
    Refusal("{}", "ds.json: is empty, \(nothing)"),
    Refusal(
      #"{"optimizer": {"type": "AdamW", "params": {"lr": 1e-4}}}"#,
      "ds.json: has no \"scheduler\", \(nothing)"),
    Refusal(#"{"scheduler": null}"#, "ds.json: has null for its scheduler, \(nothing)"),
  ])
  func withoutAScheduler(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: [
    Refusal("[1]", "ds.json:1:1: the configuration is [1]; it must be an object, {..}"),
    Refusal("\n  5", "ds.json:2:3: the configuration is 5; it must be an object, {..}"),
    Refusal(#"{"scheduler": []}"#, "ds.json:1:15: scheduler is []; it must be an object, {..}"),
    Refusal(
      "{\n  \"scheduler\": \"WarmupLR\"\n}",
      "ds.json:2:16: scheduler is \"WarmupLR\"; it must be an object, {..}"),
    Refusal(
      #"{"scheduler": {"params": {}}}"#,
      "ds.json:1:15: the scheduler has no \"type\"; write one, \"type\": \"WarmupLR\" say"),
    Refusal(
      #"{"scheduler": {"type": 5, "params": {}}}"#,
      "ds.json:1:24: the scheduler's type is 5; write one of DeepSpeed's names, \"WarmupLR\" say"),
    Refusal(
      #"{"scheduler": {"Type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:16: \"Type\" is no key that DeepSpeed reads; did you mean \"type\"?"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "param": {}}}"#,
      "ds.json:1:36: \"param\" is no key that DeepSpeed reads; did you mean \"params\"?"),
    Refusal(
      #"{"sheduler": {"type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:2: \"sheduler\" is no key that DeepSpeed reads; did you mean \"scheduler\"?"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "parameters": {}}}"#,
      "ds.json:1:36: \"parameters\" is no key that DeepSpeed reads; did you mean \"params\"?"),
    Refusal(
      #"{"scheduler": {"type": "WarmpLR", "params": {}}}"#,
      "ds.json:1:24: the scheduler type \"WarmpLR\" is unknown; did you mean WarmupLR?"),
    Refusal(
      #"{"scheduler": {"type": "Triangle", "params": {}}}"#,
      "ds.json:1:24: the scheduler type \"Triangle\" is unknown; known are LRRangeTest, OneCycle,"
        + " WarmupLR, WarmupDecayLR, WarmupCosineLR and PyTorch's classes"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR"}}"#,
      "ds.json:1:24: the scheduler has no \"params\", which DeepSpeed refuses; write"
        + " \"params\": {..}, which may be empty"),
    Refusal(
      #"{"scheduler": {"type": "OneCycle"}}"#,
      "ds.json:1:24: the scheduler has no \"params\", which DeepSpeed refuses; write"
        + " \"params\": {..} with cycle_min_lr and cycle_max_lr"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": null}}"#,
      "ds.json:1:46: the scheduler has null for \"params\", which DeepSpeed refuses; write"
        + " \"params\": {..}, which may be empty"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": [1]}}"#,
      "ds.json:1:46: the scheduler has [1] for \"params\", which DeepSpeed refuses; write"
        + " \"params\": {..}, which may be empty"),
  ])
  func aSchedulerThatIsNone(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: [
    Refusal(
      "{\"lr\": 1,\n \"lr\": 2}",
      #"ds.json:2:2: the key "lr" stands twice, first at 1:2; remove one"#),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 1, "warmup_num_steps": 1}}}"#,
      #"ds.json:1:70: the key "warmup_num_steps" stands twice, first at 1:47; remove one"#),
    Refusal(
      "{\r\n\t\"scheduler\": {\r\n",
      "ds.json:3:1: the text ends, but the { opened at 2:15 is not"
        + " closed; add }"),
    Refusal(
      #"{"scheduler": {"type": "OneCycle", "params": {"cycle_momentum": True}}}"#,
      "ds.json:1:65: the value True stands without quotes, so it is a string that runs to the end of"
        + " its line, closing brackets included; write true"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": 1e400}}}"#,
      "ds.json:1:64: 1e400 is beyond the largest double, 1.8e308; write a smaller number"),
  ])
  func aTextThatIsNotHjson(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: [
    Refusal(
      #"""
      {"a": {"scheduler": {"type": "WarmupLR", "params": {}}},
       "b": [{"scheduler": {"type": "WarmupLR", "params": {}}}]}
      """#,
      "ds.json:1:21: 2 configurations are nested in the file: a at ds.json:1:21, b.0 at"
        + " ds.json:2:22; give a file with one"),
    Refusal(
      #"{"a": {"b": {"scheduler": {"type": "Warmup", "params": {}}}}}"#,
      "ds.json:1:36: the scheduler type \"Warmup\" is unknown; inside a configuration names are exact:"
        + " write \"WarmupLR\""),
  ])
  func nestedConfigurations(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: [
    Refusal(
      #"{"optimizer": {"type": "AdamX"}, "scheduler": {"type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:24: the optimizer type \"AdamX\" is unknown; did you mean adam?"),
    Refusal(
      #"{"optimizer": {"params": {"lr": null}}, "scheduler": {"type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:33: the optimizer's lr is null; it must be a finite number"),
    Refusal(
      #"{"optimizer": {"params": {"lr": "1e-4"}}, "scheduler": {"type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:33: the optimizer's lr is \"1e-4\"; write it as a number: 0.0001"),
    Refusal(
      #"{"optimizer": {"params": {"lr": 100000000000000000000}}, "scheduler": {"type": "WarmupLR","#
        + #" "params": {}}}"#,
      "ds.json:1:33: lr is 100000000000000000000; whole numbers are exact only to 2^53: write a smaller"
        + " one"),
    Refusal(
      #"{"optimizer": {"params": {"lr": [1]}}, "scheduler": {"type": "WarmupLR", "params": {}}}"#,
      "ds.json:1:33: the optimizer's lr is [1]; it must be a finite number"),
  ])
  func theOptimizer(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: ["5", "null", "[]"])
  func theOptimizersTypeIsAText(type: String) throws {
    let refusal = try ConfigurationFolder().refusal(
      of: #"{"optimizer": {"type": \#(type)}, "scheduler": {"type": "WarmupLR", "params": {}}}"#)
    #expect(
      refusal?.hasPrefix(
        "ds.json:1:24: the optimizer type \"\(type)\" is unknown; known are adagrad,")
        == true)
  }
}
