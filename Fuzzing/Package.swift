// swift-tools-version: 6.2

import PackageDescription

// Built with `--sanitize fuzzer`: the library of the toolchain brings `main`, and what it runs is
// told to it by the branches of everything that is built here, the readers among it.
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
