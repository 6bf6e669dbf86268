#!/usr/bin/env python3
"""Measures two programs in one run, in turn, and says whether the one that is tried became slower or larger.

    benches/compare.py --before OLD --after NEW [--runs 5] [--limit 5]

First frame, a session reopened, key to frame, bytes of a frame, idle and memory: the median of so many runs of each, taken
in turn, so that whatever else the machine does meets both. Ends with 1 when one of them is more than so many percent above
before. How each is measured stands in terminal.py. The bytes of a frame are those that a key causes, at three sizes of
window: of keys that move (lists and panes) and of `Space`, which acts. They are the program's own and need no quiet machine:
--bytes measures nothing else, in a minute or two for five runs. Linux, Python 3.9; nothing else should run meanwhile.
"""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

import terminal
from terminal import Terminal

MOVES = ("Down", "Up", "Tab", "Down", "Up", "Tab")
SIZES = ((80, 24), (120, 40), (200, 60))
# Below these a difference is that of the clock or of the page size, not of the program.
GRAIN = {"first frame ms": 0.3, "reopened ms": 0.3, "key to frame ms": 0.1, "idle CPU ms/s": 0.1, "memory MiB": 0.3}
# The same of the bytes of a frame: a figure that turned meanwhile.
BYTES = {f"{what} {width}x{height} B": 20 for what in ("move", "act") for width, height in SIZES}


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


def bytes_at(program, data, size, asked):
    """The bytes of each frame at one size of window, of the key that acts and of keys that move."""
    home = data / f"{size[0]}x{size[1]}"
    home.mkdir(exist_ok=True)
    for old in (home / "sessions").glob("rehearsal-*"):
        shutil.rmtree(old)
    desk = Terminal([program, "rehearse"], home, size)
    taken = {"act": [], "move": []}
    try:
        desk.first_frame()
        for what, keys in (("act", ["Space"] * asked.acts), ("move", MOVES * asked.moves)):
            for key in keys:
                # A key that draws nothing has no frame. The machine may be busy: no part of a frame is to be missed.
                if desk.key(key, silence=0.04) is not None:
                    taken[what].append(desk.drawn)
    finally:
        desk.end()
    return {f"{what} {size[0]}x{size[1]} B": statistics.median(frames) for what, frames in taken.items()}


def bytes_of_frames(programs, homes, asked):
    """The median bytes of a frame, of each program at each size of window. They are the program's own, so that all are
    counted at the same time."""
    with concurrent.futures.ThreadPoolExecutor(len(programs) * len(SIZES)) as pool:
        counts = {
            name: [pool.submit(bytes_at, program, homes[name], size, asked) for size in SIZES]
            for name, program in programs.items()
        }
        return {
            name: {kind: value for count in all_sizes for kind, value in count.result().items()}
            for name, all_sizes in counts.items()
        }


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
    parser.add_argument("--acts", type=int, default=20, help="how often Space is pressed for the bytes of a frame")
    parser.add_argument("--moves", type=int, default=4, help="how often the keys that move are, all six of them")
    parser.add_argument("--bytes", action="store_true", help="only the bytes of frames")
    parser.add_argument("--idle", type=float, default=10)
    parser.add_argument("--limit", type=float, default=5, help="percent")
    asked = parser.parse_args()
    programs = {"before": asked.before.resolve(), "after": asked.after.resolve()}
    for name, program in programs.items():
        if not os.access(program, os.X_OK):
            sys.exit(f"--{name} {program}: there is no program that can be run")
    # On the same disk as the sources, since a folder in memory would make every act look fast.
    target = terminal.ROOT / "target"
    target.mkdir(exist_ok=True)
    homes = {name: pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=target)) for name in programs}
    try:
        folders = {} if asked.bytes else {name: running_session(of, homes[name]) for name, of in programs.items()}
        runs = {name: [] for name in programs}
        for run in range(asked.runs):
            drawn = bytes_of_frames(programs, homes, asked)
            for name, program in programs.items():
                runs[name].append(drawn[name])
                if not asked.bytes:
                    runs[name][-1] |= one_run(program, homes[name], folders[name], asked)
            print(f"run {run + 1} of {asked.runs}", file=sys.stderr, flush=True)
    except terminal.Ended as ended:
        sys.exit(f"a program ended, or was never quiet: {ended}")
    finally:
        for home in homes.values():
            shutil.rmtree(home, ignore_errors=True)
    worse = 0
    print(f"{'median of ' + str(asked.runs):24}{'before':>10}{'after':>10}")
    for kind, grain in (BYTES if asked.bytes else GRAIN | BYTES).items():
        before, after = (statistics.median(run[kind] for run in runs[name]) for name in programs)
        is_worse = after > before * (1 + asked.limit / 100) and after - before > grain
        worse += is_worse
        print(f"{kind:24}{before:10.2f}{after:10.2f}{(after / before - 1) * 100:+8.1f} %{'  worse' if is_worse else ''}")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
