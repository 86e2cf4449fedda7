import LRCurves
import LRSchedule
import Testing

/// Logs that are curves: of Lightning, W&B, DeepSpeed's monitor, and plain ones.
@Suite struct ColumnLogTests {
  @Test func lightningsMetrics() throws {
    let log = try readLog(
      """
      epoch,lr-Adam/pg1,lr-Adam/pg1-momentum,lr-Adam/pg2,lr-Adam/pg2-momentum,step,train_loss
      0,0.1,0.9,0.01,0.8,0,
      0,,,,,9,2.5
      0,0.2,0.9,0.02,0.8,10,

      """)
    #expect(log.source == .lightning)
    #expect(log.points(.lr) == points([0: 0.1, 10: 0.2]))
    #expect(log.points(.lr, group: 1) == points([0: 0.01, 10: 0.02]))
    #expect(log.points(.momentum, group: 1) == points([0: 0.8, 10: 0.8]))
  }

  @Test func weightsAndBiases() throws {
    let log = try readLog(
      """
      "Step","brave-run-7 - train/learning_rate","brave-run-7 - train/learning_rate__MIN","brave-run-7 - train/learning_rate__MAX"
      "10","0.1","0.1","0.1"
      "20","0.2","0.2","0.2"

      """)
    #expect(log.source == .tracker)
    #expect(log.source.offsets == [0, -1])
    #expect(log.points(.lr) == points([10: 0.1, 20: 0.2]))
  }

  @Test func theTrainersOwnStepsComeFirst() throws {
    let log = try readLog("Step,train/global_step,train/learning_rate\n0,10,0.1\n1,20,0.2\n")
    #expect(log.points(.lr) == points([10: 0.1, 20: 0.2]))
    #expect(log.notes == ["the steps are those of column train/global_step"])
  }

