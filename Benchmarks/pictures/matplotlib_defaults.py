"""Draws docs/gallery/matplotlib.png: rows of lrsched as matplotlib's defaults show them.

usage: matplotlib_defaults.py LRSCHED FILE
"""

import io
import subprocess
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

program, file = sys.argv[1:]


def rates(words):
    """The rates of a schedule, as an array."""
    made = subprocess.run([program, "npy", *words.split()], capture_output=True, check=True)
    rows = np.load(io.BytesIO(made.stdout))
    return rows if rows.ndim == 1 else rows[:, 0]


onecycle = "onecycle --steps 1000000 --cycle-first-step-size 500000"
figure, (sampled, near, logarithmic) = plt.subplots(1, 3, figsize=(12, 3.4), layout="tight")

stairs = rates(onecycle + " --cycle-first-stair-count 8")
samples = np.linspace(0, len(stairs) - 1, 1000).astype(int)
sampled.plot(samples, stairs[samples])
sampled.set_title("a thousand samples of the stairs")

first, last = 499_990, 500_010
near.plot(np.arange(first, last), rates(f"{onecycle} --from {first} --to {last}"))
near.set_title("around the peak")

logarithmic.plot(rates("warmup-cosine --steps 10000"))
logarithmic.set_yscale("log")
logarithmic.set_title("a cosine, rows 0 and 1 are 0")

figure.savefig(file, dpi=70)
