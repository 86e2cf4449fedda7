/// A scheduler without its Swift type: how it is named, what it takes, and how it is made.
public struct SchedulerType: Sendable {
  /// The framework that has it.
  public let framework: Framework
  /// The framework's name of it.
  public let name: String
  /// Its name on the command line.
  public let commandName: String
  /// What it does, in one line.
  public let summary: String
  /// Where the framework computes it, and the paper.
  public let source: String
  /// What it computes, a formula a line.
  public let formula: String
  /// What its users trip over.
  public let quirks: [Quirk]
  /// Names that its users write for parameters that it does not have, and what they mean.
  public let mistakenNames: [String: String]
  /// The first release that has it; nil where every known one does.
  public let introduction: Change?
  /// What differs between releases, oldest first.
  public let changes: [Change]
  /// Its parameters, in the framework's order.
  public var parameters: [ParameterDeclaration] { declarations() }

  /// Made when they are asked for: most commands need one scheduler of all.
  private let declarations: @Sendable () -> [ParameterDeclaration]
  let make: @Sendable ([SchedulerArgument], inout SchedulerContext) throws(ScheduleError) -> Made

  /// The channels, and every parameter with its value.
  struct Made: Sendable {
    let channels: Channels
    let parameters: [ResolvedParameter]
  }

  /// Describes a scheduler.
  init<S: DefinedScheduler>(
    _ type: S.Type, framework: Framework, name: String, commandName: String, summary: String,
    source: String, formula: String, quirks: [Quirk] = [],
    mistakenNames: [String: String] = [:], introduction: Change? = nil,
    changes: [Change] = []
  ) {
    self.framework = framework
    self.name = name
    self.commandName = commandName
    self.summary = summary
    self.source = source
    self.formula = formula
    self.quirks = quirks
    self.mistakenNames = mistakenNames
    self.introduction = introduction
    self.changes = changes
    declarations = { S.parameters.map(\.declaration) }
    make = { (arguments, context) throws(ScheduleError) in
      let scheduler = try S(arguments, in: &context)
      let given = Set(arguments.map(\.name))
      return Made(
        channels: try scheduler.channels(in: &context),
        parameters: S.parameters.map { parameter in
          ResolvedParameter(
            declaration: parameter.declaration, value: parameter.get(scheduler),
            isGiven: given.contains(parameter.declaration.name))
        })
    }
  }

  /// When it came, and what differs between releases, oldest first.
  public var history: [Change] {
    ([introduction].compactMap(\.self) + changes).sorted { $0.release < $1.release }
  }

  /// The changes of whose other side a release is, oldest first.
  public func missingChanges(in release: Release) -> [Change] {
    history.filter { $0.release > release && ($0.beforeSince ?? release) <= release }
  }

  /// The declaration of the parameter that has a role; nil where none has.
  public func parameter(_ role: ParameterDeclaration.Role) -> ParameterDeclaration? {
    parameters.first { $0.role == role }
  }

  /// Whether it is made of other schedulers.
  public var takesSchedulers: Bool { parameters.contains { $0.kind == .schedulers } }

  /// Finds the declaration of a parameter.
  ///
  /// - Parameter name: Its name, equal scalar by scalar: a name of millions of accents is not normalised for
  ///   each parameter.
  /// - Returns: The declaration, or nil where there is none.
  public func parameter(named name: String) -> ParameterDeclaration? {
    parameters.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
