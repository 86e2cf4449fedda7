/// The colours of a picture.
public enum PictureTheme: String, Sendable, Hashable, CaseIterable {
  /// Dark lines on white.
  case light

  /// Light lines on nearly black.
  case dark

  /// The lines of `light` on nothing, for a page that is white or nearly so.
  case transparent
}
