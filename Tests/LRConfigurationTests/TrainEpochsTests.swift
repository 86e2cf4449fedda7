import LRSchedule
import Testing

@testable import LRConfiguration

/// `--train-epochs` and `--samples` give `--steps`: ceil(epochs x ceil(samples / batch)).
@Suite struct TrainEpochsTests {
  private func answer(_ configuration: String, _ flags: String, name: String = "ds.json") throws
    -> String
  {
    let folder = try ConfigurationFolder()
    try folder.write(configuration, to: name)
    return folder.answer("%\(name) \(flags)")
  }

  private static func configuration(_ batch: String) -> String {
    "{\(batch), \"scheduler\": {\"type\": \"WarmupDecayLR\", \"params\": {"
      + "\"total_num_steps\": \"auto\"}}}"
  }

  @Test(arguments: [
    (
      "\"train_batch_size\": 32", "--train-epochs 3 --samples 1000",
      "96, 3.0 x ceil(1000 / 32)", "train_batch_size"
    ),
    (
      "\"train_batch_size\": 32", "--train-epochs 0.5 --samples 1000",
      "16, 0.5 x ceil(1000 / 32)", "train_batch_size"
    ),
    (
      "\"train_batch_size\": 32", "--train-epochs 1 --samples 1",
      "1, 1.0 x ceil(1 / 32)", "train_batch_size"
    ),
    (
      "\"train_micro_batch_size_per_gpu\": 4, \"gradient_accumulation_steps\": 2",
      "--train-epochs 3 --samples 1000 --num-processes 4", "96, 3.0 x ceil(1000 / 32)",
      "4 a process x 2 accumulated x 4 processes"
    ),
    (
      "\"train_micro_batch_size_per_gpu\": 4", "--train-epochs 3 --samples 1k",
      "750, 3.0 x ceil(1000 / 4)", "4 a process x 1 accumulated x 1 process"
    ),
  ])
  func steps(batch: String, flags: String, steps: String, how: String) throws {
    let size = steps.split(separator: " ").last?.dropLast() ?? ""
    let total = steps.prefix { $0 != "," }
    let text = try answer(Self.configuration(batch), "--lr 1 \(flags)")
    let column = Self.configuration(batch).count - 8
    let expected = """
      WarmupDecayLR 0.19.8 Adam 1.0 total_num_steps=\(total)
      note: --samples: --steps is \(steps): epochs of the samples, a batch of \(size) (ds.json: \(how))
      note: ds.json:1:\(column): total_num_steps "auto" is \(total), from --samples

      """
    #expect(text.hasPrefix(expected), "\(text)")
  }

  /// Training arguments know their epochs and their batch; max_steps wins over both.
  @Test(arguments: [
    (
      "num_train_epochs: 2\nper_device_train_batch_size: 4\ngradient_accumulation_steps: 8\n",
      "--samples 1000", 64
    ),
    ("num_epochs: 2\nmicro_batch_size: 4\ngradient_accumulation_steps: 8\n", "--samples 1000", 64),
    (
      "num_train_epochs: 2\nper_device_train_batch_size: 32\n",
      "--samples 1000 --train-epochs 1 --num-processes 2", 16
    ),
    ("", "--samples 1000", 375), ("max_steps: 77\n", "--samples 1000", 77),
  ])
  func trainingArguments(text: String, flags: String, steps: Int) throws {
    let text = "learning_rate: 1\nlr_scheduler_type: linear\n" + text
    #expect(
      try answer(text, flags, name: "t.yaml").hasPrefix(
        "linear 5.24.0 Adam 1.0 num_warmup_steps=0 num_training_steps=\(steps)\n"))
  }

  @Test(arguments: [
    (
      "\"a\": 1", "--train-epochs 1 --samples 5",
      "ds.json: says neither train_batch_size nor train_micro_batch_size_per_gpu; write one, or give"
        + " --steps instead of --samples"
    ),
    (
      "\"train_batch_size\": \"auto\"", "--train-epochs 1 --samples 5",
      "ds.json: says neither train_batch_size nor train_micro_batch_size_per_gpu; write one, or give"
        + " --steps instead of --samples"
    ),
    (
      "\"train_batch_size\": 3", "--train-epochs 1",
      "--train-epochs: steps are counted from samples too; give --samples N"
    ),
    (
      "\"train_batch_size\": 3", "--samples 5",
      "--samples: steps are counted from epochs too; give --train-epochs E"
    ),
    (
      "\"train_batch_size\": 3", "--samples 5 --train-epochs 1 --steps 5",
      "--steps: --train-epochs and --samples count the steps; give either"
    ),
    (
      "\"train_batch_size\": 3", "--samples 0 --train-epochs 1",
      "--samples: 0; it must be a whole number, 1 or more"
    ),
    (
      "\"train_batch_size\": 3", "--samples 5 --train-epochs 0",
      "--train-epochs: 0; it must be a number above 0"
    ),
    (
      "\"train_batch_size\": 1", "--samples 5 --train-epochs 1e300",
      "--train-epochs: 1e+300; it must be fewer than 2^53 steps of training"
    ),
    (
      "\"train_batch_size\": 1", "--num-processes 2",
      "--num-processes: changes nothing by itself; give --train-epochs and --samples too, or"
        + " --training-arguments"
    ),
  ])
  func refusals(batch: String, flags: String, sentence: String) throws {
    #expect(try answer(Self.configuration(batch), flags) == sentence)
  }

  @Test func namesHaveNoBatch() {
    #expect(
      TypedLine("warmup-decay --samples 5 --train-epochs 1").refusal()
        == "--samples: no configuration and no training arguments say the batch; name one, or give"
        + " --steps")
  }

  @Test func twoFilesHaveOneLength() throws {
    let folder = try ConfigurationFolder()
    for (name, size) in [("a", 2), ("b", 3)] {
      try folder.write(Self.configuration("\"train_batch_size\": \(size)"), to: "\(name).json")
    }
    let flags = "--lr 1 --samples 10 --train-epochs 1"
    #expect(folder.answer("%a.json %b.json \(flags)").hasPrefix("--samples: the files make two"))
    #expect(folder.answer("%a.json warmup-decay \(flags)").contains("total_num_steps=5"))
  }
}
