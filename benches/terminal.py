#!/usr/bin/env python3
"""Measures the program from outside, in a pseudo-terminal, beside the least a ratatui program can do.

    benches/terminal.py                 builds, measures, prints a table and writes target/bench/terminal.json
    benches/terminal.py --markdown      the table as the README shows it
    benches/terminal.py --quick         fewer rounds, for a first look

Linux, Python 3.9, standard library only. Nothing else should run on the machine meanwhile.

How it is measured
  baseline  benches/baseline.rs: an empty ratatui program that fills a screen of the same size, shows the time once a
            second and moves a mark at a key. Rounds of the baseline and of the program take turns, so that whatever
            else the machine does meets both.
  start     from just before execve (stamped in the child, CLOCK_MONOTONIC) to the last byte of the first frame: that
            is the last byte before 40 ms of silence, once the alternate screen and 500 bytes have been seen.
  key       from write() of the key to the last byte of what it causes; the burst ends with 6 ms of silence, which are
            not counted. A key is sent after 50 to 70 ms of silence, at random, so as not to keep step with the clock.
  durable   whether a key wrote a record is seen at the journal, which is longer afterwards. The frame comes after
            fdatasync, so what a disk takes for that alone is measured as well, with records of the same size.
  idle      no input while a speaker's clock runs: CPU time of the process by its own CPU clock, bytes, bursts of
            output and voluntary context switches, each per second.
  memory    resident set after the first frame and at the end of a round, with what the kernel shares with others
            (the program's own file) in it.
  large     a session of 500 items and 10,000 events from benches/large.rs: the same, for every kind of key.
"""

import argparse
import fcntl
import json
import math
import os
import pathlib
import random
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RELEASE = ROOT / "target" / "release"
PROGRAM = RELEASE / "doithoai"
BASELINE = RELEASE / "examples" / "baseline"
LARGE = RELEASE / "examples" / "large"

COLUMNS, ROWS = 120, 40
# Keys that act, and do not count twice within a moment.
CALM = {"Space", "Enter", "1", "2", "3"}

KEYS = {
    "Up": b"\x1b[A",
    "Down": b"\x1b[B",
    "Tab": b"\t",
    "PageUp": b"\x1b[5~",
    "PageDown": b"\x1b[6~",
    "Home": b"\x1b[H",
    "End": b"\x1b[F",
    "F1": b"\x1bOP",
    "F3": b"\x1bOR",
    "F4": b"\x1bOS",
    "F5": b"\x1b[15~",
    "Enter": b"\r",
    "Esc": b"\x1b",
    "Space": b" ",
    "Ctrl+G": b"\x07",
    "Ctrl+L": b"\x0c",
    "Ctrl+P": b"\x10",
    "Ctrl+Q": b"\x11",
    "Ctrl+Y": b"\x19",
    "Ctrl+Z": b"\x1a",
}


# Seconds after which a program that goes on drawing without a key is given up.
LONGEST_NOISE = 10


class Ended(Exception):
    """The program ended where it should have gone on."""


