import LRConfiguration
import LRCurves
import LRSchedule
import LRText

/// What reads a configuration or training arguments as `csv`, `show` and `lint` do: by itself, with the
/// flags that fill "auto", and for several releases.
func configurationReadings(named name: String) -> [Reading] {
  let resolutions: [Reading] = [bareOptions, fillingOptions].map { options in
    { resolve($0, named: name, options: options) }
  }
  let inspections: [Reading] = [bareOptions, releasesOptions].map { options in
    { lint($0, named: name, options: options) }
  }
  return resolutions + inspections
}

private func resolve(_ bytes: [UInt8], named name: String, options: ScheduleOptions) {
  do {
    let resolution = try Resolution(
      [name], options: options, readsStandardInput: true, contents: [name: bytes])
    promiseRows(of: resolution)
  } catch {
    promiseMessage("\(error)")
  }
}

private func lint(_ bytes: [UInt8], named name: String, options: ScheduleOptions) {
  do {
    let text = String(decoding: bytes, as: UTF8.self)
    let inspection = try ConfigurationInspection(text: text, input: name, options: options)
    inspection.messages.map(\.text).forEach(promiseMessage)
    let result = try Lint().look(at: [inspection])
    promiseReport(
      Report(version: "0", command: "lint", subjects: [name], findings: result.findings))
  } catch {
    promiseMessage("\(error)")
  }
}

/// Reads the words of a command line, one a line.
func readTyped(_ bytes: [UInt8]) {
  do {
    let line = try CommandWords(String(decoding: bytes, as: UTF8.self))
    // Files are none of this reader's inputs.
    guard try Resolution.inputs(of: line.words, options: line.options).isEmpty else { return }
    let resolution = try Resolution(
      line.words, options: line.options, readsStandardInput: true)
    promiseRows(of: resolution, from: line["from"], to: line["to"], every: line["every"])
  } catch {
    promiseMessage("\(error)")
  }
}

/// A command line, of which the argument parser takes its own options.
private struct CommandWords {
  let words: [String]
  let options: ScheduleOptions
  private let own: [String: String]

  private static let ownOptions = [
    "steps", "lr", "optimizer", "deepspeed", "resume-from", "train-epochs", "samples",
    "num-processes", "from", "to", "every",
  ]

  init(_ text: String) throws {
    var own: [String: String] = [:]
    var rest: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2, let name = Self.ownOptions.first(where: { "--\($0)" == parts[0] }) {
        own[name] = parts[1]
      } else {
        rest.append(String(line))
      }
    }
    let typed = try TypedParameters(rest: rest, assignments: [], options: { Self.ownOptions })
    self.own = own
    words = typed.words
    options = try ScheduleOptions(
      steps: own["steps"], lr: own["lr"], optimizer: own["optimizer"], deepspeed: own["deepspeed"],
      resumeFrom: own["resume-from"], trainEpochs: own["train-epochs"], samples: own["samples"],
      numProcesses: own["num-processes"], parameters: typed.arguments,
      optionNames: { Self.ownOptions })
  }

  subscript(_ name: String) -> String? { own[name] }
}

private let bareOptions = options()
private let fillingOptions = options(steps: "1000", lr: "3e-4,1e-3")
private let releasesOptions = options(steps: "1000", deepspeed: "0.3.1..0.19")

private func options(
  steps: String? = nil, lr: String? = nil, deepspeed: String? = nil
) -> ScheduleOptions {
  do {
    return try ScheduleOptions(steps: steps, lr: lr, deepspeed: deepspeed)
  } catch {
    broken("\(error)")
  }
}
