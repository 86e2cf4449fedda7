import LRConfiguration
import LRText

/// Why bytes are no curve.
public enum CurveError: Error, Sendable, Hashable {
  /// There is nothing in the file.
  case empty(file: String)
  /// The text is UTF-16, by its byte order mark.
  case utf16(file: String)
  /// There is a header, but no value.
  case noRows(file: String)
  /// The bytes have none of the forms that are read.
  case unknownForm(file: String)
  /// A log where a curve is asked for.
  case log(CurveFormat, file: String)

  // Steps and columns.

  /// Nothing that is called like a step; the names that there are.
  case noSteps(names: [String], place: Place)
  /// Rows without steps that would lie beyond 2^53.
  case tooManySteps(file: String)
  /// No column is called as one that was asked for.
  case noColumn(String, names: [String], place: Place)
  /// Several columns may hold the steps.
  case severalStepColumns([String], place: Place)
  /// Nothing beside the steps, or nothing of what is wanted.
  case noValues(names: [String], place: Place)
  /// More columns than `RecordedCurve.maximumColumnCount`.
  case tooManyColumns(place: Place)
  /// Two columns have one name.
  case sameName(String, place: Place)
  /// A step that is no whole number from 0 to 2^53.
  case notAStep(String, place: Place)
  /// A value without a step.
  case noStep(place: Place)
  /// A step that is not after the one before it.
  case stepsGoBack(step: Int, previous: Int, place: Place)
  /// A text where a number belongs.
  case notANumber(String, column: String, place: Place)

  // CSV.

  /// Another character than a comma between the cells.
  case delimiter(String, place: Place)
  /// The first line has numbers where the names should be.
  case noHeader(place: Place)
  /// A row with more or fewer cells than the header.
  case wrongCellCount(Int, expected: Int, place: Place)
  /// A quote that is not closed.
  case unclosedQuote(place: Place)
  /// Something behind a closing quote.
  case textBehindQuote(place: Place)

  // JSON.

  /// What is wrong with the text.
  case json(JSONProblem, place: Place)
  /// Columns that are not equally long.
  case unequalColumns(String, count: Int, steps: Int, place: Place)
  /// A version of the document that is not read.
  case schemaVersion(String, place: Place)

  // Logs.

  /// A log without a rate; the names that there are instead.
  case noRates(names: [String], file: String)
  /// Several columns may be the same rate.
  case severalRates([String], file: String)
  /// A log that does not say its steps.
  case noLoggedSteps(file: String)
  /// A text where a number belongs, in a line of a log.
  case notALoggedNumber(String, place: Place)
  /// A step that counts more skipped ones than there are.
  case skippedTooMany(step: Int, skipped: Int, place: Place)
  /// A record of more parameter groups than a schedule has at most.
  case tooManyGroups(place: Place)
  /// Samples that are no multiple of those of a step.
  case notAMultiple(samples: Int, trainBatchSize: Int, place: String)
  /// A log that counts samples, of how many a step is not known.
  case noBatchSize(file: String)
  /// An option that this log has no use for.
  case uselessOption(String, because: String)

  // npy.

  /// What is wrong with the array.
  case npy(NPYProblem, file: String)

  /// What can be wrong with a JSON text.
  public enum JSONProblem: Sendable, Hashable {
    /// The text ends too early.
    case ends
    /// Another thing belongs here.
    case expected(String, got: String)
    /// Brackets are nested too deep.
    case tooDeep
    /// A string that is not closed on its line, or has a wrong escape.
    case badString
    /// A key that the object has already.
    case duplicateKey(String)
  }

  /// What can be wrong with an array of NumPy.
  public enum NPYProblem: Sendable, Hashable {
    /// A version of the format that is not read.
    case version(Int)
    /// The bytes end within the header.
    case cutHeader
    /// The header is not what NumPy writes.
    case badHeader(String)
    /// Values of a kind that is not read.
    case type(String)
    /// An array that has not one or two dimensions.
    case shape([Int])
    /// No value.
    case noValues([Int])
    /// More values than can be counted.
    case tooLarge([Int])
    /// Fewer or more bytes than the header says.
    case size(bytes: Int, expected: Int)
  }
}
