"""Draws the default OneCycle of 10,000 steps, rate and momentum, as one would with matplotlib.

usage: matplotlib_onecycle.py FILE
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

steps = np.arange(10_000)
scale = np.interp(steps, [0, 2000, 4000], [0, 1, 0])
figure, (rate, momentum) = plt.subplots(2, sharex=True, figsize=(12, 7))
rate.plot(steps, 1e-4 + (1e-3 - 1e-4) * scale)
rate.set_ylabel("learning rate")
momentum.plot(steps, np.where(steps == 0, 0.8, 0.9 - (0.9 - 0.8) * scale))
momentum.set_ylabel("momentum")
momentum.set_xlabel("step")
figure.savefig(sys.argv[1])
