import Foundation
import LRText
import Testing

@Suite("Hjson, against the reference parser")
struct HjsonGoldenTests {
  /// A text, and the tree or the error that Python's hjson 3.1.0 gives.
  struct Golden: Sendable, CustomTestStringConvertible {
    let text: String
    let tree: String?
    let place: TextPosition?

    var testDescription: String { text.debugDescription }

    init(_ json: [String: Any]) throws {
      text = try #require(json["text"] as? String)
      tree = try (json["value"] as? [String: Any]).map(Self.tree)
      place =
        if let line = json["line"] as? Int, let column = json["column"] as? Int {
          TextPosition(line: line, column: column)
        } else {
          nil
        }
    }

    /// The golden tree, written as `hjsonTree` writes ours.
    private static func tree(_ json: [String: Any]) throws -> String {
      let value = try #require(json["v"])
      switch json["t"] as? String {
      case "null": return "null"
      case "bool": return "\(try #require(value as? Bool))"
      case "int": return "int \(value)"
      case "float": return "float \(try #require(Double("\(value)")))"
      case "string": return "\(value)".debugDescription
      case "list":
        let items = try #require(value as? [[String: Any]])
        return "[\(try items.map(tree).joined(separator: ", "))]"
      default:
        let members = try #require(value as? [[Any]])
        return "{\(try members.map(member).joined(separator: ", "))}"
      }
    }

    private static func member(_ json: [Any]) throws -> String {
      let key = try #require(json.first as? String)
      let item = try #require(json.last as? [String: Any])
      return "\(key.debugDescription): \(try tree(item))"
    }
  }

  static let golden: [Golden] = {
    do {
      let folder = try #require(Bundle.module.resourceURL)
      var text = try String(
        contentsOf: folder.appendingPathComponent("Golden/hjson.json"), encoding: .utf8)
      // Foundation's reader refuses a tree's lone surrogate; no Swift string could hold it.
      text = text.replacingOccurrences(of: #""v": "\ud83d"}"#, with: #""v": "\ufffd"}"#)
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return try #require(json as? [[String: Any]]).map(Golden.init)
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test func isThere() {
    #expect(Self.golden.count == 116)
  }

  @Test(arguments: golden)
  func readsWhatTheReferenceReads(_ golden: Golden) {
    do {
      #expect(hjsonTree(try parseHjson(golden.text)) == golden.tree)
    } catch {
      #expect(golden.tree == nil, "\(error)")
    }
  }

  @Test(arguments: golden.filter { $0.tree == nil })
  func refusesAtTheReferencesPlaceOrABetterOne(_ golden: Golden) throws {
    let error = try #require(hjsonRefusal(golden.text))
    switch error.problem {
    case .bracketInQuotelessValue:
      // The reference only notices at the end of the text; the mistake is the value.
      let place = try #require(golden.place)
      #expect((error.position.line, error.position.column) < (place.line, place.column))
    case .controlCharacter:
      // The reference points behind the character, on the next line if it is a line break.
      let expected = golden.text.contains("tab") ? (1, 10) : (1, 11)
      #expect((error.position.line, error.position.column) == expected)
    case .duplicateKey, .numberTooLarge, .unclosedComment:
      // The reference gives no place.
      #expect(golden.place == nil)
    default:
      #expect(error.position == golden.place)
    }
  }
}