  @Test func samplesOfDeepSpeedsMonitor() throws {
    let log = try readLog("step,lr\n64,0.1\n128,0.2\n") { $0.trainBatchSize = 32 }
    #expect(log.source == .deepSpeedMonitor(trainBatchSize: 32))
    #expect(log.points(.lr) == points([64: 0.1, 128: 0.2]))
    #expect(log.rows(.lr) == [2, 4])
    #expect(
      logRefusal("step,lr\n64,0.1\n100,0.2\n") { $0.trainBatchSize = 32 }
        .hasPrefix("run.log:3: 100 samples are no multiple of train_batch_size 32; "))
    #expect(
      logRefusal("step,lr\n64,0.1\n") { $0.countsSamples = true }
        .hasPrefix("run.log: counts samples; say how many"))
  }

  @Test(
    arguments: [
      ("lr", .lr, 0), ("learning_rate", .lr, 0), ("Learning_Rate", .lr, 0), ("lr_1", .lr, 1),
      ("train/lr", .lr, 0), ("train/learning_rate_2", .lr, 2), ("onecycle.lr_0", .lr, 0),
      ("a run - train/learning_rate", .lr, 0), ("lr-AdamW", .lr, 0), ("lr-SGD/pg3", .lr, 2),
      ("lr-SGD-momentum", .momentum, 0), ("momentum_1", .momentum, 1), ("Value", .lr, 0),
      ("optim/lr/1", .lr, 1),
    ] as [(String, Channel, Int)])
  func columnsByTheirNames(name: String, channel: Channel, group: Int) throws {
    let log = try readLog("step,loss,lr_9,\(name)\n1,nan,7,5\n")
    #expect(log.points(channel, group: group) == points([1: 5]))
  }

  /// The numbers of no group: negative, or too large to count on from.
  @Test(arguments: [
    "lr_-1", "lr_9223372036854775807", "train/learning_rate_4294967296",
    "momentum_-9223372036854775808",
  ])
  func numbersOfNoGroup(name: String) {
    #expect(logRefusal("step,\(name)\n1,5\n").contains("no column is called like a learning rate"))
  }

  /// Lightning counts its groups from 1.
  @Test(arguments: ["lr-SGD/pg-9223372036854775808", "lr-SGD/pg0", "lr-SGD/pg-1"])
  func numbersOfNoGroupOfLightnings(name: String) throws {
    #expect(try readLog("step,\(name)\n1,5\n").points(.lr) == points([1: 5]))
  }

  @Test func columnsThatAreAskedFor() throws {
    let log = try readLog("step,a,b,lr\n1,0.1,0.2,9\n") { $0.columns = ["b", "a"] }
    #expect(log.columns.count == 2)
    #expect(log.points(.lr) == points([1: 0.2]))
    #expect(log.points(.lr, group: 1) == points([1: 0.1]))
  }

  /// The column of steps by another name, beside a column of words.
  @Test func stepsThatAreAskedFor() throws {
    let text = "t,lr,phase\n1,0.5,warm-up\n2,0.6,decay\n"
    #expect(try readLog(text) { $0.stepColumn = "t" }.points(.lr) == points([1: 0.5, 2: 0.6]))
  }

  @Test func otherFormsOfCurves() throws {
    #expect(try readLog("{\"step\": 1, \"lr\": 0.5}\n").points(.lr) == points([1: 0.5]))
    #expect(try readLog("{\"step\": [1], \"lr\": [0.5]}").points(.lr) == points([1: 0.5]))
    let rows = "[{\"step\": 1, \"loss\": \"x\", \"learning_rate\": 0.5}]"
    #expect(try readLog(rows).points(.lr) == points([1: 0.5]))
  }

  @Test func aResumedRun() throws {
    let log = try readLog("step,lr\n1,1\n2,2\n3,3\n2,2.5\n3,3.5\n")
    #expect(log.points(.lr) == points([1: 1, 2: 2.5, 3: 3.5]))
    #expect(log.notes.first?.hasPrefix("the log goes back to step 2, ") == true)
    let often = try readLog("step,lr\n1,1\n2,2\n1,1\n2,2\n1,1\n")
    #expect(often.points(.lr) == points([1: 1]))
    #expect(often.notes.first?.hasPrefix("the log goes back to step 1 and 1 time more, ") == true)
  }

  /// Half a number is a number, so that a row without a line end does not count.
  @Test(arguments: ["30", "30,", "30,0.00", "30,0.003", " "])
  func aLastRowThatMayBeCutOff(end: String) throws {
    let log = try readLog("step,lr\n10,0.1\n20,0.2\n\(end)")
    #expect(log.points(.lr) == points([10: 0.1, 20: 0.2]))
    let note = "the last line, 4, has no line end and may be cut off: it is left out"
    #expect(log.notes == (end == " " ? [] : [note]))
    #expect(try readLog("step,lr\n10,0.1\n20,0.2\n30,0.003\n").points(.lr).count == 3)
  }

  /// A closing quote is an end; a quote that opens is none.
  @Test func quotesEndALastRow() throws {
    let rows = "\"step\",\"lr\"\n\"10\",\"0.1\"\n\"20\",\"0.2"
    #expect(try readLog(rows + "\"").points(.lr) == points([10: 0.1, 20: 0.2]))
    for end in ["", "5", "\",\""] {
      #expect(try readLog(rows + end).points(.lr) == points([10: 0.1]))
    }
    let cell = "\"step\",\"lr\"\n\"10\",\"0.1\"\n\"20\""
    #expect(try readLog(cell).points(.lr) == points([10: 0.1]))
  }

  @Test(arguments: [
    "{", "{\"step\": 30, \"lr\": 0.", "{\"step\": 30, \"lr\": 0.003 ", "{\"step\": 30, \"a\": {}",
  ])
  func aLastObjectThatIsCutOff(end: String) throws {
    let log = try readLog("{\"step\": 10, \"lr\": 0.1}\n\(end)")
    #expect(log.points(.lr) == points([10: 0.1]))
    #expect(log.notes == ["the last line, 2, has no line end and may be cut off: it is left out"])
    let whole = try readLog("{\"step\": 10, \"lr\": 0.1}\n{\"step\": 20, \"lr\": 0.2} ")
    #expect(whole.points(.lr) == points([10: 0.1, 20: 0.2]) && whole.notes.isEmpty)
  }

  /// There is nothing else to check.
  @Test(arguments: ["step,lr\n10,0.1", "\nstep,lr\n10,0.1", "step,lr\n\n10,0.1"])
  func theOnlyRowCounts(text: String) throws {
    #expect(try readLog(text).points(.lr) == points([10: 0.1]))
  }

  @Test func whatIsRefused() {
    #expect(
      logRefusal("step,loss\n1,2\n")
        == "run.log: no column is called like a learning rate (there are step, loss); name it with"
        + " --column")
    #expect(
      logRefusal("step,a - train/learning_rate,b - train/learning_rate\n1,2,3\n")
        .hasPrefix("run.log: a - train/learning_rate, b - train/learning_rate may all be the"))
    #expect(
      logRefusal("step,loss,lr\n1,2,3\n") { $0.columns = ["lr", "foo"] }
        == "run.log:1:1: no column is called foo; there are step, loss, lr")
    #expect(
      logRefusal("{\"step\": [1], \"loss\": [2], \"lr\": [3]}") { $0.columns = ["foo"] }
        == "run.log:1:1: no column is called foo; there are step, loss, lr")
    #expect(
      logRefusal("{\"step\": 1, \"loss\": 2, \"lr\": 3}") { $0.columns = ["foo"] }
        == "run.log:1:1: no column is called foo; there are step, loss, lr")
    #expect(
      logRefusal("step;lr\n1;2\n")
        == "run.log:1:1: there are semicolons between the names; write commas")
    #expect(logRefusal("step,lr\n1,2\n") { $0.every = 5 }.hasPrefix("--every: "))
    #expect(logRefusal("step,lr\n1,x\n").hasPrefix("run.log:2:3: 'x' is no number; "))
    #expect(logRefusal("step,momentum\n1,0.9\n").contains("no column is called like a learning"))
    #expect(logRefusal("step,iter,lr\n1,1,2\n").hasPrefix("run.log:1:1: step, iter may all be"))
  }
}
