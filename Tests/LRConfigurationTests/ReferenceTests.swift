import LRSchedule
import Testing

@testable import LRConfiguration

/// What a SCHEDULE on the command line stands for.
@Suite struct ReferenceTests {
  private let folder: ConfigurationFolder

  init() throws { folder = try ConfigurationFolder() }

  /// The name, file or `-`, and what was given, in one line.
  private func source(_ text: String) throws -> String {
    switch try ScheduleReference(text).source {
    case .named(let type, let arguments):
      ([type.name] + arguments.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    case .file(let path): "file \(folder.shortened(path))"
    case .standardInput: "standard input"
    }
  }

  @Test(arguments: [
    ("onecycle", "OneCycle"),
    ("onecycle:cycle_max_lr=0.01", "OneCycle cycle_max_lr=0.01"),
    (
      "warmup-cosine:total_num_steps=5000,warmup_num_steps=100",
      "WarmupCosineLR total_num_steps=5000 warmup_num_steps=100"
    ),
    (
      "onecycle:cycle_max_lr=[0.1,0.01],cycle_min_lr=[1e-3,1e-4]",
      "OneCycle cycle_max_lr=[0.1, 0.01] cycle_min_lr=[0.001, 0.0001]"
    ),
    ("onecycle:cycle_max_lr=[0.1, 0.01]", "OneCycle cycle_max_lr=[0.1, 0.01]"),
    (
      "warmup: warmup_num_steps = 10 , warmup_type = linear",
      "WarmupLR warmup_num_steps=10 warmup_type=\"linear\""
    ),
    ("warmup:Warmup-Num-Steps=10k", "WarmupLR warmup_num_steps=10000"),
    ("warmup:warmup_type=a=b", "WarmupLR warmup_type=\"a=b\""),
    ("deepspeed.onecycle:cycle_momentum=false", "OneCycle cycle_momentum=false"),
  ])
  func aNameWithParameters(typed: String, source: String) throws {
    #expect(try self.source(typed) == source)
  }

  @Test(arguments: [
    ("warmup:warmup_num_steps", "warmup_num_steps"),
    ("warmup:warmup_num_steps=", "warmup_num_steps"),
  ])
  func aParameterNeedsItsValue(typed: String, parameter: String) {
    #expect(
      TypedLine(typed).refusal()
        == "\(typed): \(parameter) has no value; write NAME=VALUE, or --name VALUE")
  }

  @Test(arguments: ["warmup:", "warmup:warmup_num_steps=1,"])
  func aParameterNeedsItsName(typed: String) {
    #expect(TypedLine(typed).refusal()?.hasPrefix("\(typed): ") == true)
  }

