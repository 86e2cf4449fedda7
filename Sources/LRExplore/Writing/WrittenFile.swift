import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule
import LRText

/// Why a file is not written.
enum WritingError: Error, CustomStringConvertible {
  /// The name promises nothing that is written.
  case noFormat(String)
  /// The file is one of those that the schedules were read from.
  case isInput(String)
  /// No step that is seen has a value in every column.
  case noRows(String)

  var description: String {
    switch self {
    case .noFormat(let name):
      "\(name): the name says no format; end it in \(FileFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))"
    case .isInput(let name): "\(name): is read as input; name another file"
    case .noRows(let name):
      "\(name): no step that is seen has a value of every schedule; go to others"
    }
  }
}

/// What a file's name says that it holds.
enum FileFormat: String, CaseIterable {
  case png, svg, pdf, csv, json

  init?(name: String) {
    let name = name.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
      return nil
    }
    self = format
  }
}

extension Model {
  /// Writes a file, whole or not at all: the picture, the rows that are seen, or the selected schedule's section.
  ///
  /// - Parameter name: The file; its end says what it holds.
  /// - Returns: What was written, as a sentence.
  /// - Throws: `WritingError`, `OutputError`, `PictureError` or `ConfigurationError`.
  public func write(to name: String) throws -> String {
    guard let format = FileFormat(name: name) else { throw WritingError.noFormat(name) }
    if try given.inputs.contains(where: { try ReadFile.isSame($0, name) }) {
      throw WritingError.isInput(name)
    }
    switch format {
    case .png, .svg, .pdf: return try writePicture(to: name, as: format)
    case .csv: return try writeRows(to: name)
    case .json: return try writeSection(to: name)
    }
  }

  private func writePicture(to name: String, as format: FileFormat) throws -> String {
    let picture = try picture()
    var notes: [String] = []
    try withOutput(to: .file(name)) { writer in
      switch format {
      case .svg: try writer.append(picture.svg { notes.append($0) })
      case .pdf: try writer.append(picture.pdf { notes.append($0) })
      default: try writer.append(picture.png { notes.append($0) })
      }
    }
    return (["wrote \(name)"] + notes).joined(separator: "; ")
  }

  /// More rows than this are read by nobody who looks at them.
  private static let mostRows = 1_000_000

  private func writeRows(to name: String) throws -> String {
    let steps = schedules.map(\.schedule.steps).reduce(visible) { $0.clamped(to: $1) }
    guard !steps.isEmpty else { throw WritingError.noRows(name) }
    let every = (steps.count + Self.mostRows - 1) / Self.mostRows
    let rows = RowRange(from: steps.lowerBound, to: steps.upperBound, every: every)
    try given.replacing(schedules: schedules).checkReach(
      of: rows[rows.count - 1], place: .typed(name))
    try withOutput(to: .file(name)) { writer in
      try CSVWriter(CurveTable(schedules), to: writer).write(rows)
    }
    return "wrote \(name): steps \(steps.lowerBound)..<\(steps.upperBound), \(rows.count) rows"
      + (every == 1 ? "" : ", one of \(every)")
  }

  private func writeSection(to name: String) throws -> String {
    let section = Array(schedule.section.utf8)
    try withOutput(to: .file(name)) { try $0.append(section) }
    return "wrote \(name): " + readingNote(of: section, name: name)
  }

  /// How a section is read back; the program tries it.
  private func readingNote(of section: [UInt8], name: String) -> String {
    let made = schedule.schedule
    let release = made.release == made.type.framework.newestRelease ? "" : "@\(made.release)"
    let rates = made.optimizer.baseLRs.map { "\($0)" }.joined(separator: ",")
    let resumed = made.steps.lowerBound > 0 ? "\(made.steps.lowerBound - 1)" : nil
    let says = [
      (lr: String?.none, resumed: String?.none), (rates, nil), (nil, resumed), (rates, resumed),
    ]
    // A name may look like a flag, or like a schedule with parameters: then its folder is said too.
    let words = [name, "./\(name)"].filter { !$0.hasPrefix("-") }
    for word in words {
      for (lr, resumed) in says {
        let read = try? Resolution(
          [word + release], options: ScheduleOptions(lr: lr, resumeFrom: resumed),
          contents: [word: section])
        guard let read, read.inputs == [word], read.schedules[0].schedule.isMade(as: made) else {
          continue
        }
        let flags = [lr.map { " --lr \($0)" }, resumed.map { " --resume-from \($0)" }]
        return "`lrsched plot \(word.quotedForShell)\(release)"
          + flags.compactMap(\.self).joined() + "` reads it"
      }
    }
    return "no file alone makes this schedule; this one says its values"
  }
}
