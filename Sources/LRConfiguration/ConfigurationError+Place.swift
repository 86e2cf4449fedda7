extension ConfigurationError {
  /// The file in which no scheduler was found; nil of other errors.
  public var fileWithoutSchedule: String? {
    switch self {
    case .unreadable(let file, _), .noScheduler(let file, _), .notAMap(_, _, .file(let file, _)),
      .misspeltKey(_, _, .file(let file, _)):
      file
    default: nil
    }
  }

  /// Where the error is; nil where the description names no place, or a file as a whole.
  public var place: Place? {
    switch self {
    case .notComputed(_, let place), .unknownToDeepSpeed(_, let place), .noValue(_, let place),
      .noName(_, let place), .unpairedBracket(_, let place), .notANumber(_, let place),
      .outOfRange(_, _, let place), .unknownRelease(_, _, let place),
      .releaseOfAnother(_, let place), .emptyReleases(_, let place), .notAMap(_, _, let place),
      .misspeltKey(_, _, let place),
      .noType(let place), .typeIsNoText(_, let place), .wrongTypeName(_, _, let place),
      .noParams(_, _, let place), .wholeNumberTooLarge(_, _, let place),
      .wrongOptimizerType(_, let place), .wrongOptimizerLR(_, let place),
      .refused(_, let place, _), .stepOutside(_, _, _, let place), .stepTooFar(_, _, _, let place):
      place
    case .unreadable(let file, let error): .file(file, error.position)
    case .unreadableYAML(let file, let error): .file(file, error.position)
    case .training(let error): error.place
    case .severalConfigurations(_, let places): places.first
    case .listWithoutBrackets(let argument, _), .torchKeyword(let argument, _),
      .parameterOfNoSchedule(let argument, _, _),
      .contradiction(_, let argument):
      argument.place
    case .autoNotFilled(let arguments, _), .unknownParameters(let arguments, _):
      arguments.first?.place
    case .unknownSchedule, .parametersOfFile, .unknownOption, .nothingNamed, .tooManySchedules,
      .noConfiguration,
      .notAConfiguration, .standardInputTwice, .noScheduler, .epochs, .emptyRange:
      nil
    }
  }
}
