"""What all measurements share: paired runs, their medians, and the machine."""

import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple


class Cost(NamedTuple):
    """What a process took, in seconds."""

    cpu: float
    wall: float

    @staticmethod
    def median(costs):
        return Cost(*(statistics.median(column) for column in zip(*costs)))


def run(command, output=None):
    """Runs a command and returns its cost.

    Its output goes to a file, or where ours goes; its errors are not shown.
    """
    files = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    if output:
        files.append((os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666))
    begin = perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    wall = perf_counter() - begin
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, wall)


def peak_memory(command):
    """The most bytes that a command had in memory; its output is thrown away.

    A process starts with the peak of the one that it is made from: a small one makes it.
    """
    script = ("import resource, subprocess, sys;"
              "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    small = ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", script]
    done = subprocess.run(small + command, capture_output=True, text=True, check=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def pairs(first, second, runs):
    """What two functions return, called in turn; both are called once before."""
    first()
    second()
    return [(first(), second()) for _ in range(runs)]


def ratio(pairs):
    """How many times as much the second took as the first: the median of the pairs."""
    return statistics.median(second / first for first, second in pairs)


def median(values):
    return statistics.median(values)


def machine(program, packages):
    """The machine and the versions, in one line."""
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    versions = [f"lrsched {version.stdout.split()[-1]}", f"Python {platform.python_version()}"]
    versions += [f"{package} {importlib.metadata.version(package)}" for package in packages]
    system = platform.platform()
    if hasattr(platform, "freedesktop_os_release"):
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{processor()}, {os.cpu_count()} cores, {system}; {', '.join(versions)}"


def processor():
    """The processor's name and its widest vectors."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if not info.exists():
        return name
    lines = [line.partition(":") for line in info.read_text().splitlines()]
    facts = {key.strip(): value.strip() for key, _, value in lines}
    flags = facts.get("flags", "").split()
    vectors = [text for flag, text in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in flags]
    return f"{facts.get('model name', name)}{' with ' + vectors[0] if vectors else ''}"


def table(head, rows, left=1):
    """A Markdown table; all but the first columns are aligned to the right."""
    rule = ["---"] * left + ["--:"] * (len(head) - left)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
