import ArgumentParser
import LRCurves
import LRText

/// How a report is written, and where.
struct ReportArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "text, json, github (annotations), junit, markdown or sarif.")
  var format = ReportFormat.text

  @OptionGroup var output: OutputArguments

  /// Writes a report, but not over what was read, and ends the command with its verdict.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - plainText: What is written for a reader; nil for the report's own text.
  ///   - inputs: What was read: the paths of files, `-` for standard input.
  /// - Throws: `NotPassed` where something fails, or what stops the output.
  func write(_ report: Report, plainText: String? = nil, inputs: [String]) throws {
    do {
      try output.write(inputs: inputs, as: format.suffixes) { writer in
        let text = format == .text ? plainText : nil
        try writer.append(text ?? report.text(as: format))
      }
    } catch OutputError.closedPipe where !report.isPassed {
      // Who reads no more than the first line still asks for the exit code.
    }
    if !report.isPassed { throw NotPassed() }
  }
}

/// A difference or a mistake was found, and said: the exit code is the rest.
struct NotPassed: Error {}

extension ReportFormat: ExpressibleByArgument {}
