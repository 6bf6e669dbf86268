#!/usr/bin/env python3
"""What sharing costs, and that it loses nothing: how long from the desk to another computer (over loopback, every write synced),
what the courier needs of memory, how long a commune's year takes to the province, and a number of kills of the engine while a
session is shared. Needs an engine (NATS_SERVER, or installed) and a program with the feature:

    cargo build --profile dist --features nats --bin doithoai --example sharing
    benches/share.py [--bin PROGRAM] [--lines 300] [--kills 100] [--limits]

With --limits it fails above 100 ms at the 95th percentile, 10 MB of the courier, 10 s for twelve sessions.
"""
import argparse
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(what, is_so, seconds=60):
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            sys.exit(f"error: it never comes: {what}")
        time.sleep(0.002)


class Share:
    def __init__(self, program, data, session, port):
        self.data, self.log, self.killed = data, data / "share.log", set()
        environment = dict(os.environ, DOITHOAI_CONFIG_DIR=str(data / "none"), DOITHOAI_LANG="en")
        self.process = subprocess.Popen(
            [program, "share", session, "--data-dir", data, "--listen", f"127.0.0.1:{port}"],
            stdout=self.log.open("wb"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment)
        wait_for("the session is shared", lambda: b"handed over:" in self.log.read_bytes())

    def url(self, user):
        return re.search(rf"nats://{user}:\S+", self.log.read_text()).group(0)

    def memory(self):
        """Resident and of its own, in kB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(re.search(rf"{name}:\s+(\d+)", text).group(1)) for name in ("VmRSS", "RssAnon")]

    def kill_engine(self):
        """Waits until one runs again that was not killed yet."""
        def is_killed():
            try:
                pid = int((self.data / "engine" / "server.pid").read_text())
                if pid in self.killed:
                    return False
                os.kill(pid, signal.SIGKILL)
            except (OSError, ValueError):
                return False
            self.killed.add(pid)
            return True
        wait_for("an engine runs", is_killed)

    def end(self):
        self.process.terminate()
        self.process.wait()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--bin", default=ROOT / "target/dist/doithoai", type=pathlib.Path)
    arguments.add_argument("--hand", type=pathlib.Path, help="the example `sharing`, beside the program unless said otherwise")
    arguments.add_argument("--lines", type=int, default=300)
    arguments.add_argument("--kills", type=int, default=100)
    arguments.add_argument("--limits", action="store_true")
    given = arguments.parse_args()
    hand = given.hand or given.bin.parent / "examples" / "sharing"
    over = []
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        session = subprocess.run([hand, "lay-down", data], check=True, capture_output=True, text=True).stdout.strip()
        share = Share(given.bin, data, session, free_port())
        url = share.url("venue")
        told = subprocess.run([hand, "latency", data, session, url, str(given.lines)], check=True, capture_output=True, text=True)
        took = sorted(float(line) for line in told.stdout.split())
        p95 = took[int(len(took) * 0.95)]
        resident, own = share.memory()
        print(f"desk to other computer: median {statistics.median(took):.1f} ms, p95 {p95:.1f} ms, worst {took[-1]:.1f} ms"
              f" ({len(took)} lines, every write synced)")
        print(f"courier: {resident / 1024:.1f} MB resident, {own / 1024:.1f} MB of its own")
        over += [f"p95 {p95:.0f} ms"] * (p95 > 100) + [f"courier {resident} kB"] * (resident > 10 * 1024)
        # Kills of the engine while the desk goes on; in the end the copy is the journal.
        follow = subprocess.Popen([hand, "act", data, session, url, str(given.kills)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(given.kills):
            share.kill_engine()
            follow.stdin.write("\n")
            follow.stdin.flush()
            line = follow.stdout.readline()
            if not line:
                sys.exit("error: the hand of the desk ended")
        follow.stdin.close()
        rest = follow.stdout.read().strip()
        if follow.wait() != 0 or not rest.startswith("same"):
            sys.exit(f"error: after {len(share.killed)} kills the copy is not the journal: {rest}")
        print(f"{len(share.killed)} kills of the engine: nothing lost, {rest}")
        share.end()
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        names = subprocess.run([hand, "year", data, "12"], check=True, capture_output=True, text=True).stdout.split()
        share = Share(given.bin, data, names[0], free_port())
        desk = share.url("hall").replace("hall", "desk", 1)
        import json
        password = json.loads((data / "engine" / "passwords.json").read_text())["desk"]
        desk = re.sub(r":[^:@]+@", f":{password}@", desk, count=1)
        environment = dict(os.environ, DOITHOAI_CONFIG_DIR=str(data / "none"), DOITHOAI_LANG="en")
        for name in names:
            subprocess.run([given.bin, "share", name, "--data-dir", data, "--engine", desk, "--dossier", "xa"],
                           check=True, capture_output=True, env=environment)
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as province:
            subprocess.run([given.bin, "report", "--period", "2026", "--data-dir", province, "--to", f"{province}/report",
                            "--engine", share.url("province")], check=True, capture_output=True, env=environment)
        seconds = time.monotonic() - began
        print(f"a commune's year, {len(names)} sessions: fetched, verified and reported on by the province in {seconds:.1f} s")
        over += [f"a year in {seconds:.0f} s"] * (seconds > 10)
        share.end()
    if given.limits and over:
        sys.exit("error: over the limits: " + ", ".join(over))


if __name__ == "__main__":
    main()
