#!/usr/bin/env python3
"""Presses keys without sense, with broken-off sequences, split letters, pastes without an end, signals and changes of
size, and looks whether the clock ever stands, the record stays whole and the terminal is given back.

    benches/monkey.py --keys 1000000
    … --bin target/release/doithoai --jobs 2    another program than the last debug build, so many sessions at once

Linux, Python 3.9.
"""

import json
import multiprocessing
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from in_terminal import Home, Terminal, begin, options, shares

KEYS = [
    *[bytes([byte]) for byte in range(0x20, 0x7F)],
    *[bytes([byte]) for byte in range(0x01, 0x1B) if byte not in (0x03, 0x11, 0x1B)],
    *[letter.encode() for letter in "ăâđêôơưẫễộởữỷỳấÚẶ"],
    b"\r", b"\t", b"\x7f", b" ", b" ", b" ", b" ",
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[Z", b"\x1b[5~", b"\x1b[6~", b"\x1b[3~",
    b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS",
    *[f"\x1b[{number}~".encode() for number in (2, 15, 17, 18, 19, 20, 21, 23)],
    b"\x1b[1;5A", b"\x1b[1;2B", b"\x1b[I", b"\x1b[O", b"\x1b[<0;3;4M",
    b"\x1b[200~\xc4\x91\xc6\xb0\xe1\xbb\x9dng\r1 2 3\x1b[201~",
]
# What acts: without letters about, nothing of it is taken for stray typing.
ACTS = [
    *[b" "] * 24, b"1", b"1", b"2", b"3", *[b"\r"] * 8, *[b"\x1b"] * 3, b"\t", b"\x1b[A", b"\x1b[B",
    *[f"\x1b[{number}~".encode() for number in (15, 17, 18, 19, 20)],
    b"\x1bOQ", b"\x1bOS", b"\x1a", b"\x19", b"\x02", b"\x10", b"\x07", b"\x14", b"\x0f",
]
BROKEN = [
    b"\x1b[", b"\x1bO", b"\x1b[1;", b"\x1b[200~", b"\x1b[200~abc", b"\xe1\xbb", b"\xc4", b"\xf0\x9f", b"\x1b[M", b"\x1b[<",
    b"\x1b]", b"\x1bP", b"\xff\xfe", b"\x1b[201~", b"\x00", b"\x1b\x1b",
]
SIGNALS = [signal.SIGWINCH, signal.SIGCONT, signal.SIGUSR1, signal.SIGUSR2]
SIZES = [(24, 80), (40, 120), (60, 200), (16, 60), (10, 40), (5, 20), (70, 250)]
LONGEST_STAND = 2.0
KEYS_A_SESSION = 50_000
REGULATIONS = ["dan-tien-2025", "qd-1573-2025", "dien-bien", "lao-cai-7-qc-tu-2025", "tang-tien-2024"]


class Monkey:
    def __init__(self, home, session):
        self.home, self.session = home, session
        self.stands, self.starts, self.worst, self.faults = 0, 0, 0.0, []
        self.actions, self.acts_only = 0, True
        self.open()

    def open(self):
        self.starts += 1
        self.terminal = Terminal(self.home, ["run", self.session], *random.choice(SIZES[:3]))
        # Signals that come before the desk is there meet a program that has taken no terminal yet.
        began = time.monotonic()
        while not self.terminal.saved() and self.terminal.read(0.1):
            assert time.monotonic() - began < 60, f"no desk: {self.terminal.tail[-600:]!r}"

    def is_alive(self):
        return self.terminal.read(0)

    def look(self, seconds):
        """Watches the clock without touching anything; it is drawn every second."""
        # A window that is too small for the desk shows no clock.
        self.terminal.resize(40, 120)
        self.terminal.read(0.1)
        until = time.monotonic() + seconds
        self.terminal.last_output = time.monotonic()
        while time.monotonic() < until:
            if not self.terminal.read(0.05):
                return
            stood = time.monotonic() - self.terminal.last_output
            self.worst = max(self.worst, stood)
            if stood > LONGEST_STAND:
                self.stands += 1
                return

    def left(self):
        """It left by itself: a key may mean that. The terminal has to be given back."""
        tail = self.terminal.tail
        code = self.terminal.end(signal.SIGCONT)
        if code != 0 or b"\x1b[?1049l" not in tail or b"\x1b[?2004l" not in tail:
            self.faults.append(f"ended with {code}: {tail[-300:]!r}")
        self.open()

    def act(self):
        """A handful of keys, or a trouble; how many keys it was."""
        self.actions += 1
        # What acts needs a quiet terminal, so there is a time for that and a time for noise.
        if self.actions % (400 if self.acts_only else 60) == 0:
            self.acts_only = not self.acts_only
            self.actions = 0
            self.terminal.read(random.uniform(0, 0.3))
        choice = random.random()
        if choice < 0.90 and self.acts_only:
            key = random.choice(ACTS)
            # The same key again within 400 ms is the same press; another key between two of them parts them.
            self.terminal.send(key if key == b"\x1b" else key + b"\x1b[B")
            # Right behind an Esc the next key would be one pressed with Alt.
            time.sleep(0.08 if key == b"\x1b" else random.choice([0, 0, 0, 0.02, 0.02, 0.02, 0.02, 0.45]))
            self.terminal.read(0)
            return 1
        if choice < 0.90:
            count = random.choice([1, 2, 5, 60, 300, 2000])
            self.terminal.send(b"".join(random.choice(KEYS) for _ in range(count)))
            return count
        if choice < 0.96:
            self.terminal.send(random.choice(BROKEN))
            return 1
        if choice < 0.98:
            letter = random.choice(["ễ", "Ư", "đ"]).encode()
            self.terminal.send(letter[:1])
            self.terminal.read(random.uniform(0, 0.02))
            self.terminal.send(letter[1:])
            return 1
        if choice < 0.99:
            size = random.choice(SIZES)
            self.terminal.resize(*size)
            return 1
        if choice < 0.999:
            self.terminal.tell(random.choice(SIGNALS))
            return 1
        self.terminal.tell(signal.SIGTSTP)
        self.terminal.read(0.05)
        self.terminal.tell(signal.SIGCONT)
        return 1


def session_of_keys(keys, seed, number):
    """One session in a home of its own: how many keys, entries, starts and stands, the longest stand, the faults."""
    random.seed(seed * 1000 + number)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="monkey-"))
    home = Home(folder)
    session = home.new_session(REGULATIONS[number % len(REGULATIONS)])
    monkey = Monkey(home, session)
    pressed, looked = 0, time.monotonic()
    while pressed < keys:
        if not monkey.is_alive():
            monkey.left()
            continue
        pressed += monkey.act()
        if time.monotonic() - looked > 5:
            monkey.look(1.6)
            looked = time.monotonic()
    monkey.look(3)
    monkey.terminal.tell(signal.SIGCONT)
    code = monkey.terminal.end(signal.SIGTERM)
    if code != 0 or b"\x1b[?1049l" not in monkey.terminal.tail:
        monkey.faults.append(f"SIGTERM ends with {code}: {monkey.terminal.tail[-300:]!r}")
    for arguments in (["verify", session], ["export", session, "--to", f"{session}-ho-so"]):
        ran = home.run(*arguments)
        if ran.returncode:
            monkey.faults.append(f"{arguments}: {ran.stderr}")
    dossier = home.run("verify", f"{session}-ho-so", "--json")
    if dossier.returncode or not json.loads(dossier.stdout)["whole"]:
        monkey.faults.append(f"the dossier: {dossier.stdout} {dossier.stderr}")
    entries = sum(1 for _ in home.journal(session).open("rb"))
    for fault in monkey.faults:
        print(fault, folder, flush=True)
    if not monkey.faults and not monkey.stands:
        shutil.rmtree(folder)
    print(f"{REGULATIONS[number % len(REGULATIONS)]}: {pressed} keys, {entries} entries", flush=True)
    return pressed, entries, monkey.starts, monkey.stands, monkey.worst, len(monkey.faults)


def main():
    asked = options(__doc__, keys=1_000_000).parse_args()
    begin(asked)
    began = time.monotonic()
    sessions = max(asked.jobs, asked.keys // KEYS_A_SESSION)
    parts = [(keys, asked.seed, number) for number, keys in enumerate(shares(asked.keys, sessions))]
    with multiprocessing.get_context("fork").Pool(asked.jobs) as pool:
        told = pool.starmap(session_of_keys, parts, chunksize=1)
    pressed, entries, starts, stands, worst, faults = zip(*told)
    print(
        f"{sum(pressed)} keys in {len(parts)} sessions and {sum(starts)} starts, {sum(entries)} entries; {sum(faults)} faults, "
        f"the clock stood {sum(stands)} times for more than {LONGEST_STAND:.0f} s, {max(worst):.2f} s at most; "
        f"seed {asked.seed}, {time.monotonic() - began:.0f} s"
    )
    sys.exit(1 if sum(faults) or sum(stands) else 0)


if __name__ == "__main__":
    main()
