"""Measures lrsched and its peers side by side and writes the tables of docs/performance.md.

usage: bench.py LRSCHED BENCHMARKS [--quick] [--write FILE]

BENCHMARKS is the folder with the programs of Benchmarks/Package.swift. What is compared alternates,
and a ratio is the median of those of the pairs. Prints Markdown; --write puts it into a document,
between two lines `<!-- measured -->`. --quick takes few runs and few steps.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import measure

THREADS = os.cpu_count()
os.environ["POLARS_MAX_THREADS"] = str(THREADS)

import numpy as np
import pandas as pd
import polars as pl

MARK = "<!-- measured -->\n"
COSINE = ["warmup-cosine"]


class Row(NamedTuple):
    """One line of the table: two costs, what they are compared by, and the target for it."""

    work: str
    against: str
    ours: str
    theirs: str
    result: str
    target: str
    is_met: bool | None

    def cells(self):
        verdict = {True: "met", False: "**not met**", None: ""}[self.is_met]
        return [self.work, self.against, self.ours, self.theirs, self.result, self.target, verdict]


HEAD = ["work", "against", "ours", "theirs", "ratio", "target", ""]


def faster(work, against, pairs, target=None, unit="ms", scale=1e3):
    """A row of pairs of times, ours first: how many times as fast we are, and at least should be."""
    ratio = measure.ratio(pairs)
    ours, theirs = (f"{scale * measure.median(times):.3g} {unit}" for times in zip(*pairs))
    aim = f"at least {target} x" if target else ""
    return Row(work, against, ours, theirs, f"{ratio:.2f} x", aim, ratio >= target if target else None)


class Loops:
    """The program that times inner loops."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


# The formulas as one writes them with NumPy, for a block of steps that is in the cache.
NUMPY = {
    "cosine": lambda t: 0.001 * np.maximum(
        0, 0.0001 + 0.9999 * ((1 + np.cos(np.pi * np.minimum(1, (t - 1000) / 9_999_000))) / 2)),
    "log warm-up": lambda t: 0.001 * (1 / np.log(1e7) * np.log(t)),
    "linear warm-up": lambda t: 0.0 + 0.001 * ((t - 1) / 1e7),
    "onecycle": lambda t: numpy_cycle(1 + t / 1e7),
}
NUMPY_BLOCK = 8192


def numpy_cycle(turns):
    x = turns - np.floor(turns)
    return 0.0001 + 0.0009 * np.where(x <= 0.5, x / 0.5, (x - 1) / (0.5 - 1))


def numpy_seconds(name):
    """Seconds a value of an expression."""
    steps = np.arange(5_000_000, 5_000_000 + NUMPY_BLOCK, dtype=np.float64)
    expression = NUMPY[name]
    runs, begin = 0, perf_counter()
    while perf_counter() - begin < 0.01:
        expression(steps)
        runs += 1
    return (perf_counter() - begin) / (runs * NUMPY_BLOCK)


def inner_loops(loops, runs):
    """Whole formulas, one core, in cache; and text."""
    def row(work, name, target=None, against="the same loop in C, libm"):
        pairs = measure.pairs(
            lambda: loops.seconds(f"ours {name}"), lambda: loops.seconds(f"peer {name}"), runs)
        return faster(work, against, pairs, target, "ns", 1e9)

    def numpy_row(work, name, target=None):
        pairs = measure.pairs(
            lambda: loops.seconds(f"ours {name}"), lambda: numpy_seconds(name), runs)
        return faster(work, "NumPy, the same expression", pairs, target, "ns", 1e9)

    yield row("cosine of WarmupCosineLR, a value", "cosine", 8)
    yield numpy_row("the same", "cosine", 10)
    yield row("log warm-up from step 10^4, a value", "log warm-up", 8)
    yield numpy_row("the same", "log warm-up")
    yield row("50 cosine cycles in 10^5 steps, a value", "50 cycles", 3.5)
    yield numpy_row("linear warm-up, a value", "linear warm-up", 4)
    yield row("the same", "linear warm-up", against="the same loop in C")
    yield numpy_row("OneCycle's halves, a value", "onecycle", 6)
    yield row("the same", "onecycle", against="the same loop in C")
    yield row("WarmupDecayLR's decay, a value", "linear decay", against="the same loop in C")
    yield row("LRRangeTest, a value", "range test", against="the same loop in C")
    for name in ["ExponentialLR", "StepLR", "LinearLR"]:
        yield row(f"{name}, a value of its recursion", name, 0.8, "the same loop in C")
    for name in ["PolynomialLR", "CosineAnnealingLR"]:
        yield row(f"{name}, a value of its recursion", name, 0.8)
    yield row("text of a rate", "number text", against="Swift's `description`")
    yield row("text of a step", "step text", against="Swift's `description`")
    yield row("reading a step", "reading a step", against="Swift's `Int`")
    yield row("reading a rate", "reading a rate", against="Swift's `Double`")


class Program:
    """Whole runs of lrsched on 0..<steps of a cosine."""

    def __init__(self, path, folder):
        self.path = path
        self.folder = folder

    def command(self, *words):
        return [self.path, *words]

    def csv(self, steps, threads=THREADS):
        return self.command("csv", *COSINE, "--steps", str(steps), "--threads", str(threads))

    def wall(self, command, output=os.devnull):
        return measure.run(command, output).wall


def timed(function):
    begin = perf_counter()
    function()
    return perf_counter() - begin


