"""The program in a pseudo-terminal, for the scripts beside this one: keys go in, the screen is read as it is drawn.

Linux, Python 3.9, standard library only.
"""

import argparse
import fcntl
import hashlib
import multiprocessing
import os
import pathlib
import pty
import random
import re
import select
import signal
import struct
import subprocess
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SEQUENCE = re.compile(rb"\x1b\[([0-9;?]*)([@-~])")


def options(about, **numbers):
    """What the scripts are asked for: the program, how many at once, where chance begins, and numbers of their own."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", help="the program to try")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="sessions at the same time")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    for name, number in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


def begin(asked):
    """Which program is tried, for this process and those it starts."""
    if asked.bin:
        os.environ["DOITHOAI_BIN"] = str(pathlib.Path(asked.bin).resolve())


def shares(whole, jobs):
    """The whole in as many parts of about the same size."""
    jobs = max(1, min(jobs, whole))
    return [whole // jobs + (part < whole % jobs) for part in range(jobs)]


def side_by_side(work, parts):
    """Does the work for each part in a process of its own; what each says in the end."""
    if len(parts) == 1:
        return [work(*parts[0])]
    with multiprocessing.get_context("fork").Pool(len(parts)) as pool:
        return pool.starmap(work, parts, chunksize=1)


def program():
    """The program to try: --bin, DOITHOAI_BIN, or the last debug build."""
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return os.environ.get("DOITHOAI_BIN") or str(target / "debug" / "doithoai")


class Home:
    """A computer on which nothing was done, with sessions of the shipped sample."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.environment = {
            "HOME": str(self.folder),
            "DOITHOAI_DATA_DIR": str(self.data),
            "DOITHOAI_CONFIG_DIR": str(self.folder / "configuration"),
            "TERM": "xterm-256color",
            "TZ": "Asia/Ho_Chi_Minh",
            "PATH": "/usr/bin:/bin",
        }

    def run(self, *arguments):
        return subprocess.run(
            [program(), *arguments],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def new_session(self, regulation="dan-tien-2025"):
        made = self.run("new", str(ROOT / "config/sample/plan.ron"), "--regulation", regulation)
        assert made.returncode == 0, made.stderr
        return made.stdout.strip()

    def journal(self, session):
        return self.data / "sessions" / session / "journal.ron"


class Terminal:
    """A program in a terminal of its own, and what stands on its screen."""

    def __init__(self, home, arguments, rows=40, columns=120, extra=None):
        environment = dict(home.environment, **(extra or {}))
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home.folder)
            os.execve(program(), [program(), *arguments], environment)
        self.rows, self.columns = rows, columns
        self.resize(rows, columns)
        self.cells = {}
        self.at = (1, 1)
        self.rest = b""
        self.last_output = time.monotonic()
        self.tail = b""

    def resize(self, rows, columns):
        self.rows, self.columns = rows, columns
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data):
        """Writes without ever waiting for a program that does not read."""
        while data:
            _, ready, _ = select.select([], [self.fd], [], 1)
            if not ready:
                self.read(0)
                continue
            data = data[os.write(self.fd, data[:512]) :]
            self.read(0)

    def read(self, wait):
        """Takes what was written; False when the program has closed its side."""
        ready, _, _ = select.select([self.fd], [], [], wait)
        if not ready:
            return True
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        if not data:
            return False
        self.last_output = time.monotonic()
        self.tail = (self.tail + data)[-4096:]
        self.draw(data)
        return True

    def draw(self, data):
        data = self.rest + data
        place = 0
        while place < len(data):
            byte = data[place]
            if byte == 0x1B:
                found = SEQUENCE.match(data, place)
                if not found:
                    if len(data) - place < 64:
                        break
                    place += 1
                    continue
                parameters, last = found.groups()
                if last == b"H":
                    parts = [int(part or 1) for part in parameters.split(b";")] if parameters else [1]
                    self.at = (parts[0], parts[1] if len(parts) > 1 else 1)
                elif last == b"G":
                    self.at = (self.at[0], int(parameters or 1))
                elif last == b"C":
                    self.at = (self.at[0], self.at[1] + int(parameters or 1))
                elif last == b"d":
                    self.at = (int(parameters or 1), self.at[1])
                elif last == b"J":
                    self.cells.clear()
                place = found.end()
                continue
            length = 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            if len(data) - place < length:
                break
            if byte == 0x0D:
                self.at = (self.at[0], 1)
            if byte >= 0x20:
                letter = data[place : place + length].decode("utf-8", "replace")
                self.cells[self.at] = letter
                self.at = (self.at[0], self.at[1] + 1)
            place += length
        self.rest = data[place:]

    def row(self, number):
        return "".join(self.cells.get((number, column), " ") for column in range(1, self.columns + 1))

    def saved(self):
        """The number of entries that the screen says are saved: in its head, which has as many rows as a title needs."""
        found = re.search(r"(?:đã lưu|saved) (\d+)", "".join(self.row(number) for number in range(1, 5)))
        return int(found.group(1)) if found else 0

    def tell(self, number):
        os.kill(self.pid, number)

    def end(self, number=signal.SIGKILL):
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            pass
        while self.read(0.2):
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


def whole_entries(path):
    """How many entries of a journal are whole, by a reading of its own: line ends, numbers and the chain of hashes."""
    before, count = "", 0
    for line in path.read_bytes().split(b"\n")[:-1]:
        number = re.match(rb"\(seq:(\d+),", line)
        chained = re.search(rb',before:"([0-9a-f]*)"(?:,seal:"[0-9a-f]{16}")?\)$', line)
        if not number or not chained:
            break
        if int(number[1]) != count + 1 or chained[1].decode() != before:
            break
        before, count = hashlib.sha256(line).hexdigest(), count + 1
    return count
