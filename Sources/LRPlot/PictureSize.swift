/// The width and the height of a picture, in pixels.
public struct PictureSize: Sendable, Hashable {
  /// Pixels from left to right, 1 to 32,767.
  public let width: Int

  /// Pixels from top to bottom, 1 to 32,767.
  public let height: Int

  /// The widths and heights that are allowed: Cairo's surfaces end at 32,767 pixels.
  public static let allowedSides = 1...32_767

  /// The largest number of pixels in all; at four bytes each they take 1 GiB.
  public static let maximumPixels = 1 << 28

  /// 1200 x 700 pixels.
  public static let standard = PictureSize(allowedWidth: 1200, height: 700)

  /// A size that can be drawn.
  ///
  /// - Parameters:
  ///   - width: Pixels from left to right, 1 to 32,767.
  ///   - height: Pixels from top to bottom, 1 to 32,767.
  /// - Throws: `PictureError.sideOutOfRange` or `.tooManyPixels`.
  public init(width: Int, height: Int) throws(PictureError) {
    guard Self.allowedSides.contains(width), Self.allowedSides.contains(height) else {
      throw .sideOutOfRange(width: width, height: height)
    }
    guard width * height <= Self.maximumPixels else {
      throw .tooManyPixels(width: width, height: height)
    }
    self.init(allowedWidth: width, height: height)
  }

  /// This size with `factor` pixels for each of its own, rounded, but at least one.
  func scaled(by factor: Double) throws(PictureError) -> PictureSize {
    guard factor > 0, factor.isFinite else { throw .scaleOutOfRange(factor) }
    /// Far beyond what is allowed, but an `Int`.
    let huge = 1e15
    func scaled(_ side: Int) -> Int { max(1, Int(min(huge, Double(side) * factor).rounded())) }
    return try PictureSize(width: scaled(width), height: scaled(height))
  }

  private init(allowedWidth: Int, height: Int) {
    self.width = allowedWidth
    self.height = height
  }
}
