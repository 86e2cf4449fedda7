import LRSchedule
import Testing

@testable import LRConfiguration

/// What schedules are called in columns, legends and file names.
@Suite struct LabelTests {
  @Test(arguments: [
    ("onecycle", "onecycle"), ("ONE_CYCLE", "onecycle"), ("deepspeed.WarmupLR", "warmup-lr"),
    ("onecycle:cycle_max_lr=0.1", "onecycle"), ("onecycle@0.14", "onecycle@0.14"),
    ("onecycle:cycle_max_lr=0.1@0.14.2", "onecycle@0.14.2"),
    ("-", "stdin"), ("-@0.14", "stdin@0.14"),
    ("ds_config.json", "ds_config"), ("runs/a/ds_config.json", "ds_config"),
    ("runs/ds.zero3.json", "ds.zero3"), ("runs/ds_config", "ds_config"),
    ("runs.d/ds_config", "ds_config"), ("runs/.hidden", ".hidden"),
    ("runs/.hidden.json", ".hidden"), ("runs/ds_config.json@0.14", "ds_config@0.14"),
    ("team@home/ds_config.json", "ds_config"), ("runs/a@b.json", "a@b"), ("./onecycle", "onecycle"),
    ("runs/a, b.json", "a, b"),
  ])
  func isTheCommandLineNameOrTheFilesStemOrStdin(typed: String, label: String) throws {
    #expect(try ScheduleReference(typed).label == label)
  }

  @Test(arguments: [
    ("onecycle warmup", ["onecycle", "warmup-lr"]),
    ("onecycle onecycle OneCycle", ["onecycle", "onecycle#2", "onecycle#3"]),
    ("onecycle warmup onecycle", ["onecycle", "warmup-lr", "onecycle#2"]),
    ("onecycle@0.14 onecycle onecycle@0.14", ["onecycle@0.14", "onecycle", "onecycle@0.14#2"]),
    ("onecycle --deepspeed 0.14", ["onecycle"]),
  ])
  func equalOnesAreNumbered(typed: String, labels: [String]) throws {
    #expect(try TypedLine(typed).resolve().schedules.map(\.label) == labels)
  }

  @Test func filesOfTheSameNameAreNumbered() throws {
    let folder = try ConfigurationFolder()
    let text = #"{"scheduler": {"type": "WarmupLR", "params": {}}}"#
    for name in ["a/ds.json", "b/ds.json", "onecycle"] { try folder.write(text, to: name) }
    let paths = ["b/ds.json", "onecycle", "a/ds.json"].map { folder[$0] }
    #expect(
      try TypedLine(paths, "onecycle").resolve().schedules.map(\.label)
        == ["ds", "onecycle", "ds#2", "onecycle#2"])
  }
}
