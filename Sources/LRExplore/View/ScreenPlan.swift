import LRCurves
import LRPlot
import LRSchedule

/// Which part of the screen shows what.
///
/// It does not depend on the cursor, so that nothing moves with it.
struct ScreenPlan: Sendable {
  /// Some cells of the screen.
  struct Area: Hashable, Sendable {
    let column: Int
    let row: Int
    let width: Int
    let height: Int

    /// Whether a cell lies in it.
    func contains(column: Int, row: Int) -> Bool {
      (self.column..<self.column + width).contains(column)
        && (self.row..<self.row + height).contains(row)
    }
  }

  /// The name of what is shown.
  let title: Area
  let curves: Area
  /// The step of the cursor and the breakpoints beside it.
  let step: Area
  /// The values at the cursor.
  let values: Area
  /// The pieces that the cursor lies in.
  let pieces: Area
  /// The parameters: on the right where there is room, else below.
  let parameters: Area
  /// What is typed and said, the last line.
  let status: Area
  /// Whether the parameters stand on the right.
  let isWide: Bool

  /// The smallest terminal that the view has room in.
  static let least = (columns: 40, rows: 12)

  /// From so many columns on the parameters stand on the right.
  private static let wideColumns = 100

  init(_ model: Model) {
    let (columns, rows) = (max(1, model.style.columns), max(1, model.style.rows))
    isWide = columns >= Self.wideColumns
    let side = isWide ? min(60, columns / 3) : 0
    // One column stays free before the panel.
    let width = isWide ? columns - side - 1 : columns
    let body = max(0, rows - 3)

    func share(_ wanted: Int, of part: Int) -> Int { max(1, min(wanted, body / part)) }
    let values = share(model.valueRows(in: width), of: 6)
    let pieces = share(model.pieceRows, of: 8)
    let parameters = isWide ? 0 : share(model.parameterRows(in: width), of: 6)

    var row = rows
    func above(_ height: Int) -> Area {
      row -= height
      return Area(column: 0, row: max(0, row), width: width, height: height)
    }
    status = Area(column: 0, row: rows - 1, width: columns, height: 1)
    row -= 1
    let below = above(parameters)
    self.pieces = above(pieces)
    self.values = above(values)
    step = above(1)
    title = Area(column: 0, row: 0, width: columns, height: 1)
    curves = Area(column: 0, row: 1, width: width, height: max(1, row - 1))
    self.parameters =
      isWide
      ? Area(column: width + 1, row: 1, width: side, height: max(1, rows - 2)) : below
  }
}

extension Model {
  /// The cells of a value with its name: as many whatever the value.
  func valueWidth(of table: CurveTable) -> Int {
    let name = table.names.map(style.width).max() ?? 0
    let hasChanged = schedules.indices.contains(where: isChanged)
    return name + 1 + Self.longestValue + (hasChanged ? Self.longestBefore : 0)
  }

  /// Rates that are read have up to so many letters; longer ones take what is free.
  static let longestValue = 22

  /// ` (was 0.0005625)` and the like.
  static let longestBefore = 30

  /// The lines in which all values have their place.
  fileprivate func valueRows(in width: Int) -> Int {
    let table = CurveTable(schedules)
    let inLine = max(1, (width + 2) / (valueWidth(of: table) + 2))
    return (table.columns.count + inLine - 1) / inLine
  }

  /// The lines for the formulas: one a column that is shown, two of a single one, for some are long.
  fileprivate var pieceRows: Int {
    let columns = schedules.flatMap(\.schedule.columns)
    return max(2, columns.count { $0.channel == .lr || showsMomentum })
  }

  /// The lines in which all parameters have their place.
  fileprivate func parameterRows(in width: Int) -> Int {
    let rows = parameters
    let inLine = max(1, (width + 2) / (parameterWidth(of: rows) + 2))
    return (rows.count + inLine - 1) / inLine
  }

  /// The cells of a parameter with its value.
  func parameterWidth(of rows: [ParameterRow]) -> Int {
    let widths = rows.map { style.width(of: style.showable(Self.text(of: $0))) }
    return min(40, widths.max() ?? 0)
  }

  /// `>*warmup_num_steps 500`: a parameter as the panel below the curves has it, as wide when it is selected
  /// or changed as when it is not.
  static func text(of row: ParameterRow, isSelected: Bool = false) -> String {
    "\(isSelected ? ">" : " ")\(row.isChanged ? "*" : " ")\(row.name) \(row.value.typed)"
  }
}
