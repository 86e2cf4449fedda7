extension Layout {
  /// The layout with as much around the panels as leaves them their room.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - pixelsPerPoint: Columns of pixels along a point, for each of which the extremes are drawn.
  ///   - ruler: Measures texts.
  init(_ picture: Picture, pixelsPerPoint: Double = 1, ruler: some TextRuler) {
    self.init(
      picture, width: Double(picture.size.width), height: Double(picture.size.height),
      choices: LayoutChoice.choices(for: picture.size), pixelsPerPoint: pixelsPerPoint, ruler: ruler
    )
  }

  /// The layout with the first of these choices that leaves the panels their room.
  ///
  /// Fewer panels with axes and names are better than all of them without; of all panels without axes the
  /// curves of the first alone are left.
  init(
    _ picture: Picture, width: Double, height: Double, choices: [LayoutChoice],
    pixelsPerPoint: Double = 1, ruler: some TextRuler
  ) {
    let search = LayoutSearch(
      picture: picture, width: width, height: height, pixelsPerPoint: pixelsPerPoint, ruler: ruler)
    let required: [Furniture] = [[.tickLabels, .axisNames], .tickLabels]
    for furniture in required {
      let able = choices.filter { $0.furniture.isSuperset(of: furniture) }
      for panels in stride(from: picture.panels.count, to: 0, by: -1) {
        if let found = search.first(of: able, panels: panels) {
          self = found
          return
        }
      }
    }
    let bare = LayoutChoice(
      furniture: [], metrics: choices.last?.metrics ?? Metrics(picture.size))
    self =
      search.first(of: choices, panels: picture.panels.count)
      ?? search.layout(bare, markRows: 0, panels: 1)
  }

  fileprivate var isRoomy: Bool {
    let least = metrics.leastPanelHeight
    let first = panels.first?.frame.height ?? 0
    return axis.width >= 2 * least && first >= 2 * least
      && panels.allSatisfy { $0.frame.height >= least && !$0.isCrowded }
  }
}

/// Tries layouts of a picture.
private struct LayoutSearch<Ruler: TextRuler> {
  private let picture: Picture
  private let values: [PanelValues]
  private let width, height: Double
  private let pixelsPerPoint: Double
  private let ruler: Ruler

  init(
    picture: Picture, width: Double, height: Double, pixelsPerPoint: Double, ruler: Ruler
  ) {
    self.picture = picture
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
    self.ruler = ruler
    values = picture.panels.map {
      PanelValues($0, in: picture, width: Int(width), pixelsPerPoint: pixelsPerPoint)
    }
  }

  /// The first layout with room that names all curves, for smaller letters for all are better than larger
  /// ones for some; else the first with room.
  func first(of choices: [LayoutChoice], panels: Int) -> Layout? {
    var roomy: Layout?
    for choice in choices {
      guard let layout = roomyLayout(choice, panels: panels) else { continue }
      if layout.namesAllCurves { return layout }
      roomy = roomy ?? layout
    }
    return roomy
  }

  /// The layout with as few rows for the labels of marks as leave the fewest of them out, and shorten the
  /// fewest.
  private func roomyLayout(_ choice: LayoutChoice, panels: Int) -> Layout? {
    let hasMarks = choice.furniture.contains(.markLabels) && !picture.marks.isEmpty
    var best: Layout?
    func missing(_ layout: Layout) -> (Int, Int) {
      (layout.marks.droppedLabels, layout.marks.shortenedLabels)
    }
    for rows in hasMarks ? 1...MarkLayout.mostRows : 0...0 {
      let layout = layout(choice, markRows: rows, panels: panels)
      // More rows leave less room.
      guard layout.isRoomy else { break }
      if best.map({ missing(layout) < missing($0) }) ?? true { best = layout }
      if missing(layout) == (0, 0) { break }
    }
    return best
  }

  func layout(_ choice: LayoutChoice, markRows: Int, panels: Int) -> Layout {
    // Without any furniture, a sparkline.
    let shown = values.prefix(choice.furniture.isEmpty ? 1 : panels)
    return Layout(
      picture, values: Array(shown), width: width, height: height, with: choice.furniture,
      markRows: markRows, metrics: choice.metrics, pixelsPerPoint: pixelsPerPoint, ruler: ruler)
  }
}
