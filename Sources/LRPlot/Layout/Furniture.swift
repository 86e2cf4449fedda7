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

  /// All of it, then less and less, for pictures that are too small for everything.
  static let choices: [Furniture] = {
    let order: [Furniture] = [
      .subtitle, .markLabels, .stepName, .title, .legend, .axisNames, .tickLabels,
    ]
    var left = Furniture(order)
    return [left]
      + order.map {
        left.remove($0)
        return left
      }
  }()
}
