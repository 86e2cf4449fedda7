import Foundation
import Testing

/// `lrsched json` and `lrsched npy`, as typed.
@Suite struct FormatTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
  }

  private static let schedules = [
    "warmup-lr --steps 100", "onecycle --steps 9000 --every 7", "onecycle --lr 1,2 --from 1990",
    "ds_config.json@0.14 onecycle warmup-cosine", "warmup-lr --resume-from 70 --steps 200",
    "onecycle --cycle-momentum false --steps 5",
  ]

  @Test(arguments: schedules)
  func theDocumentHasTheRowsOfTheCSV(words: String) async throws {
    let csv = try await table("csv \(words)")
    let json = try await succeed("json \(words)")
    let document = try JSONDecoder().decode(Document.self, from: Data(json.output))
    #expect(document.version == 1 && document.generator == "lrsched 0.1.0")
    #expect(Set(document.columns.keys) == Set(csv.names))
    for (index, name) in csv.names.enumerated() {
      #expect(document.columns[name] == csv.rows.map { $0[index] }, "\(name)")
    }
  }

  @Test(arguments: schedules)
  func everyLineHasARowOfTheCSV(words: String) async throws {
    let csv = try await table("csv \(words)")
    let lines = try await succeed("json \(words) --lines").lines
    #expect(lines.count == csv.rows.count)
    for (line, row) in zip(lines, csv.rows) {
      let object = try JSONDecoder().decode([String: Double].self, from: Data(line.utf8))
      #expect(object == Dictionary(uniqueKeysWithValues: zip(csv.names, row)))
    }
  }

  @Test(arguments: schedules)
  func theArrayHasTheValuesOfTheCSV(words: String) async throws {
    let csv = try await table("csv \(words)")
    let npy = try await succeed("npy \(words)").output
    let columns = csv.names.count - 1
    let shape = columns == 1 ? "(\(csv.rows.count),)" : "(\(csv.rows.count), \(columns))"
    #expect(npy.starts(with: [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0]))
    #expect(String(decoding: npy[10..<128], as: UTF8.self).contains("'shape': \(shape), }"))
    let values = stride(from: 128, to: npy.count, by: 8).map { index in
      npy[index..<index + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    #expect(values == csv.rows.flatMap { $0.dropFirst().map(\.bitPattern) })
  }

  @Test func theDocumentNamesWhatWasTyped() async throws {
    let json = try await succeed("json warmup-decay@0.14 --steps 5000")
    let schedule = try #require(
      try JSONDecoder().decode(Document.self, from: Data(json.output)).schedules.first)
    #expect(schedule.label == "warmup-decay@0.14")
    #expect(schedule.framework == "deepspeed" && schedule.scheduler == "WarmupDecayLR")
    #expect(schedule.release == "0.14.5")
    #expect(json.text.contains("\"total_num_steps\": 5000, "))
  }

  @Test func twoLinesAreTwoObjects() async throws {
    #expect(
      try await succeed("json warmup-lr --steps 2 --lines").text
        == "{\"step\": 0, \"lr\": 0.0}\n{\"step\": 1, \"lr\": 0.0}\n")
  }

  @Test(arguments: ["json onecycle", "json onecycle --lines", "npy onecycle", "csv onecycle"])
  func theNumberOfThreadsChangesNoByte(words: String) async throws {
    let one = try await succeed("\(words) --steps 1e5 --threads 1")
    for threads in ["", "--threads 2", "--threads 3", "--threads 8", "--threads 1000000"] {
      #expect(try await succeed("\(words) --steps 1e5 \(threads)").hasSameOutput(as: one))
    }
  }

  @Test(arguments: ["json", "json --lines", "npy"])
  func aFileIsWhatStandardOutputWouldBe(command: String) async throws {
    let output = try await succeed("\(command) onecycle").output
    #expect(try await succeed("\(command) onecycle -o curve").output == [])
    #expect(try shell.bytes(of: "curve") == output)
  }

  @Test(arguments: [
    ("npy onecycle --lines -o a.npy", "--lines: ", "an option of json"),
    ("csv onecycle --lines", "--lines: ", "an option of json"),
    ("json onecycle --line", "--line: ", "did you mean --lines?"),
    ("json onecycle --every 0", "--every: 0; ", "1 or more"),
    ("npy onecycle --from 7 --to 7 -o a.npy", "--from: ", "the first row, 7,"),
    ("json onecycle --from 8 --to 7", "--from: ", "the first row, 8,"),
    ("json onecycle --threads 0", "--threads: 0; ", "1 or more"),
    ("npy onecycle --threads many -o a.npy", "--threads: 'many'", "not a number"),
    ("npy onecycle --steps 9007199254740993 -o a.npy", "--steps: ", "9007199254740992"),
    ("json onecycle --steps 1e20", "--steps: '1e20' is too large", "9007199254740992"),
    ("json onecycle --resume-from 6 --last-batch-iteration 5", "--resume-from", "give it once"),
    ("json onecycle --resume-from 6 --from 6", "--from: ", "7"),
    ("json ds_config.json -o ds_config.json", "ds_config.json: ", "read as input"),
    ("json", "no schedule is named", "onecycle"), ("npy", "no schedule is named", "onecycle"),
  ])
  func isRefused(words: String, place: String, essential: String) async throws {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.output == [])
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: \(place)"))
    #expect(outcome.errors.contains(essential))
    #expect(try shell.names == ["ds_config.json"])
  }

  private func succeed(_ words: String) async throws -> Outcome {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    return outcome
  }

  /// The rows of a CSV, which the other formats have too.
  private func table(_ words: String) async throws -> (names: [String], rows: [[Double]]) {
    let lines = try await succeed(words).lines
    return (
      lines[0].split(separator: ",").map(String.init),
      lines.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    )
  }

  private struct Document: Decodable {
    struct Schedule: Decodable { let label, framework, release, scheduler: String }
    enum CodingKeys: String, CodingKey {
      case version = "schema_version"
      case generator, schedules, columns
    }
    let version: Int
    let generator: String
    let schedules: [Schedule]
    let columns: [String: [Double]]
  }
}

/// A terminal, in which bytes that are no text may do anything.
@Suite(.enabled(if: isInstalled("script") && FileManager.default.fileExists(atPath: "/dev/full")))
struct FormatTerminalTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test(arguments: ["npy onecycle", "npy onecycle -o -", "plot onecycle -o -"])
  func bytesAreNotShown(words: String) async throws {
    let outcome = try await type(words)
    #expect(outcome.ending == .exit(2))
    #expect(
      outcome.text == "lrsched: error: standard output: is a terminal, which cannot show these"
        + " bytes; name a file with -o, or write to a pipe\r\n")
    #expect(try shell.names == [])
  }

  @Test(arguments: ["npy onecycle -o curve.npy", "npy onecycle > curve.npy"])
  func aFileTakesThem(words: String) async throws {
    let outcome = try await type(words)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == [])
    #expect(try shell.bytes(of: "curve.npy").count == 128 + 10_000 * 2 * 8)
  }

  @Test func textIsShown() async throws {
    let outcome = try await type("json warmup-lr --steps 1 --lines")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "{\"step\": 0, \"lr\": 0.0}\r\n")
  }

  /// Types a line in a terminal, whose screen is the output.
  private func type(_ words: String) async throws -> Outcome {
    try await shell.type(
      "script -qec 'lrsched \(words)' /dev/null < /dev/null", environment: ["NO_COLOR": "1"])
  }
}
