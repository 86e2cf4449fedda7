/// What a scheduler needs to know of the optimizer whose rates it sets.
public struct Optimizer: Sendable, Hashable {
  /// The type as it is written in a configuration, `Adam` or `SGD` say.
  public let type: String
  /// The optimizer's own learning rate of each parameter group.
  public let baseLRs: [Double]

  /// The type that is assumed where none is named.
  public static let defaultType = "Adam"

  /// The most parameter groups: more than a group for each tensor of most models.
  public static let maximumGroupCount = 1024

  /// Makes an optimizer with one learning rate a parameter group.
  ///
  /// - Parameters:
  ///   - type: A type of DeepSpeed (in any case) or the exact name of a class of `torch.optim`.
  ///   - baseLRs: Finite numbers, one a parameter group, 1 to `maximumGroupCount`.
  /// - Throws: `ScheduleError` where the type is unknown, a rate is missing or not finite, or there are too many.
  public init(type: String = Optimizer.defaultType, baseLRs: [Double]) throws(ScheduleError) {
    guard let hasBetas = Optimizer.hasBetas(type) else {
      throw .unknownOptimizer(type, known: Optimizer.knownTypes)
    }
    guard !baseLRs.isEmpty else { throw .noParameterGroup }
    guard baseLRs.count <= Optimizer.maximumGroupCount else {
      throw .tooManyParameterGroups(baseLRs.count)
    }
    if let rate = baseLRs.first(where: { !$0.isFinite }) { throw .baseRateNotFinite(rate) }
    self.type = type
    self.hasBetas = hasBetas
    self.baseLRs = baseLRs
  }

  /// The number of parameter groups.
  public var groupCount: Int { baseLRs.count }

  /// Whether the optimizer has `betas`, the first of which a scheduler may move as its momentum.
  public let hasBetas: Bool

  /// Whether the optimizer has `betas` or a `momentum`, which PyTorch's cyclic schedulers move.
  public var hasMomentum: Bool {
    hasBetas || ["SGD", "RMSprop"].contains(type) || type.lowercased() == "musgd"
  }

  /// DeepSpeed compares its own types in lower case first; any other is a class of `torch.optim`.
  private static func hasBetas(_ type: String) -> Bool? {
    deepSpeedTypes[type.lowercased()] ?? torchTypes[type]
  }

  /// The types that are known, for an error that has to name them.
  public static var knownTypes: [String] {
    deepSpeedTypes.keys.sorted() + torchTypes.keys.sorted()
  }

  private static let deepSpeedTypes: [String: Bool] = [
    "adam": true, "adamw": true, "lamb": true, "lion": true, "muadam": true, "muadamw": true,
    "muon": true, "onebitadam": true, "onebitlamb": true, "zerooneadam": true,
    "adagrad": false, "musgd": false,
  ]

  private static let torchTypes: [String: Bool] = [
    "Adam": true, "AdamW": true, "Adamax": true, "NAdam": true, "RAdam": true, "SparseAdam": true,
    "ASGD": false, "Adadelta": false, "Adafactor": false, "Adagrad": false, "LBFGS": false,
    "RMSprop": false, "Rprop": false, "SGD": false,
  ]
}
