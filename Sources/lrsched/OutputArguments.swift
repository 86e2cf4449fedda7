import ArgumentParser
import LRConfiguration
import LRText
import SystemPackage

/// Where the output goes.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "Output, written whole or not at all; - is standard output.", valueName: "file"))
  var output: String?
}

extension OutputArguments {
  /// Refuses to write bytes to a terminal that cannot show them.
  func refuseTerminal() throws {
    if OutputTarget(output) == .standardOutput, Terminal.isTerminal(.standardOutput) {
      throw UsageError.binaryToTerminal
    }
  }

  /// Writes an output, but not over a configuration that was read.
  ///
  /// - Parameters:
  ///   - resolution: What was read.
  ///   - usual: Where the output goes if nothing was typed; nil for standard output.
  ///   - body: Writes it.
  /// - Returns: Where it went.
  /// - Throws: What stops it.
  @discardableResult
  func write(
    _ resolution: Resolution, usual: String? = nil, _ body: (CheckedWriter) throws -> Void
  ) throws -> OutputTarget {
    let target = OutputTarget(output ?? usual)
    if case .file(let path) = target,
      resolution.files.contains(where: { ReadFile.isSame($0, path) })
    {
      throw UsageError.outputIsInput(path)
    }
    try withOutput(to: target, body)
    return target
  }
}
