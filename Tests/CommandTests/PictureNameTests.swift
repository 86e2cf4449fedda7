import Testing

/// What the curves of several schedules are called.
@Suite struct PictureNameTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  /// The texts of a picture.
  private func texts(_ words: String) async throws -> [String] {
    let outcome = try await shell.type("lrsched plot \(words) --format svg -o -")
    #expect(outcome.ending == .exit(0))
    return String(decoding: outcome.output, as: UTF8.self).matches(of: />([^<]+)<\/text>/)
      .map { String($0.output.1) }
  }

  @Test(arguments: [
    (
      "warmup-lr:warmup_num_steps=50 warmup-lr:warmup_num_steps=500",
      [
        "warmup-lr by warmup_num_steps", "DeepSpeed 0.19.8 WarmupLR",
        "warmup_num_steps 50", "warmup_num_steps 500",
      ]
    ),
    (
      "warmup-cosine@0.14 warmup-cosine@0.19 --steps 5000",
      [
        "warmup-cosine@0.14, warmup-cosine@0.19",
        "DeepSpeed WarmupCosineLR, total_num_steps 5000", "warmup-cosine@0.14",
        "warmup-cosine@0.19",
      ]
    ),
    (
      "warmup-lr warmup-lr:warmup_type=linear --steps 900",
      [
        "warmup-lr by warmup_type", "DeepSpeed 0.19.8 WarmupLR", "warmup_type log",
        "warmup_type linear",
      ]
    ),
    (
      "warmup-lr warmup-lr:warmup_type=linear onecycle --steps 900",
      ["DeepSpeed 0.19.8", "warmup-lr warmup_type log", "warmup-lr warmup_type linear", "onecycle"]
    ),
    ("onecycle warmup-lr", ["onecycle, warmup-lr", "DeepSpeed 0.19.8", "onecycle", "warmup-lr"]),
    ("onecycle warmup-lr@0.14", ["onecycle, warmup-lr@0.14", "onecycle", "warmup-lr@0.14"]),
    (
      "warmup-lr warmup-lr",
      ["warmup-lr, warmup-lr#2", "DeepSpeed 0.19.8 WarmupLR", "warmup-lr", "warmup-lr#2"]
    ),
    (
      "warmup-cosine --lr 0.1,0.01",
      [
        "warmup-cosine",
        "DeepSpeed 0.19.8 WarmupCosineLR, total_num_steps 10000, base lr 0.1, 0.01",
        "group 0, base lr 0.1", "group 1, base lr 0.01",
      ]
    ),
  ])
  func whatDiffersIsNamed(words: String, names: [String]) async throws {
    let texts = try await texts(words)
    for name in names { #expect(texts.contains(name)) }
    #expect(texts.contains { $0.contains("#2") } == names.contains { $0.contains("#2") })
    #expect(texts.contains { $0.hasPrefix("DeepSpeed") } == names.contains { $0.hasPrefix("Deep") })
  }

  @Test func aDifferenceSaysOfWhat() async throws {
    let texts = try await texts("onecycle onecycle:cycle_max_mom=0.95 --difference")
    #expect(texts.contains("difference of lr: cycle_max_mom 0.95 - cycle_max_mom 0.9"))
    #expect(texts.contains("no difference of lr on these steps"))
    #expect(texts.contains("difference of momentum: cycle_max_mom 0.95 - cycle_max_mom 0.9"))
    let others = try await self.texts("onecycle onecycle:cycle_max_lr=0.01 --difference")
    #expect(others.contains("no difference of momentum on these steps"))
  }

  @Test func numbersAreThoseOfTheAxes() async throws {
    let texts = try await texts(
      "warmup-decay:warmup_max_lr=1e-5,total_num_steps=1000000000000 --from 0 --to 9")
    #expect(texts.contains { $0.contains("warmup_max_lr 1e-5") && $0.contains("steps 1T") })
  }

  /// Each schedule begins its pieces at the same steps: they are said once.
  @Test func marksOfAllSchedulesAreSaidOnce() async throws {
    let texts = try await texts("warmup-cosine@0.14 warmup-cosine@0.19 --marks")
    #expect(texts.contains("1,001 cosine"))
    let others = try await self.texts("warmup-cosine onecycle --marks")
    #expect(others.contains("2,001 second half (onecycle)"))
  }
}
