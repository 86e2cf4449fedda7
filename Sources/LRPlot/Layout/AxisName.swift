/// The name of an axis and, quieter, what the axis has no place for; shortened to fit.
///
/// `room` is from the left end to the right one; `centre` is where the middle should be, and without one
/// the name begins at the left end.
func axisName(
  _ name: String, note: String, in room: ClosedRange<Double>, centredAt centre: Double? = nil,
  top: Double, metrics: Metrics, ruler: some TextRuler
) -> [PlacedText] {
  let font = metrics.name
  let width = room.upperBound - room.lowerBound
  let note = fitted(note, to: width, font: font, ruler: ruler)
  let noteWidth = note.isEmpty ? 0 : ruler.size(of: note, in: font).width + metrics.smallGap
  let name = fitted(name, to: width - noteWidth, font: font, ruler: ruler)
  let nameWidth = ruler.size(of: name, in: font).width
  let whole = nameWidth + noteWidth
  let left = max(
    room.lowerBound,
    min((centre ?? room.lowerBound) - (centre == nil ? 0 : whole / 2), room.upperBound - whole))
  var texts: [PlacedText] = []
  if !name.isEmpty {
    texts.append(PlacedText(name, x: left, top: top, font: font, ruler: ruler))
  }
  if !note.isEmpty {
    texts.append(
      PlacedText(
        note, x: left + whole, top: top, anchor: .end, font: font, isQuiet: true, ruler: ruler))
  }
  return texts
}
