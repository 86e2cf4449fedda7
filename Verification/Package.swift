// swift-tools-version: 6.2

import PackageDescription

// The same choice as in the package that is verified.
let march = Context.environment["LRSCHED_MARCH"] ?? ""
let instructionSet: [SwiftSetting] =
  march.isEmpty ? [] : [.unsafeFlags(["-Xcc", "-march=\(march)"])]

let package = Package(
  name: "lrsched-verification",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "lrsched", path: "..")],
  targets: [
    .executableTarget(
      name: "hjson-tree", dependencies: [.product(name: "_LRText", package: "lrsched")],
      swiftSettings: instructionSet)
  ]
)
