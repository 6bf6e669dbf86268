#!/usr/bin/env python3
"""Kills the desk again and again and looks whether anything is lost that the screen had called saved.

    benches/kills.py --runs 3000                SIGKILL at any moment
    benches/kills.py --runs 3000 --power-cut    besides, what was written after the last sync is cut, torn or zeroed
    … --ledger DOSSIER                          not the desk but what is entered afterwards, in the follow-up screen, of a
                                                closed session: `cargo run --example province FOLDER` makes dossiers
    … --bin target/release/doithoai --jobs 4    another program than the last debug build, so many sessions at once

A power cut is simulated: a shim notes how far the journal was
synced, and what lies behind that is then spoilt as a disk would. After every run the journal or ledger is read by an
independent reader, and the desk or screen opens it again. Linux, Python 3.9, a C compiler for --power-cut.
"""

import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from in_terminal import Home, Terminal, begin, options, shares, side_by_side, whole_entries

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Notes the length of the journal or ledger once the system has said that it is on the disk. */
static void note(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    if (!strstr(path, getenv("WATCHED"))) return;
    struct stat now;
    if (fstat(fd, &now)) return;
    char text[32];
    int count = snprintf(text, sizeof text, "%020lld", (long long)now.st_size);
    int out = open(getenv("SYNCED"), O_WRONLY | O_CREAT, 0600);
    if (out < 0) return;
    (void)!pwrite(out, text, count, 0);
    close(out);
}

