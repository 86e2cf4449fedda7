import Testing

/// The same words give the same bytes, wherever, whenever and in whatever portions.
@Suite struct DeterminismTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
  }

  @Test(arguments: [
    ["LC_ALL": "C"], ["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"],
    ["TZ": "Asia/Kathmandu"], ["HOME": "/nowhere", "TERM": "dumb"],
  ])
  func theSurroundingsChangeNothing(environment: [String: String]) async throws {
    for words in ["csv onecycle warmup-cosine", "plot ds_config.json -o -", "--help"] {
      let here = try await shell.type("lrsched \(words)")
      let there = try await shell.type("lrsched \(words)", environment: environment)
      #expect(here.ending == .exit(0))
      #expect(here.hasSameOutput(as: there))
      #expect(here.errors == there.errors)
    }
  }

  private static let schedules = ["onecycle", "warmup-cosine", "ds_config.json@0.14 onecycle"]

  @Test(arguments: schedules)
  func slicesAreTheRowsOfTheWhole(words: String) async throws {
    let whole = try await shell.type("lrsched csv \(words) --steps 5000").lines
    var rows: [Substring] = []
    for (from, to) in [(0, 1), (1, 2), (2, 1_999), (1_999, 4_003), (4_003, 5_000)] {
      let slice = try await shell.type(
        "lrsched csv \(words) --steps 5000 --from \(from) --to \(to)"
      ).lines
      #expect(slice.first == whole.first)
      rows += slice.dropFirst()
    }
    #expect(rows.elementsEqual(whole.dropFirst()))
  }

  @Test(arguments: schedules, [2, 999, 5_000])
  func everyKthRowIsOneOfTheWhole(words: String, every: Int) async throws {
    let whole = try await shell.type("lrsched csv \(words) --steps 5000").lines.dropFirst()
    let some = try await shell.type(
      "lrsched csv \(words) --steps 5000 --from 3 --every \(every)"
    ).lines.dropFirst()
    let expected = whole.enumerated().filter { $0.offset >= 3 && ($0.offset - 3) % every == 0 }
    #expect(some.elementsEqual(expected.map(\.element)))
  }

  @Test(arguments: schedules)
  func valuesAtStepsAreTheRowsOfTheWhole(words: String) async throws {
    let whole = try await shell.type("lrsched csv \(words) --steps 5000")
    let steps = try await shell.type(
      "lrsched eval \(words) --steps 5000 --at $(seq -s, 0 4999)")
    #expect(whole.lines.count == 5001)
    #expect(steps.hasSameOutput(as: whole))
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "CLICOLOR": "1"]])
  func thereIsNoColourWithoutATerminal(environment: [String: String]) async throws {
    for words in ["csv onecylce", "plot onecycle", "csv warmup-cosine --steps 5"] {
      let outcome = try await shell.type("lrsched \(words)", environment: environment)
      #expect(outcome.errors.hasPrefix("lrsched: "))
      #expect(outcome.errors.hasControlCharacters == false)
    }
  }

  @Test(arguments: [
    "csv \"$x.json\"", "csv \"$x\"", "csv ./ds_config.json \"folder/$x\"", "csv \"onecycle@$x\"",
    "csv onecycle --steps \"$x\"", "csv onecycle --lr \"$x\"", "csv onecycle \"--$x\" 5",
    "csv onecycle -p \"$x=5\"", "csv onecycle \"-p$x=5\"", "csv onecycle --cycle-max-lr \"$x\"",
    "csv onecycle -o \"$x/curve.csv\"", "csv onecycle --optimizer \"$x\"", "\"$x\"", "\"--$x\"",
    "csv onecycle --deepspeed \"$x\"", "eval onecycle --at \"$x\"", "csv \"onecycle:$x\"",
    "csv \"onecycle:$x=1\"", "plot onecycle -o \"$x.png\"",
  ])
  func controlCharactersNeverReachATerminal(words: String) async throws {
    try shell.write("{scheduler: {type: \"\u{1B}[31m\u{7}\"}}", to: "\u{1B}[31m\u{7}\n\u{85}.json")
    let outcome = try await shell.type(
      "lrsched \(words)", environment: ["x": "\u{1B}[31m\u{7}\n\u{85}"])
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("\\u{1B}[31m"))
    #expect(outcome.errors.hasControlCharacters == false)
  }
}

extension String {
  /// Whether a terminal would obey something in the text beside its line ends.
  fileprivate var hasControlCharacters: Bool {
    unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }
  }
}
