import LRConfiguration
import LRSchedule
import LRText

/// A schedule for a reader: what it is, its parameters, formula, pieces and five numbers.
public struct ScheduleReport {
  private let labelled: LabelledSchedule
  private let steps: Range<Int>
  private var schedule: Schedule { labelled.schedule }

  /// Makes the report of a schedule over some of its steps.
  ///
  /// - Parameters:
  ///   - schedule: The schedule.
  ///   - steps: The steps that numbers and pieces are of, at least one.
  public init(_ schedule: LabelledSchedule, steps: Range<Int>) {
    labelled = schedule
    self.steps = steps
  }

  /// The report, lines of text.
  public var text: String {
    let type = schedule.type
    let title = "\(labelled.label): \(type.name), \(type.framework.title) \(schedule.release)"
    // Help and formula are declared once, for the newest release.
    let newest = exceptions.isEmpty ? "" : " of \(type.framework.newestRelease)"
    var sections: [(String, [String])] = [
      ("parameters\(newest)", parameters),
      ("formula\(newest)", type.formula.split(separator: "\n").map(String.init)),
      ("but in \(schedule.release)", exceptions),
      ("mind", quirks),
      ("releases", releases),
    ]
    for column in schedule.columns {
      let range = "\(steps.lowerBound)..<\(steps.upperBound)"
      sections.append(("pieces of \(column.name)", pieces(of: column)))
      sections.append(("\(column.name), steps \(range)", numbers(of: column)))
    }
    return sections.reduce("\(title)\n\(type.summary)\n") { text, section in
      section.1.isEmpty
        ? text : text + "\n\(section.0)\n" + section.1.map { "  \($0)\n" }.joined()
    }
  }

  private var parameters: [String] {
    aligned(
      schedule.parameters.map { parameter in
        let declaration = parameter.declaration
        let origin = labelled.places[declaration.name].map { "\($0)" } ?? "default"
        return [
          declaration.name, "\(parameter.value)".escapedForTerminal, origin.escapedForTerminal,
          declaration.help + limits(of: declaration),
        ]
      } + [
        [
          "base lr", schedule.optimizer.baseLRs.map { "\($0)" }.joined(separator: ","),
          "\(labelled.baseLRPlace)".escapedForTerminal,
          "the optimizer's own rate, of \(schedule.optimizer.type)"
            + (schedule.usesBaseLRs ? "" : "; this schedule never reads it"),
        ]
      ])
  }

  /// What later releases allow and this one does not.
  private func limits(of parameter: ParameterDeclaration) -> String {
    parameter.rules.filter { rule in rule.until.map { schedule.release < $0.release } ?? false }
      .map { "; must be \($0)" }.joined()
  }

  /// What the schedule's release does in place of what later ones do.
  private var exceptions: [String] {
    schedule.type.missingChanges(in: schedule.release).map {
      "before \($0.release): \($0.before)"
    }
  }

  private var quirks: [String] {
    schedule.type.quirks.filter { ($0.since?.release ?? schedule.release) <= schedule.release }
      .map(\.text)
  }

  private var releases: [String] {
    aligned(
      schedule.type.history.map {
        ["from \($0.release)", "\($0.summary); before: \($0.before)"]
      })
  }

  /// More pieces than a reader takes in are counted, not listed.
  private static let mostPieces = 40

  private func pieces(of column: Column) -> [String] {
    let pieces = column.pieces(in: steps, atMost: Self.mostPieces)
    var lines = aligned(pieces.map { ["from step \($0.steps.lowerBound)", $0.title, $0.text] })
    if let last = pieces.last, last.steps.upperBound < steps.upperBound {
      lines.append("and so on, past step \(last.steps.upperBound)")
    }
    return lines
  }

  private func numbers(of column: Column) -> [String] {
    guard let summary = CurveSummary(column, steps: steps) else { return [] }
    let isExact = summary.countedSteps == steps.count
    let counted = isExact ? "" : "of \(summary.countedSteps) evenly spaced steps"
    let tenths = Int((summary.shareAboveHalf * 1000).rounded())
    return aligned([
      ["first", "\(summary.first)", "at step \(steps.lowerBound)"],
      ["peak", "\(summary.peak)", "at step \(summary.peakStep)"],
      ["last", "\(summary.last)", "at step \(steps.upperBound - 1)"],
      ["mean", "\(summary.mean)", counted],
      ["above half of the peak", "\(tenths / 10).\(tenths % 10) % of the steps", counted],
    ])
  }

  /// Rows of cells as lines, each column of them as wide as its widest.
  private func aligned(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].count : nil }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
