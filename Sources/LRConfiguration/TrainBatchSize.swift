import LRText

/// `train_batch_size` of a configuration: how many samples an optimizer step takes.
public enum TrainBatchSize {
  /// The number that a configuration says.
  ///
  /// - Parameter bytes: The content of a ds_config.json.
  /// - Returns: Nil where it says none, or "auto".
  public static func declared(in bytes: [UInt8]) -> Int? {
    guard let root = try? Hjson.parse(bytes) else { return nil }
    return size(in: root)
  }

  /// The number at the top, or in the first object further down that has one.
  private static func size(in node: HjsonNode) -> Int? {
    guard case .map(let members) = node.value else { return nil }
    if case .integer(let size) = node.member("train_batch_size")?.node.value, size > 0 {
      return size
    }
    return members.lazy.compactMap { size(in: $0.node) }.first
  }
}
