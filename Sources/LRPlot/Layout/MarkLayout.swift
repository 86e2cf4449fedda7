/// The hairlines of marks and those of their labels that have room above the first panel.
///
/// A label stands behind its hairline, as a flag does on its pole. From right to left each takes
/// the lowest row where no label and no other pole is in its way; where there is none, it says less,
/// down to the step alone.
struct MarkLayout: Sendable {
  /// A hairline; it goes on through all panels.
  struct Line: Hashable, Sendable {
    let x: Double

    /// Where it begins, above the first panel or at its upper edge.
    let top: Double
  }

  private(set) var lines: [Line] = []

  var labels: [PlacedText] { flags.map(\.text) }

  /// The most rows of labels.
  static let mostRows = 7

  /// The labels that have no room.
  private(set) var droppedLabels = 0

  /// The labels that say less than they could, for want of room.
  private(set) var shortenedLabels = 0

  private struct Flag {
    let text: PlacedText
    let x: Double
    let row: Int

    var box: Rectangle { text.box }
  }

  private var flags: [Flag] = []

  /// The height that rows of labels take.
  static func height(ofRows rows: Int, metrics: Metrics, ruler: some TextRuler) -> Double {
    Double(rows) * rowHeight(metrics, ruler)
  }

  private static func rowHeight(_ metrics: Metrics, _ ruler: some TextRuler) -> Double {
    (ruler.size(of: "M", in: metrics.label).height + metrics.lineGap / 2).rounded(.up)
  }

  /// The marks of a picture.
  ///
  /// Marks at steps that the axis does not have are left out. The labels stand in `rows` rows above
  /// `bottom`, the upper edge of the first panel, up to `right`.
  init(
    _ picture: Picture, on axis: StepAxis, rows: Int, above bottom: Double, upTo right: Double,
    metrics: Metrics, ruler: some TextRuler
  ) {
    let rowHeight = Self.rowHeight(metrics, ruler)
    let room = axis.left...max(axis.left, right)
    let places = places(of: picture.marks, on: axis)
    if rows == 0 {
      droppedLabels = places.count
      lines = places.map { Line(x: $0.x, top: bottom) }
      return
    }
    let waiting = places.map { marks, x in
      let wordings = picture.stepUnit.texts(of: marks)
      // What is too long for the picture is not cut, for there is less to say.
      let texts = wordings.filter {
        ruler.size(of: $0, in: metrics.label).width <= room.upperBound - room.lowerBound
      }
      return (
        x: x,
        texts: texts.map { label($0, at: x, in: room, metrics: metrics, ruler: ruler) },
        whole: wordings[0]
      )
    }
    // Those that would be cut stand before their poles, in the way of others: they come last.
    let isLast = { (mark: (x: Double, texts: [PlacedText], whole: String)) in
      mark.texts.first?.anchor == .end
    }
    let (first, last) = (waiting.filter { !isLast($0) }, waiting.filter(isLast))
    var polesToCome = last.map(\.x)
    for (x, texts, whole) in first + last {
      polesToCome.removeAll { $0 == x }
      let flags = texts.lazy.flatMap { text in
        (0..<rows).map { row in
          let top = bottom - Double(row + 1) * rowHeight
          return Flag(text: text.moved(to: top, ruler: ruler), x: x, row: row)
        }
      }
      func isFree(_ flag: Flag) -> Bool { self.isFree(flag, in: room, metrics) }
      // Better to say less than to stand where a pole is to be.
      let considerate = flags.first { flag in
        isFree(flag) && !polesToCome.contains { Self.crosses($0, flag.box, metrics) }
      }
      if let flag = considerate ?? flags.first(where: isFree) {
        if flag.text.text != whole { shortenedLabels += 1 }
        self.flags.append(flag)
        lines.append(Line(x: x, top: flag.text.box.top))
      } else {
        droppedLabels += 1
        lines.append(Line(x: x, top: bottom))
      }
    }
  }

  /// Where marks are, from right to left, those in one column of pixels together.
  private func places(
    of marks: [Picture.Mark], on axis: StepAxis
  ) -> [(marks: [Picture.Mark], x: Double)] {
    var places: [(marks: [Picture.Mark], x: Double)] = []
    for mark in marks.sorted(by: { $0.step < $1.step }) where axis.steps.contains(mark.step) {
      let x = axis.position(of: mark.step)
      if let last = places.last, last.x.rounded() == x.rounded() {
        places[places.count - 1].marks.append(mark)
      } else {
        places.append(([mark], x))
      }
    }
    return places.reversed()
  }

  /// The label behind its pole, or before it where it would else be cut.
  private func label(
    _ text: String, at x: Double, in room: ClosedRange<Double>, metrics: Metrics,
    ruler: some TextRuler
  ) -> PlacedText {
    let gap = (metrics.smallGap * 0.75).rounded()
    let width = ruler.size(of: text, in: metrics.label).width
    let isBehind = x + gap + width <= room.upperBound
    return PlacedText(
      text, x: isBehind ? x + gap : x - gap, top: 0, anchor: isBehind ? .start : .end,
      font: metrics.label, isQuiet: true, ruler: ruler)
  }

  private static func crosses(_ x: Double, _ box: Rectangle, _ metrics: Metrics) -> Bool {
    box.left - metrics.hairline < x && x < box.right + metrics.hairline
  }

  private func isFree(_ flag: Flag, in room: ClosedRange<Double>, _ metrics: Metrics) -> Bool {
    guard room.lowerBound <= flag.box.left, flag.box.right <= room.upperBound else { return false }
    return flags.allSatisfy { other in
      let isApart =
        other.row != flag.row
        || !flag.box.inset(x: -metrics.smallGap, y: 0).overlaps(other.box)
      let isBelow = flag.row <= other.row && Self.crosses(other.x, flag.box, metrics)
      let isAbove = other.row <= flag.row && Self.crosses(flag.x, other.box, metrics)
      return isApart && !isBelow && !isAbove
    }
  }
}

extension Picture.StepUnit {
  /// What the marks in one place say, from all of it to the first step alone: `1 warm-up, 20 cosine`,
  /// `1 warm-up and 1 more`, `1 +1`; three of them begin with `1 warm-up and 2 more`.
  fileprivate func texts(of marks: [Picture.Mark]) -> [String] {
    let most = 2
    let texts = marks.prefix(most).map { mark in
      mark.label.isEmpty ? number(of: mark) : "\(number(of: mark)) \(mark.label)"
    }
    let all = marks.count <= most ? [texts.joined(separator: ", ")] : []
    let first = marks.count > 1 ? ["\(texts[0]) and \(marks.count - 1) more"] : []
    let more = marks.count > 1 ? " +\(marks.count - 1)" : ""
    return all + first + [number(of: marks[0]) + more]
  }

  private func number(of mark: Picture.Mark) -> String {
    stepLabels(for: [DecimalNumber(near: Double(mark.step) * perStep)])[0]
  }
}
