#!/usr/bin/env python3
"""Measures that a crowd at the hall's page costs the desk nothing: one desk in a pseudo-terminal, and in turns nobody and a
crowd at `doithoai hall --register` on the same session.

    benches/hall.py --program target/dist/doithoai      built with `--features hall`; ends with 1 when over its limits

The crowd: 200 viewers of the stream, 100 connections that say nothing, 20 viewers that read nothing, 10 that send their request a
byte at a time, wrong numbers of six figures, forged origins and forged hosts without pause. Rounds without and with it take turns, so that whatever else the
machine does meets both. Linux, Python 3.9, standard library only; nothing else should run meanwhile.
"""

import argparse
import asyncio
import json
import logging
import multiprocessing
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import terminal
from terminal import ROOT, Terminal, summary

VIEWERS, SILENT, DEAF, SLOW = 200, 100, 20, 10
KEYS = ["Down", "Up", "Tab", "Down", "Up", "Tab"]
MOST_MEMORY = 20.0
MOST_SHARE = 1.10


def crowd(port, told, stop):
    """Everybody who looks, waits, dawdles and tries, in a process of its own. In a hall they do so on devices of their own, so
    here they only get what the desk and the program that serves them leave."""
    os.nice(19)
    logging.disable()
    asyncio.run(gather(port, told, stop))


async def gather(port, told, stop):
    counts = dict.fromkeys(["events", "bytes", "refused", "let in", "ended", "reconnects"], 0)
    host = f"127.0.0.1:{port}"
    get = lambda path: f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()

    async def viewer():
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(get("/events"))
                while got := await reader.read(1 << 16):
                    counts["bytes"] += len(got)
                    counts["events"] += got.count(b"data: ")
                writer.close()
            except OSError:
                pass
            counts["reconnects"] += 1
            await asyncio.sleep(1)

    async def silent(send):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                for byte in send:
                    writer.write(bytes([byte]))
                    await asyncio.sleep(2)
                await reader.read(1)
                writer.close()
            except OSError:
                pass
            counts["ended"] += 1
            await asyncio.sleep(2)

    async def deaf():
        loop = asyncio.get_running_loop()
        while True:
            plain = socket.socket()
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            plain.setblocking(False)
            try:
                await loop.sock_connect(plain, ("127.0.0.1", port))
                await loop.sock_sendall(plain, get("/events"))
                # It reads nothing until its connection stood still for so long that it was ended.
                await asyncio.sleep(90)
            except OSError:
                pass
            plain.close()
            await asyncio.sleep(2)

    async def tries(origin, body, named=host):
        text = (
            f"POST /register/pin HTTP/1.1\r\nHost: {named}\r\nOrigin: {origin}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"
        )
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(text.encode())
                answer = await reader.read()
                counts["let in" if b" 200 OK" in answer[:20] or b"set-cookie" in answer.lower() else "refused"] += 1
                writer.close()
            except OSError:
                pass
            await asyncio.sleep(0.1)

    crowd_of = [viewer() for _ in range(VIEWERS)]
    crowd_of += [silent(b"") for _ in range(SILENT)]
    crowd_of += [silent(b"GET / HTTP/1.1\r\n") for _ in range(SLOW)]
    crowd_of += [deaf() for _ in range(DEAF)]
    crowd_of += [tries(f"http://{host}", '{"pin":"000000"}'), tries("http://example.org", '{"pin":"000000"}'),
                 tries(f"http://evil.example:{port}", '{"pin":"000000"}', f"evil.example:{port}")]
    tasks = [asyncio.create_task(one) for one in crowd_of]
    while not stop.is_set():
        await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    told.put(counts)


class Hall:
    def __init__(self, data, session):
        environment = dict(os.environ, DOITHOAI_DATA_DIR=str(data), DOITHOAI_CONFIG_DIR=str(data / "config"))
        arguments = [terminal.PROGRAM, "hall", session, "--listen", "127.0.0.1:0", "--register", "--lang", "vi"]
        self.process = subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)", self.process.stdout.readline().split("//")[1])[1])
        self.stop, self.told = multiprocessing.Event(), multiprocessing.Queue()
        self.people = multiprocessing.Process(target=crowd, args=(self.port, self.told, self.stop))
        self.people.start()

    def memory(self):
        """MiB of resident memory, at most so far."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.stop.set()
        counts = self.told.get(timeout=20)
        self.people.join()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        return counts


def round_of(desk, asked, samples, name):
    for _ in range(asked.keys):
        for key in KEYS:
            samples.setdefault(f"{name}/move", []).append(desk.key(key))
    for _ in range(asked.acts):
        samples.setdefault(f"{name}/act", []).append(desk.key("Ctrl+Z"))
        samples.setdefault(f"{name}/act", []).append(desk.key("Ctrl+Y"))


def measure(asked, data):
    made = subprocess.run([terminal.PROGRAM, "new", ROOT / "config/sample/plan.ron", "--data-dir", data], check=True,
                          capture_output=True, text=True)
    session = made.stdout.strip().split()[-1]
    desk = Terminal([terminal.PROGRAM, "run", session], data)
    desk.first_frame()
    for _ in range(12):
        desk.key("Space")
    samples, halls = {}, []
    for _ in range(asked.rounds):
        round_of(desk, asked, samples, "without")
        hall = Hall(data, session)
        time.sleep(4)
        cpu, began = hall.cpu(), time.monotonic()
        round_of(desk, asked, samples, "with")
        spent = (hall.cpu() - cpu) / (time.monotonic() - began)
        halls.append({"memory": hall.memory(), "cpu": spent, **hall.end()})
    desk.end()
    return {"keys": {name: summary(taken) for name, taken in samples.items()}, "halls": halls}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--keys", type=int, default=25, help="times each key of a round")
    parser.add_argument("--acts", type=int, default=40, help="acts taken back and put back in a round")
    asked = parser.parse_args()
    terminal.PROGRAM = asked.program.resolve()
    data = pathlib.Path(tempfile.mkdtemp(prefix="hall-", dir=ROOT / "target"))
    try:
        report = measure(asked, data)
    finally:
        shutil.rmtree(data)
    print(json.dumps(report, indent=1))
    faults = []
    for kind in ("move", "act"):
        without, with_crowd = (report["keys"][f"{name}/{kind}"]["p95"] for name in ("without", "with"))
        print(f"{kind}: p95 {without:.2f} ms without, {with_crowd:.2f} ms with a crowd ({with_crowd / without - 1:+.1%})")
        if with_crowd > without * MOST_SHARE:
            faults.append(f"{kind}: more than {MOST_SHARE - 1:.0%} slower")
    memory = max(hall["memory"] for hall in report["halls"])
    print(f"memory of the hall: at most {memory:.1f} MiB")
    if memory > MOST_MEMORY:
        faults.append("too much memory")
    if any(hall["let in"] for hall in report["halls"]):
        faults.append("somebody was let in")
    if any(hall["events"] < VIEWERS for hall in report["halls"]):
        faults.append("viewers saw nothing")
    print("\n".join(faults) or "within the limits")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
