/// The text of a step, which counts up by one without a division.
@frozen public struct StepText {
  /// The step.
  @usableFromInline internal var step: Int
  /// How far apart the steps are.
  @usableFromInline internal let every: Int
  /// The digits in front of the last eight, in the lowest bytes.
  @usableFromInline internal var head: UInt64
  @usableFromInline internal var headCount: Int
  /// The last digits, at most eight, in the lowest bytes.
  @usableFromInline internal var tail: UInt64
  @usableFromInline internal var tailCount: Int

  /// Makes the text of the first step.
  ///
  /// - Parameters:
  ///   - step: A step, from 0 to 2^53.
  ///   - every: The distance to the next one, at least 1.
  public init(_ step: Int, every: Int = 1) {
    self.step = step
    self.every = every
    let number = UInt64(step)
    let (front, back) = number.quotientAndRemainder(dividingBy: DecimalDigits.eightDigitLimit)
    if front == 0 {
      (head, headCount) = (0, 0)
      (tail, tailCount) = Self.withoutZeros(back)
    } else {
      (head, headCount) = Self.withoutZeros(front)
      tail = DecimalDigits.eight(back) | DecimalDigits.zeros
      tailCount = 8
    }
  }

  /// Moves on to the next step.
  @inlinable public mutating func advance() {
    guard every == 1 else { return restart() }
    step &+= 1
    // Nines at the end become zeros, and the digit in front of them counts.
    var place = UInt64(tailCount &- 1) &* 8
    while (tail &>> place) & 0xff == UInt64(UInt8(ascii: "9")) {
      guard place > 0 else {
        step &-= 1
        return restart()
      }
      tail &-= 9 &<< place
      place &-= 8
    }
    tail &+= 1 &<< place
  }

  /// Makes the text of the next step anew.
  @usableFromInline mutating func restart() { self = StepText(step &+ every, every: every) }

  /// The digits of a number below 10^8, without zeros in front of them, and their number.
  private static func withoutZeros(_ number: UInt64) -> (text: UInt64, count: Int) {
    let digits = DecimalDigits.eight(number)
    let zeros = min(digits.trailingZeroBitCount / 8, 7)
    return ((digits | DecimalDigits.zeros) >> UInt64(8 * zeros), 8 - zeros)
  }
}
