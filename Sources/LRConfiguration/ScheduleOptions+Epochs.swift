import LRText

extension ScheduleOptions {
  /// The options with the steps that epochs make of the batch of some files, and what is said of it.
  ///
  /// - Parameters:
  ///   - references: The schedules.
  ///   - contents: What has been read, by path; what is read here is added.
  /// - Returns: The options as they are where no epochs were typed.
  /// - Throws: `ConfigurationError`, or `InputError` for a file that cannot be read.
  func countingEpochs(
    of references: [ScheduleReference], contents: inout [String: [UInt8]]
  ) throws -> (options: ScheduleOptions, messages: [Message]) {
    guard epochs.countsSteps else { return (self, []) }
    var files: [ScheduleFile] = []
    for input in references.compactMap(\.input) {
      let bytes = try contents[input] ?? ReadFile.bytes(of: input)
      contents[input] = bytes
      files.append(
        try ScheduleFile(bytes, input: input, training: trainingArguments))
    }
    return try countingEpochs(of: files)
  }

  /// The options with the steps that epochs make of the batch of some files, and what is said of it.
  func countingEpochs(
    of files: [ScheduleFile]
  ) throws(ConfigurationError) -> (options: ScheduleOptions, messages: [Message]) {
    guard epochs.countsSteps else { return (self, []) }
    guard steps == nil else { throw .epochs(.besideSteps) }
    guard !files.isEmpty else { throw .epochs(.noFile) }
    var known: (steps: Int, text: String)?
    var messages: [Message] = []
    for file in files {
      guard let counted = try epochs.steps(of: file, training: trainingArguments) else {
        messages.append(
          .note(
            "\(file.name): max_steps wins over epochs, as in the trainer; --samples is not used"))
        continue
      }
      if let known, known.steps != counted.steps {
        throw .epochs(.twoLengths(known.text, counted.text))
      }
      known = known ?? counted
    }
    guard let known else { return (self, messages) }
    return (
      with(steps: known.steps, from: .typed("--samples")),
      messages + [.note("--samples: --steps is \(known.text)")]
    )
  }
}
