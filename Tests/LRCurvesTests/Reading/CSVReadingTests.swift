import LRCurves
import Testing

/// CSV that we and others write.
@Suite struct CSVReadingTests {
  @Test func aHeaderAndRows() throws {
    let curve = try readCurve("step,lr,momentum\n0,0.1,0.9\n10,0.2,0.8\n")
    #expect(curve.format == .csv)
    #expect(curve.columns.map(\.name) == ["lr", "momentum"])
    #expect(curve.columns[0].points == points([0: 0.1, 10: 0.2]))
    #expect(curve.columns[1].points == points([0: 0.9, 10: 0.8]))
  }

  @Test(arguments: [
    "step,lr\r\n0,0.1\r\n1,0.2\r\n",
    "\u{FEFF}step,lr\n0,0.1\n1,0.2",
    "\"step\",\"lr\"\n\"0\",\"0.1\"\n1,\"0.2\"\n",
    "\n\nstep,lr\n\n0,0.1\n  \n1,0.2\n\n",
    " step , lr \n 0 , 0.1 \n 1\t,\t0.2 \n",
    "lr,step\n0.1,0\n0.2,1\n",
    "Step,lr\n0,1e-1\n1,2E-1\n",
    "global_step,lr\n0.0,.1\n1.0,+0.2\n",
    "train/global_step,lr\n0,0.1\n1e0,20e-2\n",
    "iteration,lr\n0,0.1\r\n1,0.2\r",
  ])
  func formsOfTheSame(text: String) throws {
    let curve = try readCurve(text)
    #expect(curve.columns.map(\.name) == ["lr"])
    #expect(curve.columns[0].points == points([0: 0.1, 1: 0.2]))
  }

  @Test func namesInQuotes() throws {
    let curve = try readCurve("step,\"a, \"\"b\"\"\",\"c\nd\"\n0,1,2\n")
    #expect(curve.columns.map(\.name) == ["a, \"b\"", "c\nd"])
    #expect(curve.columns[0].line(of: 0) == 3)
  }

  @Test func aBlankCellIsNoValue() throws {
    let curve = try readCurve("step,a,b\n0,1,\n1,,2\n2,3,\"\"\n3,4,5\n")
    #expect(curve.columns[0].points == points([0: 1, 2: 3, 3: 4]))
    #expect(curve.columns[1].points == points([1: 2, 3: 5]))
    #expect(curve.columns[1].line(of: 1) == 5)
  }

  @Test func aRowWithoutAnythingIsSkipped() throws {
    let curve = try readCurve("step,a\n0,1\n,\n2,3\n")
    #expect(curve.columns[0].points == points([0: 1, 2: 3]))
  }

  @Test func whatIsNotFinite() throws {
    let curve = try readCurve("step,a\n0,nan\n1,NaN\n2,-inf\n3,Infinity\n4,1e999\n")
    let expected: KeyValuePairs = [
      0: Double.nan, 1: .nan, 2: -.infinity, 3: .infinity, 4: .infinity,
    ]
    #expect(curve.columns[0].points == points(expected))
  }

  @Test func aColumnThatIsNotWantedMayHoldAnything() throws {
    let text = "time,step,loss,lr\n12:00,0,\"a, b\",0.1\n12:01,1,,0.2\n"
    let curve = try readCurve(text) { $0.isWanted = { $0 == "lr" } }
    #expect(curve.columns.map(\.name) == ["lr"])
    #expect(curve.columns[0].points == points([0: 0.1, 1: 0.2]))
  }

  @Test func theStepColumnThatIsAskedFor() throws {
    let curve = try readCurve("step,update,lr\n7,0,0.1\n9,1,0.2\n") {
      $0.stepColumn = "update"
      $0.isWanted = { $0 == "lr" }
    }
    #expect(curve.columns[0].points == points([0: 0.1, 1: 0.2]))
  }

  @Test func stepsOfAResumedRun() throws {
    let curve = try readCurve("step,lr\n0,1\n1,2\n1,3\n2,4\n") { $0.allowsRepeatedSteps = true }
    #expect(curve.columns[0].points == points([0: 1, 1: 2, 1: 3, 2: 4]))
  }

