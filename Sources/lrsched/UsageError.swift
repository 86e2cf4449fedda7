import LRConfiguration
import LRCurves
import LRPlot

/// Words that no room of the program has to judge.
enum UsageError: Error, CustomStringConvertible {
  /// There is no such command.
  case unknownCommand(String, mend: String)
  /// A word that is not UTF-8.
  case notUTF8(String)
  /// An option that is given twice.
  case repeatedOption(String)
  /// An option without its value.
  case noValue(of: String)
  /// An option that only other commands have.
  case optionOfOther(String, commands: [String])
  /// An output's name that is joined to its option.
  case joinedOutput(String)
  /// A long option with one dash.
  case singleDash(String)
  /// Bytes that a terminal cannot show.
  case binaryToTerminal(String)
  /// The output would replace what was read.
  case outputIsInput(String)
  /// Two options whose files are one.
  case sameOutput(String, option: String)
  /// A picture whose reader has gone.
  case pictureCut
  /// A name that promises no format of pictures.
  case noFormat(String)
  /// A size that is none.
  case notASize(String)
  /// Pixels of a picture that has none.
  case scaleOfOther(PictureFormat)
  /// Colours for a terminal, which has its own.
  case themeOfTerminal
  /// A picture that cannot be made, because of an option.
  case picture(PictureError, option: String)
  /// A difference of other than two schedules.
  case noDifference
  /// An option of curves where there is none.
  case optionOfCurves(String)
  /// A name of a column that is empty.
  case noColumnName
  /// A column that is named twice.
  case repeatedColumn(String)
  /// Something said about schedules where there is none.
  case nothingToSet
  /// A comparison of other than two things.
  case notTwo(Int)
  /// A check of other than one log.
  case notOneLog(Int)
  /// A check's picture whose name promises none.
  case noPlotFormat(String)
  /// A check without its schedule.
  case noPlan
  /// A curve or a log where a schedule belongs.
  case noSchedule(String, CurveFormat)
  /// A list of steps with none in it.
  case noSteps
  /// A view of the whole terminal where there is none.
  case noFullScreen
  /// A schedule from standard input, from which keys come.
  case keysFromStandardInput

  var description: String {
    switch self {
    case .unknownCommand(let word, let mend): "\(word): there is no such command; \(mend)"
    case .notUTF8(let word):
      "\(word): is not UTF-8, and would name another file; give the file a name in UTF-8"
    case .repeatedOption(let name): "\(name): is given twice; give it once"
    case .noValue(let name):
      "\(name): has no value; write it behind, or as \(name)=VALUE if it begins with --"
    case .optionOfOther(let name, let commands):
      "\(name): is an option of \(commands.joined(separator: ", ")) alone; leave it out, or use"
        + " `lrsched \(commands.first ?? "")`"
    case .joinedOutput(let file): "-o\(file): there is no such option; write -o \(file)"
    case .singleDash(let name): "\(name): there is no such option; did you mean -\(name)?"
    case .binaryToTerminal(let name):
      "\(name): is a terminal, which cannot show these bytes; name a file with -o, or write to a"
        + " pipe"
    case .outputIsInput(let path):
      "\(path): is read as input; name another file with -o"
    case .sameOutput(let path, let option):
      "\(option): \(path) is the file of -o too; name another one"
    case .pictureCut:
      "standard output: was closed before the whole picture was written; let its reader read to the end"
    case .noFormat(let name):
      "\(name): the name promises no picture; end it in .png, .svg or .pdf, or say --format"
    case .notASize(let text):
      "--size: '\(text)' is no size; write width and height as 1200x700"
    case .scaleOfOther(let format):
      "--scale: \(format.rawValue) has no pixels to count; leave it out, or draw png"
    case .themeOfTerminal:
      "--theme: term has the terminal's own colours; leave it out, or draw png, svg or pdf"
    case .picture(let error, let option): "\(option): \(error.text)"
    case .noDifference:
      "--difference: takes two schedules with equally many parameter groups; name two"
    case .optionOfCurves(let name):
      "\(name): says how a curve is read, and both are schedules; leave it out"
    case .noColumnName:
      "--column: names a column without a letter; write the names with one comma between them: rate,momentum"
    case .repeatedColumn(let name): "--column: names '\(name)' twice; name each column once"
    case .nothingToSet:
      "compare: both are curves, which have no parameters; leave out what is said about schedules"
    case .notTwo(let count):
      "compare: takes two schedules or curves, and got \(count == 0 ? "none" : "\(count)"); name two"
    case .notOneLog(let count):
      "check: takes one log, and got \(count == 0 ? "none" : "\(count)"); name one, or - for standard"
        + " input, and the schedule with --against"
    case .noPlotFormat(let name):
      "--plot: \(name) promises no picture; end it in .png, .svg or .pdf"
    case .noPlan: "check: has no schedule; name it with --against, ds_config.json say"
    case .noSchedule(let path, let format):
      "\(path): is \(format.rawValue), \(format.isLog ? "a log" : "a curve"), and a schedule belongs here;"
        + " name one, or use `lrsched \(format.isLog ? "check \(path) --against" : "compare \(path)") SCHEDULE`"
    case .noFullScreen:
      "explore: needs a terminal that is not dumb for its keys and its view; draw the curve with"
        + " `lrsched plot --format term`"
    case .keysFromStandardInput:
      "-: standard input is where the keys of explore come from; name a file"
    case .noSteps: "--at: names no step; give some with commas between them, 0,100,5e6 say"
    }
  }
}
