/// What surrounds the panels.
struct Furniture: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let title = Furniture(rawValue: 1 << 0)
  static let subtitle = Furniture(rawValue: 1 << 1)
  static let legend = Furniture(rawValue: 1 << 2)
  static let axisNames = Furniture(rawValue: 1 << 3)
  static let stepName = Furniture(rawValue: 1 << 4)
  static let tickLabels = Furniture(rawValue: 1 << 5)
  static let markLabels = Furniture(rawValue: 1 << 6)

  /// All of it.
  static let everything: Furniture = [
    .title, .subtitle, .legend, .axisNames, .stepName, .tickLabels, .markLabels,
  ]
}

/// What to put around the panels, and how large.
struct LayoutChoice: Sendable {
  let furniture: Furniture
  let metrics: Metrics

  /// The choices for a picture, from all of the furniture down to none.
  ///
  /// Before more than the subtitle is left out, all is drawn tighter.
  static func choices(for size: PictureSize) -> [LayoutChoice] {
    let (wide, tight) = (Metrics(size), Metrics(size, isTight: true))
    return choices(leavingOut: [.subtitle], metrics: wide)
      + choices(
        .everything.subtracting(.subtitle),
        leavingOut: [.stepName, .title, .markLabels, .legend, .axisNames], metrics: tight)
      + [LayoutChoice(furniture: [], metrics: wide)]
  }

  /// Furniture, then without each of these too.
  static func choices(
    _ furniture: Furniture = .everything, leavingOut order: [Furniture], metrics: Metrics
  ) -> [LayoutChoice] {
    var left = furniture
    return [LayoutChoice(furniture: left, metrics: metrics)]
      + order.map {
        left.remove($0)
        return LayoutChoice(furniture: left, metrics: metrics)
      }
  }
}
