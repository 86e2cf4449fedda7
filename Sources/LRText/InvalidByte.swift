extension [UInt8] {
  /// The offset of the first byte that is not UTF-8; nil where all are.
  package var firstInvalidByte: Int? {
    var iterator = makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
