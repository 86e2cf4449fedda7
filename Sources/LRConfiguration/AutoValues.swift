import LRSchedule

/// The values of "auto" in a configuration, filled as Hugging Face's integration fills them before
/// DeepSpeed sees them.
///
///     optimizer lr, warmup_max_lr   the learning rate: --lr
///     warmup_min_lr                 0
///     total_num_steps               the number of training steps: --total-num-steps or --steps
///     warmup_num_steps              max(1, warm-up steps): --warmup-num-steps
///
/// What has no flag is that of the training arguments, if there are any. "auto" never takes a default:
/// what lacks both is an error.
struct AutoValues: Sendable {
  let options: ScheduleOptions
  /// What is left without its flag, and the flag with a value to start from.
  private(set) var missing: [(argument: PlacedArgument, flag: String)] = []
  private(set) var messages: [Message] = []
  /// Whether anything was filled from `--lr`.
  private(set) var usesRates = false
  /// Whether what is left without its flag gets a value that stands in for it.
  private let standsIn: Bool
  /// The parameters that have one; `lr` is the optimizer's.
  private(set) var standIns: Set<String> = []
  /// The rate that the configuration itself says, for the flag to start from.
  private let ownRate: Value?

  /// What stands in for a total that is not known: no run is as long.
  static let totalStandIn = 1 << 40
  /// What stands in for a warm-up that is not known: the shortest one.
  static let warmupStandIn = 2

  init(options: ScheduleOptions, ownRate: Value?, standsIn: Bool = false) {
    self.options = options
    self.ownRate = ownRate
    self.standsIn = standsIn
  }

  /// Fills the arguments of a scheduler; those that are not "auto" stay as they are.
  mutating func fill(_ arguments: [PlacedArgument], of type: SchedulerType) -> [PlacedArgument] {
    // The integration knows the names of DeepSpeed's parameters.
    guard type.framework == .deepspeed else { return arguments }
    return arguments.map { argument in
      guard argument.value == .auto, let role = type.parameter(named: argument.name)?.role,
        let value = fill(argument, role: role)
      else { return argument }
      if standIns.contains(argument.name) {
        return PlacedArgument(argument.name, value.value, at: argument.place)
      }
      messages.append(
        .note("\(argument.place): \(argument.name) \"auto\" is \(value.value), \(value.source)"))
      return PlacedArgument(
        argument.name, value.value, at: .filled(argument.place, from: value.source))
    }
  }

  /// Fills the optimizer's lr.
  mutating func fillLR(at place: Place) -> [Double]? {
    guard let rates = options.baseLRs else {
      if let (rate, source) = trainingRate {
        messages.append(.note("\(place): the optimizer's lr \"auto\" is \(rate), \(source)"))
        return [rate]
      }
      miss(PlacedArgument("lr", .auto, at: place), "--lr 1e-4", standIn: .null)
      return nil
    }
    usesRates = true
    messages.append(.note("\(place): the optimizer's lr \"auto\" is \(rates.text), from --lr"))
    return rates
  }

  /// Throws where something is left to fill.
  func check() throws(ConfigurationError) {
    guard !missing.isEmpty else { return }
    var flags: [String] = []
    for item in missing where !flags.contains(item.flag) { flags.append(item.flag) }
    throw .autoNotFilled(
      missing.map(\.argument),
      command: options.command(adding: flags))
  }

  private mutating func fill(
    _ argument: PlacedArgument, role: ParameterDeclaration.Role
  ) -> Filling? {
    let flag = options.parameters.first { $0.name == argument.name }
    if let flag, role != .lastBatchIteration {
      if role == .warmupSteps, case .int(let steps) = flag.value, steps < 1 {
        return Filling(.int(1), "the least that Hugging Face's integration fills in")
      }
      return Filling(flag.value, "from \(flag.place)")
    }
    switch role {
    case .warmupStartRate: return Filling(.int(0), "as Hugging Face's integration has it")
    case .warmupEndRate:
      guard let rates = options.baseLRs else {
        if let (rate, source) = trainingRate { return Filling(.float(rate), source) }
        return miss(argument, "--lr \(rateToStartFrom)", standIn: .float(0.001))
      }
      usesRates = true
      return Filling(
        rates.count == 1 ? .float(rates[0]) : .list(rates.map(Value.float)), "from --lr")
    case .totalSteps:
      guard let (steps, place) = totalSteps else {
        return miss(argument, "\(argument.name.asFlag) 10000", standIn: .int(Self.totalStandIn))
      }
      return Filling(.int(steps), "from \(place)")
    case .warmupSteps:
      if let warmup = options.trainingArguments?.warmup {
        guard let length = warmup.length(of: totalSteps?.value) else {
          return miss(argument, "--steps 10000", standIn: .int(Self.warmupStandIn))
        }
        if let note = length.note { messages.append(.note(note)) }
        if let warning = options.trainingArguments?.warningOfOwnWarmup(
          of: totalSteps?.value, flag: argument.name.asFlag)
        {
          messages.append(warning)
        }
        return Filling(
          .int(max(1, length.steps)),
          length.steps < 1
            ? "the least that Hugging Face's integration fills in" : "from \(length.place)")
      }
      return miss(argument, "\(argument.name.asFlag) 500", standIn: .int(Self.warmupStandIn))
    case .lastBatchIteration, .rampSteps, .decaySteps, .decayEndRate: return nil
    }
  }

  /// The rate of the training arguments, and from where.
  private var trainingRate: (Double, String)? {
    options.trainingArguments.map { training in
      let (rate, place) = training.learningRate
      if case .assumed(let reason) = place { return (rate, reason) }
      return (rate, "from \(place)")
    }
  }

  /// The number of training steps, and what said it.
  private var totalSteps: (value: Int, place: Place)? { options.trainingSteps }

  private var rateToStartFrom: String {
    ownRate.flatMap { $0.number == nil ? nil : "\($0)" } ?? "1e-4"
  }

  @discardableResult
  private mutating func miss(
    _ argument: PlacedArgument, _ flag: String, standIn: Value
  ) -> Filling? {
    if standsIn {
      standIns.insert(argument.name)
      return Filling(standIn, "not known")
    }
    missing.append((argument, flag))
    return nil
  }

  /// What an "auto" is filled with, and from where.
  private struct Filling {
    let value: Value
    let source: String

    init(_ value: Value, _ source: String) {
      self.value = value
      self.source = source
    }
  }
}

extension Value {
  /// The text that Hugging Face's integration fills.
  static let auto = Value.string("auto")
}

extension [Double] {
  /// The rates as `--lr` takes them.
  var text: String { map { "\($0)" }.joined(separator: ",") }
}
