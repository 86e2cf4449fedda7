import LRSchedule
import Testing

@testable import LRExplore

/// Another release of the framework.
@Suite struct ReleaseKeyTests {
  private func view(_ keys: String, of schedule: String = "warmup-cosine") throws -> Model {
    var model = try LRExploreTests.view(schedule)
    model.press(keys)
    return model
  }

  @Test(arguments: [
    ("@0.14 enter", Release(0, 14, 5)), ("@0.14.2 enter", Release(0, 14, 2)),
    ("@0.14.2 esc", Release(0, 19, 8)), ("@ enter", Release(0, 19, 8)),
    ("@0.99 enter", Release(0, 19, 8)), ("@x enter", Release(0, 19, 8)),
  ])
  func aReleaseIsTyped(keys: String, release: Release) throws {
    #expect(try view(keys).schedule.schedule.release == release)
  }

  /// Down from the newest release, they go to the last change, and to the release before it.
  @Test func arrowsGoToTheReleasesThatChangedSomething() throws {
    let type = try #require(Catalog.type(named: "WarmupCosineLR"))
    let last = try #require(type.history.last)
    var model = try view("@ down")
    #expect(model.prompt?.text == "\(last.release)")
    #expect(model.said.contains(last.summary))
    model.press("down")
    let change = try #require(type.history.last { $0.release < last.release })
    #expect(model.prompt?.text == "\(change.release)")
    #expect(model.said.contains(change.summary))
    model.press("down")
    let before = try #require(Framework.deepspeed.releases.last { $0 < change.release })
    #expect(model.prompt?.text == "\(before)")
    #expect(model.said.hasPrefix("before \(change.release): "))
    model.press("up enter")
    #expect(model.schedule.schedule.release == change.release)
  }

  @Test func aReleaseThatRefusesSaysWhyAndChangesNothing() throws {
    let model = try view("@0.10.0 enter")
    #expect(model.schedule.schedule.release == Framework.deepspeed.newestRelease)
    #expect(model.said.contains("0.10.0 has no WarmupCosineLR"))
    #expect(model.notice?.isError == true)
  }

  @Test func oneReleaseIsNoChoice() throws {
    let model = try view("@", of: "torch.StepLR:step_size=10")
    #expect(model.prompt == nil)
    #expect(model.said == "PyTorch's numbers are those of 2.15.0 alone")
  }
}
