import LRSchedule
import Testing

@testable import LRConfiguration

/// Which rows a command line asks for.
@Suite struct RowRangeTests {
  @Test(arguments: [
    // --steps, else the total, else 10000; of several schedules the largest.
    ("onecycle --steps 5", 0, 5, 1), ("onecycle", 0, 10_000, 1), ("warmup --steps 1", 0, 1, 1),
    ("warmup-cosine", 0, 10_000, 1), ("warmup-cosine --total-num-steps 500", 0, 500, 1),
    ("warmup-cosine:total_num_steps=500 --steps 20", 0, 20, 1),
    ("warmup-decay:total_num_steps=100.5", 0, 101, 1),
    ("warmup-decay:total_num_steps=0.25", 0, 1, 1),
    ("warmup-decay:total_num_steps=-10", 0, 10_000, 1),
    ("warmup-decay:total_num_steps=0", 0, 10_000, 1),
    ("warmup-decay:total_num_steps=50 warmup-cosine:total_num_steps=70", 0, 70, 1),
    ("warmup-decay:total_num_steps=50 onecycle", 0, 10_000, 1),
    ("warmup-decay:total_num_steps=20k onecycle", 0, 20_000, 1),
    // --from, --to and --every.
    ("onecycle --from 10", 10, 10_000, 1), ("onecycle --to 10", 0, 10, 1),
    ("onecycle --from 10 --to 20 --every 3", 10, 20, 3),
    ("onecycle --from 10 --steps 11", 10, 11, 1),
    ("onecycle --steps 10 --to 20", 0, 20, 1), ("onecycle --every 1M", 0, 10_000, 1_000_000),
    ("onecycle --from 1k --to 1e6 --every 1_000", 1000, 1_000_000, 1000),
    ("onecycle --from 9999", 9999, 10_000, 1),
    ("onecycle --to 9007199254740992 --from 9007199254740991", (1 << 53) - 1, 1 << 53, 1),
    // A resumed run starts at the row that its checkpoint holds; of several the last to start.
    ("onecycle --resume-from 99", 100, 10_000, 1),
    ("onecycle:last_batch_iteration=0", 1, 10_000, 1),
    ("onecycle:last_batch_iteration=-1", 0, 10_000, 1),
    ("onecycle --resume-from 99 --from 150", 150, 10_000, 1),
    ("onecycle --resume-from 9998", 9999, 10_000, 1),
    ("cosine-annealing-lr --resume-from 99", 100, 10_000, 1),
    ("linear warmup --resume-from 99", 100, 10_000, 1),
    ("onecycle:last_batch_iteration=5 warmup:last_batch_iteration=9 warmup", 10, 10_000, 1),
  ])
  func rows(typed: String, from: Int, to: Int, every: Int) throws {
    #expect(try TypedLine(typed).rows() == RowRange(from: from, to: to, every: every))
  }

  @Test(arguments: [
    (RowRange(from: 0, to: 5, every: 1), [0, 1, 2, 3, 4]),
    (RowRange(from: 3, to: 4, every: 1), [3]),
    (RowRange(from: 0, to: 10, every: 3), [0, 3, 6, 9]),
    (RowRange(from: 1, to: 10, every: 3), [1, 4, 7]),
    (RowRange(from: 0, to: 9, every: 3), [0, 3, 6]), (RowRange(from: 7, to: 9, every: 100), [7]),
  ])
  func stepsOfTheRows(rows: RowRange, steps: [Int]) {
    #expect(rows.count == steps.count)
    #expect((0..<rows.count).map { rows[$0] } == steps)
  }