class Terminal:
    """One run of a program in a terminal of its own."""

    def __init__(self, arguments, data, size=(COLUMNS, ROWS)):
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        told, tell = os.pipe2(os.O_CLOEXEC)
        environment = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "HOME": str(data),
            "TZ": "Asia/Ho_Chi_Minh",
            "DOITHOAI_DATA_DIR": str(data),
            "DOITHOAI_CONFIG_DIR": str(data / "config"),
        }
        arguments = [str(argument) for argument in arguments]
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for descriptor in (0, 1, 2):
                    os.dup2(slave, descriptor)
                os.write(tell, struct.pack("q", time.monotonic_ns()))
                os.execve(arguments[0], arguments, environment)
            finally:
                os._exit(127)
        os.close(slave)
        os.close(tell)
        os.set_blocking(self.master, False)
        self.told = told
        self.seen = b""
        self.count = 0
        self.drawn = 0
        self.pressed = {}

    def read(self, seconds):
        """The time at which output was read, or None when there was none for so long."""
        if not select.select([self.master], [], [], seconds)[0]:
            return None
        try:
            got = os.read(self.master, 1 << 16)
        except OSError:
            got = b""
        at = time.monotonic_ns()
        if not got:
            raise Ended(self.seen.decode(errors="replace"))
        self.seen = (self.seen + got)[-(1 << 16) :]
        self.count += len(got)
        return at

    def burst(self, first, silence):
        """Waits for output, then for silence. The time of the last byte, or None without output."""
        last = self.read(first)
        while last is not None:
            at = self.read(silence)
            if at is None:
                return last
            last = at
        return None

    def first_frame(self):
        """Milliseconds from execve to the first whole frame."""
        began = struct.unpack("q", os.read(self.told, 8))[0]
        os.close(self.told)
        last = None
        while not (b"\x1b[?1049h" in self.seen and self.count >= 500):
            last = self.burst(10, 0.04)
            if last is None:
                raise Ended("no frame")
        return (last - began) / 1e6

    def settle(self):
        """Waits until nothing has come for a while; a program that is never quiet is not waited for."""
        quiet = random.uniform(0.05, 0.07)
        until = time.monotonic() + LONGEST_NOISE
        while self.read(quiet) is not None:
            if time.monotonic() > until:
                raise Ended(f"still drawing after {LONGEST_NOISE} s")

    def key(self, name, silence=0.006):
        """Milliseconds from a key to the last byte of its frame; None when it drew nothing. The frame ends with so much
        silence."""
        self.settle()
        # One press, one act: the same key sooner than this is taken for one that is held down.
        if name in CALM and (left := self.pressed.get(name, 0) + 0.45 - time.monotonic()) > 0:
            time.sleep(left)
        self.pressed[name] = time.monotonic()
        bytes_of_key = KEYS.get(name, name.encode())
        before = self.count
        sent = time.monotonic_ns()
        os.write(self.master, bytes_of_key)
        last = self.burst(0.3, silence)
        # The bytes of the frame that the key caused.
        self.drawn = self.count - before
        return None if last is None else (last - sent) / 1e6

    def idle(self, seconds):
        """CPU ms, bytes, bursts and voluntary context switches per second without input."""
        clock = ((~self.pid) << 3) | 2
        self.settle()
        cpu, switches, count = time.clock_gettime_ns(clock), self.switches(), self.count
        began = time.monotonic()
        bursts = 0
        while (left := began + seconds - time.monotonic()) > 0:
            if self.burst(left, 0.006) is not None:
                bursts += 1
        spent = time.monotonic() - began
        return {
            "cpu_ms": (time.clock_gettime_ns(clock) - cpu) / 1e6 / spent,
            "bytes": (self.count - count) / spent,
            "bursts": bursts / spent,
            "wakeups": (self.switches() - switches) / spent,
        }

    def switches(self):
        return self.status("voluntary_ctxt_switches")

    def resident(self):
        """MiB of resident memory."""
        return self.status("VmRSS") / 1024

    def status(self, field):
        for line in open(f"/proc/{self.pid}/status"):
            if line.startswith(field + ":"):
                return int(line.split()[1])
        raise Ended("no status")

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.master)


def summary(samples):
    samples = sorted(sample for sample in samples if sample is not None)
    if not samples:
        return None
    # Nearest rank: as small as possible with at least that share of the samples at or below it.
    at = lambda share: samples[math.ceil(share * len(samples)) - 1]
    return {
        "n": len(samples),
        "min": samples[0],
        "p50": statistics.median(samples),
        "p95": at(0.95),
        "p99": at(0.99),
    }


