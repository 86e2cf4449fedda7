"""The released DeepSpeed packages: their lr_schedules.py, loaded without PyTorch."""

import functools
import itertools
import logging
import subprocess
import sys
import tarfile
import types
from pathlib import Path

# The oldest and the newest, and the last before and the first with each change of a number.
RELEASES = [
    "0.10.0", "0.12.2", "0.12.3", "0.12.4", "0.15.2", "0.15.3", "0.17.1", "0.17.2", "0.18.9",
    "0.19.0", "0.19.2", "0.19.3", "0.19.4", "0.19.5", "0.19.6", "0.19.8",
]


def fetch(folder):
    """Fetches the source packages that are not in the folder yet."""
    for release in RELEASES:
        if package(folder, release).exists():
            continue
        done = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
             "--no-binary", "deepspeed", "--no-build-isolation", "--dest", folder, f"deepspeed=={release}"],
            capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"pip cannot fetch DeepSpeed {release}:\n{done.stderr}")


def package(folder, release):
    return Path(folder) / f"deepspeed-{release}.tar.gz"


def load(folder):
    """The module lr_schedules of each release; releases with the same source share theirs."""
    stub_imports()
    return {release: module(source(folder, release)) for release in RELEASES}


def source(folder, release):
    with tarfile.open(package(folder, release)) as files:
        member = f"deepspeed-{release}/deepspeed/runtime/lr_schedules.py"
        return files.extractfile(member).read()


@functools.cache
def module(source):
    loaded = types.ModuleType("lr_schedules")
    exec(compile(source, "lr_schedules.py", "exec"), loaded.__dict__)
    return loaded


class Optimizer:
    """What a scheduler sees of an optimizer: one parameter group a rate, with or without betas."""

    def __init__(self, rates, has_betas):
        own = {"betas": (0.9, 0.999)} if has_betas else {}
        self.defaults = {"lr": rates[0], **own}
        self.param_groups = [{"lr": rate, **own} for rate in rates]


def stub_imports():
    """Stands in for what lr_schedules.py imports beside the standard library."""
    logger = logging.getLogger("deepspeed")
    logger.disabled = True
    stubs = {
        "torch": {"is_tensor": lambda value: False, "tensor": None},
        "torch.optim": {"Optimizer": Optimizer},
        "deepspeed": {},
        "deepspeed.utils": {"logger": logger},
    }
    for name, members in stubs.items():
        stub = types.ModuleType(name)
        stub.__dict__.update(members)
        sys.modules[name] = stub


class Run:
    """A training run of one release: the rows that the framework's own scheduler gives."""

    def __init__(self, module, kind, parameters, rates, has_betas):
        self.optimizer = Optimizer(rates, has_betas)
        self.has_momentum = False
        self.scheduler = getattr(module, kind)(self.optimizer, **parameters)
        self.has_momentum = getattr(self.scheduler, "cycle_momentum", False)

    def row(self, step):
        """The rates, then the momenta, as Python writes them; none where they are not finite.

        Row 0 is what the constructor left. `step(i)` is the framework's own step to its iteration i,
        which is what i + 1 calls of `step()` come to.
        """
        if step > 0:
            self.scheduler.step(step - 1)
        groups = self.optimizer.param_groups
        values = [float(group["lr"]) for group in groups]
        if self.has_momentum:
            values += [float(group["betas"][0]) for group in groups]
        is_finite = all(abs(value) < float("inf") for value in values)
        return [repr(value) for value in values] if is_finite else None

    def row_or_failure(self, step):
        try:
            return self.row(step)
        except Exception:
            return None

    def rows_until_failure(self, steps):
        """The rows of ascending steps, up to the first that raises or is not finite."""
        rows = map(self.row_or_failure, steps)
        return list(itertools.takewhile(lambda row: row is not None, rows))
