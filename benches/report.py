#!/usr/bin/env python3
"""Measures the report on a synthetic province (400 dossiers, 12,000 items), `due` and `find` over 200 sessions, and counts
every figure of the workbook again with LibreOffice, where there is one. Fails over the limits.

    cargo build --release --example province && cargo build --release
    benches/report.py target/release
"""
import os, resource, shutil, subprocess, sys, tempfile, time, zipfile
import xml.etree.ElementTree as ET

LIMITS = {"report_s": 5.0, "report_mb": 200.0, "due_s": 0.2, "find_s": 0.3}


def run(command, env, allowed=(0,)):
    began = time.monotonic()
    child = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = child.communicate()
    lasted = time.monotonic() - began
    if child.returncode not in allowed:
        sys.exit(f"{command}: {child.returncode}\n{err.decode()}")
    return lasted, out, err


def peak_mb(command, env):
    """The memory of one run, by the kernel's own account."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvpe(command[0], command, env)
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_maxrss / 1024


def values(path):
    """Every figure of the tables: sheet, cell, value; raw rows are left out."""
    ns = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        tree = ET.fromstring(book.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in tree.find("m:sheets", ns)]
        for number, name in enumerate(names, 1):
            if name.startswith("DL "):
                continue
            sheet = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            for cell in sheet.iter("{%s}c" % ns["m"]):
                if cell.find("m:f", ns) is not None:
                    yield name, cell.get("r"), float(cell.find("m:v", ns).text)


def main():
    programs = sys.argv[1] if len(sys.argv) > 1 else "target/release"
    program = os.path.join(programs, "doithoai")
    home = tempfile.mkdtemp(prefix="doithoai-province-")
    env = dict(os.environ, DOITHOAI_DATA_DIR=f"{home}/data", DOITHOAI_CONFIG_DIR=f"{home}/config")
    worst = []
    try:
        run([os.path.join(programs, "examples", "province"), f"{home}/province"], env)
        report = [program, "report", "--period", "2026", "--from", f"{home}/province", "--to"]
        lasted, _, _ = run(report + [f"{home}/report"], env)
        worst.append(("report_s", lasted))
        worst.append(("report_mb", peak_mb(report + [f"{home}/again"], env)))
        # Two hundred sessions on this computer.
        os.makedirs(f"{home}/data/sessions")
        dossiers = [os.path.join(d, s) for d, subs, _ in os.walk(f"{home}/province") for s in subs if s[:2] == "20"]
        for number, dossier in enumerate(sorted(dossiers)[:200]):
            shutil.copytree(dossier, f"{home}/data/sessions/2026-01-01-{number:03}")
        run([program, "due"], env, (0, 3))  # makes the indexes
        worst.append(("due_s", min(run([program, "due"], env, (0, 3))[0] for _ in range(5))))
        worst.append(("find_s", min(run([program, "find", "nuoc", "sinh", "hoat"], env)[0] for _ in range(5))))
        for name, value in worst:
            print(f"{name:10} {value:8.2f}   limit {LIMITS[name]}")
        if shutil.which("soffice"):
            subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{home}/counted",
                            f"{home}/report/so-lieu.xlsx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ours = dict(((s, c), v) for s, c, v in values(f"{home}/report/so-lieu.xlsx"))
            theirs = dict(((s, c), v) for s, c, v in values(f"{home}/counted/so-lieu.xlsx"))
            wrong = {key: (value, theirs.get(key)) for key, value in ours.items() if theirs.get(key) != value}
            print(f"{len(ours)} figures counted again by LibreOffice, {len(wrong)} differ {list(wrong.items())[:5]}")
            if wrong or not ours:
                sys.exit(1)
        if any(value > LIMITS[name] for name, value in worst):
            sys.exit(1)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
