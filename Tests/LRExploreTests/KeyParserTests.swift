import Testing

@testable import LRExplore

@Suite struct KeyParserTests {}
