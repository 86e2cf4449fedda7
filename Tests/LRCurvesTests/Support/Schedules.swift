import LRConfiguration
import LRSchedule

/// Schedules that were typed, `onecycle:cycle_max_lr=0.1` say.
func schedules(_ typed: String..., lr: String? = nil) throws -> [LabelledSchedule] {
  try Resolution(typed, options: ScheduleOptions(lr: lr)).schedules
}

/// Every type of schedule, so short that each has all its pieces within some thousand rows.
let everySchedule = [
  "lr-range-test:lr_range_test_step_size=100",
  "onecycle:cycle_first_step_size=1500,decay_step_size=100,decay_lr_rate=0.01,decay_mom_rate=0.001",
  "warmup-lr:warmup_num_steps=1000",
  "warmup-decay:total_num_steps=5000,warmup_num_steps=1000",
  "warmup-cosine:total_num_steps=5000,warmup_num_steps=1000",
]