class Bench:
    def __init__(self, asked, data):
        self.asked = asked
        self.data = data
        self.sessions = data / "sessions"
        self.samples = {}

    def take(self, name, sample):
        self.samples.setdefault(name, []).append(sample)

    def start(self, name, arguments, data=None):
        terminal = Terminal(arguments, data or self.data)
        try:
            self.take(f"start/{name}", terminal.first_frame())
            self.take(f"memory/{name}", terminal.resident())
        except Ended as ended:
            terminal.end()
            sys.exit(f"{name} did not start: {ended}")
        return terminal

    def rehearsal(self):
        """Begins a rehearsal and returns its folder."""
        before = set(self.sessions.glob("*")) if self.sessions.exists() else set()
        terminal = Terminal([PROGRAM, "rehearse"], self.data)
        terminal.first_frame()
        terminal.settle()
        terminal.end()
        return (set(self.sessions.glob("rehearsal-*")) - before).pop()

    def starts(self, running):
        nothing = self.data / "nothing"
        programs = [
            ("baseline", [BASELINE], None),
            ("home", [PROGRAM], nothing),
            ("run", [PROGRAM, "run", running], None),
            ("large", [PROGRAM, "run", self.sessions / "large"], None),
        ]
        for _ in range(self.asked.starts + 1):
            for name, arguments, data in programs:
                self.start(name, arguments, data).end()
        for name, _, _ in programs:  # The first of each is to warm the caches.
            del self.samples[f"start/{name}"][0]

    def movements(self, running):
        for _ in range(self.asked.rounds):
            for name, arguments in (("baseline", [BASELINE]), ("program", [PROGRAM, "run", running])):
                terminal = self.start(name, arguments)
                for key in ("Down", "Up", "Tab", "Down", "Up", "Tab") * self.asked.keys:
                    self.take(f"move/{name}", terminal.key(key))
                self.take(f"memory/{name} after", terminal.resident())
                terminal.end()

    def acts(self, running):
        """Goes through the session with the one key and the three classes, for as many keys as asked for."""
        journal = running / "journal.ron"
        terminal = self.start("acts", [PROGRAM, "run", running])
        terminal.key("Enter")  # The program was away; the answer proposed first will do.
        classes = 0
        plan = []
        size = journal.stat().st_size
        for _ in range(self.asked.acts):
            key = plan.pop(0) if plan else "Space"
            took = terminal.key(key)
            now = journal.stat().st_size
            kind = {"Space": "act", "1": "class", "Enter": "class"}.get(key)
            if now > size and kind:
                self.take(f"durable/{kind}", took)
                self.take("record", now - size)
            elif key == "Space":
                # Nothing happens by itself: an item is waiting for its class.
                plan = (["1", "Enter"], ["2", "Enter"], ["3", "Enter"])[classes % 3]
                plan = list(plan)
                classes += 1
            size = now
        self.take("memory/acts after", terminal.resident())
        terminal.end()

    def disk(self):
        """What fdatasync alone takes for a record of the usual size."""
        record = b"x" * int(statistics.median(self.samples["record"]))
        path = self.data / "disk"
        with open(path, "wb") as file:
            for _ in range(self.asked.keys * 20):
                time.sleep(0.02)
                began = time.monotonic_ns()
                file.write(record)
                file.flush()
                os.fdatasync(file.fileno())
                self.take("durable/disk alone", (time.monotonic_ns() - began) / 1e6)

    def idle(self):
        running = self.rehearsal()
        journal = running / "journal.ron"
        terminal = self.start("idle", [PROGRAM, "run", running])
        while b"ClockStarted" not in journal.read_bytes():
            terminal.key("Space")
        idle = {"program": terminal.idle(self.asked.idle)}
        terminal.end()
        terminal = self.start("baseline", [BASELINE])
        idle["baseline"] = terminal.idle(self.asked.idle)
        terminal.end()
        return idle

    def large(self):
        """Every kind of key in a session of the size the program is made for."""
        journal = self.sessions / "large" / "journal.ron"
        terminal = self.start("large", [PROGRAM, "run", self.sessions / "large"])
        terminal.key("Enter")
        for _ in range(self.asked.large):
            for keys in (
                ["Down", "PageDown", "Up", "Tab", "End", "PageUp", "Home", "Down", "Tab"],
                ["Ctrl+L", "Down", "d", "Esc"],
                ["Ctrl+P", "d", "Esc"],
                ["F3", "n", "Esc"],
                ["F1", "PageDown", "Esc"],
                ["Ctrl+G", "Esc"],
                ["F4", "d", "Esc"],
                ["F5", "F5", "Space", "Ctrl+Z", "Ctrl+Y", "Ctrl+Z"],
            ):
                opened = ""
                for key in keys:
                    size = journal.stat().st_size
                    took = terminal.key(key)
                    name = f"{opened} {key}".strip()
                    if journal.stat().st_size > size:
                        name += " (durable)"
                    self.take(f"large/{name}", took)
                    if len(keys) < 5 and not opened:
                        opened = key
        self.take("memory/large after", terminal.resident())
        terminal.end()


def measure(asked, data):
    bench = Bench(asked, data)
    said = subprocess.run([LARGE, data], check=True, capture_output=True, text=True).stdout
    print(said.strip(), file=sys.stderr)
    running = bench.rehearsal()
    # A session that has begun, so that opening it is coming back to it.
    terminal = Terminal([PROGRAM, "run", running], data)
    terminal.first_frame()
    for _ in range(3):
        terminal.key("Space")
    terminal.settle()
    terminal.end()
    bench.starts(running)
    bench.movements(running)
    bench.acts(running)
    bench.disk()
    idle = bench.idle()
    bench.large()
    return {
        "screen": f"{COLUMNS}x{ROWS}",
        "samples": {name: summary(samples) for name, samples in sorted(bench.samples.items())},
        "idle": idle,
        "binary_mib": PROGRAM.stat().st_size / 1048576,
        "large": said.splitlines()[-1],
        "journal_mib": (bench.sessions / "large" / "journal.ron").stat().st_size / 1048576,
    }


