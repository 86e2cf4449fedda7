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

/// The ticks of an axis.
struct TickRow {
  var ticks: [Tick]

  /// Where ticks without labels are, between the others.
  var minor: [Double] = []
}

/// The ticks of the first choice at which all labels have their room, minor ones where they have.
///
/// `make` gives the ticks of a choice. Of the last choice, labels without room are left out.
/// `gap` is the least room between two labels, `distance` the least distance of two ticks with labels,
/// and `minorDistance` that of two ticks.
func roomyTicks(
  among choices: some Sequence<TickChoice>, gap: Double, distance: Double, minorDistance: Double,
  make: (TickChoice) -> TickRow
) -> TickRow {
  var row = TickRow(ticks: [])
  for choice in choices {
    row = make(choice)
    let isRoomy = withoutOverlaps(row.ticks, gap: gap).count == row.ticks.count
    if isRoomy, leastDistance(row.ticks.map(\.position)) >= distance { break }
  }
  let ticks = withoutOverlaps(row.ticks, gap: gap)
  let hasMinor = leastDistance(row.ticks.map(\.position) + row.minor) >= minorDistance
  return TickRow(ticks: ticks, minor: hasMinor ? row.minor : [])
}

private func leastDistance(_ positions: [Double]) -> Double {
  let sorted = positions.sorted()
  return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? .infinity
}
