/// A training framework whose schedulers are computed here.
public enum Framework: String, Sendable, Hashable, CaseIterable {
  /// DeepSpeed.
  case deepspeed
  /// PyTorch.
  case torch
  /// Hugging Face Transformers.
  case huggingFace = "hf"

  /// The name as its makers write it.
  public var title: String {
    switch self {
    case .deepspeed: "DeepSpeed"
    case .torch: "PyTorch"
    case .huggingFace: "Hugging Face"
    }
  }

  /// The releases whose numbers are known, oldest first; never empty.
  public var releases: [Release] {
    switch self {
    case .deepspeed: Release.deepSpeed
    case .torch: [Release(2, 15, 0)]
    case .huggingFace: [Release(5, 24, 0)]
    }
  }

  /// The newest release whose numbers are known.
  public var newestRelease: Release { releases[releases.count - 1] }
}
