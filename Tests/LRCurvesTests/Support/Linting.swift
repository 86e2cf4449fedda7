import Foundation
import LRConfiguration

@testable import LRCurves

/// What lint finds in a configuration, with flags.
func findings(
  in configuration: String, lr: String? = nil, steps: String? = nil, releases: String? = nil,
  ignoring ignored: [String] = []
) throws -> [Finding] {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("lint-\(UUID().uuidString).json")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(configuration.utf8).write(to: file)
  return try findings(
    inFile: file.path, lr: lr, steps: steps, releases: releases, ignoring: ignored)
}

/// What lint finds in a file.
func findings(
  inFile path: String, lr: String? = nil, steps: String? = nil, releases: String? = nil,
  ignoring ignored: [String] = [], parameters: [PlacedArgument] = []
) throws -> [Finding] {
  let options = try ScheduleOptions(
    steps: steps, lr: lr, deepspeed: releases, parameters: parameters)
  let inspections = try ConfigurationInspection.inspect([path], options: options)
  return try Lint(ignoring: ignored).look(at: inspections).findings
}

/// A configuration of one scheduler.
func configuration(_ type: String, _ params: String, optimizer: String = "null") -> String {
  #"{"optimizer": \#(optimizer), "scheduler": {"type": "\#(type)", "params": {\#(params)}}}"#
}
