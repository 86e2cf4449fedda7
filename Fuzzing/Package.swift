// swift-tools-version: 6.2

import PackageDescription

// Built with `--sanitize fuzzer`: libFuzzer, which comes with the toolchain, brings `main`, and all that is
// built here, the readers and what they call, tells it which branches an input takes.
let package = Package(
  name: "lrsched-fuzzing",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "lrsched", path: ".."),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        .product(name: "LRSchedule", package: "lrsched"),
        .product(name: "_LRText", package: "lrsched"),
        .product(name: "_LRYAML", package: "lrsched"),
        .product(name: "_LRConfiguration", package: "lrsched"),
        .product(name: "_LRCurves", package: "lrsched"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
