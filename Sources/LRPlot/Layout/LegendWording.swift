/// How a legend writes the names of its curves.
///
/// Where the names have no room, what all of them begin and end with is said once, above them; where
/// the title says it already, or there is no room for that either, it is left out.
struct LegendWording {
  let names: [String]

  /// What all names have in common, or empty.
  var heading = ""

  /// The most rows that the names may take.
  let rows: Int
}

/// The room that a legend has: its strip and the sizes of its letters.
struct LegendRoom<Ruler: TextRuler> {
  let strip: Rectangle
  let metrics: Metrics
  let ruler: Ruler

  var font: Font { metrics.name }
  var rowHeight: Double { ruler.size(of: "M", in: font).height + metrics.lineGap }

  /// From a curve's sample to its name, the sample included.
  var beforeText: Double { metrics.sampleLength + metrics.smallGap }
  var betweenColumns: Double { metrics.gap * 2 }

  /// From a column's left edge to that of the next one.
  func columnWidth(_ names: [String]) -> Double {
    (names.map { ruler.size(of: $0, in: font).width }.max() ?? 0) + beforeText + betweenColumns
  }

  /// How many columns of these names are side by side; 0 where not even one has room.
  func columns(_ names: [String]) -> Int {
    Int((strip.width + betweenColumns) / columnWidth(names))
  }

  /// How many names have room.
  func capacity(_ wording: LegendWording) -> Int { columns(wording.names) * wording.rows }

  /// The wording that says most of the names, whole ones if there is a way to write them, below the
  /// picture's title as it is drawn; names that no shortening tells apart are as long as there is room.
  func wording(of labels: [String], below title: String) -> LegendWording {
    let labels = labels.map { ruler.showable(printable($0)) }
    let parts = CommonParts(labels)
    let (few, many) = (rows(0.6), rows(1))
    var wordings = [LegendWording(names: labels, rows: few)]
    if !title.says(parts.heading) {
      wordings += [few - 1, many - 1].map {
        LegendWording(names: parts.rests, heading: parts.heading, rows: $0)
      }
    }
    wordings += [few, many].map { LegendWording(names: parts.rests, rows: $0) }
    // Whole long names, one below the other, would take too much from the curves.
    let whole = wordings.first {
      columns($0.names) >= ($0.rows > few ? 2 : 1) && capacity($0) >= labels.count
    }
    return whole ?? shortened(parts.rests, rows: [few, many])
  }

  /// In one column, then in two and so on, the first wording that has room for all names.
  private func shortened(_ names: [String], rows: [Int]) -> LegendWording {
    let wordings = rows.flatMap { rows in
      (1...4).map { columns in
        let between = betweenColumns * Double(columns - 1)
        let width = (strip.width - between) / Double(columns) - beforeText
        return LegendWording(
          names: names.map {
            fitted($0, to: max(0, width), keeping: .bothEnds, font: font, ruler: ruler)
          }, rows: rows)
      }
    }
    let telling = wordings.filter { tellsApart($0.names, shortenedFrom: names) }
    return telling.first { capacity($0) >= names.count }
      ?? telling.max { capacity($0) < capacity($1) } ?? wordings[0]
  }

  private func rows(_ share: Double) -> Int { max(1, Int(strip.height * share / rowHeight)) }
}

extension String {
  /// Whether other words are among these, whole.
  fileprivate func says(_ words: String) -> Bool {
    func goesOn(_ letter: Character?) -> Bool {
      letter.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
    return words.isEmpty
      || ranges(of: words).contains {
        !goesOn(self[..<$0.lowerBound].last) && !goesOn(self[$0.upperBound...].first)
      }
  }
}
