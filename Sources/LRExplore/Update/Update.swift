import LRConfiguration
import LRPlot
import LRSchedule

/// What an event asks of the world outside of the model.
public enum Effect: Hashable, Sendable {
  /// The view ends.
  case leave
  /// The program waits in the background until it is called back.
  case suspend
  /// All lines are written anew.
  case redraw
  /// A file is written; its name says what.
  case write(String)
}

/// Changes a model by what has happened: the whole behaviour of the view, without a terminal.
///
/// - Parameters:
///   - model: The model.
///   - event: What has happened.
/// - Returns: What is to be done, mostly nothing.
public func update(_ model: inout Model, _ event: Event) -> [Effect] {
  switch event {
  case .size(let columns, let rows):
    model.style = TerminalStyle(
      columns: columns, rows: rows, usesBraille: model.style.usesBraille,
      usesColour: model.style.usesColour)
    return []
  case .wrote(let text):
    model.say(text)
    return []
  case .failed(let text):
    model.say(text, isError: true)
    return []
  case .key(let key, let shift):
    model.notice = nil
    return model.press(key, shift: shift)
  case .paste(let text):
    model.prompt?.append(text)
    return []
  case .mouse(let column, let row):
    model.point(column: column, row: row)
    return []
  case .wheel(let isUp, _, _):
    if !model.showsHelp { model.zoomOrSay(isIn: isUp) }
    return []
  }
}

extension Model {
  /// Says something until the next key.
  mutating func say(_ text: String, isError: Bool = false) {
    notice = Notice(text: text, isError: isError)
  }

  fileprivate mutating func press(_ key: Key, shift: Bool) -> [Effect] {
    switch key {
    case .control("c"): return [.leave]
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    default: break
    }
    if showsHelp {
      showsHelp = false
      return key == .character("q") ? [.leave] : []
    }
    if prompt != nil { return pressInPrompt(key, shift: shift) }
    if beginsEdit(key) { return [] }
    return pressKey(key, shift: shift)
  }

  private mutating func pressKey(_ key: Key, shift: Bool) -> [Effect] {
    switch key {
    case .left, .right:
      let direction = key == .left ? -1 : 1
      if shift { moveCursor(to: cursor + direction) } else { moveCursor(byColumns: direction) }
    case .home: moveCursor(to: firstStep)
    case .end: moveCursor(to: room.upperBound - 1)
    case .pageUp: moveScreen(by: -1)
    case .pageDown: moveScreen(by: 1)
    case .up, .down: stepParameter(isUp: key == .up, isFine: shift)
    case .tab: selectParameter(by: shift ? -1 : 1)
    case .escape: parameterIndex = nil
    case .enter: walk()
    case .character(let letter): return press(letter)
    case .control, .backspace, .delete: break
    }
    return []
  }

  private mutating func press(_ letter: Character) -> [Effect] {
    switch letter {
    case "q": return [.leave]
    case "?": showsHelp = true
    case "+", "=": zoomOrSay(isIn: true)
    case "-": zoomOrSay(isIn: false)
    case "0": showRun()
    case "n", "p": goToBreakpoint(isNext: letter == "n")
    case "g": prompt = Prompt(purpose: .step)
    case "l": scales.isValueLogarithmic.toggle()
    case "L":
      scales.isStepLogarithmic.toggle()
      moveCursor(to: cursor)
    case "m": toggleMomentum()
    case "d": showsDifference.toggle()
    case "s": selectNextSchedule()
    case "r": restoreGiven()
    case "@": askForRelease()
    case "w": prompt = Prompt(purpose: .file)
    case "y":
      wantsCommand.toggle()
      say(
        wantsCommand
          ? "the command line of these schedules is said after leaving"
          : "no command line is said after leaving")
    default: say("no key is called \(letter); ? shows the keys")
    }
    return []
  }

  fileprivate mutating func zoomOrSay(isIn: Bool) {
    if !zoom(isIn: isIn) {
      say(isIn ? "these steps are as close as it goes" : "these are all steps of the run")
    }
  }

  private mutating func goToBreakpoint(isNext: Bool) {
    guard let step = breakpoint(isNext: isNext), go(to: step) else {
      return say("no breakpoint is \(isNext ? "behind" : "before") step \(cursor)")
    }
  }

  /// Computes the values at the cursor that follow from very many others.
  private mutating func walk() {
    let walk = schedules.flatMap(\.schedule.columns).map { $0.walk(to: cursor) }.max() ?? 0
    guard walk <= Resolution.longestWalk else {
      return say(
        "the value follows from \(walk) others, one after the other; up to"
          + " \(Resolution.longestWalk) are computed: go to an earlier step", isError: true)
    }
    walkToCursor()
  }

  private mutating func toggleMomentum() {
    guard hasMomentum || showsMomentum else {
      return say("no momentum moves here", isError: false)
    }
    showsMomentum.toggle()
  }

  private mutating func selectNextSchedule() {
    guard schedules.count > 1 else { return say("there is one schedule alone") }
    scheduleIndex = (scheduleIndex + 1) % schedules.count
    if parameterIndex != nil { parameterIndex = 0 }
    say("\(schedule.label): \(schedule.schedule.type.name)")
  }

  private mutating func restoreGiven() {
    guard schedules.indices.contains(where: isChanged) else {
      return say("all values are as they were given")
    }
    replace(given.schedules)
    say("all values are as they were given")
  }

  /// The mouse: the cursor goes to the step there.
  fileprivate mutating func point(column: Int, row: Int) {
    let area = ScreenPlan(self).curves
    guard !showsHelp, area.contains(column: column, row: row) else { return }
    moveCursor(toColumn: column - area.column)
  }
}
