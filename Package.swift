// swift-tools-version: 6.2

import PackageDescription

// The instruction set is the builder's choice: `LRSCHED_MARCH=native` (or `x86-64-v3`, ..) builds
// everything for it, nothing or an empty one builds the portable program. The bits are the same.
let march = Context.environment["LRSCHED_MARCH"] ?? ""
let instructionSet: [SwiftSetting] =
  march.isEmpty ? [] : [.unsafeFlags(["-Xcc", "-march=\(march)"])]

// `make lint` builds without a warning; a user's newer compiler may have new ones.
let strictness: [SwiftSetting] =
  Context.environment["LRSCHED_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

let settings = instructionSet + strictness

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

// Tests let calls of the operating system fail by a library that they preload into the program.
#if os(Linux)
  let faultInjection: (products: [Product], targets: [Target]) = (
    [.library(name: "_FaultInjection", type: .dynamic, targets: ["FaultInjection"])],
    [.target(name: "FaultInjection", path: "Tests/FaultInjection")]
  )
#else
  let faultInjection: (products: [Product], targets: [Target]) = ([], [])
#endif

// What the packages of Fuzzing/ and Verification/ build is checked with the rest.
let harnesses: [Target] =
  strictness.isEmpty
  ? []
  : [
    .target(
      name: "FuzzReaders",
      dependencies: [
        "LRSchedule", "LRText", "LRYAML", "LRConfiguration", "LRCurves", systemPackage,
      ],
      path: "Fuzzing/Sources/FuzzReaders", swiftSettings: settings),
    .executableTarget(
      name: "hjson-tree", dependencies: ["LRText"], path: "Verification/Sources/hjson-tree",
      swiftSettings: settings),
  ]

let package = Package(
  name: "lrsched",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "LRSchedule", targets: ["LRSchedule"]),
    .executable(name: "lrsched", targets: ["lrsched"]),
    // For Benchmarks/ and Fuzzing/ alone: they may change at any time.
    .library(name: "_LRText", targets: ["LRText"]),
    .library(name: "_LRYAML", targets: ["LRYAML"]),
    .library(name: "_LRConfiguration", targets: ["LRConfiguration"]),
    .library(name: "_LRCurves", targets: ["LRCurves"]),
    .library(name: "_CCairo", targets: ["CCairo"]),
    .library(name: "_CFriBidi", targets: ["CFriBidi"]),
    .library(name: "_LRExplore", targets: ["LRExplore", "LRConfiguration", "LRPlot"]),
  ] + faultInjection.products,
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(
      name: "LRSchedule", dependencies: ["CProcessor"],
      swiftSettings: settings,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .systemLibrary(name: "CThreads"),
    .target(name: "LRText", dependencies: ["CThreads", systemPackage], swiftSettings: settings),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev", "pkg-config"]), .brew(["libyaml", "pkg-config"])]),
    .target(name: "LRYAML", dependencies: ["LRText", "CYAML"], swiftSettings: settings),
    .target(
      name: "LRConfiguration", dependencies: ["LRSchedule", "LRText", "LRYAML"],
      swiftSettings: settings),
    .target(
      name: "LRCurves", dependencies: ["LRSchedule", "LRText", "LRConfiguration"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev", "pkg-config"]), .brew(["cairo", "pkg-config"])]),
    .systemLibrary(
      name: "CFriBidi", pkgConfig: "fribidi",
      providers: [.apt(["libfribidi-dev", "pkg-config"]), .brew(["fribidi", "pkg-config"])]),
    .target(
      name: "LRPlot", dependencies: ["LRSchedule", "CCairo", "CFriBidi"],
      swiftSettings: settings),
    .target(
      name: "LRPictures", dependencies: ["LRSchedule", "LRConfiguration", "LRPlot"],
      swiftSettings: settings),
    .target(
      name: "LRExplore",
      dependencies: [
        "LRSchedule", "LRText", "LRConfiguration", "LRCurves", "LRPlot", "LRPictures",
        systemPackage,
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CProcessor"),
    .executableTarget(
      name: "lrsched",
      dependencies: [
        "LRSchedule", "LRText", "LRConfiguration", "LRCurves", "LRPlot", "LRPictures",
        "LRExplore", "CProcessor", argumentParser, systemPackage,
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "LRScheduleTests", dependencies: ["LRSchedule", "TestSupport"],
      resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "LRTextTests", dependencies: ["LRText", "TestSupport", systemPackage],
      resources: [.copy("Golden")],
      swiftSettings: settings),
    .testTarget(
      name: "LRYAMLTests", dependencies: ["LRYAML", "LRText", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LRConfigurationTests", dependencies: ["LRConfiguration", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LRCurvesTests", dependencies: ["LRCurves", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "LRPlotTests", dependencies: ["LRPlot", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "LRExploreTests",
      dependencies: ["LRExplore", "LRCurves", "LRConfiguration", "LRPlot", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["lrsched", "LRText", "TestSupport"],
      swiftSettings: settings),
  ] + faultInjection.targets + harnesses
)
