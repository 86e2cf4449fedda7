"""Measures whole runs of `lrsched plot` and holds them to two promises:

- 10^12 steps take at most 1.5 times what 10^4 steps take,
- a picture takes at most a tenth of what a matplotlib script takes for the same lines.

usage: bench_pictures.py LRSCHED

Runs that are compared alternate. A ratio is that of the medians of processor time (user and system),
which a busy machine disturbs less than wall time. Prints a Markdown table; exits with 1 where a
promise is broken.
"""

import sys
import tempfile
from pathlib import Path

import measure

RUNS = 15
FEW, MANY = 10**4, 10**12
MOST_FOR_MANY, MOST_OF_MATPLOTLIB = 1.5, 0.1

SCRIPT = Path(__file__).resolve().parent / "pictures" / "matplotlib_onecycle.py"


def schedules(steps):
    """Of each kind of schedule three variants; the first two differ in many steps or in one."""
    cycle = f"cycle_first_step_size={steps // 2},cycle_first_stair_count=500"
    total = f"total_num_steps={steps}"
    return {
        "lr-range-test": [
            "lr-range-test:lr_range_test_staircase=true",
            "lr-range-test",
            "lr-range-test:lr_range_test_step_rate=2",
        ],
        "onecycle, 1,000 stairs": [
            f"onecycle:{cycle}",
            f"onecycle:{cycle}@0.19.3",
            "onecycle",
        ],
        "warmup-lr": ["warmup-lr", "warmup-lr@0.15.2", "warmup-lr:warmup_type=linear"],
        "warmup-decay": [
            f"warmup-decay:{total}",
            f"warmup-decay:{total},warmup_min_lr=1e-4",
            f"warmup-decay:{total},warmup_type=linear",
        ],
        "warmup-cosine": [
            f"warmup-cosine:{total}",
            f"warmup-cosine:{total}@0.14",
            f"warmup-cosine:{total},warmup_type=linear",
        ],
        "warmup-cosine, rising again": [
            "warmup-cosine:total_num_steps=10000@0.14",
            "warmup-cosine:total_num_steps=10000",
            "warmup-cosine:total_num_steps=7000@0.14",
        ],
    }


PICTURES = {
    "one curve": lambda variants: variants[:1],
    "three curves": lambda variants: variants,
    "difference": lambda variants: [*variants[:2], "--difference"],
}


def row(what, most, first, second):
    """Measures two commands, prints their row, and tells whether the promise is kept."""
    pairs = measure.pairs(lambda: measure.run(first), lambda: measure.run(second), RUNS)
    firsts, seconds = (measure.Cost.median(costs) for costs in zip(*pairs))
    ratio = seconds.cpu / firsts.cpu
    times = [f"{1000 * t:.1f}" for t in (firsts.cpu, seconds.cpu, firsts.wall, seconds.wall)]
    is_kept = ratio <= most
    promise = f"{most}" if is_kept else f"{most}, broken"
    cells = [what, *times, f"{seconds.wall / firsts.wall:.2f}", f"**{ratio:.2f}**", promise]
    print(f"| {' | '.join(cells)} |", flush=True)
    return is_kept


def head(first, second):
    print(f"\n| picture | CPU ms, {first} | CPU ms, {second} | wall ms, {first} "
          f"| wall ms, {second} | ratio of wall | ratio of CPU | promised |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: bench_pictures.py LRSCHED")
    program = str(Path(sys.argv[1]).resolve())
    kept = []
    print(f"{measure.machine(program, ['matplotlib'])}; medians of {RUNS} runs that alternate")
    with tempfile.TemporaryDirectory() as folder:
        output = f"{folder}/picture.png"

        def plot(steps, words):
            return [program, "plot", *words, "--steps", str(steps), "-o", output]

        head("10^4 steps", "10^12 steps")
        for name in schedules(FEW):
            for picture, words in PICTURES.items():
                commands = [plot(n, words(schedules(n)[name])) for n in (FEW, MANY)]
                kept.append(row(f"{name}: {picture}", MOST_FOR_MANY, *commands))

        head("matplotlib", "lrsched")
        kept.append(row("onecycle, 10^4 steps, PNG", MOST_OF_MATPLOTLIB,
                        [sys.executable, str(SCRIPT), output], plot(FEW, ["onecycle"])))
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
