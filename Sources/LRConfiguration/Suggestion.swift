/// The candidate that a misspelt word most likely means.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What would have been right; earlier ones win where several are as near.
///   - limit: How many letters may be wrong; nil for a third of the word.
/// - Returns: The nearest candidate, or nil where none is near enough to be meant.
public func suggestion(
  for word: String, among candidates: some Sequence<String>, within limit: Int? = nil
) -> String? {
  let typed = Array(word.comparable.utf8)
  let limit = limit ?? max(1, typed.count / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let meant = Array(candidate.comparable.utf8)
    // At least so many letters are missing or too many; a word may be of millions.
    guard abs(meant.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, meant)
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  guard let best, best.distance <= limit else { return nil }
  return best.candidate
}

extension String {
  /// The word in lower case without `-` and `_`, which names do not differ by.
  var comparable: String {
    let letters = lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return String(decoding: letters, as: UTF8.self)
  }

  /// "; did you mean X?", or the fallback where nothing is near.
  public static func mend(
    for word: String, among candidates: some Sequence<String>, else fallback: String
  ) -> String {
    suggestion(for: word, among: candidates).map { "did you mean \($0)?" } ?? fallback
  }
}

/// The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var previous: [Int] = []
  var row = Array(0...b.count)
  for i in 0..<a.count {
    var next = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, previous[j - 1] + 1)
      }
      next.append(cost)
    }
    (previous, row) = (row, next)
  }
  return row[b.count]
}
