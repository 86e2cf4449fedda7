import ArgumentParser
import LRCurves

struct NPY: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "npy", abstract: "Writes rows as an array for numpy.load.",
    discussion: """
      float64, without the steps: one column as one dimension, several as (rows, columns).

      EXAMPLES:
        lrsched npy lr-range-test --steps 1000 -o curve.npy
        lrsched npy onecycle --steps 1000 > curve.npy
      """)

  @OptionGroup var curve: CurveArguments

  func run() throws {
    try curve.write(for: Self.self, as: ["npy"], isBinary: true) {
      schedules, rows, threads, writer in
      try NPYWriter(CurveTable(schedules), to: writer).write(rows, threads: threads)
    }
  }
}
