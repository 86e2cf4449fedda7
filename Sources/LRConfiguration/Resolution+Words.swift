import LRSchedule

// The words of a command line that make schedules which were changed after they had been typed.

extension Resolution {
  /// The words that make the schedules as they are, from those that were typed.
  ///
  /// They are found by trying: what was typed with flags for what was changed; with the parameters behind
  /// the name of each schedule that was changed; with all schedules by name, even those that are a file's.
  /// Each try is resolved, and taken where it makes the same schedules.
  ///
  /// - Parameter schedules: The schedules, in the order of these.
  /// - Returns: SCHEDULEs and options; nil where no one command line makes all of them, as of two with
  ///   different base rates.
  public func words(making schedules: [LabelledSchedule]) -> [String]? {
    let changed = zip(self.schedules, schedules).filter { !$0.schedule.isMade(as: $1.schedule) }
      .map(\.1.schedule)
    let rates = changed.first?.optimizer.baseLRs
    let isNewRate = rates != nil && rates != self.schedules.first?.schedule.optimizer.baseLRs
    let baseLRs = isNewRate ? rates : typedOptions.baseLRs

    var tries: [(words: [String], options: ScheduleOptions)] = []
    if let flags = flags(for: schedules) {
      let options = typedOptions.with(parameters: flags, baseLRs: baseLRs)
      tries.append((releasedWords(for: schedules), options))
    }
    let inline = zip(words, zip(self.schedules, schedules)).map { word, pair in
      pair.0.schedule.isMade(as: pair.1.schedule) ? word : pair.1.schedule.words
    }
    let free = typedOptions.parameters.filter { argument in
      argument.place == .resumeFrom
        || !changed.contains { $0.type.parameter(named: argument.name) != nil }
    }
    tries.append((inline, typedOptions.with(parameters: free, baseLRs: baseLRs)))
    if let first = schedules.first { tries.append((schedules.map(\.schedule.words), alone(first))) }
    return tries.first { words, options in
      guard let made = try? Resolution(words, options: options).schedules else { return false }
      return made.count == schedules.count
        && zip(made, schedules).allSatisfy { $0.schedule.isMade(as: $1.schedule) }
    }.map { $0.words + $0.options.words }
  }

  /// The words that make one schedule by its name.
  ///
  /// - Parameter schedule: The schedule.
  /// - Returns: A SCHEDULE and options.
  public func words(alone schedule: LabelledSchedule) -> [String] {
    [schedule.schedule.words] + alone(schedule).words
  }

  private func alone(_ schedule: LabelledSchedule) -> ScheduleOptions {
    let optimizer = schedule.schedule.optimizer
    return typedOptions.standingAlone(
      optimizer: optimizer, steps: options.steps,
      usesRates: optimizer.groupCount > 1 || schedule.schedule.usesBaseLRs)
  }

  /// The parameters as flags, those that were changed with their new values; nil where two schedules want
  /// different ones.
  private func flags(for schedules: [LabelledSchedule]) -> [PlacedArgument]? {
    var flags = typedOptions.parameters
    var seen: [String: Value] = [:]
    for (given, now) in zip(self.schedules, schedules) {
      let before = given.schedule.parameters
      for (old, new) in zip(before, now.schedule.parameters) where old.value != new.value {
        let name = new.declaration.name
        // What another release has for a default is nobody's to type.
        guard new.isGiven else { continue }
        guard seen[name] == nil || seen[name] == new.value else { return nil }
        seen[name] = new.value
        flags.removeAll { $0.name == name }
        flags.append(PlacedArgument(name, new.value, at: .typed(name.asFlag)))
      }
    }
    return flags
  }

  /// The SCHEDULEs with the releases behind them that were changed.
  private func releasedWords(for schedules: [LabelledSchedule]) -> [String] {
    zip(words, zip(self.schedules, schedules)).map { word, pair in
      let (given, now) = (pair.0.schedule.release, pair.1.schedule.release)
      guard given != now, let reference = try? ScheduleReference(word) else { return word }
      let base = reference.release.map { String(word.dropLast($0.count + 1)) } ?? word
      return "\(base)@\(now)"
    }
  }
}

extension Schedule {
  /// The schedule as it is typed by its name, with all that was given.
  fileprivate var words: String {
    let isFound = SchedulerNames.find(type.commandName).map {
      $0.framework == type.framework && $0.name == type.name
    }
    let name = isFound == true ? type.commandName : "\(type.framework.rawValue).\(type.commandName)"
    // Where a run is resumed is an option.
    let given = givenArguments.filter {
      type.parameter(named: $0.name)?.role != .lastBatchIteration || steps.lowerBound == 0
    }
    let arguments = given.map { "\($0.name)=\($0.value.typed)" }.joined(separator: ",")
    let release = release == type.framework.newestRelease ? "" : "@\(release)"
    return name + (arguments.isEmpty ? "" : ":\(arguments)") + release
  }
}
