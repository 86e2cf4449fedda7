import Foundation

/// The folder of the project.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A file of the project.
func text(of path: String) throws -> String {
  try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

/// What is in the blocks of a language on a page of the documents.
func blocks(_ language: String, of page: String) throws -> [String] {
  try text(of: page).components(separatedBy: "```\(language)\n").dropFirst()
    .map { $0.components(separatedBy: "```")[0] }
}
