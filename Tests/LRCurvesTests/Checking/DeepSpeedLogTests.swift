import LRCurves
import Testing

/// What DeepSpeed prints.
@Suite struct DeepSpeedLogTests {
  @Test func linesAmongOthers() throws {
    let log = try readLog(
      """
      [2024-03-01 10:00:00,100] [INFO] [launch.py:142:main] WORLD INFO DICT: {'localhost': [0, 1]}
      [2024-03-01 10:00:05,101] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=0, lr=[0.0001, 2e-05], mom=[(0.9, 0.999), (0.8, 0.99)]
      step=3 of something else
        5%|##   | 10/200 [00:05<01:35]
      \u{1B}[32m[2024-03-01 10:00:09,222] [INFO]\u{1B}[0m \u{1B}[1mstep=20\u{1B}[0m, skipped=0, lr=[0.0002, 4e-05], mom=[[0.85, 0.999], [0.75, 0.99]]
      worker-3: step=30, skipped=0, lr=[0.0003,6e-05], mom=[0.8, 0.7]\r
      """)
    #expect(log.source == .deepSpeedLog)
    #expect(log.points(.lr) == points([10: 0.0001, 20: 0.0002, 30: 0.0003]))
    #expect(log.points(.lr, group: 1) == points([10: 2e-05, 20: 4e-05, 30: 6e-05]))
    #expect(log.points(.momentum) == points([10: 0.9, 20: 0.85, 30: 0.8]))
    #expect(log.points(.momentum, group: 1) == points([10: 0.8, 20: 0.75, 30: 0.7]))
    #expect(log.columns[0].points.line(of: 1) == 5)
    #expect(log.notes.isEmpty)
  }

  @Test func skippedStepsDoNotMoveTheScheduler() throws {
    let log = try readLog(
      """
      step=1, skipped=1, lr=[0.0], mom=[[0.9, 0.999]]
      step=2, skipped=2, lr=[0.0], mom=[[0.9, 0.999]]
      step=10, skipped=2, lr=[0.008], mom=[[0.9, 0.999]]

      """)
    #expect(log.rows(.lr) == [0, 0, 8])
    #expect(log.columns[0].points.steps == [1, 2, 10])
    #expect(log.notes == ["2 steps are skipped, in which the scheduler did not move"])
  }

  /// Processes that print without a line end between them, and progress bars, which go back.
  @Test func severalRecordsOnALine() throws {
    let log = try readLog(
      """
      [Rank 0] step=10, skipped=0, lr=[0.1], mom=[0.9][Rank 1] step=20, skipped=1, lr=[0.2], mom=[0.8]
      \r 3%| step=3\r[INFO] step=30, skipped=1, lr=[0.3], mom=[0.7]\r 4%|
      of step=5 came step=40, skipped=1, lr=[0.4]

      """)
    #expect(log.points(.lr) == points([10: 0.1, 20: 0.2, 30: 0.3, 40: 0.4]))
    #expect(log.points(.momentum) == points([10: 0.9, 20: 0.8, 30: 0.7]))
    #expect(log.rows(.lr) == [10, 19, 29, 39])
    #expect((0..<4).map { log.columns[0].points.line(of: $0) } == [1, 1, 2, 3])
  }

  @Test func recordsThatLackSomethingAreCounted() throws {
    let log = try readLog("step=1, lr=[0.1]\nlr=[a]\nstep=3, lr=[]\n")
    #expect(log.points(.lr) == points([1: 0.1]))
    #expect(log.notes == ["2 records without a step or without a rate left out"])
  }

  /// Processes that print the same step: what they agree on counts once, all else is compared.
  @Test func processesThatContradictEachOther() throws {
    let log = try readLog(
      """
      step=10, lr=[1.0], mom=[0.9]
      step=10, lr=[1.0], mom=[0.9]
      step=20, lr=[9.0], mom=[0.9]
      step=20, lr=[2.0], mom=[0.9]
      step=30, lr=[nan], mom=[0.9]
      step=30, lr=[nan], mom=[0.9]

      """)
    #expect(log.points(.lr) == points([10: 1, 20: 9, 20: 2, 30: .nan, 30: .nan]))
    #expect(log.points(.momentum) == points([10: 0.9, 20: 0.9, 30: 0.9]))
    #expect(
      log.notes == [
        "1 point is logged again with the same value",
        "lr contradicts itself 2 times, with another value at the same step: each value is compared",
        "3 points are logged again with the same value",
      ])
  }

  @Test func theLaterStretchOfAResumedRunCounts() throws {
    let log = try readLog(
      """
      step=10, skipped=0, lr=[1.0], mom=[]
      step=20, skipped=0, lr=[2.0], mom=[]
      step=30, skipped=0, lr=[3.0], mom=[]
      step=20, skipped=0, lr=[2.5], mom=[]
      step=40, skipped=0, lr=[4.0], mom=[]

      """)
    #expect(log.points(.lr) == points([10: 1, 20: 2.5, 40: 4]))
    #expect(
      log.notes == [
        "the log goes back to step 20, as that of a resumed run: the later stretch counts, 2 points"
          + " are left out"
      ])
  }

  @Test func otherWritingsOfNumbers() throws {
    let log = try readLog("step=1, skipped=0, lr=[np.float64(0.1), tensor(0.5)], mom=[nan]\n")
    #expect(log.points(.lr) == points([1: 0.1]))
    #expect(log.points(.lr, group: 1) == points([1: 0.5]))
    #expect(log.points(.momentum) == points([1: .nan]))
  }

  @Test(arguments: ["", " skipped=0, ", " skipped=0, lr=[", " skipped=0, lr=[0."])
  func aLastLineThatIsCutOff(end: String) throws {
    let log = try readLog("step=1, skipped=0, lr=[0.1], mom=[]\nstep=2,\(end)")
    #expect(log.points(.lr) == points([1: 0.1]))
    #expect(log.notes == ["the last line, 2, is cut off and left out"])
  }

  @Test(arguments: [-1, 0, 1])
  func groupsHaveALimit(more: Int) {
    let rates = String(repeating: "0.1, ", count: 1024 + more - 1)
    let refusal = logRefusal("step=1, skipped=0, lr=[\(rates)0.1], mom=[]\n")
    let says =
      "run.log:1:5144: there are more than 1024 parameter groups; mend the line, or take it out"
    #expect(refusal == (more > 0 ? says : "it was read"))
  }

  @Test(arguments: [
    ("step=1, skipped=0, lr=[a], mom=[]\n", "run.log:1:24: 'a' is no number; "),
    ("x\nstep=1, skipped=0, lr=[0.1 0.2]\n", "run.log:2:28: '0.2' is no number; "),
    ("step=x, lr=[0.1]\n", "run.log:1:6: 'x' is no step; "),
    ("step=1, skipped=5, lr=[0.1]\n", "run.log:1:1: 5 of 1 steps are skipped; "),
    ("step=9007199254740993, lr=[0.1]\n", "run.log:1:6: '9007199254740993' is no step; "),
    ("step=1, skipped=0, lr=[], mom=[0.9]\n", "run.log: has no learning rate; "),
    ("[INFO] lr=[0.1]\n", "run.log: has no learning rate; "),
    ("nothing at all\n", "run.log: has no learning rate; "),
    ("", "run.log: is empty; "),
  ])
  func whatIsRefused(text: String, says: String) {
    #expect(logRefusal(text).hasPrefix(says), "\(logRefusal(text))")
  }
}
