"""What the comparisons share: whether the machine has the framework's bits, and their report."""

import platform
from pathlib import Path


def has_other_bits():
    """Why this machine's Python has other bits than the framework on training machines, or None."""
    if platform.libc_ver()[0] != "glibc" or platform.machine() != "x86_64":
        return "Python's log and cos are those of glibc on x86-64 Linux only"
    if " fma " not in Path("/proc/cpuinfo").read_text():
        return "glibc has other bits on a processor without FMA"
    return None


def report(what, against, amount, different):
    """Prints a line of the table of `make verify`, as the tests in Swift print theirs."""
    print(f"compared: {what} | {against} | {amount} | {different:,}", flush=True)
