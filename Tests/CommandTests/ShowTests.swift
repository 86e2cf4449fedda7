import Testing

/// What `list` and `show` tell a reader.
@Suite struct ShowTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
  }

  @Test func everyScheduleIsListedByFramework() async throws {
    let lines = try await succeed("list").lines
    #expect(
      lines.filter { !$0.hasPrefix("  ") && !$0.isEmpty }.map { $0.prefix(8) } == [
        "DeepSpee", "PyTorch ", "Hugging ",
      ])
    let names = lines.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[0] }
    #expect(
      names.prefix(5) == [
        "lr-range-test", "onecycle", "warmup-lr", "warmup-decay", "warmup-cosine",
      ])
    #expect(lines.contains { $0.contains("OneCycle: rises and falls once") })
    #expect(lines[0].contains("0.10.0 to 0.19.8"))
  }

  @Test func everyListedNameIsShown() async throws {
    for name in ["lr-range-test", "onecycle", "warmup-lr", "warmup-decay", "warmup-cosine"] {
      let text = try await succeed("show \(name)").text
      for part in ["parameters", "formula", "releases", "pieces of lr", "lr, steps 0..<10000"] {
        #expect(text.contains("\n\n\(part)\n  "), "\(name): \(part)")
      }
      for number in ["first ", "peak ", "last ", "mean ", "above half of the peak "] {
        #expect(text.contains("\n  \(number)"), "\(name): \(number)")
      }
    }
  }

  @Test(arguments: ["OneCycle", "one_cycle", "deepspeed.onecycle", "ONECYCLE"])
  func aNameInAnySpellingIsTheSame(name: String) async throws {
    #expect(try await succeed("show \(name)").hasSameOutput(as: succeed("show onecycle")))
  }

  @Test(arguments: [
    ("onecycle", "cycle_min_lr", "0.0001", "the documented example"),
    ("onecycle", "cycle_first_step_size", "2000", "default"),
    ("onecycle", "cycle_second_step_size", "null", "default"),
    ("onecycle", "cycle_momentum", "true", "default"),
    ("onecycle --cycle-max-lr 0.5", "cycle_max_lr", "0.5", "--cycle-max-lr"),
    ("onecycle -p cycle_max_lr=0.5", "cycle_max_lr", "0.5", "-p cycle_max_lr"),
    ("onecycle:cycle_max_lr=0.5", "cycle_max_lr", "0.5", "onecycle:cycle_max_lr=0.5"),
    ("warmup-cosine", "total_num_steps", "10000", "the usual number of steps"),
    ("warmup-cosine --steps 500", "total_num_steps", "500", "--steps"),
    ("cosine", "num_training_steps", "10000", "the usual number of steps"),
    ("cosine --steps 500", "num_training_steps", "500", "--steps"),
    ("warmup-stable-decay --steps 5000", "num_training_steps", "5000", "--steps"),
    ("warmup-stable-decay --num-stable-steps 5", "num_training_steps", "null", "default"),
    ("cosine-with-min-lr", "min_lr_rate", "0.1", "the documented example"),
    ("cosine-with-min-lr --min-lr 1e-5", "min_lr_rate", "null", "default"),
    ("warmup-lr --resume-from 7", "last_batch_iteration", "7", "--resume-from"),
    ("ds_config.json", "warmup_num_steps", "100", "ds_config.json:6:80"),
    ("ds_config.json", "warmup_type", "\"log\"", "default"),
    ("ds_config.json --warmup-num-steps 5", "warmup_num_steps", "5", "--warmup-num-steps"),
    ("- < ds_config.json", "warmup_max_lr", "0.001", "standard input:6:53"),
    ("warmup-lr@0.16", "warmup_max_lr", "0.001", "default"),
    ("warmup-lr", "warmup_max_lr", "null", "default"),
  ])
  func aParameterHasItsValueAndWhereItCameFrom(
    words: String, name: String, value: String, origin: String
  ) async throws {
    let outcome = try await shell.type("lrsched show \(words)")
    #expect(outcome.ending == .exit(0))
    let line = try #require(outcome.lines.first { $0.hasPrefix("  \(name) ") })
    let cells = line.split(separator: #/  +/#)
    #expect(cells.count == 4, "name, value, origin, meaning")
    #expect(cells.prefix(3) == ["\(name)", "\(value)", "\(origin)"])
  }

  @Test func theOptimizersOwnRateIsShown() async throws {
    let text = try await succeed("show warmup-lr --lr 0.5,0.25 --optimizer SGD").text
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  base lr ") })
    #expect(line.contains("0.5,0.25") && line.contains("SGD"))
  }

  @Test func theReleaseDecidesNumbersAndIsNamed() async throws {
    let old = try await succeed("show ds_config.json@0.14").text
    let new = try await succeed("show ds_config.json").text
    #expect(old.hasPrefix("ds_config@0.14: WarmupLR, DeepSpeed 0.14.5\n"))
    #expect(new.hasPrefix("ds_config: WarmupLR, DeepSpeed 0.19.8\n"))
    #expect(old.contains("\n  first                   0.001"))
    #expect(new.contains("\n  first                   0.0 "))
    // What differs is the same in both: the history of the schedule.
    for text in [old, new] { #expect(text.contains("\n  from 0.17.2 ")) }
  }

  @Test func theRangeIsThatOfTheNumbers() async throws {
    let text = try await succeed("show onecycle --from 2500 --to 3000").text
    #expect(text.contains("\nlr, steps 2500..<3000\n"))
    #expect(text.contains("  at step 2500\n") && text.contains("  at step 2999\n"))
    #expect(text.contains("\n  from step 2001") && !text.contains("\n  from step 4000"))
  }

  @Test func severalSchedulesFollowEachOther() async throws {
    let text = try await succeed("show onecycle ds_config.json warmup-lr@0.14").text
    let one = try await succeed("show onecycle").text
    let three = try await succeed("show warmup-lr@0.14").text
    #expect(text.hasPrefix(one + "\nds_config: WarmupLR"))
    #expect(text.hasSuffix("\n\n" + three))
  }

  @Test func aReportGoesIntoAFile() async throws {
    let text = try await succeed("show onecycle").text
    #expect(try await succeed("show onecycle -o report.txt").output == [])
    #expect(try shell.text(of: "report.txt") == text)
  }

  @Test(arguments: [
    ("show", "no schedule is named"), ("show onecylce", "did you mean onecycle?"),
    ("show onecycle --from 5 --to 5", "not before the end"), ("show onecycle --every 5", "--every"),
    ("show ds_config.json -o ds_config.json", "read as input"),
    ("list onecycle", "onecycle"), ("list --steps 5", "--steps"),
  ])
  func whatCannotBeShownIsRefused(words: String, essential: String) async throws {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.output == [])
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: ") && outcome.errors.contains(essential))
  }

  private func succeed(_ words: String) async throws -> Outcome {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    return outcome
  }
}
