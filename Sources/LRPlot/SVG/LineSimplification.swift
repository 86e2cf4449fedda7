/// The line through fewer points: each point that is left out lies within `tolerance` above or
/// below the new line, whose points are points of the old one.
///
/// From a point on, the slopes that pass near enough by all points in between are a cone, which
/// each of these narrows; the line goes on until a point is outside of it.
func simplified(_ line: [Point], tolerance: Double) -> [Point] {
  guard var corner = line.first else { return [] }
  var kept = [corner]
  var previous = corner
  var cone = -Double.infinity...Double.infinity
  for point in line.dropFirst() {
    let isNear = point.x >= previous.x && cone.contains(slope(from: corner, to: point))
    if previous != corner, !isNear {
      kept.append(previous)
      corner = previous
      cone = -Double.infinity...Double.infinity
    }
    let run = point.x - corner.x
    if run > 0 {
      let (low, high) = (point.y - tolerance - corner.y, point.y + tolerance - corner.y)
      let lower = max(cone.lowerBound, low / run)
      cone = lower...max(lower, min(cone.upperBound, high / run))
    } else {
      // Upright or back: no slope may pass by.
      cone = .infinity ... .infinity
    }
    previous = point
  }
  if kept.count == 1 || previous != corner { kept.append(previous) }
  return line.count == 1 ? [corner] : kept
}

/// NaN, which is in no cone, for a line that does not run to the right.
private func slope(from start: Point, to end: Point) -> Double {
  end.x > start.x ? (end.y - start.y) / (end.x - start.x) : .nan
}