  @Test func aValueKnowsItsLine() throws {
    let curve = try readCurve("step,lr\n0,1\n\n1,2\n2,3\n3,4\n\n4,5\n")
    #expect((0..<5).map { curve.columns[0].line(of: $0) } == [2, 4, 5, 6, 8])
    #expect(curve.columns[0].place(of: 1) == "file:4")
  }

  @Test func howExactlyValuesAreWritten() throws {
    let curve = try readCurve("step,a,b,c\n0,0.00100,1e-4,0.1\n1,0.01234,1.25e-3,0.12\n")
    #expect(curve.columns.map(\.precision.significantDigits) == [4, 3, 2])
    #expect(curve.columns.map(\.precision.decimals) == [5, nil, nil])
  }

  @Test(arguments: [
    ("", "file: is empty; "),
    (" \n\r\n ", "file: is empty; "),
    ("0,0.1\n1,0.2\n", "file:1:1: the first line has no names; write a header"),
    ("step,lr\n", "file: has no value at any step; "),
    ("step,lr\n0,\n1,\n", "file: has no value at any step; "),
    ("epoch,lr\n0,0.1\n", "file:1:1: no column is called step (there are epoch, lr); "),
    ("step,global_step,lr\n0,0,1\n", "file:1:1: step, global_step may all be the steps; choose"),
    ("step,lr,lr\n0,1,2\n", "file:1:9: a second column is called lr; "),
    ("step\n0\n", "file: is no curve"),
    ("step;lr\n0;0.1\n", "file:1:1: there are semicolons between the names; write commas"),
    ("\"step\"; \"lr\"\r\n0;0,1\r\n", "file:1:1: there are semicolons between the names; "),
    ("lr\tstep\n0.1\t0\n", "file:1:1: there are tabs between the names; write commas"),
    ("step,lr\n0,0.1\n1,abc\n", "file:3:3: 'abc' is no number; "),
    ("step,é,lr\n0,1, 0,5x\n", "file:2:1: the row has 4 cells, the header 3; "),
    ("step,é,lr\n0,1, 5x\n", "file:2:6: '5x' is no number; "),
    ("step,lr\n0,\"1 2\"\n", "file:2:3: '1 2' is no number; "),
    ("step,lr\n0,0x10\n", "file:2:3: '0x10' is no number; "),
    ("step,lr\n0\n", "file:2:1: the row has 1 cell, the header 2; "),
    ("step,lr\n0,1,2,3\n", "file:2:1: the row has 4 cells, the header 2; "),
    ("step,lr\n0.5,1\n", "file:2:1: '0.5' is no step; "),
    ("step,lr\n-1,1\n", "file:2:1: '-1' is no step; "),
    ("step,lr\nnan,1\n", "file:2:1: 'nan' is no step; "),
    ("step,lr\n9007199254740993,1\n", "file:2:1: '9007199254740993' is no step; "),
    ("step,lr\n,1\n", "file:2:1: there are values but no step; "),
    ("step,lr\n1,1\n1,2\n", "file:3:1: step 1 comes after step 1; "),
    ("step,lr\n5,1\n4,2\n", "file:3:1: step 4 comes after step 5; "),
    ("step,lr\n0,\"1\n", "file:2:3: the quote opened here is not closed; "),
    ("step,lr\n0,\"1\"x\n", "file:2:6: there is text behind the closing quote; "),
  ])
  func whatIsRefused(text: String, says: String) {
    #expect(refusal(text).hasPrefix(says), "\(refusal(text))")
  }

  @Test func aStepColumnBesideWords() throws {
    let curve = try readCurve("t,lr,phase\n0,0.1,warm-up\n") {
      $0.stepColumn = "t"
      $0.isWanted = { $0 == "lr" }
    }
    #expect(curve.columns[0].points == points([0: 0.1]))
    #expect(refusal("t;lr\n0;1\n") { $0.stepColumn = "t" }.contains("there are semicolons"))
  }

  @Test func aStepColumnThatThereIsNot() {
    let message = refusal("step,lr\n0,1\n") { $0.stepColumn = "stpe" }
    #expect(message == "file:1:1: no column is called stpe; did you mean step?")
  }
}
