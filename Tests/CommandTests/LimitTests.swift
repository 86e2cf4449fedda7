import Testing

/// How much the program takes: what docs/reliability.md says, one below it, at it, and one above it.
@Suite struct LimitTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  /// Words that a limit allows or not; `$n` in them is the number.
  struct Limit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let most: Int
    let words: String
    let refusal: String

    init(_ name: String, _ most: Int, _ words: String, refusal: String) {
      (testDescription, self.most, self.words, self.refusal) = (name, most, words, refusal)
    }
  }

  private static let rates = "$(seq -s, 1 $n)"
  private static let nested = "$(printf '[%.0s' $(seq $n))1$(printf ']%.0s' $(seq $n))"

  private static let limits = [
    Limit(
      "step", (1 << 53) - 1, "eval onecycle --at $n",
      refusal: "onecycle has no value at step 9007199254740992"),
    Limit(
      "steps", 1 << 53, "csv onecycle --steps $n --from 9007199254740990",
      refusal: "--steps: '9007199254740993' is too large"),
    Limit(
      "whole numbers", 1 << 53, "eval warmup-lr --warmup-num-steps $n --at 1",
      refusal: "whole numbers are exact up to 2^53"),
    Limit(
      "parameter groups", 1024, "eval warmup-lr --lr \(rates) --at 5",
      refusal: "there are 1025 base lrs; give one for each parameter group, at most 1024"),
    Limit(
      "schedules", 256, "eval $(seq -f warmup-lr:warmup_num_steps=%.0f 2 $((n + 1))) --at 5",
      refusal: "257 schedules are named; give at most 256 at once"),
    Limit(
      "values before one that is asked for", 1 << 30,
      "eval exponential-lr:gamma=0.999999999999 --at $n", refusal: "up to 1073741824 are computed"),
    Limit(
      "nesting of a configuration", 63,
      "eval - --at 5 << END\n{scheduler: {type: \"WarmupLR\", params: {}}, x: \(nested)}\nEND\n",
      refusal: "nested deeper than 64"),
    Limit(
      "values of a configuration", 249_995,
      "eval - --at 5 << END\n{scheduler: {type: \"WarmupLR\", params: {}}, x: [\(rates)]}\nEND\n",
      refusal: "more than 250000 values and comments"),
    Limit(
      "comments of a configuration", 249_996,
      "eval - --at 5 << END\n{scheduler: {type: \"WarmupLR\", params: {}}}\n$(yes '#' | head -n $n)\nEND\n",
      refusal: "more than 250000 values and comments"),
    Limit(
      "digits of a whole number", 4300,
      "eval - --at 5 << END\n{scheduler: {type: \"WarmupLR\", params: {}}, x: $(printf '9%.0s' $(seq $n))}\nEND\n",
      refusal: "4301 digits"),
    Limit(
      "bytes of a configuration", 64 << 20,
      """
      eval a.json --at 5
      """, refusal: "has more than 64 MiB"),
    Limit(
      "bytes of a line", 16 << 20,
      "eval onecycle --at - << END\n$(printf %$((n - 1))s)5\nEND\n", refusal: "has more than 16 MiB"
    ),
    Limit("width", 32_767, "plot onecycle --size ${n}x2 -o a.svg", refusal: "1 to 32767"),
    Limit("height", 32_767, "plot onecycle --size 2x$n -o a.svg", refusal: "1 to 32767"),
    Limit(
      "pixels", 16_384, "plot onecycle --size ${n}x16384 -o a.svg", refusal: "pixels"),
  ]

  @Test(arguments: limits)
  func oneBelowAtAndOneAbove(limit: Limit) async throws {
    for n in [limit.most - 1, limit.most, limit.most + 1] {
      let outcome = try await shell.type(
        """
        n=\(n)
        if [ $n -gt 1000000 ]; then
          echo '{scheduler: {type: "WarmupLR", params: {}}}' > a.json
          [ $n -gt 100000000 ] || printf "%$((n - $(wc -c < a.json)))s" >> a.json
        fi
        lrsched \(limit.words)
        """)
      if n <= limit.most {
        #expect(outcome.ending == .exit(0), "\(n): \(outcome.errors)")
      } else {
        #expect(outcome.ending == .exit(2))
        #expect(outcome.errors.contains(limit.refusal), "\(outcome.errors)")
      }
    }
  }

  /// A curve is refused by its size, before anything of it is read.
  @Test func theBytesOfACurve() async throws {
    let outcome = try await shell.type(
      "truncate -s 1073741825 a.csv; lrsched compare onecycle a.csv")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains("a.csv: has more than 1024 MiB"), "\(outcome.errors)")
  }

  /// Labels of any length are drawn, with what has no room left out.
  @Test(arguments: ["png", "svg", "pdf", "term"])
  func labelsHaveNoLimit(format: String) async throws {
    let outcome = try await shell.type(
      "x=$(printf %100000s | tr ' ' x); lrsched plot onecycle --format \(format) --title $x --x-label $x -o -"
    )
    #expect(outcome.ending == .exit(0), "\(outcome.errors)")
  }
}