  private func refusal(_ typed: String) -> String? {
    do {
      _ = try TypedLine(typed).rows()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      "--from 5 --to 5", "--from: the first row, 5, is not before the end, 5 (--to); ",
      "give a --to above 5"
    ),
    (
      "--from 7 --to 5", "--from: the first row, 7, is not before the end, 5 (--to); ",
      "give a --to above 7"
    ),
    (
      "--from 10 --steps 10", "--from: the first row, 10, is not before the end, 10 (--steps); ",
      "a --steps above 10"
    ),
    (
      "--from 10k",
      "--from: the first row, 10000, is not before the end, 10000 (the usual number of steps); ",
      "give a --to above 10000, or a --from below 10000"
    ),
    (
      "warmup-decay:total_num_steps=20k --from 3e4",
      "--from: the first row, 30000, is not before the end, 20000 (total_num_steps); ",
      "give a --to above 30000"
    ),
    (
      "--resume-from 99 --steps 50",
      "--resume-from: the first row of the resumed run, 100, is not before the end, 50 (--steps); ",
      "give a --steps above 100"
    ),
    (
      "--resume-from 9999",
      "--resume-from: the first row of the resumed run, 10000, is not before the end, 10000 (the",
      "give a --to above 10000"
    ),
  ])
  func anEmptyRange(typed: String, what: String, mend: String) {
    let text = refusal("onecycle \(typed)") ?? ""
    #expect(text.hasPrefix(what), "\(text)")
    #expect(text.contains(mend), "\(text)")
  }

  /// A recurrence is not walked for hours for one row.
  @Test func aFirstRowTooFarAway() {
    let typed = "exponential-lr:gamma=0.999999999999 --to 9e12 --from"
    #expect(
      refusal("\(typed) 1073741825")
        == "--from: the value of exponential-lr at step 1073741825 follows from 1073741825 values before"
        + " it, one after the other; up to 1073741824 are computed: ask for an earlier step, or plot it,"
        + " which takes the closed form")
    for near in ["1073741824", "1073741823", "0"] { #expect(refusal("\(typed) \(near)") == nil) }
    #expect(refusal("exponential-lr:gamma=0.9 --to 9e12 --from 8e12") == nil)
  }

  @Test func anEndAtTheBeginning() {
    #expect(
      refusal("onecycle --to 0")
        == "--to: the rows end at 0, before the first of them; give a --to above 0"
    )
  }

  @Test(arguments: [
    ("--from -1", "--from: -1; it must be a whole number, 0 or more"),
    ("--from 1.5", "--from: 1.5; it must be a whole number, 0 or more"),
    ("--to -1", "--to: -1; it must be a whole number, 0 or more"),
    ("--every 0", "--every: 0; it must be a whole number, 1 or more"),
    ("--every -3", "--every: -3; it must be a whole number, 1 or more"),
    (
      "--to soon",
      "--to: 'soon' is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"
    ),
    (
      "--to 1e16",
      "--to: '1e16' is too large; whole numbers are exact up to 2^53 = 9007199254740992"
    ),
  ])
  func aCountThatIsNone(typed: String, refusal: String) {
    #expect(self.refusal("onecycle \(typed)") == refusal)
  }

  /// A decay that divides by zero at step 4100.
  static let ending = "onecycle:decay_lr_rate=-0.01,decay_step_size=1"

  @Test(arguments: [
    ("", "onecycle", 9999), ("--steps 4101", "--steps", 4100), ("--to 5000", "--to", 4999),
    ("--to 5000 --every 100", "--to", 4900), ("--from 4200", "--from", 4200),
    ("--from 4100 --to 4101", "--from", 4100),
  ])
  func aStepPastTheEnd(flags: String, place: String, step: Int) throws {
    let text = try #require(refusal("\(Self.ending) \(flags)"))
    #expect(
      text.hasPrefix(
        "\(place): onecycle has no value at step \(step): at step 4100 the framework raises"))
    #expect(text.hasSuffix("; its last step is 4099: the largest --steps is 4100"))
  }

  /// No number of steps mends a schedule that has none.
  @Test(arguments: ["", "--steps 5", "--to 5", "--from 3 --to 5"])
  func aScheduleWithoutAnyStep(flags: String) {
    #expect(
      refusal("cosine:num_cycles=1e308 \(flags)")
        == "cosine: cosine has no value at all: at its first step the framework raises an exception (it"
        + " divides by zero, say) or overflows; give it other parameters")
  }

  @Test(arguments: [
    (
      "inverse-sqrt --timescale 0",
      "--timescale: timescale is 0; it must be other than 0: every step from the warm-up's end on is"
        + " divided by it"
    ),
    (
      "cosine-with-min-lr --min-lr 1e-5 --lr 0",
      "--min-lr: min_lr is 1e-05; it must be a share, as min_lr_rate, where the optimizer's lr is 0, by"
        + " which it is divided"
    ),
  ])
  func aDivisionByZeroAtTheFirstStep(line: String, sentence: String) {
    #expect(refusal("\(line) --steps 5") == sentence)
  }

  @Test(arguments: ["--steps 4100", "--to 4100", "--from 4099 --to 4100", "--to 4150 --every 4099"])
  func theLastStepIsThere(flags: String) throws {
    let rows = try TypedLine("\(Self.ending) \(flags)").rows()
    #expect(rows[rows.count - 1] <= 4099)
  }

  @Test func theFirstScheduleThatEndsIsNamed() throws {
    let text = try #require(refusal("warmup \(Self.ending) --steps 5000"))
    #expect(text.hasPrefix("--steps: onecycle has no value at step 4999"))
  }

  @Test(arguments: [
    (
      "onecycle --resume-from 99 --from 50",
      "--from: step 50 is before the first row of onecycle, 100 in a resumed run; ask from there on"
    ),
    (
      "warmup onecycle:last_batch_iteration=9 --from 9",
      "--from: step 9 is before the first row of onecycle, 10 in a resumed run; ask from there on"
    ),
    (
      "onecycle --from 9007199254740992",
      "--from: onecycle has no value at step 9007199254740992:"
        + " steps are exact only below 2^53; its last step is 9007199254740991: the largest --steps is"
        + " 9007199254740992"
    ),
  ])
  func aStepThatIsNotThere(typed: String, refusal: String) {
    #expect(self.refusal(typed) == refusal)
  }

  @Test(arguments: [
    (0, nil), (4099, nil), (4100, "--at: onecycle has no value at step 4100: at step 4100"),
  ])
  func anyStepIsChecked(step: Int, refusal: String?) throws {
    let resolution = try TypedLine("warmup \(Self.ending)").resolve()
    do {
      try resolution.check(step, place: .typed("--at"))
      #expect(refusal == nil)
    } catch {
      #expect(refusal.map { error.description.hasPrefix($0) } == true)
    }
  }

  private static let slow = "exponential-lr:gamma=0.999999999999"

  /// Rows that follow from very many others are refused before the first of them is computed.
  @Test(
    arguments: [
      ("--from 2e9 --to 3e9", "--from: the value of exponential-lr at step 2000000000 follows"),
      (
        "--resume-from 5e12 --to 5000000000010",
        "--resume-from: the value of exponential-lr at step"
      ),
      (
        "--to 9e12 --every 1e12",
        "--every: the value of exponential-lr at step 1000000000000 follows"
      ),
      ("--to 9e12", nil), ("--from 1e9 --to 9e12 --every 1e9", nil),
    ] as [(String, String?)])
  func rowsThatNobodyWaitsFor(flags: String, beginning: String?) {
    let text = refusal("\(Self.slow) \(flags)")
    #expect(
      text.map { beginning.map($0.hasPrefix) ?? false } ?? (beginning == nil), "\(text ?? "")")
  }

  @Test func aPictureTakesTheClosedForm() throws {
    let rows = try TypedLine(Self.slow).resolve().rows(
      from: "2e9", to: "9e12", every: nil, areComputed: false)
    #expect(rows == RowRange(from: 2_000_000_000, to: 9_000_000_000_000, every: 1))
  }
}
