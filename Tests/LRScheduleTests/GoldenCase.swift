import Foundation
import Testing

@testable import LRSchedule

/// One case of the golden files: what a released framework computed for a configuration.
struct GoldenCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let deepspeed: String?
  /// `transformers 5.24.0`, where it is not DeepSpeed's.
  let framework: String?
  let scheduler: String
  let params: [String: JSON]
  let optimizer: GoldenOptimizer
  let warnings: [String]?
  let rows: [GoldenRow]

  var testDescription: String { "\(id) (\(scheduler) in \(deepspeed ?? framework ?? ""))" }

  var arguments: [SchedulerArgument] { params.map { SchedulerArgument($0.key, $0.value.value) } }

  func schedule() throws -> Schedule {
    let type = try SchedulerType.named(scheduler)
    let release = deepspeed ?? framework?.split(separator: " ").last.map(String.init) ?? ""
    return try Schedule(
      type, arguments: arguments,
      optimizer: Optimizer(type: optimizer.type, baseLRs: optimizer.lr),
      release: Release.named(release, of: type.framework))
  }

  static let all: [GoldenCase] =
    golden("deepspeed") + golden("deepspeed-releases") + golden("huggingface")
    + golden("torch") + golden("torch-recursion")
}

struct GoldenOptimizer: Decodable, Sendable {
  let type: String
  let lr: [Double]
}

struct GoldenRow: Decodable, Sendable {
  let step: Int
  let lr: [String]
  let momentum: [String]?

  func bits(of channel: Channel) -> [UInt64] {
    (channel == .lr ? lr : momentum ?? []).map { (Double($0) ?? .nan).bitPattern }
  }
}

/// A configuration that the framework refuses or accepts with a warning.
struct GoldenRefusal: Decodable, Sendable, CustomTestStringConvertible {
  let scheduler: String
  let params: [String: JSON]
  let outcome: String
  let message: String?
  let warnings: [String]?

  var testDescription: String { "\(scheduler) \(params)" }

  /// JSON does not tell 100.0 from 100, but the framework was given the float.
  var arguments: [SchedulerArgument] {
    params.map { name, json in
      message?.hasSuffix("got 100.0") == true
        ? SchedulerArgument(name, .float(100)) : SchedulerArgument(name, json.value)
    }
  }

  static let all: [GoldenRefusal] = golden("deepspeed-errors")
}

private func golden<Case: Decodable>(_ name: String) -> [Case] {
  guard
    let file = Bundle.module.url(forResource: "Golden/\(name)", withExtension: "json"),
    let data = try? Data(contentsOf: file),
    let cases = try? JSONDecoder().decode([Case].self, from: data)
  else { return [] }
  return cases
}

/// A scheduler of a sequence.
private struct GoldenPart: Decodable {
  let type: String
  let params: [String: JSON]
}

/// A value of a JSON text.
struct JSON: Decodable, Sendable, CustomStringConvertible {
  let value: Value
  var description: String { value.description }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let flag = try? container.decode(Bool.self) {
      value = .bool(flag)
    } else if let whole = try? container.decode(Int.self) {
      value = .int(whole)
    } else if let number = try? container.decode(Double.self) {
      value = .float(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let part = try? container.decode(GoldenPart.self) {
      value = .scheduler(
        part.type, part.params.map { SchedulerArgument($0.key, $0.value.value) })
    } else {
      value = .list(try container.decode([JSON].self).map(\.value))
    }
  }
}

extension SchedulerType {
  struct Unknown: Error { let name: String }

  static func named(_ name: String) throws -> SchedulerType {
    guard let type = Catalog.types.first(where: { $0.name == name }) else {
      throw Unknown(name: name)
    }
    return type
  }
}
