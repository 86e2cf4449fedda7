import LRConfiguration

/// Which columns of two sides belong together.
struct ColumnPairs {
  /// A column of each side, under the name of the first.
  private(set) var pairs: [(name: String, a: ComparedColumn, b: ComparedColumn)] = []
  /// The names of rates and momentums that only the first has.
  private(set) var onlyInA: [String] = []
  /// The names of rates and momentums that only the second has.
  private(set) var onlyInB: [String] = []

  /// Pairs the columns.
  ///
  /// - Parameters:
  ///   - a: The first side.
  ///   - b: The second side.
  ///   - chosen: Columns of the curves, in the order of the other side's columns; empty to go by names.
  /// - Throws: `ComparisonError` where the names do not say which columns are meant.
  init(_ a: ComparedSide, _ b: ComparedSide, chosen: [String]) throws(ComparisonError) {
    let mine = try Self.columns(of: a, beside: b, chosen: chosen)
    let its = try Self.columns(of: b, beside: a, chosen: chosen)
    let isByOrder = !chosen.isEmpty || Self.isUnnamed(a) || Self.isUnnamed(b)
    if isByOrder {
      guard mine.count == its.count || !chosen.isEmpty else {
        throw .columnCount(a: a.label, mine.count, b: b.label, its.count)
      }
      for (side, columns) in [(a, mine), (b, its)] where columns.count < chosen.count {
        throw .tooManyNames(chosen.count, side: side.label, columns: columns.map(\.name))
      }
      let names = Self.isUnnamed(a) ? its : mine
      pairs = zip(names, zip(mine, its)).map { ($0.channelName, $1.0, $1.1) }
      onlyInA = mine.dropFirst(its.count).map(\.channelName)
      onlyInB = its.dropFirst(mine.count).map(\.channelName)
      return
    }
    let others = Dictionary(its.map { ($0.channelName, $0) }) { first, _ in first }
    for column in mine {
      let name = column.channelName
      if let other = others[name] {
        pairs.append((name, column, other))
      } else if column.isChannel {
        onlyInA.append(name)
      }
    }
    let names = Set(mine.map(\.channelName))
    onlyInB = its.filter(\.isChannel).map(\.channelName).filter { !names.contains($0) }
    guard !pairs.isEmpty else {
      throw .noCommonColumn(
        a: a.label, mine.map(\.name), b: b.label, its.map(\.name))
    }
  }

  /// Whether the columns have no names: those of an npy.
  private static func isUnnamed(_ side: ComparedSide) -> Bool {
    if case .curve(let curve) = side { curve.format == .npy } else { false }
  }

  /// The columns of a side that may be compared.
  private static func columns(
    of side: ComparedSide, beside other: ComparedSide, chosen: [String]
  ) throws(ComparisonError) -> [ComparedColumn] {
    guard case .curve(let curve) = side else { return side.columns }
    if !chosen.isEmpty {
      return try chosen.map { (name) throws(ComparisonError) in
        guard let column = curve.column(named: name) else {
          throw .noColumn(name, of: side.label, columns: curve.columns.map(\.name))
        }
        return .recorded(column)
      }
    }
    // The columns of several schedules: those with the other side's label, or the only ones.
    let channels = side.columns.filter(\.isChannel)
    let labels = Set(channels.map { String($0.name.dropLast($0.channelName.count)) })
    guard labels.count > 1 else { return side.columns }
    guard labels.contains("\(other.label).") else {
      throw .severalSchedules(of: side.label, columns: channels.map(\.name))
    }
    return channels.filter { $0.name == "\(other.label).\($0.channelName)" }
  }
}
