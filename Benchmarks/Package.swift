// swift-tools-version: 6.2

import PackageDescription

// The same choice as in the package that is measured.
let march = Context.environment["LRSCHED_MARCH"] ?? ""
let instructionSet: [SwiftSetting] =
  march.isEmpty ? [] : [.unsafeFlags(["-Xcc", "-march=\(march)"])]
// A loop that calls the C library for each value: the compiler may make the rest of it vectors, but
// not the calls (of libmvec, whose bits are others).
let plainCalls: [CSetting] = [
  .unsafeFlags(
    ["-O3", "-ffp-contract=off", "-fveclib=none"] + (march.isEmpty ? [] : ["-march=\(march)"]))
]

let schedules = Target.Dependency.product(name: "LRSchedule", package: "lrsched")
let text = Target.Dependency.product(name: "_LRText", package: "lrsched")

let package = Package(
  name: "lrsched-benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "lrsched", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "DoNothing",
      dependencies: [
        schedules, text, .product(name: "_CCairo", package: "lrsched"),
        .product(name: "_CFriBidi", package: "lrsched"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: instructionSet),
    .executableTarget(
      name: "RedrawTimes", dependencies: [.product(name: "_LRExplore", package: "lrsched")],
      swiftSettings: instructionSet),
    .target(name: "PlainLoops", cSettings: plainCalls),
    .target(
      name: "Loops", dependencies: ["PlainLoops", schedules, text],
      swiftSettings: instructionSet),
    .executableTarget(
      name: "LoopTimes", dependencies: ["Loops", schedules], swiftSettings: instructionSet),
    .executableTarget(
      name: "InnerLoops",
      dependencies: ["Loops", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/InnerLoops", swiftSettings: instructionSet,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
