import LRConfiguration
import LRSchedule

/// Why the framework refuses a configuration, and which releases do.
struct Refusal {
  let error: ConfigurationError
  let releases: [Release]

  /// What rules tell apart.
  enum Kind {
    case duplicateKey, numberAsText, ratesOfCosine, noWarmupSteps, lists, noScheduler, torch,
      huggingFace, uncomputed,
      misspeltKey
    case other
  }

  var kind: Kind {
    switch error {
    case .unreadable: .duplicateKey
    case .noScheduler: .noScheduler
    case .notComputed(let scheduler, _) where scheduler.framework == .torch: .torch
    case .notComputed, .unknownToDeepSpeed: .huggingFace
    case .training(.notClosed), .training(.ownCosine): .uncomputed
    case .training(.misspeltKey): .misspeltKey
    case .unknownParameters(let arguments, let type)
    where arguments.allSatisfy { type.mistakenNames[$0.name] != nil }:
      .ratesOfCosine
    case .refused(.wrongType(_, let value, _), _, _) where value.numberMeant != nil: .numberAsText
    case .wrongOptimizerLR(let value, _) where value.numberMeant != nil: .numberAsText
    case .training(.wrongValue(_, let value, _, _)) where value.numberMeant != nil: .numberAsText
    case .refused(.notAllowed("warmup_num_steps", let value, _), _, _)
    where value.number.map { $0 <= 0 } ?? false:
      .noWarmupSteps
    case .refused(.notAllowed(_, .list, let allowed), _, _)
    where OneCycle.type.parameters.contains { parameter in
      parameter.rules.contains { $0.until == OneCycle.boundsTakeLists && "\($0)" == allowed }
    }:
      .lists
    default: .other
    }
  }

  /// What is wrong, and the mend.
  func observation(
    in inspection: ConfigurationInspection, level: Finding.Level? = nil
  ) -> Observation {
    let place = error.place
    var text = error.text(in: inspection)
    if let release = releases.first, let rest = text.rest(behindRelease: release) {
      text = inspection.text(of: releases) + rest
    } else if let framework = inspection.type?.framework, framework != inspection.framework,
      let rest = text.rest(behindRelease: framework.newestRelease)
    {
      text = "\(framework.title) \(framework.newestRelease)\(rest)"
    } else if !releases.isEmpty {
      text = inspection.prefix(for: releases) + text
    }
    return Observation(sentence: text, at: place, level: level)
  }
}

extension ConfigurationInspection {
  /// The refusals of a kind, equal ones of several releases once.
  func refusals(_ kind: Refusal.Kind) -> [Refusal] {
    if let problem {
      let refusal = Refusal(error: problem, releases: [])
      return refusal.kind == kind ? [refusal] : []
    }
    var found: [(text: String, error: ConfigurationError, releases: [Release])] = []
    for outcome in outcomes {
      guard case .failure(let error) = outcome.result else { continue }
      let whole = error.text(in: self)
      let text = whole.rest(behindRelease: outcome.release) ?? whole
      if let index = found.firstIndex(where: { $0.text == text }) {
        found[index].releases.append(outcome.release)
      } else {
        found.append((text, error, [outcome.release]))
      }
    }
    return found.map { Refusal(error: $0.error, releases: $0.releases) }
      .filter { $0.kind == kind }
  }
}

extension ConfigurationError {
  /// What is wrong and the mend, without the place.
  fileprivate func text(in inspection: ConfigurationInspection) -> String {
    var text = "\(self)"
    for prefix in [place.map { "\($0): " }, "\(inspection.name): "] {
      if let prefix, text.hasPrefix(prefix) { text = String(text.dropFirst(prefix.count)) }
    }
    return text
  }
}

extension String {
  /// What is behind the release that the text is about, `0.10.0 has no WarmupCosineLR` say.
  fileprivate func rest(behindRelease release: Release) -> String? {
    hasPrefix("\(release) ") ? String(dropFirst("\(release)".count)) : nil
  }

  /// What is in front of the first `; `, and what is behind it.
  var splitAtSemicolon: (String, String?)? {
    firstRange(of: "; ").map { mark in
      (String(self[..<mark.lowerBound]), String(self[mark.upperBound...]))
    }
  }
}
