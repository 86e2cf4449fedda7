extension Layout {
  /// Draws the picture, from the background to the texts.
  func draw(on canvas: inout some Canvas, theme: Theme) {
    canvas.fill(picture, with: theme.background)
    for panel in panels {
      drawGrid(of: panel, on: &canvas, theme: theme)
      drawCurves(of: panel, on: &canvas, theme: theme)
    }
    for key in legend {
      canvas.stroke(key.sample, with: theme.pen(style: key.style, width: metrics.curveWidth))
    }
    for text in texts {
      canvas.write(
        text.text, at: text.point, anchor: text.anchor, font: text.font,
        color: text.isQuiet ? theme.quiet : theme.ink)
    }
  }

  private func drawGrid(of panel: PanelLayout, on canvas: inout some Canvas, theme: Theme) {
    let frame = panel.frame
    let grid = Pen(color: theme.grid, width: metrics.hairline)
    let axis = Pen(color: theme.axis, width: metrics.hairline)
    for tick in panel.ticks {
      let y = crisp(tick.position)
      canvas.stroke([Point(x: frame.left, y: y), Point(x: frame.right, y: y)], with: grid)
    }
    let bottom = crisp(frame.bottom)
    canvas.stroke(
      [Point(x: frame.left, y: bottom), Point(x: frame.right, y: bottom)], with: axis)
    for tick in stepTicks {
      let x = crisp(tick.position)
      canvas.stroke(
        [Point(x: x, y: bottom), Point(x: x, y: bottom + metrics.tickLength)], with: axis)
    }
  }

  private func drawCurves(of panel: PanelLayout, on canvas: inout some Canvas, theme: Theme) {
    canvas.beginClip(to: panel.frame)
    for curve in panel.curves {
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
