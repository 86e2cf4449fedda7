import LRCurves
import LRText
import TestSupport
import Testing

/// Two trainer_state.json of other people's repositories.
///
/// They are not part of this project. `LRSCHED_REAL_CONFIGS` names the folder of the one they are in;
/// without it, it is looked for beside the package.
@Suite(
  .enabled(
    if: realConfigurations != nil,
    "the real configurations are not here; LRSCHED_REAL_CONFIGS names their folder"))
struct RealTrainerStateTests {
  private func log(_ name: String) throws -> RunLog {
    let folder = try #require(realConfigurations)
    return try RunLog(ReadFile.bytes(of: "\(folder)/training/\(name)"), name: name)
  }

  /// A linear decay from 0.02 over 3000 steps, each tenth of 1000 logged.
  @Test func aDecayWithoutWarmup() throws {
    let log = try log("047.json")
    #expect(log.source == .trainerState)
    #expect(log.notes.isEmpty)
    let points = try #require(log.columns.first?.points)
    #expect(points.steps.elementsEqual(stride(from: 10, through: 1000, by: 10)))
    for (step, value) in zip(points.steps, points.values) {
      #expect(abs(value - 0.02 * Double(3000 - step) / 3000) < 1e-15)
    }
  }

  /// A linear warm-up of 2 steps and a decay, of which three steps were skipped.
  ///
  /// The trainer's own linear schedule is at row t where DeepSpeed's is at row t + 1.
  @Test func aRunWithSkippedSteps() throws {
    let log = try log("049.json")
    #expect(log.notes.contains { $0.hasPrefix("3 steps are skipped") })
    let plan = try schedules(
      "warmup-decay:total_num_steps=120,warmup_num_steps=2,warmup_max_lr=0.0002,warmup_type=linear")
    let check = try LogCheck(log, against: plan[0])
    #expect(!check.isPassed)
    #expect(check.explanation?.offset == 1)
    let shifted = try LogCheck(log, against: plan[0], offset: 1)
    #expect(shifted.isPassed && shifted.outcome.compared == 120)
  }
}