__attribute__((constructor)) static void loaded(void) {
    int out = open(getenv("LOADED"), O_WRONLY | O_CREAT, 0600);
    if (out >= 0) close(out);
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
KEYS = [b" ", b" ", b" ", b" ", b"1", b"\r", b"\r", b"\x1b[15~", b"\x1a", b"\x19"]


def build_shim(folder):
    source, library = folder / "shim.c", folder / "shim.so"
    source.write_text(SHIM)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def watched(shim, folder, path):
    """What the shim is told: the file whose syncs it notes, and where."""
    return {"LD_PRELOAD": str(shim), "SYNCED": str(folder / "synced"), "LOADED": str(folder / "loaded"), "WATCHED": path}


def check_is_watched(folder):
    """A program that is linked whole takes no shim, and everything it wrote would count as not synced."""
    if not (folder / "loaded").exists():
        sys.exit("the syncs of this program cannot be seen; try one that is linked to the system's library")


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
    extra = watched(shim, folder, "/journal.ron") if shim else None
    terminal = Terminal(home, ["run", session], extra=extra)
    began = time.monotonic()
    while not terminal.saved():
        if not terminal.read(0.05) or time.monotonic() - began > 30:
            raise AssertionError("the desk does not open: " + terminal.tail.decode("utf-8", "replace"))
    until = time.monotonic() + random.uniform(0.02, 0.3)
    while time.monotonic() < until:
        # The same key again within 400 ms is the same press; another key between two of them parts them.
        terminal.send(random.choice(KEYS) + b"\x1b[B")
        if not terminal.read(random.uniform(0, 0.03)):
            break
    terminal.tell(signal.SIGKILL)
    terminal.end()
    saved = terminal.saved()
    if shim:
        check_is_watched(folder)
        cut_power(home.journal(session), int(synced.read_text()))
    return saved


def killed(runs, seed, is_cut, number):
    """So many runs in a home of their own: what was called saved, and what of it was lost."""
    random.seed(seed + number)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kills-"))
    shim = build_shim(folder) if is_cut else None
    home = Home(folder)
    session, acknowledged, lost = None, 0, 0
    for run in range(runs):
        if run % RUNS_A_SESSION == 0:
            if session and not lost:
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
            print(f"run {run}: the screen said {saved}, the journal has {whole}; {kept}", flush=True)
        checked = home.run("verify", session)
        if checked.returncode:
            print(f"run {run}: verify says {checked.stderr}; {folder}", flush=True)
            lost += 1
    if lost == 0:
        shutil.rmtree(folder)
    return acknowledged, lost


def told(terminal):
    """What the last row but one says was done: entered, undone or done again; nothing while a form is open."""
    found = re.match(r" ?(Đã ghi|Đã hoàn tác|Đã làm lại): ", terminal.row(terminal.rows - 1))
    return found.group(1) if found else None


def one_act(last):
    """The keys of the next act, and what the screen will say of it: an answer, its undoing, its return."""
    if last in ("Đã ghi", "Đã làm lại") and random.random() < 0.5:
        return [b"\x1a"], "Đã hoàn tác"
    if last == "Đã hoàn tác":
        return [b"\x19"], "Đã làm lại"
    return [b"\x1b[H", b"\r", b"\r"], "Đã ghi"


def one_ledger_run(home, session, shim, folder, ledger):
    """Enters answers, kills the screen at any moment; how many acts it had called entered by then."""
    synced = folder / "synced"
    synced.write_text(str(ledger.stat().st_size if ledger.exists() else 0))
    extra = watched(shim, folder, "/follow-up.ron") if shim else None
    terminal = Terminal(home, ["follow-up", session], extra=extra)
    began = time.monotonic()
    while "Enter" not in terminal.row(terminal.rows):
        if not terminal.read(0.05) or time.monotonic() - began > 30:
            raise AssertionError("the screen does not open: " + terminal.tail.decode("utf-8", "replace"))
    until = time.monotonic() + random.uniform(0.02, 2.5)
    entered, last, pressed = 0, None, 0.0
    while time.monotonic() < until:
        keys, wanted = one_act(last)
        for key in keys:
            # A second Enter within 400 ms is the same press.
            while key == b"\r" and time.monotonic() < min(until, pressed + 0.42):
                terminal.read(0.01)
            if time.monotonic() >= until:
                break
            terminal.send(key)
            terminal.read(random.uniform(0, 0.03))
            pressed = time.monotonic() if key == b"\r" else pressed
        else:
            while time.monotonic() < until and told(terminal) != wanted:
                terminal.read(0.01)
            if told(terminal) == wanted:
                entered, last = entered + 1, wanted
    terminal.tell(signal.SIGKILL)
    terminal.end()
    if shim:
        check_is_watched(folder)
    if shim and ledger.exists():
        cut_power(ledger, int(synced.read_text()))
    return entered


def killed_after(runs, seed, is_cut, number, dossier):
    """So many runs of the follow-up screen: what was called entered, and what of it was lost."""
    random.seed(seed + number)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kills-"))
    shim = build_shim(folder) if is_cut else None
    home = Home(folder)
    acknowledged, lost = 0, 0
    place = home.data / "sessions" / "2026-01-01-01"
    ledger = place / "follow-up.ron"
    for run in range(runs):
        if run % RUNS_A_SESSION == 0:
            if place.exists() and not lost:
                shutil.rmtree(place)
            shutil.copytree(dossier, place, ignore=shutil.ignore_patterns("follow-up*"))
        before = whole_entries(ledger) if ledger.exists() else 0
        entered = one_ledger_run(home, place.name, shim, folder, ledger)
        whole = whole_entries(ledger) if ledger.exists() else 0
        acknowledged += entered
        if whole < before + entered:
            lost += before + entered - whole
            print(f"run {run}: {before} and {entered} entered, the ledger has {whole}; {ledger}", flush=True)
        checked = home.run("verify", place.name)
        if checked.returncode:
            print(f"run {run}: verify says {checked.stderr}; {folder}", flush=True)
            lost += 1
    if lost == 0:
        shutil.rmtree(folder)
    return acknowledged, lost


def main():
    parser = options(__doc__, runs=3000)
    parser.add_argument("--power-cut", action="store_true")
    parser.add_argument("--ledger", type=pathlib.Path, metavar="DOSSIER")
    asked = parser.parse_args()
    begin(asked)
    began = time.monotonic()
    parts = [(runs, asked.seed, asked.power_cut, number) for number, runs in enumerate(shares(asked.runs, asked.jobs))]
    if asked.ledger:
        ends = side_by_side(killed_after, [(*part, asked.ledger.resolve()) for part in parts])
    else:
        ends = side_by_side(killed, parts)
    acknowledged, lost = sum(part[0] for part in ends), sum(part[1] for part in ends)
    kind = "power cuts" if asked.power_cut else "kills"
    took = time.monotonic() - began
    print(f"{asked.runs} {kind}, {acknowledged} acts called saved, {lost} lost; seed {asked.seed}, {took:.0f} s")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
