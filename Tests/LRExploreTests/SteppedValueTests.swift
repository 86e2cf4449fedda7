import LRSchedule
import Testing

@testable import LRExplore

/// What up and down make of a value.
@Suite struct SteppedValueTests {
  @Test(
    arguments: [
      (.int(1000), .int(1100), .int(990)), (.int(990), .int(1000), .int(980)),
      (.int(1), .int(2), .int(0)), (.int(0), .int(1), .int(-1)), (.int(9), .int(10), .int(8)),
      (.int(10), .int(11), .int(9)), (.int(12345), .int(13345), .int(11345)),
      (.int(-1), .int(0), .int(-2)),
      (.float(0.001), .float(0.0011), .float(0.00099)),
      (.float(0.00099), .float(0.001), .float(0.00098)),
      (.float(1e-05), .float(1.1e-05), .float(9.9e-06)), (.float(0.5), .float(0.51), .float(0.49)),
      (.float(100), .float(110), .float(99)), (.float(1e22), .float(1.1e22), .float(9.9e21)),
      (.float(0.1 + 0.2), .float(0.31000000000000004), .float(0.29000000000000004)),
      (.float(0), .float(1e-06), .float(-1e-06)),
      (.bool(true), .bool(false), .bool(false)),
      (
        .list([.float(0.1), .int(10)]), .list([.float(0.11), .int(11)]),
        .list([.float(0.099), .int(9)])
      ),
    ] as [(Value, Value, Value)])
  func aNumberChangesInItsSecondDigit(value: Value, up: Value, down: Value) {
    #expect(value.stepped(isUp: true, isFine: false, of: nil) == up)
    #expect(value.stepped(isUp: false, isFine: false, of: nil) == down)
  }

  @Test(
    arguments: [
      (.int(1000), .int(1010), .int(999)), (.float(0.001), .float(0.00101), .float(0.000999)),
      (.int(5), .int(6), .int(4)),
    ] as [(Value, Value, Value)])
  func aFineStepIsOneOfTheThirdDigit(value: Value, up: Value, down: Value) {
    #expect(value.stepped(isUp: true, isFine: true, of: nil) == up)
    #expect(value.stepped(isUp: false, isFine: true, of: nil) == down)
  }

  /// Up and down again is where it was, at every size.
  @Test func stepsAreTheSameBothWays() throws {
    var value = Value.float(0.00012)
    for _ in 0..<500 {
      let next = try #require(value.stepped(isUp: true, isFine: false, of: nil))
      #expect(next.stepped(isUp: false, isFine: false, of: nil) == value)
      value = next
    }
    #expect(value == .float(62))
  }

  @Test(arguments: [Value.null, .string("text"), .other("x"), .list([]), .list([.null])])
  func whatHasNoNextValueSaysSo(value: Value) {
    #expect(value.stepped(isUp: true, isFine: false, of: nil) == nil)
  }

  @Test func textsOfFewMeaningsGoAround() throws {
    let type = try #require(Catalog.type(named: "WarmupLR"))
    let parameter = try #require(type.parameter(named: "warmup_type"))
    #expect(
      Value.string("log").stepped(isUp: true, isFine: false, of: parameter) == .string("linear"))
    #expect(
      Value.string("linear").stepped(isUp: true, isFine: false, of: parameter) == .string("log"))
    #expect(
      Value.string("x").stepped(isUp: true, isFine: false, of: parameter)
        == .string(parameter.choices[0]))
  }
}
