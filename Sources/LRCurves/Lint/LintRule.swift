import LRConfiguration

/// One classic mistake: what it is called, what is said of it, and how it is found.
public struct LintRule: Sendable {
  /// `LR006` say; it never means another rule.
  public let id: String
  /// What it is about, a few words.
  public let title: String
  /// How much its findings matter; some that matter less say so themselves.
  public let level: Finding.Level
  /// What happens, why, and how often, as Markdown without a heading.
  public let explanation: String
  /// Two configurations, one that the rule finds something in and one that it does not.
  public let example: LintExample
  /// Finds what there is to say of a configuration.
  let look: @Sendable (ConfigurationInspection) -> [Observation]

  /// Declares a rule.
  init(
    _ id: String, _ title: String, _ level: Finding.Level, explanation: String,
    example: LintExample, look: @escaping @Sendable (ConfigurationInspection) -> [Observation]
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.explanation = explanation
    self.example = example
    self.look = look
  }

  /// Where the rule is explained.
  public var help: String { "docs/lint.md#\(id.lowercased())" }

  /// The findings in a configuration.
  func findings(in inspection: ConfigurationInspection) -> [Finding] {
    look(inspection).map { observation in
      Finding(
        observation.level ?? level, rule: id, title: title, message: observation.message,
        mend: observation.mend,
        place: observation.place?.inFile ?? Finding.Place(file: inspection.name, position: nil),
        help: help)
    }
  }
}

/// What a rule has to say of one configuration.
struct Observation: Sendable {
  /// What will happen, in steps where it can be said.
  let message: String
  /// What to do about it.
  let mend: String?
  /// Where it is; nil for the whole file.
  let place: Place?
  /// How much it matters, where that is not what the rule says.
  let level: Finding.Level?

  init(_ message: String, mend: String?, at place: Place?, level: Finding.Level? = nil) {
    self.message = message
    self.mend = mend
    self.place = place
    self.level = level
  }

  /// What is said in one sentence, its mend behind a semicolon.
  init(sentence: String, at place: Place?, level: Finding.Level? = nil) {
    let (what, mend) = sentence.splitAtSemicolon ?? (sentence, nil)
    self.init(what, mend: mend, at: place, level: level)
  }
}

/// A configuration that a rule finds something in, and one that it does not.
public struct LintExample: Sendable {
  /// The configuration with the mistake.
  public let mistaken: String
  /// The configuration without it.
  public let mended: String
  /// The release, or the range of them, that is asked for; nil for the newest.
  public let releases: String?
  /// The same where the mistake is mended.
  public let mendedReleases: String?
  /// The steps of the run that are typed; nil where none are.
  public let steps: Int?
  /// The name of its file.
  public let file: String

  init(
    _ mistaken: String, mended: String, releases: String? = nil, mendedReleases: String? = nil,
    steps: Int? = nil, file: String = "ds_config.json"
  ) {
    self.mistaken = mistaken
    self.mended = mended
    self.releases = releases
    self.mendedReleases = mendedReleases ?? releases
    self.steps = steps
    self.file = file
  }

  /// Configurations of one scheduler and perhaps an optimizer, by the scheduler's parameters.
  init(
    _ type: String, _ mistaken: String, mendedType: String? = nil, mended: String,
    optimizer: String? = nil, releases: String? = nil, mendedReleases: String? = nil,
    steps: Int? = nil
  ) {
    func configuration(_ type: String, _ params: String) -> String {
      let optimizer = optimizer.map { "\n  \"optimizer\": \($0)," } ?? ""
      return """
        {\(optimizer)
          "scheduler": {
            "type": "\(type)",
            "params": {\(params)}
          }
        }

        """
    }
    self.init(
      configuration(type, mistaken), mended: configuration(mendedType ?? type, mended),
      releases: releases, mendedReleases: mendedReleases, steps: steps)
  }
}
