import LRConfiguration
import LRSchedule
import LRText

extension CurveError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String { fullText.shortenedForMessage }

  private var fullText: String {
    switch self {
    case .empty(let file): "\(file): is empty; give a file with rows"
    case .utf16(let file): "\(file): is UTF-16; save it as UTF-8"
    case .noRows(let file): "\(file): has no value at any step; give a file with rows"
    case .unknownForm(let file):
      "\(file): is no curve (CSV with a header, JSON, NDJSON or npy); write one with `lrsched csv`"
    case .log(let format, let file):
      "\(file): is \(format.rawValue), a log; use `lrsched check \(file) --against SCHEDULE`"

    case .noSteps(let names, let place):
      "\(place): no column is called step (there are \(Self.listed(names))); call one so, or name it"
        + " with --step-column"
    case .tooManySteps(let file):
      "\(file): has rows beyond step 2^53; begin earlier or take smaller strides"
    case .noColumn(let name, let names, let place):
      "\(place): no column is called \(name); "
        + .mend(for: name, among: names, else: "there are \(Self.listed(names))")
    case .severalStepColumns(let names, let place):
      "\(place): \(Self.listed(names)) may all be the steps; choose one with --step-column"
    case .noValues(let names, let place):
      "\(place): there is no column with values (there are \(Self.listed(names))); "
        + "give one beside the steps"
    case .tooManyColumns(let place):
      "\(place): there are more than \(RecordedCurve.maximumColumnCount) columns; take out what is"
        + " neither a step nor a rate"
    case .sameName(let name, let place):
      "\(place): a second column is called \(name); call each by another name"
    case .notAStep(let text, let place):
      "\(place): \(Self.quoted(text)) is no step; a step is a whole number from 0 to 2^53"
    case .noStep(let place):
      "\(place): there are values but no step; write the step, or remove the row"
    case .stepsGoBack(let step, let previous, let place):
      "\(place): step \(step) comes after step \(previous); sort the rows by step, each step once"
    case .notANumber(let text, let column, let place):
      "\(place): \(Self.quoted(text)) is no number; write one in decimal into column \(column), or"
        + " leave it blank"

    case .delimiter(let name, let place):
      "\(place): there are \(name)s between the names; write commas"
    case .noHeader(let place):
      "\(place): the first line has no names; write a header in front of it, step,lr say"
    case .wrongCellCount(let count, let expected, let place):
      "\(place): the row has \(count.counted("cell")), the header \(expected);"
        + " write as many"
    case .unclosedQuote(let place): "\(place): the quote opened here is not closed; add \""
    case .textBehindQuote(let place):
      "\(place): there is text behind the closing quote; write a quote inside quotes as \"\""

    case .json(let problem, let place): "\(place): \(problem)"
    case .unequalColumns(let name, let count, let steps, let place):
      "\(place): column \(name) has \(count) values at \(steps) steps; write as many"
    case .schemaVersion(let version, let place):
      "\(place): schema_version is \(version), read is \(JSONWriter.schemaVersion); write the file"
        + " anew with `lrsched json`, or use the lrsched that wrote it"
    case .npy(let problem, let file): "\(file): \(problem)"

    case .noRates(let names, let file):
      names.isEmpty
        ? "\(file): has no learning rate; log it, or give the log that has it"
        : "\(file): no column is called like a learning rate (there are \(Self.listed(names)));"
          + " name it with --column"
    case .severalRates(let names, let file):
      "\(file): \(Self.listed(names)) may all be the learning rate; choose one with --column"
    case .noLoggedSteps(let file):
      "\(file): the lines do not say their steps; say how many steps are from one to the next"
        + " (logging_steps) with --every"
    case .notALoggedNumber(let text, let place):
      "\(place): \(Self.quoted(text)) is no number; mend the line, or take it out"
    case .skippedTooMany(let step, let skipped, let place):
      "\(place): \(skipped) of \(step) steps are skipped; mend the line"
    case .tooManyGroups(let place):
      "\(place): there are more than \(Optimizer.maximumGroupCount) parameter groups; mend the line,"
        + " or take it out"
    case .notAMultiple(let samples, let size, let place):
      "\(place): \(samples) samples are no multiple of train_batch_size \(size); give the right one"
        + " with --train-batch-size"
    case .noBatchSize(let file):
      "\(file): counts samples; say how many a step takes with --train-batch-size, or in the"
        + " configuration"
    case .uselessOption(let option, let reason): "\(option): \(reason); leave it out"
    }
  }

  static func listed(_ names: [String]) -> String {
    let most = 12
    let rest = names.count > most ? ", .." : ""
    return names.isEmpty ? "none" : names.prefix(most).joined(separator: ", ") + rest
  }

  fileprivate static func quoted(_ text: String) -> String { "'\(text.prefix(60))'" }
}

extension CurveError.JSONProblem: CustomStringConvertible {
  /// What is wrong and how to mend it: `WHAT; MEND`.
  public var description: String {
    switch self {
    case .ends: "the text ends in the middle; give the whole file"
    case .expected(let thing, let got): "here is \(got); \(thing) belongs here"
    case .tooDeep: "brackets are nested deeper than \(JSONScanner.maximumDepth); flatten them"
    case .badString: "this string is not closed, or has a wrong escape; mend it"
    case .duplicateKey(let key): "the key \"\(key)\" stands twice; remove one"
    }
  }
}

extension CurveError.NPYProblem: CustomStringConvertible {
  /// What is wrong and how to mend it: `WHAT; MEND`.
  public var description: String {
    switch self {
    case .version(let version):
      "is an npy of format \(version), read are 1, 2 and 3; write it anew with numpy.save"
    case .cutHeader: "ends within its header; it was cut off: copy or save it again"
    case .badHeader(let text):
      "has a header that is not numpy's, \(CurveError.quoted(text)); write it anew with numpy.save"
    case .type(let type):
      "holds values of type \(type), read are <f8 and <f4; save array.astype('<f8')"
    case .shape(let shape):
      "has the shape \(Self.written(shape)); save one column as (rows,) or several as (rows, columns)"
    case .noValues(let shape): "has the shape \(Self.written(shape)), no value; save some rows"
    case .tooLarge(let shape):
      "has the shape \(Self.written(shape)), more values than a file holds; save it again"
    case .size(let bytes, let expected):
      "has \(bytes) bytes of values, its header says \(expected); "
        + (bytes < expected ? "it was cut off: copy or save it again" : "save it again")
    }
  }

  private static func written(_ shape: [Int]) -> String {
    let sizes = shape.map { "\($0)" }.joined(separator: ", ")
    return shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
  }
}
