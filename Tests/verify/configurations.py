"""Random configurations of DeepSpeed's five schedulers, edges and mistakes included."""

import json
import math
from random import Random
from typing import NamedTuple

WITH_BETAS = ["Adam", "AdamW", "adam", "Lamb", "Lion", "OneBitAdam", "NAdam"]
WITHOUT_BETAS = ["SGD", "Adagrad", "RMSprop", "Adadelta"]
FARTHEST = 2**53


class Configuration(NamedTuple):
    """A ds_config.json, the base lr of each parameter group, and what the schedule's rows are."""

    text: str
    rates: list
    has_betas: bool
    steps: list


def configuration(seed):
    """The configuration of a seed: always the same one."""
    random = Random(seed)
    kind, parameters = random.choice(KINDS)
    # Hjson reads -0.0 as 0, so that no optimizer has it.
    rates = [rate(random) + 0.0 for _ in range(random.choice([1, 1, 2, 3]))]
    values = {name: make(random, len(rates)) for name, make in parameters.items()}
    values = {name: value for name, value in values.items() if value is not ABSENT}
    if random.random() < 0.04:
        make_mistake(random, values)
    has_betas = random.random() < 0.75
    optimizer = random.choice(WITH_BETAS if has_betas else WITHOUT_BETAS)
    text = json.dumps({
        "optimizer": {"type": optimizer, "params": {"lr": rates[0]}},
        "scheduler": {"type": kind, "params": values},
    })
    return Configuration(text, rates, has_betas, steps(random, values))


# What a parameter may be.

ABSENT = object()


def rate(random):
    return random.choice([
        lambda: random.choice([0, 0.0, 1, 0.1, 1e-3, 3e-4, 1e-5, 0.5]),
        lambda: 10 ** random.uniform(-7, 1),
        lambda: float(f"{10 ** random.uniform(-6, 0):.1e}"),
        lambda: random.random(),
        lambda: random.choice([-0.001, 1e-300, 5e-324, 1e300, -0.0, 1e10, 123456789.5]),
    ] if random.random() < 0.3 else [lambda: float(f"{10 ** random.uniform(-6, 0):.2e}")])()


def size(random):
    """A number of steps that every release takes."""
    return random.choice([
        lambda: random.choice([1, 2, 3, 4, 5, 7, 10, 97, 100, 1000, 4096]),
        lambda: random.randint(1, 50),
        lambda: random.randint(1, 10**5),
        lambda: round(10 ** random.uniform(0, 12)),
        lambda: float(random.randint(1, 10**4)),
    ])()


def odd_size(random):
    """One that only some releases take, if any."""
    return random.choice([
        lambda: random.uniform(0, 5),
        lambda: random.uniform(1, 10**4),
        lambda: random.randint(1, 999) + 0.5,
        lambda: random.choice([0, 0.5, 1e-3, -1, -7.5, 1e17, True]),
    ])()


def any_size(random, groups=1):
    return size(random) if random.random() < 0.9 else odd_size(random)


def decay_rate(random, groups=1):
    return random.choice([0, 0.0, 1e-3, 0.1, 1, -0.01, -0.5, random.uniform(-1, 1), random.random()])


def bound(random, groups):
    """A rate or a list of rates, now and then of the wrong length."""
    if random.random() < 0.85:
        return rate(random)
    length = groups if random.random() < 0.9 else random.randint(0, 4)
    return [rate(random) for _ in range(length)]


def ratio(random, groups=1):
    return random.choice([0, 0.0, 1, 0.1, 1e-4, 1.5, -0.5, random.random(), random.random() ** 5])


def stairs(random, groups=1):
    return random.choice([0, 1, 2, 3, 10, 2.5, -1, random.randint(1, 100), random.uniform(0, 20)])


def momentum(random, groups):
    values = [random.choice([0.8, 0.9, 0.95, 0, 1, random.random()]) for _ in range(groups)]
    return values if random.random() < 0.05 else values[0]


def flag(random, groups=1):
    return random.random() < 0.6


def warmup_type(random, groups=1):
    return random.choice(["log", "linear", "log", "linear", "cosine"])


def resumed(random, groups=1):
    return random.choice([-1, 0, 1, random.randint(0, 10**4)])