  @Test func aParameterIsGivenOnce() {
    #expect(
      TypedLine("warmup:warmup_num_steps=1,warmup_num_steps=2").refusal()
        == "warmup:warmup_num_steps=1,warmup_num_steps=2: warmup_num_steps is given twice;"
        + " give it once")
  }

  @Test func aParameterIsOneOfTheSchedule() {
    #expect(
      TypedLine("warmup:warmup_steps=1").refusal()
        == "warmup:warmup_steps=1: WarmupLR has no parameter \"warmup_steps\";"
        + " did you mean warmup_num_steps?")
  }

  @Test(
    arguments: [
      ("-", "standard input", nil), ("-@0.14", "standard input", "0.14"),
      ("onecycle@0.14", "OneCycle", "0.14"), ("onecycle@0.14.2", "OneCycle", "0.14.2"),
      ("onecycle:cycle_max_lr=0.1@0.14", "OneCycle cycle_max_lr=0.1", "0.14"),
      ("onecycle@", "OneCycle", ""), ("onecycle@newest", "OneCycle", "newest"),
      ("ds_config.json@0.14", "file ds_config.json", "0.14"),
      ("runs/ds_config.json@0.14", "file runs/ds_config.json", "0.14"),
      ("team@home/ds_config.json", "file team@home/ds_config.json", nil),
      ("team@home/ds_config.json@0.14", "file team@home/ds_config.json", "0.14"),
      ("team@1/ds_config", "file team@1/ds_config", nil),
      ("runs/a@b.json", "file runs/a@b.json", nil),
      ("runs/a@b.json@0.14", "file runs/a@b.json", "0.14"),
      ("./onecycle", "file ./onecycle", nil), ("./onecycle@0.14", "file ./onecycle", "0.14"),
      ("./-", "file ./-", nil), ("/etc/ds:a=b", "file /etc/ds:a=b", nil),
    ] as [(String, String, String?)])
  func aReleaseStandsBehindTheLastAt(typed: String, source: String, release: String?) throws {
    #expect(try self.source(typed) == source)
    #expect(try ScheduleReference(typed).release == release)
  }

  /// What exists under the whole text is that file.
  @Test(arguments: ["run@0.14", "run@2", "config", "a:b", "one@two@three", "folder@1/run@0.14"])
  func aFileThatExistsIsThatFile(name: String) throws {
    try folder.write("{}", to: name)
    #expect(try source(folder[name]) == "file \(name)")
    #expect(try ScheduleReference(folder[name]).release == nil)
    #expect(try ScheduleReference(folder[name] + "@0.14").release == "0.14")
  }

  @Test(arguments: ["onecycle@v0.14.2", "onecycle@0.14.x", "warmup:warmup_num_steps=1@0.14rc1"])
  func aReleaseThatIsNoneIsNoFile(typed: String) {
    let text = typed.split(separator: "@")[1]
    #expect(
      TypedLine(typed).refusal()?.hasPrefix("\(typed): DeepSpeed has no release \"\(text)\"")
        == true)
  }

  /// The error names those that exist, of the same kind where there are any.
  @Test(arguments: [
    ("0.20", "0.10.0 to 0.19.8"), ("0.9", "0.10.0 to 0.19.8"), ("1", "0.10.0 to 0.19.8"),
    ("", "0.10.0 to 0.19.8"), ("newest", "0.10.0 to 0.19.8"), ("0.-14", "0.10.0 to 0.19.8"),
    (" 0.14", "0.10.0 to 0.19.8"), ("0.14.99", "0.14.0 to 0.14.5"),
    ("0.14.2.0", "0.14.0 to 0.14.5"), ("0.1.4", "0.10.0 to 0.19.8"),
  ])
  func aReleaseIsOneThatExists(release: String, known: String) {
    let what = "DeepSpeed has no release \"\(release)\"; known are \(known)"
    let placed = [
      "onecycle@\(release)": TypedLine(["onecycle@\(release)"], ""),
      "--deepspeed": TypedLine(["onecycle", "--deepspeed", release], ""),
    ]
    for (place, line) in placed {
      #expect(line.refusal()?.hasPrefix("\(place): \(what)") == true)
    }
  }

  @Test(arguments: [
    ("onecycle", "0.19.8"), ("onecycle@0.14", "0.14.5"), ("onecycle@0.14.2", "0.14.2"),
    ("onecycle@0.10", "0.10.3"), ("onecycle --deepspeed 0.17", "0.17.6"),
    ("onecycle@0.14 --deepspeed 0.17", "0.14.5"),
  ])
  func theReleaseIsTheSchedulesOwnThenTheFlagsThenTheNewest(typed: String, release: String) throws {
    let schedule = try #require(try TypedLine(typed).resolve().schedules.first?.schedule)
    #expect("\(schedule.release)" == release)
  }

  @Test func aFileThatIsMissingIsNamed() {
    #expect(
      TypedLine("runs/nowhere.json").refusal()
        == "runs/nowhere.json: there is no such file; check the name and the folder")
    #expect(
      TypedLine("nowhere.json@0.14").refusal()
        == "nowhere.json: there is no such file; check the name and the folder")
  }

  @Test(arguments: ["linear", "hf.cosine", "warmup-decay linear"])
  func aReleaseOfDeepSpeedIsNotHuggingFaces(names: String) {
    #expect(
      TypedLine("\(names) --deepspeed 0.14").refusal()?.hasSuffix(
        "is Hugging Face's, which has other releases; leave it out, or write the release behind"
          + " DeepSpeed's schedule: warmup-decay@0.14") == true)
    #expect(
      TypedLine("linear@0.14").refusal()
        == "linear@0.14: Hugging Face has no release \"0.14\"; the one known is 5.24.0")
  }

  @Test func aScheduleIsNamed() {
    #expect(
      TypedLine("").refusal()
        == "no schedule is named; name one (onecycle, warmup-decay, linear, cosine, or another that"
        + " `lrsched list` shows), a ds_config.json, or - for standard input")
  }

  @Test(arguments: [["-", "-"], ["-@0.14", "-"], ["onecycle", "-", "-@0.14"]])
  func standardInputIsReadOnce(words: [String]) throws {
    let options = try ScheduleOptions()
    let error = #expect(throws: ConfigurationError.self) { try Resolution(words, options: options) }
    #expect(error?.description == "-: standard input can be read only once; name a file")
  }

  @Test func standardInputIsNotReadBesideSomethingThatReadsIt() throws {
    let options = try ScheduleOptions()
    #expect(throws: ConfigurationError.self) {
      try Resolution(["-"], options: options, readsStandardInput: true)
    }
    #expect(
      try Resolution(["onecycle"], options: options, readsStandardInput: true).schedules.count == 1)
  }
}
