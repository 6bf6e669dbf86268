#!/usr/bin/env python3
"""Measures two programs in one run, in turn, and says whether the one that is tried became slower or larger.

    benches/compare.py --before OLD --after NEW [--runs 5] [--limit 5]

First frame, a session reopened, key to frame, idle and memory: the median of so many runs of each, taken in turn, so that
whatever else the machine does meets both. Ends with 1 when one of them is more than so many percent above before.
How each is measured stands in terminal.py. Linux, Python 3.9; nothing else should run meanwhile.
"""

import argparse
import pathlib
import shutil
import statistics
import sys
import tempfile

import terminal
from terminal import Terminal

MOVES = ("Down", "Up", "Tab", "Down", "Up", "Tab")
# Below these a difference is that of the clock or of the page size, not of the program.
GRAIN = {"first frame ms": 0.3, "reopened ms": 0.3, "key to frame ms": 0.1, "idle CPU ms/s": 0.1, "memory MiB": 0.3}


def running_session(program, data):
    """A rehearsal in which somebody speaks."""
    opened = Terminal([program, "rehearse"], data)
    opened.first_frame()
    opened.settle()
    folder = next((data / "sessions").glob("rehearsal-*"))
    for _ in range(60):
        if b"ClockStarted" in (folder / "journal.ron").read_bytes():
            break
        opened.key("Space")
    opened.end()
    return folder


def one_run(program, data, folder, asked):
    """One value of each kind."""
    home = Terminal([program], data / "nothing")
    first = home.first_frame()
    home.end()
    desk = Terminal([program, "run", folder], data)
    reopened = desk.first_frame()
    # An absence may be asked about; what is proposed will do.
    desk.key("Enter")
    desk.key("Esc")
    moves = [desk.key(key) for key in MOVES * asked.keys]
    idle = desk.idle(asked.idle)["cpu_ms"]
    memory = desk.resident()
    desk.end()
    moved = statistics.median(move for move in moves if move is not None)
    return dict(zip(GRAIN, (first, reopened, moved, idle, memory)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", required=True, type=pathlib.Path)
    parser.add_argument("--after", required=True, type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keys", type=int, default=15)
    parser.add_argument("--idle", type=float, default=10)
    parser.add_argument("--limit", type=float, default=5, help="percent")
    asked = parser.parse_args()
    programs = {"before": asked.before.resolve(), "after": asked.after.resolve()}
    # On the same disk as the sources, since a folder in memory would make every act look fast.
    target = terminal.ROOT / "target"
    target.mkdir(exist_ok=True)
    homes = {name: pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=target)) for name in programs}
    try:
        folders = {name: running_session(program, homes[name]) for name, program in programs.items()}
        runs = {name: [] for name in programs}
        for _ in range(asked.runs):
            for name, program in programs.items():
                runs[name].append(one_run(program, homes[name], folders[name], asked))
    finally:
        for home in homes.values():
            shutil.rmtree(home)
    worse = 0
    print(f"{'median of ' + str(asked.runs):24}{'before':>10}{'after':>10}")
    for kind, grain in GRAIN.items():
        before, after = (statistics.median(run[kind] for run in runs[name]) for name in programs)
        is_worse = after > before * (1 + asked.limit / 100) and after - before > grain
        worse += is_worse
        print(f"{kind:24}{before:10.2f}{after:10.2f}{(after / before - 1) * 100:+8.1f} %{'  worse' if is_worse else ''}")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