def often(make, share=0.7):
    """A parameter that is left out at times."""
    return lambda random, groups: make(random, groups) if random.random() < share else ABSENT


def or_null(make):
    return lambda random, groups: None if random.random() < 0.1 else make(random, groups)


WARMUP = {"warmup_num_steps": often(any_size, 0.9), "warmup_type": often(warmup_type)}
RESUMED = {"last_batch_iteration": often(resumed, 0.08)}
WARMUP_BOUNDS = {"warmup_min_lr": often(bound), "warmup_max_lr": often(or_null(bound))}

KINDS = [
    ("LRRangeTest", {
        "lr_range_test_min_lr": often(bound), "lr_range_test_step_size": often(any_size),
        "lr_range_test_step_rate": often(decay_rate), "lr_range_test_staircase": often(flag),
        **RESUMED,
    }),
    ("OneCycle", {
        "cycle_min_lr": bound, "cycle_max_lr": bound, "decay_lr_rate": often(decay_rate),
        "cycle_first_step_size": often(any_size, 0.9),
        "cycle_second_step_size": often(or_null(any_size)),
        "cycle_first_stair_count": often(stairs, 0.4),
        "cycle_second_stair_count": often(or_null(stairs), 0.4),
        "decay_step_size": often(any_size), "cycle_momentum": often(flag, 0.3),
        "cycle_min_mom": often(momentum, 0.4), "cycle_max_mom": often(momentum, 0.4),
        "decay_mom_rate": often(decay_rate), **RESUMED,
    }),
    ("WarmupLR", {**WARMUP_BOUNDS, **WARMUP, **RESUMED}),
    ("WarmupDecayLR", {"total_num_steps": any_size, **WARMUP_BOUNDS, **WARMUP, **RESUMED}),
    ("WarmupCosineLR", {
        "total_num_steps": any_size, "warmup_min_ratio": often(ratio),
        "cos_min_ratio": often(ratio), **WARMUP, **RESUMED,
    }),
]


def make_mistake(random, values):
    """Changes one value for what no release, or few, take; or a name."""
    name = random.choice([*values, "total_num_steps"])
    mistake = random.choice(["missing", "unknown", "text", "null", "list"])
    if mistake == "missing":
        values.pop(name, None)
    elif mistake == "unknown":
        values[name + "s"] = 1
    else:
        values[name] = {"text": "0.1", "null": None, "list": [1, 2]}[mistake]


# Which rows are looked at.

def steps(random, values):
    """Row 0 and the first, two on each side of every breakpoint, random and far ones; ascending."""
    around = {point + offset for point in breakpoints(random, values) for offset in range(-2, 3)}
    chosen = {0, 1, 2, 3, *around}
    chosen |= {random.randint(0, 10**5) for _ in range(4)}
    chosen |= {round(10 ** random.uniform(2, 15.9)) for _ in range(4)}
    last = values.get("last_batch_iteration", -1)
    first = last + 2 if isinstance(last, int) and last >= 0 else 0
    return sorted(step for step in chosen if first <= step <= FARTHEST)


def breakpoints(random, values):
    """Where one piece of the schedule ends and the next begins, and some of its stairs' edges."""
    def number(name, default):
        value = values.get(name, default)
        return value if isinstance(value, (int, float)) else default

    warmup, total = max(2, number("warmup_num_steps", 1000)), number("total_num_steps", 1000)
    first = number("cycle_first_step_size", 2000)
    cycle = first + number("cycle_second_step_size", first)
    interval = number("lr_range_test_step_size", 2000)
    decay = number("decay_step_size", 1)
    points = [warmup, total, first, cycle, *(cycle + k * decay for k in (1, 2, 10, 100))]
    points += [interval * k for k in (1, 2, 3, random.randint(4, 10**4))]
    points += [first * k / 10 for k in range(1, 10)]
    # Where a difference to a size is rounded otherwise than the row before.
    points += [size + 2**random.randint(0, 20) for size in (warmup, total, cycle)]
    points += stair_edges(random, first, number("cycle_first_stair_count", 0))
    return {border for point in points for border in (math.floor(point), math.ceil(point))}


def stair_edges(random, size, count):
    if not count > 0:
        return []
    return [size * random.randint(1, math.ceil(count)) / count for _ in range(4)]
