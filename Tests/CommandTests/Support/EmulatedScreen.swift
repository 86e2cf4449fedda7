/// A terminal's screen, as far as the program uses one: letters at their places, and the modes that are on.
///
/// What it does not know is kept in `unknown`, which tests want empty.
struct EmulatedScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [[Character]]
  /// The numbers of the modes that were set and not reset: `?1049` is the other screen.
  private(set) var modes: Set<String> = []
  /// Whether a letter has had a colour, or another look than the usual one.
  private(set) var hasInks = false
  private(set) var unknown: [String] = []
  /// What came before a byte that has not.
  private var pending: [UInt8] = []
  private var column = 0
  private var row = 0
  /// The first screen and its cursor, while the other one is seen.
  private var kept: (cells: [[Character]], column: Int, row: Int)?

  /// The modes that a terminal has when nobody has changed them.
  static let usualModes: Set<String> = ["?25", "?7"]

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Self.empty(columns, rows)
    modes = Self.usualModes
  }

  private static func empty(_ columns: Int, _ rows: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Self.empty(columns, rows)
    if kept != nil { kept = (Self.empty(columns, rows), 0, 0) }
    (column, row) = (0, 0)
  }

  /// The lines without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      String(line[..<((line.lastIndex { $0 != " " } ?? -1) + 1)])
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Shows some more bytes.
  mutating func show(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let byte = rest.first {
      guard let count = show(rest, first: byte) else { break }
      rest.removeFirst(count)
    }
    pending = Array(rest)
  }

  /// Shows the first thing, and returns how many bytes it takes; nil where some of them are missing.
  private mutating func show(_ bytes: ArraySlice<UInt8>, first: UInt8) -> Int? {
    switch first {
    case 0x1B: return sequence(bytes)
    case 0x0D: column = 0
    case 0x0A: if row < rows - 1 { row += 1 } else { scroll() }
    case 0x08: column = max(0, column - 1)
    case 0x07: break
    case 0..<0x20: unknown.append("\(first)")
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return nil }
      put(Character(String(decoding: bytes.prefix(length), as: UTF8.self)))
      return length
    }
    return 1
  }

  private mutating func put(_ letter: Character) {
    if column == columns {
      guard modes.contains("?7") else { return }
      column = 0
      if row < rows - 1 { row += 1 } else { scroll() }
    }
    cells[row][column] = letter
    column += 1
  }

  private mutating func scroll() {
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    guard kind == UInt8(ascii: "[") else {
      unknown.append("ESC \(kind)")
      return 2
    }
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x20..<0x40).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else { return nil }
    obey(String(decoding: parameters, as: UTF8.self), Character(Unicode.Scalar(final)))
    return 3 + parameters.count
  }

  private mutating func obey(_ parameters: String, _ final: Character) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    switch final {
    case "H":
      row = min(max((numbers.first ?? 1) - 1, 0), rows - 1)
      column = min(max((numbers.count > 1 ? numbers[1] : 1) - 1, 0), columns - 1)
    case "K" where parameters.isEmpty:
      for place in column..<max(column, columns) { cells[row][place] = " " }
    case "J" where parameters == "2": cells = Self.empty(columns, rows)
    case "m": if !["", "0"].contains(parameters) { hasInks = true }
    case "h": setMode(parameters)
    case "l": resetMode(parameters)
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func setMode(_ mode: String) {
    if mode == "?1049", kept == nil {
      kept = (cells, column, row)
      cells = Self.empty(columns, rows)
    }
    modes.insert(mode)
  }

  private mutating func resetMode(_ mode: String) {
    if mode == "?1049", let first = kept {
      (cells, column, row) = first
      kept = nil
    }
    modes.remove(mode)
  }
}
