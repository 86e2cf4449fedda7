import LRSchedule
import LRText

extension ConfigurationError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`, what is far too long to read in it shortened.
  public var description: String {
    // A command to type is whole.
    if case .autoNotFilled(let arguments, let command) = self {
      return Self.autoNotFilled(arguments, command: command)
    }
    if case .training(.stepsMissing) = self { return fullText }
    return fullText.shortenedForMessage
  }

  private var fullText: String {
    switch self {
    case .unknownSchedule(let name): Self.unknownSchedule(name)
    case .parametersOfFile(let file, let parameters):
      "\(file):\(parameters): a file takes its parameters as flags; write \(file)"
        + splitAtCommas(parameters).map { " -p \($0)" }.joined()
    case .notComputed(let scheduler, let place):
      "\(place): \(scheduler.title) has no curve of its own: \(scheduler.reason); name a schedule that depends"
        + " on the step alone: \(SchedulerNames.some)"
    case .unknownToDeepSpeed(let type, let place): Self.unknownToDeepSpeed(type, place: place)
    case .unknownOption(let option, let mend):
      "\(option): there is no such option or parameter; \(mend)"
    case .noValue(let parameter, let place):
      "\(place): \(place == .typed(parameter) ? "" : "\(parameter) ")has no value;"
        + " write NAME=VALUE, or --name VALUE"
    case .noName(let value, let place):
      "\(place): \(value) names no parameter; write NAME=VALUE"
    case .listWithoutBrackets(let argument, let rest):
      "\(argument.place): \(rest.joined(separator: ",")) is given to no parameter; a list is written in"
        + " brackets: \(argument.name)=[\(argument.value),\(rest.joined(separator: ","))]"
    case .unpairedBracket(let bracket, let place): "\(place): \(bracket)"
    case .notANumber(let error, let place): "\(place): \(error)"
    case .outOfRange(let got, let allowed, let place): "\(place): \(got); it must be \(allowed)"
    case .unknownRelease(let text, let framework, let place):
      Self.unknownRelease(text, framework: framework, place: place)
    case .releaseOfAnother(let type, let place):
      "\(place): \(type.name) is \(type.framework.title)'s, which has other releases; leave it out, or"
        + " write the release behind DeepSpeed's schedule: \(WarmupDecayLR.type.commandName)@0.14"
    case .contradiction(let one, let other):
      "\(other.place): \(other.name) is \(other.value) here and \(one.value) in \(one.place);"
        + " give it once"
    case .parameterOfNoSchedule(let argument, let schedules, let options):
      Self.parameterOfNoSchedule(argument, schedules: schedules, options: options)
    case .tooManySchedules(let count):
      "\(count) schedules are named; give at most \(Resolution.maximumScheduleCount) at once"
    case .nothingNamed:
      "no schedule is named; name one (\(SchedulerNames.some)), a"
        + " ds_config.json, or - for standard input"
    case .noConfiguration:
      "no configuration is named; name a ds_config.json, or - for standard input"
    case .notAConfiguration(let name):
      "\(name): is a schedule's name; name a configuration"
        + " (./\(name) if a file is called so)"
    case .emptyReleases(let text, let place):
      "\(place): no release is in \(text); write the earlier one first, 0.14..0.19 say"
    case .standardInputTwice: "-: standard input can be read only once; name a file"

    case .unreadable(let file, let error): "\(file):\(error)"
    case .unreadableYAML(let file, let error): "\(file):\(error)"
    case .training(let error): "\(error)"
    case .epochs(let error): "\(error)"
    case .notAMap(let what, let got, let place):
      "\(place): \(what) is \(got); it must be an object, {..}"
    case .noScheduler(let file, let finding):
      "\(file): \(finding), so DeepSpeed schedules"
        + " nothing and the rate is the trainer's (lr_scheduler_type of Hugging Face) or your code's;"
        + " add a scheduler, or name a schedule: \(SchedulerNames.some)"
    case .severalConfigurations(let paths, let places):
      Self.severalConfigurations(paths, at: places)
    case .noType(let place):
      "\(place): the scheduler has no \"type\"; write one, \"type\": \"WarmupLR\" say"
    case .typeIsNoText(let value, let place):
      "\(place): the scheduler's type is \(value); write one of DeepSpeed's names, \"WarmupLR\" say"
    case .wrongTypeName(let name, let mend, let place):
      "\(place): the scheduler type \"\(name)\" is unknown; \(mend)"
    case .misspeltKey(let key, let meant, let place):
      "\(place): \"\(key)\" is no key that DeepSpeed reads; did you mean \"\(meant)\"?"
    case .noParams(let type, let got, let place):
      Self.noParams(of: type, got: got, place: place)
    case .wholeNumberTooLarge(let parameter, let digits, let place):
      "\(place): \(parameter) is \(digits.count > 40 ? "\(digits.prefix(20)).." : digits);"
        + " whole numbers are exact only to 2^53: write a smaller one"
    case .wrongOptimizerType(let type, let place):
      "\(place): the optimizer type \"\(type)\" is unknown; "
        + .mend(
          for: type, among: Optimizer.knownTypes,
          else: "known are \(Optimizer.knownTypes.joined(separator: ", "))")
    case .wrongOptimizerLR(let value, let place):
      "\(place): the optimizer's lr is \(value); "
        + (value.numberMeant.map { "write it as a number: \($0)" } ?? "it must be a finite number")
    case .autoNotFilled(let arguments, let command):
      Self.autoNotFilled(arguments, command: command)

    case .unknownParameters(let arguments, let type):
      Self.unknownParameters(arguments, of: type)
    case .torchKeyword(let argument, let keyword):
      "\(argument.place): \(argument.name) is \(argument.value), \(keyword.refusal)"
    case .refused(let error, let place, let mend):
      mend.map { "\(place): \(error.what); \($0)" } ?? "\(place): \(error)"
    case .stepOutside(let step, let label, let steps, let place):
      Self.stepOutside(step, label: label, steps: steps, place: place)
    case .stepTooFar(let step, let label, let walk, let place):
      "\(place): the value of \(label) at step \(step) follows from \(walk) values before it, one after"
        + " the other; up to \(Resolution.longestWalk) are computed: ask for an earlier step, or plot it,"
        + " which takes the closed form"
    case .emptyRange(let from, let to, let end, let first):
      Self.emptyRange(from: from, to: to, end: end, first: first)
    }
  }

  private static func unknownToDeepSpeed(_ type: SchedulerType, place: Place) -> String {
    let own = type.deepSpeedName.map { "write DeepSpeed's \"\($0)\", or take" } ?? "take"
    return
      "\(place): \"\(type.name)\" is a schedule of \(type.framework.title), which DeepSpeed does not"
      + " know; \(own) the scheduler out and give the trainer --lr_scheduler_type \(type.name)"
  }

  private static func noParams(of type: SchedulerType, got: Value?, place: Place) -> String {
    let required = type.parameters.filter(\.isRequired).map(\.name)
    let example =
      required.isEmpty
      ? "{..}, which may be empty" : "{..} with \(required.joined(separator: " and "))"
    return "\(place): the scheduler \(got.map { "has \($0) for" } ?? "has no") \"params\", which"
      + " DeepSpeed refuses; write \"params\": \(example)"
  }

  /// More than this are counted.
  private static let mostListed = 3

  private static func severalConfigurations(_ paths: [String], at places: [Place]) -> String {
    let listed = zip(paths, places).prefix(mostListed).map { "\($0) at \($1)" }
    let place = places.first.map { "\($0)" } ?? ""
    return "\(place): \(paths.count) configurations are nested in the file:"
      + " \(listed.joined(separator: ", "))\(paths.count > mostListed ? ", .." : ""); give a file with"
      + " one"
  }

  private static func unknownParameters(
    _ arguments: [PlacedArgument], of type: SchedulerType
  ) -> String {
    guard let first = arguments.first else { return "" }
    let place = first.place
    let mends = arguments.prefix(mostListed).map { argument in
      type.mistakenNames[argument.name] ?? mend(forUnknown: argument.name, of: [type])
    }
    let rest = arguments.count > mostListed ? " and \(arguments.count - mostListed) more" : ""
    if arguments.count == 1, let mend = mends[0] {
      return "\(place): \(type.name) has no parameter \"\(first.name)\"; \(mend)"
    }
    let names = zip(arguments, mends).map { argument, mend in
      let notes = [argument.place == place ? nil : "\(argument.place)", mend].compactMap(\.self)
      return "\"\(argument.name)\"" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ": ")))")
    }
    return "\(place): \(type.name) has no parameter \(names.joined(separator: ", nor "))\(rest);"
      + " \(known(of: [type]))"
  }

  private static func unknownSchedule(_ name: String) -> String {
    let names = Catalog.types.flatMap { [$0.commandName, $0.name] }
    let mend =
      name.contains("=")
      ? "a parameter is written -p \(name)"
      : String.mend(
        for: name, among: names,
        else: "name one of \(SchedulerNames.some), or a file by its path")
    return "\(name.isEmpty ? "\"\"" : name): there is no schedule and no file of this name; \(mend)"
  }

  private static func unknownRelease(
    _ text: String, framework: Framework, place: Place
  ) -> String {
    let newest = framework.newestRelease
    let series = framework.releases.filter { text.hasPrefix("\($0.major).\($0.minor).") }
    let known = series.isEmpty ? framework.releases : series
    if text.contains(":") {
      return
        "\(place): \(framework.title) has no release \"\(text)\"; the release goes last, behind"
        + " the parameters"
    }
    let last = known.last ?? newest
    let what = "\(place): \(framework.title) has no release \"\(text)\""
    if framework.releases.count == 1 { return "\(what); the one known is \(newest)" }
    return
      "\(what); known are \(known.first ?? newest) to \(last), and \(last.major).\(last.minor) means the newest"
      + " \(last.major).\(last.minor).x"
  }

  private static func parameterOfNoSchedule(
    _ argument: PlacedArgument, schedules: [SchedulerType], options: [String]
  ) -> String {
    let names = Set(schedules.map(\.name)).sorted().joined(separator: " and ")
    let isFlag = argument.place == .typed(argument.name.asFlag)
    let mend =
      schedules.lazy.compactMap { $0.mistakenNames[argument.name] }.first
      ?? mend(
        forUnknown: argument.name, of: schedules, options: options.map { "--" + $0 },
        asFlag: isFlag)
    return "\(argument.place): \(names) \(schedules.count == 1 ? "has" : "have") no parameter"
      + " \(argument.name); \(mend ?? known(of: schedules))"
  }

  /// What an unknown name most likely means: what the parameter of that name means elsewhere, or else one
  /// of nearly that name.
  private static func mend(
    forUnknown name: String, of schedules: [SchedulerType], options: [String] = [],
    asFlag: Bool = false
  ) -> String? {
    let parameters = schedules.flatMap(\.parameters)
    let roles = Catalog.types.compactMap { $0.parameter(named: name)?.role }
    let same = roles.lazy.compactMap { role in parameters.first { $0.role == role }?.name }.first
    let meant = same ?? suggestion(for: name, among: parameters.map(\.name) + options)
    return meant.map { "did you mean \(asFlag && !$0.hasPrefix("--") ? $0.asFlag : $0)?" }
  }

  /// Where the parameters of schedules are listed: here, if there are few.
  private static func known(of schedules: [SchedulerType]) -> String {
    guard let type = schedules.first, schedules.count == 1, type.parameters.count <= 8 else {
      let commands = Set(schedules.map(\.commandName)).sorted()
      return commands.map { "`lrsched show \($0)`" }.joined(separator: " and ")
        + (commands.count == 1 ? " lists them" : " list them")
    }
    return "it has \(type.parameters.map(\.name).joined(separator: ", "))"
  }

  private static func autoNotFilled(_ arguments: [PlacedArgument], command: String) -> String {
    let names = arguments.map(\.name).joined(separator: ", ")
    let first = arguments.first.map { "\($0.place): " } ?? ""
    return "\(first)\(names) \(arguments.count == 1 ? "is" : "are") \"auto\", which only a trainer"
      + " fills in; say what it will be: \(command)"
  }

  private static func emptyRange(from: Int, to: Int, end: Place, first: Place?) -> String {
    let flag = if case .typed(let flag) = end { flag } else { "--to" }
    guard let first else {
      return "\(end): the rows end at \(to), before the first of them; give a \(flag) above \(from)"
    }
    let isResumed = first != .typed("--from")
    return
      "\(first): the first row\(isResumed ? " of the resumed run" : ""), \(from), is not before"
      + " the end, \(to) (\(end)); give a \(flag) above \(from)"
      + (isResumed || to == 0 ? "" : ", or a --from below \(to)")
  }

  private static func stepOutside(
    _ step: Int, label: String, steps: Range<Int>, place: Place
  ) -> String {
    if steps.upperBound == 0 {
      return
        "\(place): \(label) has no value at all: at its first step the framework raises an exception"
        + " (it divides by zero, say) or overflows; give it other parameters"
    }
    if step < steps.lowerBound {
      return "\(place): step \(step) is before the first row of \(label), \(steps.lowerBound)"
        + (steps.lowerBound > 0
          ? " in a resumed run; ask from there on" : "; steps count from 0")
    }
    let end = steps.upperBound
    let reason =
      end == Schedule.stepLimit
      ? "steps are exact only below 2^53"
      : "at step \(end) the framework raises an exception or overflows"
    return
      "\(place): \(label) has no value at step \(step): \(reason); its last step is \(end - 1): the"
      + " largest --steps is \(end)"
  }
}

extension SchedulerType {
  /// The scheduler of DeepSpeed whose curve is most like that of Hugging Face's; nil where none is.
  fileprivate var deepSpeedName: String? {
    switch name {
    case LinearWithWarmup.type.name: WarmupDecayLR.type.name
    case CosineWithWarmup.type.name, CosineWithMinLR.type.name, CosineWarmupWithMinLR.type.name:
      WarmupCosineLR.type.name
    case ConstantWithWarmup.type.name: WarmupLR.type.name
    default: nil
    }
  }
}