def rows(program, steps, runs):
    """CSV and npy, whole runs against peers whose data is ready."""
    number = f"10^{len(str(steps)) - 1}"
    ready = f"{program.folder}/ready.csv"
    measure.run(program.csv(steps), ready)
    frame = pl.read_csv(ready)
    csv = lambda: program.wall(program.csv(steps))
    yield faster(
        f"csv, {number} rows to /dev/null", f"polars `write_csv`, {THREADS} threads",
        measure.pairs(csv, lambda: timed(lambda: frame.write_csv(os.devnull)), runs), 2)

    few = steps // 10
    slow = pd.read_csv(ready, nrows=few)
    yield faster(
        f"csv, 10^{len(str(few)) - 1} rows to /dev/null", "pandas `to_csv`",
        measure.pairs(
            lambda: program.wall(program.csv(few)),
            lambda: timed(lambda: slow.to_csv(os.devnull, index=False)), min(runs, 3)))

    def shell(script, *words):
        return program.wall(["/bin/sh", "-c", script, "sh", *words])

    yield faster(
        f"csv, {number} rows, `\\| cat > /dev/null`", "`cat ready.csv \\| cat > /dev/null`",
        measure.pairs(
            lambda: shell('"$@" | cat > /dev/null', *program.csv(steps)),
            lambda: shell('cat "$1" | cat > /dev/null', ready), runs), 0.8)
    os.unlink(ready)

    pairs = measure.pairs(
        *(lambda threads=n: program.wall(program.csv(steps, threads)) for n in (2, 1)), runs)
    yield faster(f"csv, {number} rows, two threads", "one thread", pairs, 1.8)

    many = 10 * steps
    file = f"{program.folder}/curve.npy"
    buffer = memoryview(bytes(range(256)) * (1 << 12))

    def write_loop():
        with open(file, "wb", buffering=0) as output:
            for start in range(0, 8 * many, len(buffer)):
                output.write(buffer[: 8 * many - start])

    def anew(function):
        Path(file).unlink(missing_ok=True)
        return function()

    npy = program.command("npy", *COSINE, "--steps", str(many), "-o", file)
    yield faster(
        f"npy, 10^{len(str(many)) - 1} rows to {program.folder.parent}",
        "a loop of `write` of a ready MiB",
        measure.pairs(
            lambda: anew(lambda: program.wall(npy)), lambda: anew(lambda: timed(write_loop)), runs),
        0.8)
    Path(file).unlink()


def starts(program, nothing, runs):
    """Short runs against a program that does nothing with the same libraries."""
    for words in (["--version"], ["eval", "onecycle", "--at", "5"]):
        pairs = measure.pairs(
            lambda: program.wall([nothing]), lambda: program.wall(program.command(*words)), runs)
        ratio = measure.ratio(pairs)
        theirs, ours = (f"{1e3 * measure.median(times):.3g} ms" for times in zip(*pairs))
        yield Row(f"`lrsched {' '.join(words)}`", "a program that does nothing", ours, theirs,
                  f"{ratio:.2f} x", "at most 1.25 x", ratio <= 1.25)


def memory(program, steps):
    peak = measure.peak_memory(program.csv(steps))
    return Row(f"peak memory of csv, 10^{len(str(steps)) - 1} rows", "", f"{peak / 1e6:.1f} MB", "",
               "", "at most 64 MB", peak <= 64e6)


def growth(program, loops, most, runs):
    """What more steps cost, in milliseconds."""
    png = f"{program.folder}/picture.png"
    works = {
        "evaluation alone, one thread": lambda n: loops.seconds(f"fill {n}"),
        "`lrsched csv` to /dev/null": lambda n: program.wall(program.csv(n)),
        "`lrsched npy` to /dev/null": lambda n: program.wall(
            program.command("npy", *COSINE, "--steps", str(n))),
        "`lrsched compare`, all steps differ": lambda n: program.wall(
            program.command("compare", *COSINE, "warmup-decay", "--atol", "1", "--steps", str(n))),
        "`lrsched plot`": lambda n: program.wall(
            program.command("plot", *COSINE, "--steps", str(n), "-o", png)),
    }
    powers = range(4, len(str(most)))
    head = ["ms", *(f"10^{power}" for power in powers)]
    lines = []
    for name, seconds in works.items():
        times = []
        for power in powers:
            count = runs if power < 8 else 1
            times.append(measure.median([seconds(10**power) for _ in range(count)]))
        lines.append([name, *(f"{1e3 * time:.3g}" for time in times)])
    return measure.table(head, lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lrsched")
    parser.add_argument("benchmarks")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", metavar="FILE")
    arguments = parser.parse_args()
    runs, most = (5, 10**7) if arguments.quick else (15, 10**9)
    path = str(Path(arguments.lrsched).resolve())
    loops = Loops(f"{arguments.benchmarks}/LoopTimes")
    memory_folder = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory_folder) as folder:
        program = Program(path, Path(folder))
        table = [
            *inner_loops(loops, runs),
            *rows(program, 10**6 if arguments.quick else 10**7, runs),
            *starts(program, f"{arguments.benchmarks}/DoNothing", 3 * runs),
            memory(program, most),
        ]
        grown = growth(program, loops, most, min(runs, 5))
    loops.close()
    march = os.environ.get("LRSCHED_MARCH") or "portable"
    text = "\n".join([
        measure.table(HEAD, [row.cells() for row in table], left=2),
        "",
        f"{measure.machine(path, ['numpy', 'polars', 'pandas'])}; built for `{march}`, the loops in C"
        f" too. Ratios are medians of {runs} pairs of runs that alternate. Inner loops run on one"
        f" core and in the cache, csv and npy with {THREADS} threads.",
        "",
        grown,
        "",
    ])
    print(text)
    if arguments.write:
        document = Path(arguments.write)
        before, _, after = document.read_text().split(MARK)
        document.write_text(f"{before}{MARK}\n{text}\n{MARK}{after}")


if __name__ == "__main__":
    main()
