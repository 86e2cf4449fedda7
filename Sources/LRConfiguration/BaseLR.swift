import LRSchedule

/// The optimizer's own rates: what was typed, else the configuration's, else the usual one.
struct BaseLR: Sendable {
  /// One rate a parameter group.
  let rates: [Double]
  /// Where they were written.
  let place: Place
  /// The configuration's rate and its place, where another one was typed.
  private let replaced: (value: Value, place: Place)?
  /// The configuration's name; nil where there is none.
  private let file: String?

  /// The rate where nothing says another.
  private static let usualRate = 0.001
  /// The option that sets them.
  private static let flag = Place.typed("--lr")

  /// The rates of a schedule that was named on the command line.
  init(_ options: ScheduleOptions) {
    rates = options.baseLRs ?? [Self.usualRate]
    place = options.baseLRs == nil ? .assumed("default") : Self.flag
    replaced = nil
    file = nil
  }

  /// The rates of a configuration's optimizer; "auto" is filled.
  init(
    _ file: DeepSpeedFile, options: ScheduleOptions, auto: inout AutoValues
  ) throws(ConfigurationError) {
    self.file = file.name
    guard let (value, place) = file.optimizerLR else {
      self.rates = options.baseLRs ?? [Self.usualRate]
      self.place = options.baseLRs == nil ? .assumed("default") : Self.flag
      replaced = nil
      return
    }
    if value == .auto {
      rates = auto.fillLR(at: place) ?? [Self.usualRate]
      self.place = .filled(place, from: "\(Self.flag)")
      replaced = nil
      return
    }
    guard let rate = value.number else {
      throw .wrongOptimizerLR(value, place: place)
    }
    rates = options.baseLRs ?? [rate]
    self.place = options.baseLRs == nil ? place : Self.flag
    replaced = rates == [rate] ? nil : (value, place)
  }

  /// What has to be said of them beside a schedule that uses them.
  func messages(for schedule: Schedule) -> [Message] {
    guard schedule.usesBaseLRs else { return [] }
    if let (value, place) = replaced {
      return [.note("\(place): the optimizer's lr is \(value), but --lr \(rates.text) wins")]
    }
    if let file, case .assumed = place {
      return [
        .note(
          "\(file): has no optimizer lr, which \(schedule.type.name) depends on: it is taken to be"
            + " \(rates.text); give --lr")
      ]
    }
    return []
  }
}
