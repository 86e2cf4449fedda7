import LRSchedule

// What mends a schedule that the framework refuses.

extension ScheduleDraft {
  /// The mend of an error, better than its own where more is known; nil where that will do.
  func mend(for error: ScheduleError) -> String? {
    switch error {
    case .missingParameters(let names, _) where !isFile:
      let flags = names.compactMap { name in
        type.parameter(named: name)?.example.map { "\(name.asFlag) \($0)" }
      }
      return flags.isEmpty ? nil : "give \(flags.joined(separator: " ")), say"
    case .missingParameters where isConfiguration && type.takesSchedulers:
      return UncomputedScheduler.codeMend
    case .missingParameters(let names, _):
      let flags = names.map { "\($0.asFlag) VALUE" }.joined(separator: " ")
      return "write \(names.count == 1 ? "it" : "them") into the configuration, or give \(flags)"
    case .wrongType(let name, let value, let kind):
      if let number = value.numberMeant, accepts(number, for: name) {
        return "write it as a number: \(number)"
      }
      return mend(for: value, of: name, kind: kind)
    case .notAllowed(let name, _, let allowed):
      let rule = type.parameter(named: name)?.rules.first { "\($0)" == allowed }
      if isFile, rule?.asksForFloat == true {
        return
          "\(type.framework.title) asks for a float, and DeepSpeed's reader makes a whole number of 1.0"
          + " too: write a fraction, 0.3 say"
      }
      return rule?.since.map { "it must be \(allowed); before, \($0.before)" }
    case .unknownPart(let name, let known): return Self.mend(forPart: name, known: known)
    case .inPart(_, .unknownParameter(let name, _, let known)):
      return TorchKeyword(rawValue: name) != nil
        ? "leave it out"
        : suggestion(for: name, among: known).map { "did you mean \($0)?" }
    case .wrongCount:
      return "give one value, or one a group: a group is one value of --lr, as in --lr 0.1,0.01"
    default: return nil
    }
  }

  /// Whether a parameter may have a value, whatever else is wrong.
  private func accepts(_ value: Value, for name: String) -> Bool {
    let others = arguments.filter { $0.name != name }.map(\.argument)
    do {
      _ = try Schedule(
        type, arguments: others + [SchedulerArgument(name, value)], optimizer: optimizer,
        release: release)
      return true
    } catch {
      return error.parameter != name
    }
  }

  private func mend(for value: Value, of name: String, kind: ParameterKind) -> String? {
    let takesNull = type.parameter(named: name)?.takesNull ?? false
    if takesNull, case .string(let text) = value,
      ["none", "nil", "null"].contains(text.lowercased())
    {
      return "write null"
    }
    return ListMistake.mend(for: value, kind: kind)
  }

  /// What is said of a scheduler that a sequence is not made of; nil where only those that are can be named.
  private static func mend(forPart name: String, known: [String]) -> String? {
    if let scheduler = UncomputedScheduler.find("\(Framework.torch.rawValue).\(name)") {
      return "\(scheduler.title) has no curve of its own: \(scheduler.reason)"
    }
    if let type = SchedulerNames.find(name), type.framework != .torch {
      return "\(type.name) is \(type.framework.title)'s, and a sequence is made of PyTorch's:"
        + " \(known.joined(separator: ", "))"
    }
    return suggestion(for: name, among: known).map { "did you mean \($0)?" }
  }
}
