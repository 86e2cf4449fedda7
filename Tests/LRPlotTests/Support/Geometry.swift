import Testing

@testable import LRPlot

/// Nothing is cut and nothing overlaps.
func checkGeometry(_ layout: Layout, _ comment: Comment) {
  // One expectation for all: thousands of layouts have millions of pairs.
  let problems = overlaps(in: layout) + cuts(in: layout)
  #expect(problems.isEmpty, comment)
}

private func overlaps(in layout: Layout) -> [String] {
  var problems: [String] = []
  let texts = layout.texts
  for (index, text) in texts.enumerated() {
    for other in texts[..<index] where text.box.overlaps(other.box) {
      problems.append("\(text.text) lies on \(other.text)")
    }
    for panel in layout.panels where text.box.overlaps(panel.frame) {
      if !panel.texts.contains(text) { problems.append("\(text.text) lies on a panel") }
    }
    // Below the first panel's upper edge, hairlines are in panels only.
    for line in layout.marks.lines
    where text.box.bottom <= layout.panels[0].frame.top && line.top < text.box.bottom {
      if text.box.left < line.x, line.x < text.box.right {
        problems.append("a hairline goes through \(text.text)")
      }
    }
  }
  return problems
}

private func cuts(in layout: Layout) -> [String] {
  let picture = layout.picture
  var problems = layout.texts.filter { !picture.contains($0.box) }.map { "\($0.text) is cut" }
  if !layout.legend.allSatisfy({ $0.sample.allSatisfy { picture.contains($0) } }) {
    problems.append("the legend is cut")
  }
  for panel in layout.panels {
    let frame = panel.frame
    if !picture.contains(frame) { problems.append("a panel is cut") }
    if !(frame.left <= layout.axis.left && layout.axis.right <= frame.right) {
      problems.append("the axis leaves its panel")
    }
    let ticks = panel.ticks.map(\.position) + panel.minorTicks
    if !ticks.allSatisfy({ frame.top <= $0 && $0 <= frame.bottom }) {
      problems.append("a tick is outside of its panel")
    }
  }
  let steps = layout.stepTicks.map(\.position) + layout.minorStepTicks
  if !steps.allSatisfy({ picture.left <= $0 && $0 <= picture.right }) {
    problems.append("a tick of the axis of steps is outside")
  }
  return problems
}
