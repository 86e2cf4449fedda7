// The keys.

/// A key and what it does.
public struct KeyHelp: Sendable {
  /// The key as it is called.
  public let keys: String
  /// What it does, in a word or two.
  let brief: String
  /// What it does.
  public let text: String

  /// All keys, in the order of the help.
  public static let all: [KeyHelp] = [
    KeyHelp(keys: "left right", brief: "column", text: "the cursor by a column"),
    KeyHelp(keys: "shift", brief: "by a step", text: "with an arrow: by one step"),
    KeyHelp(keys: "Home End", brief: "ends", text: "first and last step"),
    KeyHelp(keys: "PgUp PgDn", brief: "screen", text: "a screen back and on"),
    KeyHelp(keys: "+ - 0", brief: "zoom, all", text: "closer, further, the whole run"),
    KeyHelp(keys: "n p", brief: "breakpoints", text: "next and previous breakpoint"),
    KeyHelp(keys: "g", brief: "go to a step", text: "go to a step that is typed"),
    KeyHelp(keys: "l L", brief: "log axes", text: "log axis of values, of steps"),
    KeyHelp(keys: "m d", brief: "momentum, diff", text: "momentum; difference to what was given"),
    KeyHelp(keys: "Tab", brief: "parameter", text: "the next parameter; with shift the last one"),
    KeyHelp(keys: "up down", brief: "change it", text: "changes it; with shift in finer steps"),
    KeyHelp(keys: "0-9 . -", brief: "type it", text: "types its value; Enter takes, Esc drops it"),
    KeyHelp(keys: "s", brief: "next schedule", text: "the next schedule of several"),
    KeyHelp(keys: "r", brief: "as given", text: "all values as they were given"),
    KeyHelp(keys: "@", brief: "release", text: "another release of the framework"),
    KeyHelp(keys: "w", brief: "write a file", text: "writes picture, rows or scheduler section"),
    KeyHelp(keys: "y", brief: "say command", text: "says the command line after leaving"),
    KeyHelp(keys: "q", brief: "leave", text: "leaves; so does ctrl-C; ctrl-Z waits"),
  ]
}

extension ScreenView {
  /// The keys over all of the screen but its first and last line, in two columns where they need it.
  mutating func drawHelp() {
    let rows = max(1, grid.rows - 2)
    let keys = KeyHelp.all
    let columns = min(2, (keys.count + rows - 1) / rows)
    let lines = (keys.count + columns - 1) / columns
    let width = grid.columns / columns
    let start = keys.map(\.keys.count).max() ?? 0
    for (index, key) in keys.enumerated() {
      let (column, line) = index.quotientAndRemainder(dividingBy: lines)
      let place = column * width
      let isNarrow = width - start - 3 < 42
      let behind = isNarrow ? key.keys.count + 1 : start + 2
      write(key.keys, column: place, row: 1 + line, width: width - 1, ink: .bold)
      write(
        isNarrow ? key.brief : key.text, column: place + behind, row: 1 + line,
        width: width - behind - 1)
    }
  }
}
