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
  case notAllowed(parameter: String, got: Value, allowed: String)
  /// A list whose length is not the number of parameter groups.
  case wrongCount(parameter: String, got: Int, groups: Int)
  /// A number that is infinite, or a whole one beyond 2^53.
  case notExact(parameter: String, got: Value)
  /// The framework has no such release, or its numbers are not known.
  case unknownRelease(Release, framework: Framework)
  /// The release does not have the scheduler yet.
  case notInRelease(scheduler: String, since: Release, release: Release)
  /// The framework raises an exception, for a reason, until a release that does not; nil where none is.
  case raises(String, parameter: String, release: Release, until: Release?)
  /// A scheduler that another one is made of cannot be made.
  indirect case inPart(String, ScheduleError)
  /// A scheduler that another one is not made of.
  case unknownPart(String, known: [String])
  /// The optimizer's type is unknown.
  case unknownOptimizer(String, known: [String])
  /// A base learning rate is infinite or not a number.
  case baseRateNotFinite(Double)
  /// There is no base learning rate, so no parameter group.
  case noParameterGroup
  /// More parameter groups than there may be.
  case tooManyParameterGroups(Int)
}

extension ScheduleError {
  /// The parameter that is at fault, where there is one.
  public var parameter: String? {
    switch self {
    case .unknownParameter(let name, _, _), .repeatedParameter(let name): name
    case .wrongType(let name, _, _), .notAllowed(let name, _, _): name
    case .wrongCount(let name, _, _), .notExact(let name, _), .raises(_, let name, _, _): name
    case .inPart, .unknownPart: "schedulers"
    case .missingParameters, .unknownRelease, .notInRelease, .unknownOptimizer, .baseRateNotFinite,
      .noParameterGroup, .tooManyParameterGroups:
      nil
    }
  }
}

extension ScheduleError: CustomStringConvertible {
  /// What is wrong, then the mend.
  public var description: String { "\(what); \(mend)" }

  /// What is wrong.
  public var what: String {
    switch self {
    case .unknownParameter(let name, let scheduler, _):
      "\(scheduler) has no parameter \"\(name)\""
    case .repeatedParameter(let name): "\(name) is given twice"
    case .missingParameters(let names, let scheduler):
      "\(scheduler) requires \(names.joined(separator: " and "))"
    case .wrongType(let parameter, let got, _): "\(parameter) is \(got)"
    case .notAllowed(let parameter, let got, _): "\(parameter) is \(got)"
    case .wrongCount(let parameter, let got, let groups):
      "\(parameter) has \(got) value\(got == 1 ? "" : "s") for \(groups) parameter"
        + " group\(groups == 1 ? "" : "s")"
    case .notExact(let parameter, let got): "\(parameter) is \(got)"
    case .unknownRelease(let release, let framework):
      "\(framework.title) \(release) is unknown"
    case .notInRelease(let scheduler, _, let release): "\(release) has no \(scheduler)"
    case .raises(let reason, _, let release, _): "\(release) raises an exception, \(reason)"
    case .inPart(let name, let error):
      error.namesScheduler ? error.what : "\(name): \(error.what)"
    case .unknownPart(let name, _): "a sequence takes no scheduler \"\(name)\""
    case .unknownOptimizer(let type, _): "the optimizer type \"\(type)\" is unknown"
    case .baseRateNotFinite(let rate): "the base lr is \(rate)"
    case .noParameterGroup: "there is no base lr"
    case .tooManyParameterGroups(let count): "there are \(count) base lrs"
    }
  }

  /// What is allowed, or how it is mended.
  public var mend: String {
    switch self {
    case .unknownParameter(_, _, let known): "it has \(known.joined(separator: ", "))"
    case .repeatedParameter: "give it once"
    case .missingParameters(let names, _): "give \(names.count == 1 ? "it" : "them")"
    case .wrongType(_, _, let kind): "it must be \(kind.rawValue)"
    case .notAllowed(_, _, let allowed): "it must be \(allowed)"
    case .wrongCount:
      "give one value, or one a group; a group is one value of the base lr"
    case .notExact:
      "it must be finite, and a whole number at most 2^53 in magnitude to be exact"
    case .unknownRelease(_, let framework):
      "known are \(framework.releases[0]) to \(framework.newestRelease)"
    case .notInRelease(_, let since, _): "it came with \(since): name that release or a later one"
    case .raises(_, _, _, let until):
      "give another value" + (until.map { ", or name \($0) or a later release" } ?? "")
    case .inPart(_, let error): error.mend
    case .unknownPart(_, let known): "it takes \(known.joined(separator: ", "))"
    case .unknownOptimizer(_, let known): "known are \(known.joined(separator: ", "))"
    case .baseRateNotFinite: "it must be finite"
    case .noParameterGroup: "give one for each parameter group"
    case .tooManyParameterGroups:
      "give one for each parameter group, at most \(Optimizer.maximumGroupCount)"
    }
  }
}

extension ScheduleError {
  /// Whether what is wrong begins with the scheduler's name.
  private var namesScheduler: Bool {
    switch self {
    case .unknownParameter, .missingParameters: true
    default: false
    }
  }
}
