/// The data of a `path` element through points: `M80 100L81.5 99H120`.
///
/// Points that change the line by less than the last decimal are left out. A line without length is
/// a dot, by its round ends.
func svgPath(through points: [Point]) -> String {
  let corners = simplified(points, tolerance: 0.01).map(HundredthPoint.init)
  guard var before = corners.first else { return "" }
  var data = "M\(svgNumber(hundredths: before.x)) \(svgNumber(hundredths: before.y))"
  if corners.allSatisfy({ $0 == before }) { return data + "h0" }
  for point in corners.dropFirst() where point != before {
    if point.y == before.y {
      data += "H\(svgNumber(hundredths: point.x))"
    } else if point.x == before.x {
      data += "V\(svgNumber(hundredths: point.y))"
    } else {
      data += "L\(svgNumber(hundredths: point.x)) \(svgNumber(hundredths: point.y))"
    }
    before = point
  }
  return data
}

/// A point of the grid that SVG's numbers are on.
private struct HundredthPoint: Hashable {
  let x: Int
  let y: Int

  init(_ point: Point) {
    x = svgHundredths(point.x)
    y = svgHundredths(point.y)
  }
}