def rows(report):
    """The table: what, the program, the baseline, and how many times as much."""
    samples = report["samples"]

    def times(name, figure="p50"):
        return samples[name][figure] if samples.get(name) else float("nan")

    def row(what, program, least, unit, digits=2):
        beside = "" if least is None else f"{least:.{digits}f} {unit}"
        ratio = "" if least is None else f"{program / least:.1f}×"
        return (what, f"{program:.{digits}f} {unit}", beside, ratio)

    table = [
        row("start to first frame, no sessions", times("start/home"), times("start/baseline"), "ms"),
        row("start to first frame, a session reopened", times("start/run"), times("start/baseline"), "ms"),
        row("key to frame, moving, median", times("move/program"), times("move/baseline"), "ms"),
        row("key to frame, moving, p95", times("move/program", "p95"), times("move/baseline", "p95"), "ms"),
        row("key to frame, moving, p99", times("move/program", "p99"), times("move/baseline", "p99"), "ms"),
    ]
    for kind, called in (("act", "Space"), ("class", "1 2 3")):
        for figure, word in (("p50", "median"), ("p95", "p95"), ("p99", "p99")):
            table.append(row(f"key to frame, {called} written durably, {word}", times(f"durable/{kind}", figure), None, "ms"))
    table.append(row("fdatasync alone, median", times("durable/disk alone"), None, "ms"))
    table.append(row("fdatasync alone, p95", times("durable/disk alone", "p95"), None, "ms"))
    idle, least = report["idle"]["program"], report["idle"]["baseline"]
    table += [
        row("idle, a clock running: CPU per second", idle["cpu_ms"], least["cpu_ms"], "ms"),
        row("idle: bytes per second", idle["bytes"], least["bytes"], "B", 0),
        row("idle: frames per second", idle["bursts"], least["bursts"], "", 1),
        row("idle: wake-ups per second", idle["wakeups"], least["wakeups"], "", 1),
        row("resident memory", times("memory/acts after"), times("memory/baseline after"), "MiB", 1),
        row("size of the program", report["binary_mib"], None, "MiB", 1),
        row("500 items, 10,000 events: start to first frame", times("start/large"), None, "ms", 1),
    ]
    keys = {name: figures for name, figures in samples.items() if name.startswith("large/") and figures}
    if keys:
        slowest = max(keys, key=lambda name: keys[name]["p95"])
        moving = [name for name in keys if "durable" not in name]
        slowest_move = max(moving, key=lambda name: keys[name]["p95"])
        for name in (slowest_move, slowest):
            called = name.removeprefix("large/")
            table.append(row(f"500 items: slowest key, {called}, p95", keys[name]["p95"], None, "ms"))
    table.append(row("500 items: resident memory", times("memory/large after"), None, "MiB", 1))
    return table


def printed(table, markdown):
    head = ("", "doithoai", "empty ratatui program", "")
    if markdown:
        lines = ["| " + " | ".join(head) + " |", "|---|--:|--:|--:|"]
        return "\n".join(lines + ["| " + " | ".join(cells) + " |" for cells in table])
    widths = [max(len(cells[column]) for cells in [head, *table]) for column in range(4)]
    aligned = lambda cells: cells[0].ljust(widths[0]) + "".join(
        "  " + cell.rjust(width) for cell, width in zip(cells[1:], widths[1:])
    )
    return "\n".join(aligned(cells).rstrip() for cells in [head, *table])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true", help="print the table for the README")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--no-build", action="store_true", help="measure what was built before")
    parser.add_argument("--program", type=pathlib.Path, help="the program to measure instead of the one that is built")
    parser.add_argument("--json", type=pathlib.Path, default=ROOT / "target" / "bench" / "terminal.json")
    asked = parser.parse_args()
    if asked.program:
        global PROGRAM
        PROGRAM = asked.program.resolve()
    asked.starts, asked.rounds, asked.keys, asked.acts, asked.large, asked.idle = (
        (5, 2, 5, 100, 3, 5) if asked.quick else (25, 4, 15, 300, 40, 20)
    )
    if not asked.no_build:
        # The program by itself first, as users build it: what only tests need would add to its dependencies.
        for built in (["--bin", "doithoai"], ["--example", "baseline", "--example", "large"]):
            subprocess.run(["cargo", "build", "--release", "--locked", *built], check=True, cwd=ROOT)
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    # On the same disk as the sources, since a folder in memory would make every act look fast.
    data = pathlib.Path(tempfile.mkdtemp(prefix="data-", dir=asked.json.parent))
    try:
        report = measure(asked, data)
    finally:
        shutil.rmtree(data)
    asked.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    print(printed(rows(report), asked.markdown))


if __name__ == "__main__":
    main()
