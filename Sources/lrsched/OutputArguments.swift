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
    let target = OutputTarget(output)
    if Terminal.isTerminal(target) { throw UsageError.binaryToTerminal(target.name) }
  }

  /// Writes an output, but not over what was read.
  ///
  /// - Parameters:
  ///   - resolution: What was read.
  ///   - suffixes: The suffixes of files of the format, its name first; empty for a plain text.
  ///   - usual: Where the output goes if nothing was typed; nil for standard output.
  ///   - body: Writes it.
  /// - Returns: Where it went.
  /// - Throws: What stops it.
  @discardableResult
  func write(
    _ resolution: Resolution, as suffixes: [String], usual: String? = nil,
    _ body: (CheckedWriter) throws -> Void
  ) throws -> OutputTarget {
    try write(inputs: resolution.inputs, as: suffixes, usual: usual, body)
  }

  /// Writes an output, but not over what was read.
  ///
  /// - Parameters:
  ///   - inputs: What was read: the paths of files, `-` for standard input.
  ///   - suffixes: The suffixes of files of the format, its name first; empty for a plain text.
  ///   - usual: Where the output goes if nothing was typed; nil for standard output.
  ///   - body: Writes it.
  /// - Returns: Where it went.
  /// - Throws: What stops it.
  @discardableResult
  func write(
    inputs: [String], as suffixes: [String], usual: String? = nil,
    _ body: (CheckedWriter) throws -> Void
  ) throws -> OutputTarget {
    let target = OutputTarget(output ?? usual)
    if case .file(let path) = target {
      try Self.refuse(path, among: inputs)
      warnOfSuffix(of: path, unless: suffixes)
    }
    try withOutput(to: target, body)
    return target
  }

  /// Refuses a file that would be replaced while it is read.
  static func refuse(_ path: String, among inputs: [String]) throws {
    if try inputs.contains(where: { try ReadFile.isSame($0, path) }) {
      throw UsageError.outputIsInput(path)
    }
  }

  /// Refuses a file of an option that -o would replace.
  static func refuse(_ path: String, of option: String, andToo output: String?) throws {
    guard let output, output != "-" else { return }
    let areSpeltAlike =
      FilePath(path).lexicallyNormalized() == FilePath(output).lexicallyNormalized()
    if try areSpeltAlike || ReadFile.isSame(path, output) {
      throw UsageError.sameOutput(path, option: option)
    }
  }

  /// Every suffix that promises a format.
  private static let knownSuffixes = [
    "csv", "json", "ndjson", "jsonl", "npy", "png", "svg", "pdf", "xml", "md", "sarif",
  ]

  private func warnOfSuffix(of path: String, unless suffixes: [String]) {
    guard let promised = Self.knownSuffixes.first(where: { path.lowercased().hasSuffix(".\($0)") }),
      !suffixes.contains(promised)
    else { return }
    Diagnostics.warn("\(path): is written as \(suffixes.first ?? "text"), whatever its name says")
  }
}
