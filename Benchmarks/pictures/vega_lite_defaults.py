"""Draws docs/gallery/vega-lite.png: rows of lrsched as Vega-Lite's defaults show them.

usage: vega_lite_defaults.py LRSCHED FILE
"""

import io
import subprocess
import sys

import numpy as np
import vl_convert

program, file = sys.argv[1:]


def rates(words):
    """The rates of a schedule, as an array."""
    made = subprocess.run([program, "npy", *words.split()], capture_output=True, check=True)
    rows = np.load(io.BytesIO(made.stdout))
    return rows if rows.ndim == 1 else rows[:, 0]


def rows(steps, values, **more):
    """The data of a chart."""
    return [{"step": int(s), "rate": float(v), **more} for s, v in zip(steps, values)]


def chart(title, steps, values, **scale):
    """A line chart of rates."""
    return {
        "title": title,
        "data": {"values": rows(steps, values)},
        "mark": "line",
        "encoding": {
            "x": {"field": "step", "type": "quantitative"},
            "y": {"field": "rate", "type": "quantitative", **scale},
        },
    }


onecycle = "onecycle --steps 1000000 --cycle-first-step-size 500000"
stairs = rates(onecycle + " --cycle-first-stair-count 8")
samples = np.linspace(0, len(stairs) - 1, 1000).astype(int)
first, last = 499_990, 500_010
cosine = rates("warmup-cosine --steps 10000")

charts = [
    chart("a thousand samples of the stairs", samples, stairs[samples]),
    chart("around the peak", range(first, last), rates(f"{onecycle} --from {first} --to {last}")),
    chart("a cosine, rows 0 and 1 are 0", range(10_000), cosine, scale={"type": "log"}),
]

shorter = rates("onecycle --steps 100000 --cycle-first-step-size 50000 --cycle-first-stair-count 8")
warm = rates("warmup-lr@0.15.2 --steps 1000000 --warmup-max-lr 1e-4")
two = chart("two releases", [], [])
two["encoding"]["color"] = {"field": "release", "type": "nominal"}
for release in ["0.14", "0.19"]:
    values = rates(f"warmup-cosine@{release} --steps 15000 --total-num-steps 10000")
    two["data"]["values"] += rows(range(15_000), values, release=release)
others = [
    chart("all of 100,000 steps", range(100_000), shorter),
    chart("a thousand samples of a warm-up", samples, warm[samples]),
    two,
]
specification = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "vconcat": [{"hconcat": charts}, {"hconcat": others}],
}
with open(file, "wb") as picture:
    picture.write(vl_convert.vegalite_to_png(specification, vl_version="6.1"))
