import LRSchedule
import Testing

@testable import LRConfiguration

/// `--deepspeed`, where a command takes a range.
@Suite struct ReleaseRangeTests {
  private static func range(_ text: String) throws -> [Release] {
    try Release.range(text, of: .deepspeed, at: .typed("--deepspeed"))
  }

  @Test(arguments: [
    ("0.14.2", "0.14.2", "0.14.2", 1), ("0.14", "0.14.5", "0.14.5", 1),
    ("0.14..0.15", "0.14.0", "0.15.4", 11), ("0.19.2..0.19.4", "0.19.2", "0.19.4", 3),
    ("0.18.9..0.19", "0.18.9", "0.19.8", 10), ("0.14.1..0.14.1", "0.14.1", "0.14.1", 1),
  ])
  func goesFromTheOldestToTheNewest(
    text: String, first: String, last: String, count: Int
  ) throws {
    let releases = try Self.range(text)
    #expect(releases.first?.description == first)
    #expect(releases.last?.description == last)
    #expect(releases.count == count)
  }

  @Test(arguments: [
    ("0.19..0.14", "--deepspeed: no release is in 0.19..0.14; write the earlier one first"),
    ("0.14..0.99", "--deepspeed: DeepSpeed has no release \"0.99\""),
    ("0.14..", "--deepspeed: DeepSpeed has no release \"\""),
    ("..0.14", "--deepspeed: DeepSpeed has no release \"\""),
    ("0.14...0.19", "--deepspeed: DeepSpeed has no release \".0.19\""),
  ])
  func isRefused(text: String, beginning: String) {
    let error = #expect(throws: ConfigurationError.self) { try Self.range(text) }
    #expect(error.map { "\($0)" }?.hasPrefix(beginning) == true)
  }
}
