import LRSchedule
import Testing

@testable import LRConfiguration

/// What a configuration says, as DeepSpeed reads it.
@Suite struct ConfigurationTests {
  /// A configuration, the schedule that it makes, and what is said beside it.
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let summary: String
    let said: [String]

    var testDescription: String { text.debugDescription }

    init(_ text: String, _ summary: String, said: String...) {
      self.text = text
      self.summary = summary
      self.said = said
    }
  }

  private func check(_ reading: Reading) throws {
    let folder = try ConfigurationFolder()
    let resolution = try folder.resolve(reading.text)
    #expect(resolution.schedules.map(\.schedule.summary) == [reading.summary])
    // That a rate is taken where none is written is said too, and tested by itself.
    let said = resolution.said.filter { !$0.contains("has no optimizer lr") }
    #expect(said.map(folder.shortened) == reading.said)
  }

  @Test(arguments: [
    Reading(
      """
      {
        "train_batch_size": 8,
        "optimizer": {"type": "AdamW", "params": {"lr": 3e-5, "betas": [0.9, 0.999]}},
        "scheduler": {
          "type": "WarmupDecayLR",
          "params": {"total_num_steps": 5000, "warmup_max_lr": 3e-5, "warmup_num_steps": 100}
        }
      }
      """,
      "WarmupDecayLR 0.19.8 AdamW 3e-05 total_num_steps=5000 warmup_max_lr=3e-05"
        + " warmup_num_steps=100"),
    Reading(
      #"{"scheduler": {"type": "WarmupLR", "params": {}}}"#, "WarmupLR 0.19.8 Adam 0.001"),
    Reading(
      #"{"scheduler": {"type": "deepspeed.WarmupLR", "params": {}}}"#,
      "WarmupLR 0.19.8 Adam 0.001"),
    Reading(
      #"{"scheduler": {"params": {"cycle_max_lr": 0.1, "cycle_min_lr": 0}, "type": "OneCycle"}}"#,
      "OneCycle 0.19.8 Adam 0.001 cycle_min_lr=0.0 cycle_max_lr=0.1"),
  ])
  func types(reading: Reading) throws { try check(reading) }

  @Test(arguments: [
    Reading(
      """
      { # the plan
        // of the run
        "scheduler": {"type": "WarmupLR", /* as before */ "params": {"warmup_num_steps": 7}},
      }
      """, "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=7"),
    Reading(
      """
      scheduler:
      {
        type: WarmupLR
        params: {
          warmup_num_steps: 7
          warmup_type: linear
        }
      }
      """, #"WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=7 warmup_type="linear""#),
    Reading(
      "{\r\n\t\"scheduler\": {\r\n\t\t\"type\": \"WarmupLR\",\r\n"
        + "\t\t\"params\": {\r\n\t\t\t\"warmup_num_steps\": 7,\r\n\t\t},\r\n\t},\r\n}\r\n",
      "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=7"),
    Reading(
      "\u{FEFF}{\"scheduler\": {\"type\": 'WarmupLR', \"params\": {\"warmup_num_steps\": 7}}}",
      "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=7"),
  ])
  func hjson(reading: Reading) throws { try check(reading) }

  /// Hjson makes whole numbers of 1e3 and 100.0, so they pass where an int is asked for.
  @Test(arguments: [
    ("1e3", "1000"), ("100.0", "100"), ("5E1", "50"), ("9007199254740992", "9007199254740992"),
  ])
  func wholeNumbers(written: String, number: String) throws {
    try check(
      Reading(
        #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": \#(written)}}}"#,
        "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=\(number)"))
  }

  @Test(arguments: [
    ("null", "null"), ("0.25", "0.25"), ("1", "1.0"), ("-1e-3", "-0.001"), ("[0.25]", "[0.25]"),
  ])
  func rates(written: String, rate: String) throws {
    try check(
      Reading(
        #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": \#(written)}}}"#,
        "WarmupLR 0.19.8 Adam 0.001 warmup_max_lr=\(rate)"))
  }

  /// A text without quotes runs to the end of its line, so Python's literals are texts, which are
  /// true as every text is.
  @Test(
    arguments: [
      ("true", true, nil), ("false", false, nil), ("False", true, "False"), ("True", true, "True"),
      ("False,", true, "False,"), ("no", true, "no"), ("\"\"", false, ""),
    ] as [(String, Bool, String?)])
  func pythonLiterals(written: String, flag: Bool, text: String?) throws {
    let folder = try ConfigurationFolder()
    let resolution = try folder.resolve(
      """
      {"scheduler": {"type": "OneCycle", "params": {
        "cycle_min_lr": 0.1, "cycle_max_lr": 1,
        "cycle_momentum": \(written)
      }}}
      """)
    #expect(resolution.schedules.first?.schedule.columns.count == (flag ? 2 : 1))
    let notice = text.map { "\"\($0)\" counts as \(flag); write true or false" }
    #expect(resolution.messages.count == (notice == nil ? 0 : 1))
    if let notice {
      #expect(resolution.said.first?.hasSuffix(": cycle_momentum: \(notice)") == true)
    }
  }

  @Test(arguments: [
    Reading(
      #"{"model": {"deepspeed": {"scheduler": {"type": "WarmupLR", "params": {}}}}}"#,
      "WarmupLR 0.19.8 Adam 0.001",
      said: "note: ds.json: the configuration is nested under model.deepspeed"),
    Reading(
      #"""
      {"stages": [{}, {"scheduler": {"type": "WarmupLR", "params": {}},
                       "optimizer": {"type": "Lamb", "params": {"lr": 1}}}]}
      """#, "WarmupLR 0.19.8 Lamb 1.0",
      said: "note: ds.json: the configuration is nested under stages.1"),
    Reading(
      #"""
      {"scheduler": {"type": "WarmupLR", "params": {}},
       "other": {"scheduler": {"type": "OneCycle", "params": {}}}}
      """#, "WarmupLR 0.19.8 Adam 0.001"),
    Reading(
      #"""
      {"a": {"scheduler": "cosine"}, "b": {"scheduler": null},
       "c": {"scheduler": {"type": "WarmupLR", "params": {}}}}
      """#, "WarmupLR 0.19.8 Adam 0.001",
      said: "note: ds.json: the configuration is nested under c"),
  ])
  func nested(reading: Reading) throws { try check(reading) }

  @Test(arguments: [
    Reading(
      """
      {"scheduler": {"type": "WarmupLR", "params": {
        "warmup_type": "cosine"}}}
      """, #"WarmupLR 0.19.8 Adam 0.001 warmup_type="cosine""#,
      said:
        "warning: ds.json:2:18: warmup_type \"cosine\" is unknown and acts as \"log\"; it may be"
        + " \"log\" or \"linear\""),
    Reading(
      #"""
      {"scheduler": {"type": "WarmupDecayLR",
                     "params": {"total_num_steps": 10, "warmup_num_steps": 20}}}
      """#, "WarmupDecayLR 0.19.8 Adam 0.001 total_num_steps=10 warmup_num_steps=20",
      said:
        "warning: ds.json:2:46: total_num_steps 10 is less than the warm-up's 20 steps, which then do"
        + " not fit into the schedule"),
    Reading(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": true}}}"#,
      "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=1",
      said: "warning: ds.json:1:67: warmup_num_steps: true counts as 1; write a number"),
  ])
  func warnings(reading: Reading) throws { try check(reading) }
}
