// swift-tools-version: 6.2

import PackageDescription

// A program outside the package that depends on the library, as README.md says.
let package = Package(
  name: "LibraryExample",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "lrsched", path: "../..")],
  targets: [
    .executableTarget(
      name: "LibraryExample",
      dependencies: [.product(name: "LRSchedule", package: "lrsched")])
  ]
)
