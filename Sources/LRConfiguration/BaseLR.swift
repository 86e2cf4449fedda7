import LRSchedule

/// The optimizer's own rates: what was typed, else the configuration's, else the usual one.
struct BaseLR: Sendable {
  /// One rate a parameter group.
  let rates: [Double]
  /// Where they were written.
  let place: Place
  /// Whether nobody wrote them, nor does the framework have a default.
  var isGuessed: Bool { place == Self.guess }
  /// The configuration's rate and its place, where another one was typed.
  private let replaced: (value: Value, place: Place)?
  /// The configuration's name; nil where there is none.
  private let file: String?

  private static let guess = Place.assumed("default")

  /// The option that sets them.
  private static let flag = Place.typed("--lr")

  private init(
    _ rates: [Double], at place: Place, replacing replaced: (Value, Place)? = nil, file: String?
  ) {
    self.rates = rates
    self.place = place
    self.replaced = replaced
    self.file = file
  }

  /// The rates where a configuration, if there is one, says none.
  init(_ options: ScheduleOptions, file: String? = nil) {
    if let rates = options.baseLRs {
      self.init(rates, at: Self.flag, file: file)
    } else {
      self.init([Resolution.usualRate], at: Self.guess, file: file)
    }
  }

  /// The rates of a configuration's optimizer; "auto" is filled.
  init(
    _ file: DeepSpeedFile, options: ScheduleOptions, auto: inout AutoValues
  ) throws(ConfigurationError) {
    guard let (value, place) = file.optimizerLR else {
      self.init(options, file: file.name)
      return
    }
    if value == .auto {
      let source = options.baseLRs == nil ? options.trainingArguments?.learningRate.place : nil
      self.init(
        auto.fillLR(at: place) ?? [Resolution.usualRate],
        at: .filled(place, from: "from \(source ?? Self.flag)"),
        file: file.name)
      return
    }
    guard let rate = value.number else { throw .wrongOptimizerLR(value, place: place) }
    if let typed = options.baseLRs {
      self.init(
        typed, at: Self.flag, replacing: typed == [rate] ? nil : (value, place), file: file.name)
    } else {
      self.init([rate], at: place, file: file.name)
    }
  }

  /// The rates of training arguments.
  init(_ training: TrainingArguments, options: ScheduleOptions) {
    let (rate, place) = training.learningRate
    if let typed = options.baseLRs {
      let isReplaced = typed != [rate] && training.says(.learningRate)
      self.init(
        typed, at: Self.flag, replacing: isReplaced ? (.float(rate), place) : nil, file: nil)
    } else {
      self.init([rate], at: place, file: nil)
    }
  }

  /// What has to be said of them beside a schedule that uses them.
  func messages(for schedule: Schedule) -> [Message] {
    guard schedule.usesBaseLRs else { return [] }
    if let (value, place) = replaced {
      return [.note("\(place): the optimizer's lr is \(value), but --lr \(rates.text) wins")]
    }
    if let file, isGuessed {
      return [
        .note(
          "\(file): has no optimizer lr, which \(schedule.type.name) depends on: it is taken to be"
            + " \(rates.text); give --lr")
      ]
    }
    return []
  }
}

extension Resolution {
  /// The optimizer's own rate where nothing says another.
  public static let usualRate = 0.001
}
