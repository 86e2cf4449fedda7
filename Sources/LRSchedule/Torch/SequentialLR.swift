/// PyTorch's `SequentialLR`: one scheduler after another, each with steps of its own.
public struct SequentialLR: DefinedScheduler {
  /// `schedulers`: what follows one another.
  public var schedulers: [SchedulerPart]
  /// `milestones`: the steps at which the second one begins, the third, and so on.
  public var milestones: [Int]

  /// Makes a sequence of schedulers, of which all but the first begin at a milestone.
  public init(schedulers: [SchedulerPart], milestones: [Int]) {
    self.schedulers = schedulers
    self.milestones = milestones
  }
}

/// A scheduler of a sequence: PyTorch's name of it and its arguments.
public struct SchedulerPart: Sendable, Hashable {
  /// The class's name, `LinearLR` say.
  public let name: String
  /// What is given; the rest are defaults.
  public let arguments: [SchedulerArgument]

  /// Makes a part from a class's name and its arguments.
  public init(_ name: String, _ arguments: [SchedulerArgument] = []) {
    self.name = name
    self.arguments = arguments
  }
}

extension SchedulerPart: ListElement {
  static var listKind: ParameterKind { .schedulers }
  init?(_ value: Value) {
    guard case .scheduler(let name, let arguments) = value else { return nil }
    self.init(name, arguments)
  }
  var value: Value { .scheduler(name, arguments) }
}

extension SequentialLR {
  /// A warm-up and a cosine.
  init() {
    self.init(
      schedulers: [
        SchedulerPart("LinearLR", [SchedulerArgument("total_iters", .int(100))]),
        SchedulerPart("CosineAnnealingLR", [SchedulerArgument("T_max", .int(900))]),
      ], milestones: [100])
  }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    SequentialLR.self, framework: .torch, name: "SequentialLR", commandName: "sequential-lr",
    summary: "one scheduler after another: a warm-up and a cosine, say",
    source: "torch/optim/lr_scheduler.py, class SequentialLR",
    formula: """
      k = how many milestones <= t
      t == milestones[k - 1]:  lr = the closed form of scheduler k at its step 0
      else:                    lr = scheduler k's own next step, of the last row's lr
      """,
    quirks: [
      "Every scheduler scales the base lr, not the rate that the one before it ends with.",
      "A LinearLR that begins at a milestone with total_iters 0 divides by zero.",
    ])

  static let parameters: [Parameter<SequentialLR>] = [
    Parameter(
      "schedulers", \.schedulers, "what follows one another",
      .required(example: Self().schedulers.value)),
    Parameter(
      "milestones", \.milestones, "steps at which the second one begins, the third, and so on",
      .required(example: .list([.int(100)]))),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    guard milestones.count == schedulers.count - 1 else {
      throw .notAllowed(
        parameter: "milestones", got: milestones.value,
        allowed: "one fewer than the schedulers, of which there are \(schedulers.count)")
    }
    guard zip(milestones, milestones.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw .notAllowed(
        parameter: "milestones", got: milestones.value, allowed: "in rising order")
    }
    // What a constructor does holds for the parts that are over at step 0 too.
    for part in schedulers {
      guard let reason = Self.refusals[part.name] else { continue }
      throw .notAllowed(parameter: "schedulers", got: [part].value, allowed: reason)
    }
    // Of those that begin together, or before step 0, the last one counts.
    var begins = [(first: 0, scheduler: milestones.count { $0 <= 0 })]
    for (index, milestone) in milestones.enumerated() where milestone > 0 {
      if begins.last?.first == milestone { begins.removeLast() }
      begins.append((milestone, index + 1))
    }
    var parts: [(first: Int, channels: Channels)] = []
    for (first, scheduler) in begins {
      parts.append(
        (first, try channels(of: schedulers[scheduler], isEntered: first > 0, in: &context)))
    }
    return Channels(
      lr: (0..<context.groupCount).map { group in
        ConsecutiveSamples(parts.map { ($0.first, $0.channels.lr[group]) })
      })
  }

  private func channels(
    of part: SchedulerPart, isEntered: Bool, in context: inout SchedulerContext
  ) throws(ScheduleError) -> Channels {
    guard let type = Catalog.type(named: part.name, of: .torch) else {
      let known = Catalog.types.filter { $0.framework == .torch }.map(\.name)
      throw .unknownPart(part.name, known: known.filter { Self.refusals[$0] == nil })
    }
    var own = SchedulerContext(
      optimizer: context.optimizer, release: context.release, isEntered: isEntered)
    context.dependOnBaseLRs()
    do {
      let made = try type.make(part.arguments, &own)
      for notice in own.notices { context.warn(notice) }
      return made.channels
    } catch {
      throw .inPart(part.name, error)
    }
  }

  /// What cannot be one of a sequence, and what has to be there instead.
  private static let refusals = [
    "SequentialLR": "without a SequentialLR among them: releases differ in what that does",
    "OneCycleLR":
      "without OneCycleLR, whose constructor changes the rate that the others start from",
    "CyclicLR": "without CyclicLR, whose constructor changes the rate that the others start from",
  ]
}
