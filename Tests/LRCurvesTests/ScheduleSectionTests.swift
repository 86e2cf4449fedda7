import LRConfiguration
import LRSchedule
import Testing

@testable import LRCurves

/// A schedule as the section of a file that makes it.
@Suite struct ScheduleSectionTests {
  @Test func aConfigurationHasTheScheduler() throws {
    let section = try schedules("warmup-lr:warmup_num_steps=50,warmup_type=linear")[0].section
    #expect(
      section == """
        {
          "scheduler": {
            "type": "WarmupLR",
            "params": {
              "warmup_num_steps": 50,
              "warmup_type": "linear"
            }
          }
        }

        """)
  }

  @Test func nothingGivenIsNoParameter() throws {
    #expect(
      try schedules("warmup-lr")[0].section == """
        {
          "scheduler": {
            "type": "WarmupLR",
            "params": {}
          }
        }

        """)
  }

  @Test func anUnusualRateBringsItsOptimizer() throws {
    let section = try schedules("torch.step-lr:step_size=30", lr: "0.1")[0].section
    #expect(
      section == """
        {
          "optimizer": {
            "type": "Adam",
            "params": {
              "lr": 0.1
            }
          },
          "scheduler": {
            "type": "StepLR",
            "params": {
              "step_size": 30
            }
          }
        }

        """)
    // A schedule that never reads the rate needs none.
    #expect(try !schedules("onecycle", lr: "0.1")[0].section.contains("optimizer"))
  }

  @Test func huggingFaceHasTrainingArguments() throws {
    let section = try schedules("hf.cosine:num_warmup_steps=20,num_cycles=0.25", lr: "5e-5")[0]
      .section
    #expect(
      section == """
        {
          "learning_rate": 5e-05,
          "lr_scheduler_type": "cosine",
          "warmup_steps": 20,
          "max_steps": 10000,
          "lr_scheduler_kwargs": {
            "num_cycles": 0.25
          }
        }

        """)
  }
}
