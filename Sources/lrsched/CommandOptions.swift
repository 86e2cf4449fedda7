import ArgumentParser
import LRConfiguration
import LRSchedule

/// An option that a command declares.
struct CommandOption {
  /// Its names, `-o` and `--output` say.
  let names: [String]
  /// Whether a value follows it.
  let takesValue: Bool
}

extension ParsableCommand {
  /// The command's options, read off its help: `  -o, --output <file>  Output, ..`.
  static var options: [CommandOption] {
    helpMessage().split(separator: "\n").filter { $0.hasPrefix("  -") }.map { line in
      let words = line.split { $0 == " " || $0 == "," }
      let names = words.prefix { $0.hasPrefix("-") }
      return CommandOption(
        names: names.map(String.init),
        takesValue: words.dropFirst(names.count).first?.hasPrefix("<") ?? false)
    }
  }

  /// The long names of the command's options, without their dashes.
  static var optionNames: [String] {
    options.flatMap(\.names).filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
  }
}

/// Mistakes with options that the parser takes in silence, or takes for another mistake.
struct OptionChecks {
  private let options: [CommandOption]
  private var given: Set<[String]> = []

  /// Prepares the checks of a command's words.
  init(of command: any ParsableCommand.Type) { options = command.options }

  /// Whether some words look like such a mistake, as far as the words alone can tell.
  ///
  /// The checks are made from the command's help, which takes as long as all the rest of a short
  /// command.
  static func areDoubtful(_ words: some Sequence<String>) -> Bool {
    var given: [Substring] = []
    var isValueDue = false
    for word in words.prefix(while: { $0 != "--" }) {
      guard word.hasPrefix("-"), word != "-" else {
        isValueDue = false
        continue
      }
      let name = word.prefix { $0 != "=" }
      let isShort = !word.hasPrefix("--")
      if isValueDue || word.hasSuffix("=") || isShort && word.count > 2 { return true }
      let fullName = name == "-o" ? "--output" : name
      if name != "-p", given.contains(fullName) { return true }
      given.append(fullName)
      isValueDue = name.count == word.count
    }
    return isValueDue
  }

  /// Checks the words behind a command's name.
  ///
  /// - Parameter words: The words, in order.
  /// - Throws: `UsageError` where an option is given twice or lacks its value, or a long one has a
  ///   single dash.
  mutating func check(_ words: some Sequence<String>) throws(UsageError) {
    var words = words.makeIterator()
    while let word = words.next(), word != "--" {
      let name = String(word.prefix { $0 != "=" })
      guard let option = option(named: name) else {
        try checkDashes(name)
        try checkOtherCommands(name)
        continue
      }
      // -p takes one parameter of many, --ignore one rule.
      guard option.takesValue, name != "-p", name != "--ignore" else { continue }
      guard given.insert(option.names).inserted else { throw .repeatedOption(name) }
      let joined = word.dropFirst(name.count + 1)
      if word.contains("="), !joined.isEmpty { continue }
      guard !word.contains("="), let value = words.next(), !value.hasPrefix("--"),
        self.option(named: value) == nil
      else {
        throw .noValue(of: name)
      }
    }
  }

  private func option(named name: String) -> CommandOption? {
    options.first { $0.names.contains(name) }
  }

  private func checkOtherCommands(_ name: String) throws(UsageError) {
    let isParameter = Catalog.types.contains { type in
      type.parameters.contains { $0.name.asFlag == name }
    }
    guard name.hasPrefix("--"), !isParameter else { return }
    let owners = LRSched.configuration.subcommands.filter { command in
      command.configuration.shouldDisplay && command.options.contains { $0.names.contains(name) }
    }
    guard owners.isEmpty else {
      throw .optionOfOther(name, commands: owners.map { $0._commandName })
    }
  }

  private func checkDashes(_ name: String) throws(UsageError) {
    if name.hasPrefix("-o"), name.count > 2, option(named: "-" + name) == nil {
      throw .joinedOutput(String(name.dropFirst(2)))
    }
    if name.hasPrefix("-"), !name.hasPrefix("--"), option(named: "-" + name) != nil {
      throw .singleDash(name)
    }
  }
}
