import LRSchedule
