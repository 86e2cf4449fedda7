extension Layout {
  /// Draws the picture, from the background to the texts.
  func draw(on canvas: inout some Canvas, theme: Theme) {
    if let background = theme.background { canvas.fill(picture, with: background) }
    for panel in panels {
      canvas.begin(.panel(name: panel.name))
      if !isSparkline { drawGrid(of: panel, on: &canvas, theme: theme) }
      drawCurves(of: panel, on: &canvas, theme: theme)
      canvas.end()
    }
    canvas.begin(.legend)
    for key in legend {
      canvas.stroke(key.sample, with: theme.pen(style: key.style, width: metrics.curveWidth))
    }
    canvas.end()
    canvas.begin(.texts)
    for text in texts {
      canvas.write(
        text.text, at: text.point, anchor: text.anchor, font: text.font,
        color: text.isQuiet ? theme.quiet : theme.ink)
    }
    canvas.end()
  }

  private func drawGrid(of panel: PanelLayout, on canvas: inout some Canvas, theme: Theme) {
    let frame = panel.frame
    let grid = Pen(color: theme.grid, width: metrics.hairline)
    let axis = Pen(color: theme.axis, width: metrics.hairline)
    canvas.begin(.grid)
    defer { canvas.end() }
    for tick in panel.ticks {
      let y = crisp(tick.position)
      canvas.stroke([Point(x: frame.left, y: y), Point(x: frame.right, y: y)], with: grid)
    }
    if let zero = panel.zero {
      let y = crisp(zero)
      canvas.stroke([Point(x: frame.left, y: y), Point(x: frame.right, y: y)], with: axis)
    }
    for tick in panel.minorTicks {
      let y = crisp(tick)
      canvas.stroke(
        [Point(x: frame.left, y: y), Point(x: frame.left + metrics.tickLength / 2, y: y)],
        with: axis)
    }
    drawMarks(through: panel, on: &canvas, theme: theme)
    let bottom = crisp(frame.bottom)
    canvas.stroke(
      [Point(x: frame.left, y: bottom), Point(x: frame.right, y: bottom)], with: axis)
    for tick in stepTicks {
      let x = crisp(tick.position)
      canvas.stroke(
        [Point(x: x, y: bottom), Point(x: x, y: bottom + metrics.tickLength)], with: axis)
    }
    for tick in minorStepTicks {
      let x = crisp(tick)
      canvas.stroke(
        [Point(x: x, y: bottom), Point(x: x, y: bottom + metrics.tickLength / 2)], with: axis)
    }
  }

  /// The hairlines of marks; in the first panel they reach up to their labels.
  private func drawMarks(
    through panel: PanelLayout, on canvas: inout some Canvas, theme: Theme
  ) {
    let pen = Pen(color: theme.mark, width: metrics.hairline)
    let isFirst = panel.frame.top == panels.first?.frame.top
    for line in marks.lines {
      let x = crisp(line.x)
      let top = isFirst ? line.top : panel.frame.top
      canvas.stroke([Point(x: x, y: top), Point(x: x, y: panel.frame.bottom)], with: pen)
    }
  }

  private func drawCurves(of panel: PanelLayout, on canvas: inout some Canvas, theme: Theme) {
    canvas.beginClip(to: panel.frame)
    for curve in panel.curves {
      canvas.begin(.curve(name: curve.label))
      defer { canvas.end() }
      let path = CurvePath(curve.series, axis: axis, scale: panel.scale)
      draw(path, with: theme.pen(style: curve.style, width: metrics.curveWidth), on: &canvas)
    }
    canvas.endClip()
  }

  private func draw(_ path: CurvePath, with pen: Pen, on canvas: inout some Canvas) {
    let hasMarkers = axis.spacing >= metrics.markerSpacing
    let radius = hasMarkers ? metrics.markerRadius : pen.width / 2
    for line in path.lines {
      if line.count > 1 { canvas.stroke(line, with: pen) }
      guard hasMarkers || line.count == 1 else { continue }
      for point in line { canvas.dot(at: point, radius: radius, color: pen.color) }
    }
    let solid = Pen(color: pen.color, width: pen.width)
    for span in path.spans { canvas.stroke(span.line, with: solid) }
  }

  /// The nearest position at which a hairline fills whole pixels.
  private func crisp(_ position: Double) -> Double {
    let half = metrics.hairline / 2
    return (position - half).rounded() + half
  }
}
