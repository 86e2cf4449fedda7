import LRCurves
import Testing

/// Arrays that `numpy.save` writes.
@Suite struct NPYReadingTests {
  private func curve(
    _ bytes: [UInt8], _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> RecordedCurve {
    var options = ReadingOptions()
    change(&options)
    return try RecordedCurve(bytes, name: "file", options: options)
  }

  @Test(arguments: [1, 2, 3] as [UInt8])
  func oneColumn(version: UInt8) throws {
    let curve = try curve(npyArray([0.1, 0.2, .nan], shape: "(3,)", version: version))
    #expect(curve.format == .npy)
    #expect(curve.columns.map(\.name) == ["0"])
    #expect(curve.columns[0].points == points([0: 0.1, 1: 0.2, 2: .nan]))
    #expect(curve.columns[0].line(of: 1) == nil)
    #expect(curve.columns[0].place(of: 1) == "file[1], column 0")
  }

  @Test func rowsAndColumns() throws {
    let rows = try curve(npyArray([1, 2, 3, 4, 5, 6], shape: "(3, 2)"))
    #expect(rows.columns.map(\.values) == [[1, 3, 5], [2, 4, 6]])
    let columns = try curve(npyArray([1, 2, 3, 4, 5, 6], shape: "(3, 2)", order: "True"))
    #expect(columns.columns.map(\.values) == [[1, 2, 3], [4, 5, 6]])
    let one = try curve(npyArray([1, 2], shape: "(2, 1)"))
    #expect(one.columns.map(\.values) == [[1, 2]])
  }

  @Test func singleFloats() throws {
    let curve = try curve(npyArray([0.1, 0.2], shape: "(2,)", type: "<f4"))
    #expect(curve.columns[0].values == [Double(Float(0.1)), Double(Float(0.2))])
    #expect(curve.columns[0].precision.isSingle)
  }

  @Test func theStepsAreCounted() throws {
    let curve = try curve(npyArray([1, 2, 3], shape: "(3,)")) {
      $0.firstStep = 100
      $0.every = 10
    }
    #expect(curve.columns[0].steps == [100, 110, 120])
  }

  @Test func whatIsRefused() {
    let good = npyArray([1, 2, 3], shape: "(3,)")
    #expect(
      refusal(Array(good.dropLast()))
        == "file: has 23 bytes of values, its header says 24; it was cut off: "
        + "copy or save it again")
    #expect(refusal(good + [0]).hasPrefix("file: has 25 bytes of values, its header says 24; save"))
    for count in [6, 7, 9, 40] {
      #expect(
        refusal(Array(good.prefix(count)))
          == "file: ends within its header; it was cut off: copy or save it again")
    }
    #expect(
      refusal(npyArray([1], shape: "(1,)", type: ">f8"))
        == "file: holds values of type >f8, read are <f8 and <f4; save array.astype('<f8')")
    #expect(
      refusal(npyArray([1], shape: "()")).hasPrefix("file: has the shape (); save one column"))
    #expect(refusal(npyArray([1], shape: "(1, 1, 1)")).hasPrefix("file: has the shape (1, 1, 1); "))
    #expect(refusal(npyArray([], shape: "(0,)")).hasPrefix("file: has the shape (0,), no value; "))
    #expect(
      refusal(npyArray([1], shape: "(-1,)"))
        .hasPrefix("file: has a header that is not numpy's, '{'descr': '<f8', "))
    #expect(
      refusal(npyArray([1], shape: "(9223372036854775807, 3)"))
        == "file: has the shape (9223372036854775807, 3), more values than a file holds; "
        + "save it again")
    #expect(
      refusal(npyArray([1], shape: "(1,)", version: 4)).hasPrefix("file: is an npy of format 4"))
    #expect(
      refusal(npyArray([1, 2], shape: "(2,)")) { $0.firstStep = 1 << 53 }
        == "file: has rows beyond step 2^53; begin earlier or take smaller strides")
  }

  @Test func everyBeginningIsRefused() {
    let good = npyArray([1, 2, 3], shape: "(3,)")
    for count in 0..<good.count { #expect(refusal(Array(good.prefix(count))) != "it was read") }
  }
}
