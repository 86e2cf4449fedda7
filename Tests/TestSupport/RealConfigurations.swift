import Foundation

/// The folder with the configurations of other people's repositories, which are no part of this project.
///
/// `LRSCHED_REAL_CONFIGS` names it; without it, it is looked for beside the package. Nil where it is not
/// there.
package let realConfigurations: String? = {
  if let named = ProcessInfo.processInfo.environment["LRSCHED_REAL_CONFIGS"] { return named }
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appendingPathComponent("../shared/real-configs").standardized.path
  return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()
