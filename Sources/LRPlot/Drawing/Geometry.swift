/// A place in a picture, in pixels from its upper left corner.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// An upright rectangle, in pixels; `top` is less than `bottom`.
struct Rectangle: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Smaller by these distances on each side; larger where they are negative.
  func inset(x: Double, y: Double) -> Rectangle {
    Rectangle(left: left + x, top: top + y, right: right - x, bottom: bottom - y)
  }

  /// Whether two rectangles share more than an edge.
  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the other rectangle lies in this one; edges may touch.
  func contains(_ other: Rectangle) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Whether a point lies in this rectangle; never for a point that is no number.
  func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }
}
