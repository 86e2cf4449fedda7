/// Why a schedule cannot be made: what was given, what is allowed, and the mend.
public enum ScheduleError: Error, Sendable, Hashable {
  /// The scheduler has no such parameter.
  case unknownParameter(String, scheduler: String, known: [String])
  /// A parameter is given twice.
  case repeatedParameter(String)
  /// The framework requires parameters that are not given.
  case missingParameters([String], scheduler: String)
  /// A value of the wrong type.
  case wrongType(parameter: String, got: Value, kind: ParameterKind)
  /// A value that the framework's check refuses.
  case notAllowed(parameter: String, got: Value, allowed: String, since: Release?)
  /// A list whose length is not the number of parameter groups.
  case wrongCount(parameter: String, got: Int, groups: Int)
  /// A number that is infinite, or a whole one beyond 2^53.
  case notExact(parameter: String, got: Value)
  /// The release does not have the scheduler yet.
  case notInRelease(scheduler: String, since: Release, release: Release)
  /// The framework raises an exception, for a reason.
  case raises(String, parameter: String, release: Release)
  /// The optimizer's type is unknown.
  case unknownOptimizer(String, known: [String])
  /// A base learning rate is infinite or not a number.
  case baseRateNotFinite(Double)
  /// There is no base learning rate, so no parameter group.
  case noParameterGroup
}

extension ScheduleError {
  /// The parameter that is at fault, where there is one.
  public var parameter: String? {
    switch self {
    case .unknownParameter(let name, _, _), .repeatedParameter(let name): name
    case .wrongType(let name, _, _), .notAllowed(let name, _, _, _): name
    case .wrongCount(let name, _, _), .notExact(let name, _), .raises(_, let name, _): name
    case .missingParameters, .notInRelease, .unknownOptimizer, .baseRateNotFinite,
      .noParameterGroup:
      nil
    }
  }
}

extension ScheduleError: CustomStringConvertible {
  /// What is wrong, then the mend.
  public var description: String {
    switch self {
    case .unknownParameter(let name, let scheduler, let known):
      "\(scheduler) has no parameter \"\(name)\"; it has \(known.joined(separator: ", "))"
    case .repeatedParameter(let name):
      "\(name) is given twice; give it once"
    case .missingParameters(let names, let scheduler):
      "\(scheduler) requires \(names.joined(separator: " and ")); give"
        + (names.count == 1 ? " it" : " them")
    case .wrongType(let parameter, let got, let kind):
      "\(parameter) is \(got); it must be \(kind.rawValue)"
    case .notAllowed(let parameter, let got, let allowed, let since):
      "\(parameter) is \(got); it must be \(allowed)"
        + (since.map { " (checked since \($0))" } ?? "")
    case .wrongCount(let parameter, let got, let groups):
      "\(parameter) has \(got) values for \(groups) parameter group\(groups == 1 ? "" : "s");"
        + " give one value, or one a group (a group is one value of the base lr)"
    case .notExact(let parameter, let got):
      "\(parameter) is \(got); it must be finite, and a whole number at most 2^53 = \(exactLimit)"
    case .notInRelease(let scheduler, let since, let release):
      "\(scheduler) does not exist in \(release); it came with \(since): name that release or a later one"
    case .raises(let reason, let parameter, let release):
      "\(parameter): \(release) raises an exception, \(reason)"
    case .unknownOptimizer(let type, let known):
      "the optimizer type \"\(type)\" is unknown; known are \(known.joined(separator: ", "))"
    case .baseRateNotFinite(let rate):
      "the base lr \(rate) is not finite; give a number"
    case .noParameterGroup:
      "there is no base lr; give one for each parameter group"
    }
  }
}

/// Steps and whole numbers are exact in a double up to here.
let exactLimit = 1 << 53
