import LRSchedule
import LRText
import LRYAML

/// Why what was typed or read makes no schedule.
public enum ConfigurationError: Error, Sendable {
  // What was typed.

  /// No schedule, and no file, has this name.
  case unknownSchedule(String)
  /// Parameters that were typed behind a file's name.
  case parametersOfFile(String, String)
  /// A scheduler that is known and has no formula of the step.
  case notComputed(UncomputedScheduler, place: Place)
  /// A scheduler of a framework whose schedulers DeepSpeed does not look up.
  case unknownToDeepSpeed(SchedulerType, place: Place)
  /// An option that the command does not have.
  case unknownOption(String, mend: String)
  /// A parameter without its value.
  case noValue(parameter: String, place: Place)
  /// A value without the parameter's name.
  case noName(value: String, place: Place)
  /// A value of which the rest stands behind a comma.
  case listWithoutBrackets(PlacedArgument, rest: [String])
  /// A bracket that is not closed, or closes nothing.
  case unpairedBracket(UnpairedBracket, place: Place)
  /// A number that cannot be read.
  case notANumber(TypedNumberError, place: Place)
  /// A number that is out of range or not whole.
  case outOfRange(got: String, allowed: String, place: Place)
  /// A release that does not exist.
  case unknownRelease(String, framework: Framework, place: Place)
  /// A release of DeepSpeed beside another framework's schedule.
  case releaseOfAnother(SchedulerType, place: Place)
  /// One parameter has two different values.
  case contradiction(PlacedArgument, PlacedArgument)
  /// A parameter that none of the schedules has.
  case parameterOfNoSchedule(PlacedArgument, schedules: [SchedulerType], options: [String])
  /// No schedule was named.
  case nothingNamed
  /// More schedules were named than one command takes.
  case tooManySchedules(Int)
  /// No configuration was named.
  case noConfiguration
  /// A schedule's name where a configuration is wanted.
  case notAConfiguration(String)
  /// A range of releases that is empty or reversed.
  case emptyReleases(String, place: Place)
  /// Standard input was named twice.
  case standardInputTwice

  // What was read.

  /// The file is not Hjson.
  case unreadable(file: String, HjsonError)
  /// The file is YAML by its name, and no YAML that is read.
  case unreadableYAML(file: String, YAMLError)
  /// Training arguments that make no schedule, or do not fit.
  case training(TrainingArgumentsError)
  /// Epochs that make no number of steps.
  case epochs(EpochsError)
  /// Something that has to be an object is not.
  case notAMap(what: String, got: Value, place: Place)
  /// The configuration has no scheduler.
  case noScheduler(file: String, finding: String)
  /// Several configurations are nested in the file.
  case severalConfigurations([String], places: [Place])
  /// A key that is missing, and one that is nearly called so.
  case misspeltKey(String, meant: String, place: Place)
  /// The scheduler has no type.
  case noType(place: Place)
  /// The scheduler's type is no text.
  case typeIsNoText(Value, place: Place)
  /// The scheduler's type is not one, or not spelt as the framework spells it.
  case wrongTypeName(String, mend: String, place: Place)
  /// The scheduler has no params.
  case noParams(of: SchedulerType, got: Value?, place: Place)
  /// A whole number beyond every integer that is exact.
  case wholeNumberTooLarge(parameter: String, digits: String, place: Place)
  /// The optimizer's type is unknown.
  case wrongOptimizerType(String, place: Place)
  /// The optimizer's lr is no number.
  case wrongOptimizerLR(Value, place: Place)
  /// Values of "auto" without the flags that fill them.
  case autoNotFilled([PlacedArgument], command: String)

  // What the schedule says.

  /// Parameters that the scheduler does not have.
  case unknownParameters([PlacedArgument], SchedulerType)

  /// An argument for which every class of PyTorch raises an exception.
  case torchKeyword(PlacedArgument, TorchKeyword)
  /// The framework refuses the parameters.
  case refused(ScheduleError, place: Place, mend: String?)
  /// A step that the schedule does not have.
  case stepOutside(Int, label: String, steps: Range<Int>, place: Place)
  /// A step whose value follows from more values before it than anyone waits for.
  case stepTooFar(Int, label: String, walk: Int, place: Place)
  /// A range of steps that is empty, what ends it, and where its first step was typed.
  case emptyRange(from: Int, to: Int, end: Place, first: Place?)
}
