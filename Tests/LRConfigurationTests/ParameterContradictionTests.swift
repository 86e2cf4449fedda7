import LRSchedule
import Testing

@testable import LRConfiguration

/// Parameters that do not go together, or with no schedule.
@Suite struct ParameterContradictionTests {
  @Test(arguments: [
    (
      "warmup --warmup-num-steps 10 --warmup_num_steps 20",
      "--warmup_num_steps: warmup_num_steps is 20 here and 10 in --warmup-num-steps; give it once"
    ),
    (
      "warmup --warmup-num-steps 10 -p warmup_num_steps=20",
      "--warmup-num-steps: warmup_num_steps is 10 here and 20 in -p warmup_num_steps; give it once"
    ),
    (
      "warmup:warmup_num_steps=5 --warmup-num-steps 10",
      "--warmup-num-steps: warmup_num_steps is 10 here and 5 in warmup:warmup_num_steps=5;"
        + " give it once"
    ),
    (
      "warmup --resume-from 3 -p last_batch_iteration=4",
      "--resume-from: last_batch_iteration is 3 here and 4 in -p last_batch_iteration; give it once"
    ),
    (
      "warmup:last_batch_iteration=4 --resume-from 3",
      "--resume-from: last_batch_iteration is 3 here and 4 in warmup:last_batch_iteration=4;"
        + " give it once"
    ),
  ])
  func twoValuesAreAnError(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }

  @Test(arguments: [
    "warmup --warmup-num-steps 10 -p warmup_num_steps=1e1",
    "warmup:warmup_num_steps=10 --warmup-num-steps 10.0",
    "warmup --resume-from 3 --last-batch-iteration 3 -p warmup_num_steps=10",
  ])
  func theSameValueTwiceIsNone(typed: String) throws {
    let summary = try TypedLine(typed).resolve().schedules.first?.schedule.summary
    #expect(summary?.contains("warmup_num_steps=10") == true)
  }

  @Test(arguments: [
    (
      "warmup --cycle-max-lr 1",
      "--cycle-max-lr: WarmupLR has no parameter cycle_max_lr; it has warmup_min_lr, warmup_max_lr,"
        + " warmup_num_steps, warmup_type, last_batch_iteration"
    ),
    (
      "warmup -p warmup_steps=1",
      "-p warmup_steps: WarmupLR has no parameter warmup_steps; did you mean warmup_num_steps?"
    ),
    (
      "warmup onecycle warmup -p decay_rate=1",
      "-p decay_rate: OneCycle and WarmupLR have no parameter decay_rate; did you mean decay_lr_rate?"
    ),
    // What means the same in the schedule that is named.
    (
      "cosine --warmup-num-steps 5",
      "--warmup-num-steps: cosine has no parameter warmup_num_steps; did you mean --num-warmup-steps?"
    ),
    (
      "warmup-decay -p num_warmup_steps=5",
      "-p num_warmup_steps: WarmupDecayLR has no parameter num_warmup_steps; did you mean"
        + " warmup_num_steps?"
    ),
    (
      "cosine --total-num-steps 5",
      "--total-num-steps: cosine has no parameter total_num_steps; did you mean --num-training-steps?"
    ),
    (
      "warmup onecycle -p x=1",
      "-p x: OneCycle and WarmupLR have no parameter x; `lrsched show onecycle` and"
        + " `lrsched show warmup-lr` list them"
    ),
  ])
  func aParameterOfNoScheduleIsAnError(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }

  @Test func aParameterGoesToTheSchedulesThatHaveIt() throws {
    let resolution = try TypedLine(
      "warmup onecycle warmup-cosine:total_num_steps=9 --warmup-num-steps 5 --decay-lr-rate 1"
    ).resolve()
    #expect(
      resolution.schedules.map(\.schedule.summary) == [
        "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=5",
        "OneCycle 0.19.8 Adam 0.001 cycle_min_lr=0.0001 cycle_max_lr=0.001 decay_lr_rate=1.0",
        "WarmupCosineLR 0.19.8 Adam 0.001 total_num_steps=9 warmup_num_steps=5",
      ])
  }

  @Test(arguments: [
    ("onecycle", "cycle_min_lr=0.0001 cycle_max_lr=0.001"),
    ("onecycle --cycle-max-lr 0.1", "cycle_min_lr=0.0001 cycle_max_lr=0.1"),
    ("warmup-cosine", "total_num_steps=10000"),
    ("warmup-cosine --steps 500", "total_num_steps=500"),
    ("warmup-decay --steps 5k", "total_num_steps=5000"),
    ("warmup-decay --steps 5k --total-num-steps 9", "total_num_steps=9"),
    ("warmup-decay:total_num_steps=9 --steps 5k", "total_num_steps=9"),
  ])
  func whatTheFrameworkRequiresHasAnExampleForANameThatWasTyped(
    typed: String, given: String
  ) throws {
    let summary = try TypedLine(typed).resolve().schedules.first?.schedule.summary
    #expect(summary?.hasSuffix(" Adam 0.001 \(given)") == true)
  }

  @Test(arguments: [
    (
      "warmup --lr 1,2 --warmup-max-lr [1,2,3]",
      "--warmup-max-lr: warmup_max_lr has 3 values for 2 parameter groups; give one value, or one a"
        + " group: a group is one value of --lr, as in --lr 0.1,0.01"
    ),
    (
      "warmup --warmup-num-steps 0",
      "--warmup-num-steps: warmup_num_steps is 0; it must be a whole number above 0"
        + " (since 0.19.3); before, any warmup_num_steps is accepted and acts as max(2, n)"
    ),
    (
      "warmup:warmup_min_lr=small",
      "warmup:warmup_min_lr=small: warmup_min_lr is \"small\"; it must be a number, or a list"
        + " with one a group"
    ),
    (
      "warmup-cosine@0.10",
      "warmup-cosine@0.10: 0.10.3 has no WarmupCosineLR; it came with 0.12.3: name that release or a"
        + " later one"
    ),
    ("onecycle --resume-from -1", "--resume-from: -1; it must be a whole number, 0 or more"),
  ])
  func whatTheFrameworkRefusesIsAnErrorWithItsPlace(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }
}
