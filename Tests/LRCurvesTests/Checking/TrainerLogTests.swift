import LRCurves
import Testing

/// What Hugging Face's trainer saves and prints.
@Suite struct TrainerLogTests {
  private func state(_ entries: String...) -> String {
    "{\n\"best_metric\": null, \"log_history\": [\n\(entries.joined(separator: ",\n"))\n], \"x\": {}}"
  }

  @Test func theHistoryOfATrainerState() throws {
    let log = try readLog(
      state(
        #"{"epoch": 0.1, "grad_norm": 1.5, "learning_rate": 1e-05, "loss": 2.5, "step": 10}"#,
        #"{"epoch": 0.1, "eval_loss": 2.0, "step": 10}"#,
        #"{"learning_rate": 2e-05, "loss": "x", "step": 20}"#,
        #"{"step": 20, "train_runtime": 5.0}"#))
    #expect(log.source == .trainerState)
    #expect(log.source.offsets == [0, -1])
    #expect(log.points(.lr) == points([10: 1e-05, 20: 2e-05]))
    #expect(log.columns[0].points.line(of: 1) == 5)
    #expect(log.notes.isEmpty)
  }

  @Test func stepsWhoseGradientsOverflowedAreSeenWhereEachIsLogged() throws {
    let log = try readLog(
      state(
        #"{"grad_norm": NaN, "learning_rate": 0.0, "step": 1}"#,
        #"{"grad_norm": 1.0, "learning_rate": 0.1, "step": 2}"#,
        #"{"grad_norm": Infinity, "learning_rate": 0.1, "step": 3}"#,
        #"{"grad_norm": 1.0, "learning_rate": 0.2, "step": 4}"#))
    #expect(log.rows(.lr) == [0, 1, 1, 2])
    #expect(log.notes.first?.hasPrefix("2 steps are skipped") == true)
    let sparse = try readLog(
      state(
        #"{"grad_norm": NaN, "learning_rate": 0.0, "step": 10}"#,
        #"{"grad_norm": 1.0, "learning_rate": 0.1, "step": 20}"#))
    #expect(sparse.rows(.lr) == [10, 20])
    #expect(sparse.notes.first?.contains("may have skipped") == true)
  }

  @Test func theConsole() throws {
    let text = """
      0%|          | 0/100 [00:00<?, ?it/s]
      {'loss': '2.1', 'learning_rate': '9.8e-05', 'epoch': '0.1'}
      {'eval_loss': 1.0}
      \r 20%|##  | {'loss': 2.0, 'grad_norm': 1.0, 'learning_rate': 9.6e-05, 'epoch': 0.2}

      """
    let log = try readLog(text) { $0.every = 10 }
    #expect(log.source == .consoleLog)
    #expect(log.points(.lr) == points([10: 9.8e-05, 20: 9.6e-05]))
    let other = try readLog(text) { options in
      options.every = 5
      options.firstStep = 1
    }
    #expect(other.points(.lr) == points([1: 9.8e-05, 6: 9.6e-05]))
    let own = try readLog("{'step': 7, 'learning_rate': 0.5}\n")
    #expect(own.points(.lr) == points([7: 0.5]))
  }

  @Test func severalObjectsOnALine() throws {
    let log = try readLog(
      "{'step': 7, 'learning_rate': 0.5}{'learning_rate': 0.6, 'step': 8}\r{'step': 9}\n")
    #expect(log.points(.lr) == points([7: 0.5, 8: 0.6]))
  }

  @Test(arguments: ["{'loss': 2.0, 'lea", "{'step': 8, 'learning_rate': ", "{'learning_rate': 0.6"])
  func aLastLineThatIsCutOff(end: String) throws {
    let log = try readLog("{'step': 7, 'learning_rate': 0.5}\n\(end)")
    #expect(log.points(.lr) == points([7: 0.5]))
    #expect(log.notes == ["the last line, 2, is cut off and left out"])
    let whole = try readLog("{'step': 7, 'learning_rate': 0.5}")
    #expect(whole.points(.lr) == points([7: 0.5]) && whole.notes.isEmpty)
  }

  @Test func countedStepsEndSomewhere() throws {
    let text = String(repeating: "{'learning_rate': 1e-05}\n", count: 3)
    let log = try readLog(text) { $0.every = 3_002_399_751_580_330 }
    #expect(log.columns[0].points.steps.last == 9_007_199_254_740_990)
    for every in [3_002_399_751_580_331, 1 << 53, Int.max] {
      let refusal = logRefusal(text) { $0.every = every }
      #expect(refusal.hasPrefix("run.log: has rows beyond step 2^53; "), "\(every): \(refusal)")
    }
  }

  @Test(arguments: [
    ("{\"log_history\": []}", "run.log: has no learning rate; "),
    ("{\"log_history\": [{\"step\": 1}]}", "run.log: has no learning rate; "),
    ("{\"log_history\": [{\"learning_rate\": 1}]}", "run.log:1:18: there are values but no step; "),
    (
      "{\"log_history\": [{\"step\": 1.5, \"learning_rate\": 1}]}",
      "run.log:1:27: '1.5' is no step; "
    ),
    (
      "{\"log_history\": [{\"step\": 1, \"learning_rate\": \"a\"}]}",
      "run.log:1:47: 'a' is no number"
    ),
    (
      "{\"log_history\": [{\"step\": 1, \"learning_rate\": 1}", "run.log:1:49: the text ends in the"
    ),
    ("{'learning_rate': 1}\n", "run.log: the lines do not say their steps; say how many"),
    ("{'step': 9007199254740993, 'learning_rate': 1}\n", "run.log:1:9: '9007199254740993' is no"),
    (
      "{\"log_history\": [{\"step\": 9007199254740993, \"learning_rate\": 1}]}",
      "run.log:1:27: '9007199254740992.0' is no step; "
    ),
    ("{'step': 1, 'learning_rate': a}\n", "run.log:1:30: 'a' is no number; "),
  ])
  func whatIsRefused(text: String, says: String) {
    #expect(logRefusal(text).hasPrefix(says), "\(logRefusal(text))")
  }

  @Test func optionsThatItHasNoUseFor() {
    let text = state(#"{"learning_rate": 1e-05, "step": 10}"#)
    #expect(logRefusal(text) { $0.columns = ["lr"] }.hasPrefix("--column: "))
    #expect(logRefusal(text) { $0.every = 5 }.hasPrefix("--every: "))
    #expect(
      logRefusal(text) { $0.trainBatchSize = 5 }
        == "--train-batch-size: trainer_state.json counts steps, not samples; leave it out")
    #expect(logRefusal(text) { $0.stepColumn = "step" }.hasPrefix("--step-column: "))
  }
}
