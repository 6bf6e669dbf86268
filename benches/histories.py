#!/usr/bin/env python3
"""Tells histories of a shared session with real processes: a desk that writes all the time, a courier, an engine, a computer that
joined, and a cable to each of the two. In any order and at any moment the desk is killed while it writes, the courier, the engine,
the other computer; a cable is cut; the engine's disk is wiped. When everything is whole again, then nothing that the desk
acknowledged is missing, the copy is the journal byte for byte, and so is that of a computer that joins for the first time.

    cargo build --features nats --bin doithoai --example sharing
    benches/histories.py [--histories 300] [--jobs 4] [--seed 1] [--bin target/debug/doithoai]

Needs an engine (NATS_SERVER, or installed). `--seed` tells the same histories again, as far as processes let themselves be told.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONFIG = """
listen: "127.0.0.1:{port}"
max_payload: 8388608
jetstream {{ store_dir: "{store}", sync_interval: always }}
system_account: SYS
accounts {{
  SYS {{ exports: [ {{ service: "$SYS.REQ.SERVER.PING.JSZ" }} ] }}
  A {{
    jetstream: enabled
    imports: [ {{ service: {{ account: SYS, subject: "$SYS.REQ.SERVER.PING.JSZ" }} }} ]
    users: [ {{ user: desk, password: x }} ]
  }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Cable:
    """Hands bytes on between a port of its own and the engine's, as long as it is whole."""

    def __init__(self, to):
        self.to, self.whole, self.ends, self.lock = to, True, set(), threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            try:
                if not self.whole:
                    raise OSError
                far = socket.create_connection(("127.0.0.1", self.to), 2)
                far.settimeout(None)
            except OSError:
                near.close()
                continue
            with self.lock:
                self.ends |= {near, far}
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        self.close(one, other)

    def close(self, *ends):
        for end in ends:
            with self.lock:
                self.ends.discard(end)
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()

    def cut(self):
        self.whole = False
        self.close(*list(self.ends))

    def end(self):
        self.listener.close()
        self.cut()


class History:
    def __init__(self, given, seed):
        self.given, self.chance = given, random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="history-"))
        self.data, self.there = self.folder / "desk", self.folder / "there"
        self.environment = dict(os.environ, DOITHOAI_CONFIG_DIR=str(self.folder / "none"), DOITHOAI_LANG="en")
        self.port = free_port()
        self.courier_cable, self.reader_cable = Cable(self.port), Cable(self.port)
        self.acknowledged, self.turn, self.happened = [], 0, collections.Counter()
        self.engine = self.courier = self.reader = self.desk = None
        (self.folder / "server.conf").write_text(CONFIG.format(port=self.port, store=self.folder / "store"))
        told = subprocess.run([given.hand, "lay-down", self.data], check=True, capture_output=True, text=True)
        self.session = told.stdout.strip()

    def journal(self):
        return self.data / "sessions" / self.session / "journal.ron"

    def start(self, command, **more):
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, **more)

    def start_engine(self):
        command = [os.environ.get("NATS_SERVER") or "nats-server", "-c", self.folder / "server.conf"]
        self.engine = self.start(command, stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("the engine does not start")

    def url(self, port):
        return f"nats://desk:x@127.0.0.1:{port}"

    def start_courier(self):
        log = (self.folder / "share.log").open("ab")
        self.courier = self.start([self.given.bin, "share", self.session, "--data-dir", self.data, "--engine",
                                   self.url(self.courier_cable.port)], stdout=log)

    def start_reader(self, there=None, port=None):
        command = [self.given.hand, "hold", there or self.there, self.session, self.url(port or self.reader_cable.port)]
        return self.start(command, stdout=subprocess.DEVNULL)

    def start_desk(self):
        self.turn += 1
        self.desk = self.start([self.given.hand, "scribble", self.data, self.session, str(self.turn)], stdout=subprocess.PIPE)
        threading.Thread(target=self.hear, args=(self.desk.stdout,), daemon=True).start()

    def hear(self, output):
        for line in output:
            if line.endswith(b"\n"):
                self.acknowledged.append(line.decode().strip())

    def kill(self, process):
        if process and process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def mend(self):
        """Whatever is not there is there again."""
        if self.engine.poll() is not None:
            self.start_engine()
        self.courier_cable.whole = self.reader_cable.whole = True
        if self.courier.poll() is not None:
            self.start_courier()
        if self.reader.poll() is not None:
            self.reader = self.start_reader()
        if self.desk.poll() is not None:
            self.start_desk()

    def mishap(self):
        what = self.chance.choice(["desk", "desk", "courier", "engine", "wipe", "reader", "courier cable", "reader cable", "mend"])
        self.happened[what] += 1
        if what == "desk":
            self.kill(self.desk)
        elif what == "courier":
            self.kill(self.courier)
        elif what in ("engine", "wipe"):
            self.kill(self.engine)
            if what == "wipe":
                shutil.rmtree(self.folder / "store", ignore_errors=True)
        elif what == "reader":
            self.kill(self.reader)
        elif what == "courier cable":
            self.courier_cable.cut()
        elif what == "reader cable":
            self.reader_cable.cut()
        else:
            self.mend()

    def has(self, there):
        copies = list(there.glob("other/joined/*/sessions/*/journal.ron"))
        return any(copy.read_bytes() == self.journal().read_bytes() for copy in copies)

    def size(self):
        """Grows as long as anything is handed over or copied."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.suffix in (".ron", ".blk") and path.exists())

    def wait_for(self, what, is_so, seconds=90):
        until, size = time.monotonic() + seconds, 0
        while not is_so():
            try:
                if (now := self.size()) > size:
                    until, size = time.monotonic() + seconds, now
            except FileNotFoundError:
                pass
            # One that found no engine when it was started is started again, as a service is.
            if self.courier and self.courier.poll() is not None and not self.is_fenced():
                self.start_courier()
            # So is who wanted to join before the session was there.
            if self.reader and self.reader.poll() is not None:
                self.reader = self.start_reader()
            if time.monotonic() > until:
                raise AssertionError(f"it never comes: {what}\n" + (self.folder / "share.log").read_text()[-2000:])
            time.sleep(0.05)

    def is_fenced(self):
        return "Nothing is handed over any more" in (self.folder / "share.log").read_text()

    def tell(self):
        self.start_engine()
        self.start_courier()
        self.start_desk()
        self.wait_for("the session is shared", lambda: b"handed over" in (self.folder / "share.log").read_bytes())
        self.reader = self.start_reader()
        for _ in range(self.chance.randint(4, 14)):
            time.sleep(self.chance.uniform(0.02, 0.35))
            self.mishap()
            if self.chance.random() < 0.4:
                self.mend()
        self.mend()
        time.sleep(0.2)
        # The last desk is killed, too, and another one writes the last line and ends in order.
        self.kill(self.desk)
        subprocess.run([self.given.hand, "write", self.data, self.session, "1"], check=True, capture_output=True)
        self.wait_for("the copy is the journal", lambda: self.has(self.there))
        late = self.folder / "late"
        joins = self.start_reader(late, self.port)
        self.wait_for("who comes late has the journal", lambda: self.has(late))
        self.kill(joins)
        if self.is_fenced():
            raise AssertionError("the courier took the desk for another writer:\n" + (self.folder / "share.log").read_text()[-2000:])
        text, at = self.journal().read_text(), 0
        for line in self.acknowledged:
            at = text.find(f'"{line}"', at)
            if at < 0:
                raise AssertionError(f"acknowledged and not there: {line}")
        return len(self.acknowledged), text.count("\n")

    def end(self):
        for process in (self.desk, self.reader, self.courier, self.engine):
            self.kill(process)
        for cable in (self.courier_cable, self.reader_cable):
            cable.end()


def told(given, seed):
    history = History(given, seed)
    try:
        acknowledged, lines = history.tell()
    except Exception as error:
        history.end()
        return seed, error, history.folder, history.happened, 0, 0
    history.end()
    shutil.rmtree(history.folder, ignore_errors=True)
    return seed, None, None, history.happened, acknowledged, lines


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--histories", type=int, default=300)
    arguments.add_argument("--jobs", type=int, default=4)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--bin", default=ROOT / "target/debug/doithoai", type=pathlib.Path)
    arguments.add_argument("--hand", type=pathlib.Path, help="the example `sharing`, beside the program unless said otherwise")
    given = arguments.parse_args()
    given.hand = given.hand or given.bin.parent / "examples" / "sharing"
    happened, acknowledged, lines, failed = collections.Counter(), 0, 0, 0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        seeds = range(given.seed, given.seed + given.histories)
        for seed, error, folder, what, some, whole in pool.map(lambda seed: told(given, seed), seeds):
            happened += what
            acknowledged += some
            lines += whole
            if error:
                failed += 1
                print(f"history {seed}: {error}\n  it lies in {folder}", flush=True)
            done = seed - given.seed + 1
            if done % 25 == 0 or done == given.histories:
                what = ", ".join(f"{count} {name}" for name, count in sorted(happened.items()) if name != "mend")
                print(f"{done} histories ({what}): {acknowledged} lines acknowledged, {lines} in the journals, {failed} histories went wrong",
                      flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
