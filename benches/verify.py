#!/usr/bin/env python3
"""How long a dossier of 500 items takes to be verified, beside how long it took to be exported.

    cargo build --release --bin doithoai --example large
    benches/verify.py --bin target/release/doithoai [--runs 5]

The median of so many runs of each, in turn; ends with 1 when verifying takes more than twice as long. The session is the
one of benches/large.rs. Linux, Python 3.9.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from in_terminal import ROOT, Home, begin, options

MOST_TIMES = 2.0


def timed(home, *arguments):
    began = time.monotonic()
    ran = home.run(*arguments)
    took = time.monotonic() - began
    assert ran.returncode == 0, (arguments, ran.stdout[-500:], ran.stderr[-500:])
    return took


def main():
    parser = options(__doc__, runs=5)
    parser.add_argument("--large", type=pathlib.Path, default=ROOT / "target/release/examples/large")
    asked = parser.parse_args()
    begin(asked)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="verify-"))
    home = Home(folder)
    environment = dict(os.environ, **home.environment)
    subprocess.run([asked.large.resolve(), home.data], check=True, env=environment, stdout=subprocess.DEVNULL)
    exported, verified = [], []
    for run in range(asked.runs + 1):
        dossier = str(folder / f"dossier-{run}")
        exported.append(timed(home, "export", "large", "--to", dossier))
        verified.append(timed(home, "verify", dossier))
    # The first of each warmed the caches.
    export, verify = statistics.median(exported[1:]), statistics.median(verified[1:])
    shutil.rmtree(folder)
    print(f"export {export * 1000:.0f} ms, verify {verify * 1000:.0f} ms: {verify / export:.2f} times, {MOST_TIMES:.1f} at most")
    sys.exit(1 if verify > MOST_TIMES * export else 0)


if __name__ == "__main__":
    main()
