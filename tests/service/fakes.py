"""Work for tests of the queue: fast, and as bad as a release can be."""

import os
import time

from summitparse.errors import UnreadableInput
from summitparse.service.wanted import Wanted


def answer(wanted: Wanted) -> str:
    match wanted.text:
        case "refuse":
            raise UnreadableInput("nothing to read")
        case "fault":
            raise ZeroDivisionError("by zero")
        case "die":
            os._exit(3)
        case "fill":
            return str(len(bytearray(400_000_000)))
        case "spin":
            while True:
                pass
        case "wait":
            time.sleep(0.3)
    return f'{{"id": "{wanted.id}", "pid": {os.getppid()}}}'
