#!/usr/bin/env python3
"""Pictures of the hall's page in a browser, and what must be so on them: examples/hall.py DIR [PART-OF-A-NAME]

Every picture the hall can see is served by the real program and drawn by headless Chromium on a television and on telephones:
nothing is cut, nothing on a television is smaller than 1/28 of its height, nothing on a telephone is wider than its screen.
Then somebody registers on a telephone while a desk runs in a terminal, and a connection is lost and comes back.

Linux, Python 3.9, Chromium (or CHROMIUM=path), standard library only. `cargo build --features hall` first, or DOITHOAI_BIN.
"""

import base64
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benches"))
from in_terminal import Home, Terminal, program  # noqa: E402

SIZES = [(1920, 1080), (1366, 768), (360, 740), (320, 568)]

# What is cut, too small or too wide on the page as it stands; in words, empty when all is well.
CHECK = r"""
(function () {
  var faults = [], wide = innerWidth, high = innerHeight, tv = document.documentElement.className.indexOf('tv') >= 0;
  var all = document.querySelectorAll('body *'), i, node, box, style, text;
  if (document.documentElement.scrollWidth > wide) { faults.push('wider than the screen: ' + document.documentElement.scrollWidth); }
  for (i = 0; i < all.length; i++) {
    node = all[i];
    text = '';
    for (var k = 0; k < node.childNodes.length; k++) { if (node.childNodes[k].nodeType === 3) { text += node.childNodes[k].data; } }
    if (!text.trim() || ['SCRIPT', 'NOSCRIPT', 'STYLE'].indexOf(node.tagName) >= 0) { continue; }
    box = node.getBoundingClientRect();
    style = getComputedStyle(node);
    if (!box.width || !box.height || style.visibility === 'hidden') { continue; }
    if (box.left < -0.5 || box.right > wide + 0.5) { faults.push('cut at a side: ' + text); }
    if (tv && (box.top < -0.5 || box.bottom > high + 0.5)) { faults.push('cut above or below: ' + text); }
    if (tv && parseFloat(style.fontSize) < high / 28 - 0.01) { faults.push('too small: ' + text + ' ' + style.fontSize); }
    if (!tv && parseFloat(style.fontSize) < 14) { faults.push('too small: ' + text + ' ' + style.fontSize); }
  }
  node = document.querySelector('.main');
  if (tv && node && node.scrollHeight > node.clientHeight + 1) { faults.push('more than the picture holds'); }
  return faults.join('\n');
}())
"""


