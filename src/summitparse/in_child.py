"""A function's answer, worked out in a child process that may take so much and no more."""

import json
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial

from summitparse import errors
from summitparse.allowance import Allowance, end_with, first_to_go

# The first byte of what a child says.
ANSWER, ERROR, OUT_OF_MEMORY, INTERRUPTED = b"=", b"!", b"m", b"i"


def in_child(work: Callable[[], str], allowance: Allowance, name: str) -> str:
    """What `work` gives; `name` is what the release is called where it takes too much.

    Raises `TooCostly`, and every `SummitparseError` that `work` raises; its other errors are `InternalError`. Where
    there is nothing to be kept within, or the system cannot copy a process, it is done in this one.
    """
    if not hasattr(os, "fork") or not (allowance.memory or allowance.seconds):
        return work()
    said, saying = os.pipe()
    here, parent_lives = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(said)
        os.close(parent_lives)
        _be_child(work, allowance, saying, here)
    os.close(saying)
    os.close(here)
    status = None
    try:
        with os.fdopen(said, "rb") as pipe:
            answer = pipe.read()
        status = os.waitpid(child, 0)[1]
    finally:
        if status is None:  # interrupted
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(parent_lives)
    return _understood(answer, os.waitstatus_to_exitcode(status), allowance, name)


def _be_child(work: Callable[[], str], allowance: Allowance, saying: int, parent: int) -> None:
    """Says what becomes of `work` and ends: nothing that this process was begun with is cleaned up twice."""
    try:
        first_to_go()
        threading.Thread(target=end_with, args=(partial(_closed, parent), allowance), daemon=True).start()
        with allowance.held():
            answer = _answer(work)
        with os.fdopen(saying, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)


def _answer(work: Callable[[], str]) -> bytes:
    try:
        return ANSWER + work().encode("utf-8")
    except errors.SummitparseError as error:
        return ERROR + json.dumps([type(error).__name__, str(error)]).encode()
    except MemoryError:
        return OUT_OF_MEMORY
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the parent is to say it, whatever it is
        if sys.flags.dev_mode:
            sys.excepthook(type(error), error, error.__traceback__)
        said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        message = f"A fault of summitparse itself ({said}). Please report it with what led to it."
        return ERROR + json.dumps(["InternalError", message]).encode()


def _closed(pipe: int, seconds: float | None) -> bool:
    return bool(select.select([pipe], [], [], seconds)[0])


def _understood(answer: bytes, exit_code: int, allowance: Allowance, name: str) -> str:
    kind, said = answer[:1], answer[1:]
    if kind == ANSWER and exit_code == 0:
        return said.decode("utf-8")
    if kind == INTERRUPTED:
        raise KeyboardInterrupt
    if kind == OUT_OF_MEMORY:
        raise errors.TooCostly(allowance.out_of_memory(name))
    if kind == ERROR:
        error, message = json.loads(said)
        raise getattr(errors, error)(message)
    raise errors.TooCostly(allowance.ended_with(exit_code, name))
