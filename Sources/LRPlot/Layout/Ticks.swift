/// A tick at its place; its label may be left out.
struct Tick: Hashable, Sendable {
  /// In pixels, along its axis.
  let position: Double
  let label: PlacedText?
}

/// Those ticks whose labels do not come nearer than `gap` to the label before.
func withoutOverlaps(_ ticks: [Tick], gap: Double) -> [Tick] {
  var kept: [Tick] = []
  for tick in ticks where !overlaps(tick, kept.last, gap: gap) { kept.append(tick) }
  return kept
}

private func overlaps(_ tick: Tick, _ other: Tick?, gap: Double) -> Bool {
  guard let box = tick.label?.box, let before = other?.label?.box else { return false }
  return box.inset(x: -gap, y: -gap).overlaps(before)
}

/// The ticks of the largest number up to `target` at which all labels have their room.
///
/// `make` gives the ticks for a wished number.
func roomyTicks(upTo target: Int, gap: Double, make: (Int) -> [Tick]) -> [Tick] {
  for count in stride(from: max(2, target), to: 1, by: -1) {
    let ticks = make(count)
    if withoutOverlaps(ticks, gap: gap).count == ticks.count { return ticks }
  }
  return withoutOverlaps(make(2), gap: gap)
}
