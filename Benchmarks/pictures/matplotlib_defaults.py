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
figure, axes = plt.subplots(2, 3, figsize=(12, 6.8), layout="tight")
(sampled, near, logarithmic), (whole, warm, equal) = axes

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

whole.plot(stairs)
whole.set_title("all steps of the stairs")

rows = rates("warmup-lr@0.15.2 --steps 1000000 --warmup-max-lr 1e-4")
warm.plot(samples, rows[samples])
warm.set_title("a thousand samples of a warm-up")

for release in ["0.14", "0.19"]:
    words = f"warmup-cosine@{release} --steps 15000 --total-num-steps 10000"
    equal.plot(rates(words), label=release)
equal.legend()
equal.set_title("two releases")

figure.savefig(file, dpi=70)
