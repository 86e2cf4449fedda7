import LRConfiguration
import LRText

extension JSONScanner {
  /// The schedules that a document of ours has beside its columns, to say why they differ from
  /// others; a description that this program cannot follow says nothing.
  mutating func describedSchedules() throws(CurveError) -> [LabelledSchedule] {
    _ = next
    let start = index
    try skipValue()
    guard let list = try? Hjson.document(Array(bytes[start..<index])).root,
      case .list(let descriptions) = list.value
    else { return [] }
    return descriptions.compactMap { LabelledSchedule(described: $0, in: file) }
  }
}
