/// The parts of a line through points that lie in a rectangle (Liang and Barsky, 1984).
///
/// Points that are no numbers break the line. Cairo needs this: its coordinates wrap around
/// silently beyond 2^23.
func clipped(_ points: [Point], to rectangle: Rectangle) -> [[Point]] {
  var parts: [[Point]] = []
  var part: [Point] = []
  var previous: Point?
  for point in points {
    let isNumber = point.x.isFinite && point.y.isFinite
    defer { previous = isNumber ? point : nil }
    guard isNumber, let start = previous else { continue }
    guard let (from, to) = clippedSegment(start, point, to: rectangle) else { continue }
    if part.last != from {
      if !part.isEmpty { parts.append(part) }
      part = [from]
    }
    part.append(to)
  }
  if !part.isEmpty { parts.append(part) }
  return parts
}

private func clippedSegment(
  _ start: Point, _ end: Point, to rectangle: Rectangle
) -> (Point, Point)? {
  let (dx, dy) = (end.x - start.x, end.y - start.y)
  var (from, to) = (0.0, 1.0)
  let edges = [
    (-dx, start.x - rectangle.left), (dx, rectangle.right - start.x),
    (-dy, start.y - rectangle.top), (dy, rectangle.bottom - start.y),
  ]
  for (step, room) in edges {
    if step == 0 {
      if room < 0 { return nil }
    } else if step < 0 {
      from = max(from, room / step)
    } else {
      to = min(to, room / step)
    }
  }
  guard from <= to else { return nil }
  func point(at share: Double) -> Point {
    switch share {
    case 0: start
    case 1: end
    default: Point(x: start.x + share * dx, y: start.y + share * dy)
    }
  }
  return (point(at: from), point(at: to))
}
