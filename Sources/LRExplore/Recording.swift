/// A visit that is shown without a terminal: keys, and what is seen after each word of them.
public struct Recording: Sendable {
  private var model: Model

  /// Begins a visit.
  ///
  /// - Parameter model: What is seen first.
  public init(of model: Model) { self.model = model }

  /// Presses keys, and shows what is seen then.
  ///
  /// - Parameter keys: Keys by their names, as `Event.keys(_:)` takes them.
  /// - Returns: The lines of the screen, each with its end.
  public mutating func frame(after keys: String) -> String {
    for event in Event.keys(keys) { _ = update(&model, event) }
    let lines = screen(of: model).lines(usesColour: model.style.usesColour)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The command line that `y` says now.
  public var command: String { model.commands.joined(separator: "\n") }
}
