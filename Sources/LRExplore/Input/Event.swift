/// Something that happens to the view.
public enum Event: Hashable, Sendable {
  /// A key.
  case key(Key, shift: Bool = false)
  /// A text that came at once, of the clipboard.
  case paste(String)
  /// A press of the mouse's button, or the button held; cells are counted from 0 at the upper left.
  case mouse(column: Int, row: Int)
  /// A turn of the mouse's wheel.
  case wheel(isUp: Bool, column: Int, row: Int)
  /// The terminal has another size.
  case size(columns: Int, rows: Int)
  /// A file was written; the text says which.
  case wrote(String)
  /// Something could not be done; the text says why.
  case failed(String)
}

/// A key, or what a terminal says of it.
public enum Key: Hashable, Sendable {
  /// A letter, digit or sign.
  case character(Character)
  /// A letter with the control key.
  case control(Character)
  /// An arrow.
  case up, down, left, right
  /// A key that leads further.
  case home, end, pageUp, pageDown
  /// A key of editing.
  case tab, enter, escape, backspace, delete
}
