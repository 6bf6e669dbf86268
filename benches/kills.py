#!/usr/bin/env python3
"""Kills the desk again and again and looks whether anything is lost that the screen had called saved.

    benches/kills.py --runs 3000                SIGKILL at any moment
    benches/kills.py --runs 3000 --power-cut    besides, what was written after the last sync is cut, torn or zeroed

The program is DOITHOAI_BIN, or the last debug build. A power cut is simulated: a shim notes how far the journal was
synced, and what lies behind that is then spoilt as a disk would. After every run the journal is read by an
independent reader, and the desk opens it again. Linux, Python 3.9, a C compiler for --power-cut.
"""

import argparse
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from in_terminal import Home, Terminal, whole_entries

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Notes the length of the journal once the system has said that it is on the disk. */
static void note(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    if (!strstr(path, "/journal.ron")) return;
    struct stat now;
    if (fstat(fd, &now)) return;
    char text[32];
    int count = snprintf(text, sizeof text, "%020lld", (long long)now.st_size);
    int out = open(getenv("SYNCED"), O_WRONLY | O_CREAT, 0600);
    if (out < 0) return;
    (void)!pwrite(out, text, count, 0);
    close(out);
}

int fdatasync(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    int result = real(fd);
    if (!result) note(fd);
    return result;
}

int fsync(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    int result = real(fd);
    if (!result) note(fd);
    return result;
}
"""
RUNS_A_SESSION = 40


def build_shim(folder):
    source, library = folder / "shim.c", folder / "shim.so"
    source.write_text(SHIM)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def cut_power(path, synced):
    """What a disk may leave of the bytes that it had not said to have."""
    data = path.read_bytes()
    rest = bytearray(data[synced:])
    fate = random.randrange(4)
    if fate == 0:
        rest = rest[:0]
    elif fate == 1:
        rest = rest[: random.randint(0, len(rest))]
    elif fate == 2 and rest:
        at = random.randrange(len(rest))
        rest[at:] = bytes(len(rest) - at)
    path.write_bytes(data[:synced] + bytes(rest))
    return len(rest)


def one_run(home, session, shim, folder):
    """Runs the desk, kills it at any moment; what it had called saved by then."""
    synced = folder / "synced"
    # What a run before had on the disk stays there.
    synced.write_text(str(home.journal(session).stat().st_size))
    extra = {"LD_PRELOAD": str(shim), "SYNCED": str(synced)} if shim else None
    terminal = Terminal(home, ["run", session], extra=extra)
    began = time.monotonic()
    while not terminal.saved():
        if not terminal.read(0.05) or time.monotonic() - began > 30:
            raise AssertionError("the desk does not open: " + terminal.tail.decode("utf-8", "replace"))
    until = time.monotonic() + random.uniform(0.02, 0.5)
    while time.monotonic() < until:
        terminal.send(random.choice([b" ", b" ", b" ", b" ", b"1", b"\r", b"\x1b[15~", b"\x1a", b"\x19"]))
        if not terminal.read(random.uniform(0, 0.03)):
            break
    terminal.tell(signal.SIGKILL)
    terminal.end()
    saved = terminal.saved()
    if shim:
        cut_power(home.journal(session), int(synced.read_text()))
    return saved


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3000)
    parser.add_argument("--power-cut", action="store_true")
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.randrange(1 << 32)
    random.seed(seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kills-"))
    shim = build_shim(folder) if asked.power_cut else None
    home = Home(folder)
    session, acknowledged, lost, began = None, 0, 0, time.monotonic()
    for run in range(asked.runs):
        if run % RUNS_A_SESSION == 0:
            if session:
                shutil.rmtree(home.data / "sessions" / session)
            session = home.new_session(random.choice(["dan-tien-2025", "qd-1573-2025", "tang-tien-2024"]))
            before = 0
        saved = one_run(home, session, shim, folder)
        whole = whole_entries(home.journal(session))
        acknowledged += max(0, saved - before)
        before = max(before, saved)
        if whole < saved:
            lost += saved - whole
            kept = folder / f"lost-{run}.ron"
            shutil.copy(home.journal(session), kept)
            print(f"run {run}: the screen said {saved}, the journal has {whole}; {kept}")
        checked = home.run("verify", session)
        if checked.returncode:
            print(f"run {run}: verify says {checked.stderr}")
            lost += 1
    took = time.monotonic() - began
    kind = "power cuts" if shim else "kills"
    print(f"{asked.runs} {kind}, {acknowledged} acts called saved, {lost} lost; seed {seed}, {took:.0f} s")
    if lost == 0:
        shutil.rmtree(folder)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
