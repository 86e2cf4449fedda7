/// The view in the terminal, from its first key to its last.
public enum Session {
  /// An ESC that is not followed within so many milliseconds is the key.
  private static let escapeDelay = 50

  /// Shows a model in the terminal of standard input and output until its user leaves.
  ///
  /// What was typed while the program was busy is done in order; then all of it is drawn once.
  ///
  /// - Parameter model: The model; afterwards what it was at last.
  /// - Throws: `TerminalGone`.
  public static func run(_ model: inout Model) throws {
    let terminal = try FullScreen()
    defer { terminal.leave() }
    var lines = ShownLines()
    var parser = KeyParser()
    resize(&model, to: terminal)
    while true {
      model.draw()
      let changes = lines.changes(to: screen(of: model), usesColour: model.style.usesColour)
      if !changes.isEmpty { try terminal.write(changes) }

      var reports = try terminal.wait(atMost: parser.isWaiting ? escapeDelay : nil)
      var events = reports.isEmpty ? parser.endWaiting() : []
      while !reports.isEmpty {
        for report in reports {
          switch report {
          case .bytes(let bytes): events += parser.events(from: bytes)
          case .resized:
            // The terminal may have cut lines, and be as wide as before again.
            lines.forget()
            events.append(size(of: terminal))
          case .stopped:
            try terminal.suspend(isForAll: false)
            lines.forget()
          case .continued:
            try terminal.enter()
            events.append(size(of: terminal))
            lines.forget()
          }
        }
        reports = try terminal.wait(atMost: 0)
      }
      for event in events {
        for effect in update(&model, event) {
          switch effect {
          case .leave: return
          case .suspend:
            try terminal.suspend(isForAll: true)
            lines.forget()
          case .redraw: lines.forget()
          case .write(let name): write(name, of: &model)
          }
        }
      }
    }
  }

  private static func size(of terminal: FullScreen) -> Event {
    let size = terminal.size
    return .size(columns: size.columns, rows: size.rows)
  }

  private static func resize(_ model: inout Model, to terminal: FullScreen) {
    _ = update(&model, size(of: terminal))
  }

  private static func write(_ name: String, of model: inout Model) {
    do {
      _ = update(&model, .wrote(try model.write(to: name)))
    } catch {
      _ = update(&model, .failed("\(error)"))
    }
  }
}
