import LRSchedule
import LRText
import LRYAML

/// What a file holds that is named as a SCHEDULE.
enum ScheduleFile: Sendable {
  case deepSpeed(DeepSpeedFile)
  /// The trainer's schedule; where a configuration has none, its name.
  case training(TrainingArguments, unscheduled: String? = nil)

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - input: Its path, `-` for standard input; YAML by its suffix.
  ///   - training: What `--training-arguments` names: the trainer's scheduler, where the configuration
  ///     has none.
  /// - Throws: `ConfigurationError`.
  init(
    _ bytes: [UInt8], input: String, training: TrainingArguments?
  ) throws(ConfigurationError) {
    let name = input == "-" ? "standard input" : input
    try self.init(
      Self.root(bytes, name: name), name: name, input: input, training: training)
  }

  /// Tells what the value of a file's text is.
  init(
    _ root: HjsonNode, name: String, input: String, training: TrainingArguments?
  ) throws(ConfigurationError) {
    if Self.isTraining(root, name: name) {
      self = .training(try TrainingArguments(root, name: name, input: input))
      return
    }
    do {
      self = .deepSpeed(try DeepSpeedFile(root, name: name))
    } catch .noScheduler(let file, let finding) {
      guard let training else {
        let reader = TrainingArgumentsReader(root: root, file: name)
        if let key = reader.misspeltRequiredKey { throw .training(.misspeltKey(key)) }
        throw .noScheduler(file: file, finding: finding)
      }
      self = .training(training, unscheduled: name)
    }
  }

  /// Whether a file holds training arguments and no configuration; so does what is YAML by its name.
  static func isTraining(_ root: HjsonNode, name: String) -> Bool {
    isYAML(name)
      || (TrainingArguments.isOne(root) || root.member("log_history") != nil)
        && !DeepSpeedFile.holdsScheduler(root)
  }

  /// The value of a file's text, YAML by its name or else Hjson; an error has the file's name.
  static func root(_ bytes: [UInt8], name: String) throws(ConfigurationError) -> HjsonNode {
    guard isYAML(name) else { return try DeepSpeedFile.document(bytes, name: name).root }
    return try naming(name) { () throws(YAMLError) in try YAML.parse(bytes) }
  }

  /// The comments of a file in YAML; an error has the file's name.
  static func yamlComments(
    _ bytes: [UInt8], name: String
  ) throws(ConfigurationError) -> [TextComment] {
    try naming(name) { () throws(YAMLError) in try YAML.comments(in: bytes) }
  }

  private static func naming<Result>(
    _ name: String, _ read: () throws(YAMLError) -> Result
  ) throws(ConfigurationError) -> Result {
    do {
      return try read()
    } catch {
      throw .unreadableYAML(file: name, error)
    }
  }

  /// Whether a file is YAML by its name.
  static func isYAML(_ name: String) -> Bool {
    [".yaml", ".yml"].contains(where: name.lowercased().hasSuffix)
  }
}
