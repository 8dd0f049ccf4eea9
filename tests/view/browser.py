"""A headless Chromium, spoken to over a pipe (Chrome DevTools Protocol): nothing to install beside the browser."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.waiting import NEVER

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowRight": 39}


class Browser:
    """One page. `problems` are console errors and exceptions, `requests` every address that was asked for."""

    def __init__(self, write: int, read: int) -> None:
        self.write, self.reader = write, os.fdopen(read, "rb")
        self.number = 0
        self.session: str | None = None
        self.problems: list[str] = []
        self.requests: list[str] = []

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def receive(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self.reader.read(1)) != b"\0":
            assert byte, "the browser has gone"
            data += byte
        message: dict[str, Any] = json.loads(data)
        self.note(message)
        return message

    def note(self, message: dict[str, Any]) -> None:
        event, parameters = message.get("method"), message.get("params", {})
        if event == "Runtime.exceptionThrown" or (
            event == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning")
        ):
            self.problems.append(json.dumps(parameters)[:500])
        elif event == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.problems.append(parameters["entry"]["text"])
        elif event == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def attach(self) -> None:
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(t["targetId"] for t in targets if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def open(self, path: Path, *, dark: bool = False, width: int = 1280, height: int = 900) -> None:
        """Shows a file and forgets what was noted before."""
        self.problems, self.requests = [], []
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[feature])
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700
        )
        # Another page first, so that a new fragment alone loads the file anew.
        self.navigate("about:blank")
        self.problems, self.requests = [], []
        self.navigate(path.as_uri())

    def navigate(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        while self.receive().get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression; a promise is waited for."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def press(self, key: str, times: int = 1) -> None:
        code = {"windowsVirtualKeyCode": KEYS[key], "key": key, "code": key}
        for _ in range(times):
            self.call("Input.dispatchKeyEvent", type="keyDown", **code)
            self.call("Input.dispatchKeyEvent", type="keyUp", **code)

    def type_key(self, letter: str) -> None:
        """A letter without any other key."""
        code = {"windowsVirtualKeyCode": ord(letter.upper()), "key": letter, "code": f"Key{letter.upper()}"}
        self.call("Input.dispatchKeyEvent", type="keyDown", **code)
        self.call("Input.dispatchKeyEvent", type="keyUp", **code)

    def click(self, selector: str) -> None:
        """A real click in the middle of the first line of an element, once it lies still and nothing covers it."""
        place = self.run(
            f"(async () => {{ const e = document.querySelector({json.dumps(selector)}); let last = '';"
            "for (;;) { e.scrollIntoView({block: 'center', behavior: 'instant'});"
            "await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);"
            "const r = e.getClientRects()[0], at = [r.left + Math.min(r.width / 2, 12), r.top + r.height / 2];"
            "const hit = document.elementFromPoint(...at), ours = hit && (e.contains(hit) || hit.contains(e));"
            "if (ours && last === String(at)) return at; last = String(at); } })()"
        )
        where = {"x": place[0], "y": place[1], "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", type="mousePressed", **where)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **where)
        self.settle()

    def settle(self) -> None:
        """Waits until what was set off has happened: a change of the fragment is told a moment later."""
        self.run("new Promise(done => setTimeout(done, 60))")

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own; it is ended with the block."""
    to_browser, write = os.pipe()
    read, from_browser = os.pipe()
    # The browser reads file descriptor 3 and writes 4; a shell puts ours there.
    words = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        ["bash", "-c", words, str(CHROMIUM), *options, "--no-first-run", "--hide-scrollbars", "about:blank"],
        pass_fds=(to_browser, from_browser),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    browser = Browser(write, read)
    try:
        browser.attach()
        yield browser
    finally:
        process.terminate()
        process.wait(NEVER)
        os.close(write)
        browser.reader.close()
