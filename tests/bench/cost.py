# SPDX-License-Identifier: MIT
"""What whole processes cost, one beside the other."""
import os
import statistics
import subprocess

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
BUILD = os.path.join(TOP, "build/release")
A2B = os.path.join(BUILD, "article2book")
EMPTY = os.path.join(BUILD, "tests/bench/empty")
MEASURE = os.path.join(BUILD, "tests/bench/measure")
EXAMPLE = os.path.join(TOP, "tests/examples/lighthouse.txt")


def measure(command, folder):
    """(CPU seconds, peak megabytes, seconds on the clock) of one run."""
    done = subprocess.run([MEASURE, *command], cwd=folder, check=True,
                          stdout=subprocess.PIPE, encoding="ascii")
    cpu, peak, wall = done.stdout.split()
    return int(cpu) / 1e6, int(peak) / 1024, int(wall) / 1e6


def pair(a, b, folder, runs):
    """Runs A and B in turns: medians of A's and B's CPU and of their ratio,
    A's peak, the median of the ratio of the clock."""
    measure(a, folder)
    measure(b, folder)
    ones, others = [], []
    for _ in range(runs):
        ones.append(measure(a, folder))
        others.append(measure(b, folder))
    median = statistics.median
    return (median(one[0] for one in ones),
            median(other[0] for other in others),
            median(a[0] / max(b[0], 1e-6) for a, b in zip(ones, others)),
            max(one[1] for one in ones),
            median(a[2] / max(b[2], 1e-6) for a, b in zip(ones, others)))