class Browser:
    """Chromium without a window, told what to do over a pipe."""

    def __init__(self):
        self.home = tempfile.mkdtemp()
        theirs_in, self.to = os.pipe()
        self.out, theirs_out = os.pipe()
        chromium = os.environ.get("CHROMIUM", "chromium")
        command = f'exec {chromium} "$@" 3<&{theirs_in} 4>&{theirs_out}'
        flags = ["--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 f"--user-data-dir={self.home}", "about:blank"]
        self.process = subprocess.Popen(["bash", "-c", command, "chromium", *flags], pass_fds=(theirs_in, theirs_out),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number, self.rest = 0, b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def ask(self, method, **parameters):
        self.number += 1
        asked = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            asked["sessionId"] = self.session
        os.write(self.to, json.dumps(asked).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                self.rest += os.read(self.out, 1 << 20)
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]

    def size(self, wide, high):
        self.ask("Emulation.setDeviceMetricsOverride", width=wide, height=high, deviceScaleFactor=1, mobile=wide < 600)

    def show(self, url):
        self.ask("Page.navigate", url=url)

    def run(self, script):
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def wait(self, script, seconds=20):
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            if self.run(script):
                return
            time.sleep(0.05)
        raise AssertionError(f"not within {seconds} s: {script}\n{self.run('document.body.innerText')}")

    def picture(self, path, whole=False):
        drawn = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        pathlib.Path(path).write_bytes(base64.b64decode(drawn["data"]))

    def end(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


class Hall:
    """The program that serves a session."""

    def __init__(self, home, session, *options, listen="127.0.0.1:0"):
        self.process = subprocess.Popen([program(), "hall", session, "--listen", listen, *options], env=home.environment,
                                        stdout=subprocess.PIPE, text=True)
        self.url = re.search(r"http\S+", self.line("http"))[0]

    def line(self, words):
        for line in self.process.stdout:
            if words in line:
                return line
        raise AssertionError(f"nothing is said of {words}")

    def end(self):
        self.process.kill()
        self.process.wait()


def scenes(browser, home, folder, wanted):
    made = subprocess.run(["cargo", "run", "--quiet", "--example", "hall_scenes", "--", str(home.data)], cwd=ROOT,
                          capture_output=True, text=True, check=True)
    faults = 0
    for name in [*made.stdout.split(), "waiting"]:
        if wanted not in name:
            continue
        hall = Hall(home, name)
        for wide, high in SIZES:
            browser.size(wide, high)
            browser.show(hall.url)
            browser.wait("document.querySelector('.main') !== null")
            time.sleep(0.15)
            found = browser.run(CHECK)
            faults += bool(found)
            print(f"{name} {wide}x{high}: {found or 'well'}")
            browser.picture(folder / f"{name}-{wide}x{high}.png")
        hall.end()
    return faults


def registration(browser, home, folder):
    """From the number to `you are number so-and-so`, and a refusal."""
    session = home.new_session()
    hall = Hall(home, session, "--register")
    pin = re.search(r"\d{6}$", hall.line("Mã cho máy").strip())[0]
    browser.size(360, 740)
    browser.show(f"{hall.url}/register")
    browser.wait("document.querySelector('.pin') !== null")
    browser.picture(folder / "register-1-number.png")
    wrong = "000000" if pin != "000000" else "000001"
    browser.run(f"document.querySelector('.pin').value = '{wrong}'; document.querySelector('form button').click()")
    browser.wait("document.querySelector('.fault') !== null")
    browser.picture(folder / "register-2-wrong.png")
    time.sleep(1.1)
    # The picture for a camera leads here.
    browser.show("about:blank")
    browser.show(f"{hall.url}/register#{pin}")
    browser.wait("document.querySelector('#name') !== null")
    assert "#" not in browser.run("location.href")
    browser.picture(folder / "register-3-form.png")
    assert not browser.run(CHECK), browser.run(CHECK)
    browser.run("""
      document.querySelectorAll('.choices button')[1].click();
      document.querySelector('#name').value = 'Nguyễn Thị Ước';
      document.querySelector('#village').value = 'thôn Nà Hỏi';
      document.querySelector('#subject').value = 'Đường vào thôn bị sạt lở';
      document.querySelector('form > button').click()""")
    browser.wait("document.querySelector('.asked.waiting') !== null")
    browser.picture(folder / "register-4-waiting.png")
    # The desk opens the session and takes what lies there.
    desk = Terminal(home, ["run", session])
    ends = time.monotonic() + 20
    while time.monotonic() < ends and not browser.run("document.querySelector('.asked.done') !== null"):
        desk.read(0.1)
    said = browser.run("document.querySelector('.asked.done .number').textContent")
    browser.picture(folder / "register-5-number.png")
    print("registration:", said)
    assert re.fullmatch(r"Bà con là số \d+", said), said
    assert not browser.run(CHECK), browser.run(CHECK)
    browser.size(320, 568)
    time.sleep(0.2)
    browser.picture(folder / "register-6-narrow.png")
    assert not browser.run(CHECK), browser.run(CHECK)
    # Whom the telephone registered it may correct and mark.
    browser.size(360, 740)
    browser.wait("document.querySelector('.asked.own') !== null")
    browser.picture(folder / "register-8-own.png", whole=True)
    assert not browser.run(CHECK), browser.run(CHECK)
    browser.run("document.querySelector('.asked.own button').click()")
    browser.wait("document.querySelector('#name').value === 'Nguyễn Thị Ước'")
    browser.run("document.querySelector('#name').value = 'Nguyễn Thị Ướt'")
    browser.picture(folder / "register-9-correct.png", whole=True)
    browser.run("document.querySelector('form > button').click()")
    corrected = "Array.from(document.querySelectorAll('.asked.own p')).some(p => p.textContent === 'Bà Nguyễn Thị Ướt')"
    ends = time.monotonic() + 20
    while time.monotonic() < ends and not browser.run(corrected):
        desk.read(0.1)
    assert browser.run(corrected), browser.run("document.body.innerText")
    browser.run("document.querySelectorAll('.asked.own button')[3].click()")
    ends = time.monotonic() + 20
    while time.monotonic() < ends and "thôi phát biểu" not in browser.run("document.querySelector('.asked.own').innerText"):
        desk.read(0.1)
    said = browser.run("document.querySelector('.asked.own').innerText").split("\n")[:3]
    print("corrected and withdrawn:", said)
    assert any("thôi phát biểu" in line for line in said), said
    browser.size(320, 568)
    time.sleep(0.2)
    browser.picture(folder / "register-10-withdrawn.png", whole=True)
    assert not browser.run(CHECK), browser.run(CHECK)
    desk.end()
    hall.end()
    # Of a session that is over the desk says why not.
    hall = Hall(home, "ended", "--register")
    pin = re.search(r"\d{6}$", hall.line("Mã cho máy").strip())[0]
    browser.show(f"{hall.url}/register#{pin}")
    browser.wait("document.querySelector('#name') !== null")
    browser.run("document.querySelector('#name').value = 'Lò Văn Ẩn'; document.querySelector('form > button').click()")
    browser.wait("document.querySelector('.asked.waiting') !== null")
    desk = Terminal(home, ["run", "ended"])
    ends = time.monotonic() + 20
    while time.monotonic() < ends and not browser.run("document.querySelector('.asked.refused') !== null"):
        desk.read(0.1)
    print("refused:", browser.run("document.querySelector('.asked.refused').innerText").replace("\n", " – "))
    browser.picture(folder / "register-7-refused.png")
    assert not browser.run(CHECK), browser.run(CHECK)
    desk.end()
    hall.end()


def connection(browser, home, folder):
    """A connection that is lost, and comes back."""
    hall = Hall(home, "floor")
    browser.size(1920, 1080)
    browser.show(hall.url)
    browser.wait("document.querySelector('.digits') !== null")
    before = browser.run("document.querySelector('.digits').textContent")
    time.sleep(1.2)
    assert browser.run("document.querySelector('.digits').textContent") != before, "the clock stands"
    for end in [lambda: hall.process.send_signal(signal.SIGSTOP), hall.end]:
        end()
        began = time.monotonic()
        browser.wait("document.body.className.indexOf('lost') >= 0")
        print(f"lost after {time.monotonic() - began:.1f} s:", browser.run("document.querySelector('.digits').textContent"))
        browser.picture(folder / "lost-1920x1080.png")
        assert not browser.run(CHECK), browser.run(CHECK)
        hall.process.send_signal(signal.SIGCONT)
        if hall.process.poll() is not None or end == hall.end:
            hall = Hall(home, "floor", listen=hall.url.split("//")[1])
        browser.wait("document.body.className.indexOf('lost') < 0")
    print("back:", browser.run("document.querySelector('.digits').textContent"))
    hall.end()
    # A television that knows no streams asks again and again.
    hall = Hall(home, "floor")
    old = browser.ask("Page.addScriptToEvaluateOnNewDocument", source="delete window.EventSource")["identifier"]
    browser.show(hall.url)
    browser.wait("window.EventSource === undefined && document.querySelector('.digits') !== null")
    hall.end()
    browser.wait("document.body.className.indexOf('lost') >= 0")
    browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=old)
    print("without streams: shown, and lost")


def main():
    folder = pathlib.Path(sys.argv[1])
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as at:
        home, browser = Home(at), Browser()
        try:
            faults = scenes(browser, home, folder, wanted)
            if wanted in "registration":
                registration(browser, home, folder)
            if wanted in "connection":
                connection(browser, home, folder)
        finally:
            browser.end()
    sys.exit(1 if faults else 0)


main()
