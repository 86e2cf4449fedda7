/// A text that equals those with the same Unicode scalars, as Python's do.
///
/// Swift's own are equal where they look equal.
package struct ScalarText: Hashable, Sendable {
  private let text: String

  package init(_ text: String) { self.text = text }

  package static func == (a: ScalarText, b: ScalarText) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8.max)
  }
}
