"""Processes that answer requests, as many at once as there are; the others wait for their turn."""

import asyncio
import multiprocessing
import queue
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from summitparse import errors
from summitparse.allowance import Allowance
from summitparse.in_child import in_child
from summitparse.language.matrix import set_up_numpy
from summitparse.safe_path import leave_out_current_folder
from summitparse.service.wanted import Wanted

# A worker that says nothing for so long (seconds) is ended: its own limit of processor time is far below.
PATIENCE = 600.0
# Requests that may wait; more are sent away, for nobody waits so long.
MOST_WAITING = 1000
WORK = "summitparse.service.wanted:answer"
ANSWERED = "answered"


class Busy(errors.SummitparseError):
    """More requests wait than will be served in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the work says, and how many seconds the request waited for its turn and was then worked on."""

    said: str
    waited: float
    worked: float


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection


class Pool:
    """`count` processes, each with the model; each request is worked on in a copy of one that keeps within the
    allowance, so that no request leaves anything behind. `work` names the function, for tests."""

    def __init__(self, count: int, allowance: Allowance, *, work: str = WORK, most_waiting: int = MOST_WAITING) -> None:
        leave_out_current_folder()
        self.count, self.allowance, self.work, self.most_waiting = count, allowance, work, most_waiting
        self.waiting = 0
        self._context = multiprocessing.get_context("spawn")
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="request")
        self._workers: set[int] = set()
        for _ in range(count):
            self._idle.put(self._start())

    async def answer(self, wanted: Wanted) -> str:
        """What the work says. Raises `Busy`, and every `SummitparseError` that it raises."""
        return (await self.timed(wanted)).said

    async def timed(self, wanted: Wanted) -> Answer:
        """The same, with the time it took."""
        if self.waiting >= self.most_waiting:
            raise Busy(f"{self.waiting} requests are waiting already. Try again in a minute.")
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, wanted, time.monotonic())
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Ends the processes; what they are working on is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with suppress(queue.Empty):
            while True:
                worker = self._idle.get_nowait()
                worker.pipe.close()
                worker.process.join(5)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self.work, self.allowance), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _ask(self, wanted: Wanted, came: float) -> Answer:
        worker = self._idle.get()
        begun = time.monotonic()
        kind = said = None
        try:
            # What a broken pipe raises is let go before anything else is raised: kept as a context it holds a buffer
            # on which the garbage collector of Python 3.12.1 fails.
            with suppress(EOFError, OSError):
                worker.pipe.send(wanted)
                if worker.pipe.poll(PATIENCE):
                    kind, said = worker.pipe.recv()
            if kind is None:
                worker.process.kill()
                worker.pipe.close()
                worker = self._start()
        finally:
            self._idle.put(worker)
        if kind is None:
            raise errors.TooCostly(f"{wanted.name}: it ended the process that worked on it. Cut it up.")
        if kind != ANSWERED:
            raise getattr(errors, kind, errors.InternalError)(said)
        return Answer(str(said), begun - came, time.monotonic() - begun)


def serve(pipe: Connection, work: str, allowance: Allowance) -> None:
    """The loop of a process: a request, its answer, until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent's to hear
    set_up_numpy()
    module, _, name = work.partition(":")
    loaded = import_module(module)
    if hasattr(loaded, "warm"):
        loaded.warm()
    do: Callable[[Wanted], str] = getattr(loaded, name)
    with suppress(EOFError, OSError):
        while True:
            wanted: Wanted = pipe.recv()
            try:
                said = ANSWERED, in_child(partial(do, wanted), allowance, wanted.name)
            except errors.SummitparseError as error:
                said = type(error).__name__, str(error)
            except Exception as error:  # noqa: BLE001 - without a copy of the process nothing else catches it
                said = "InternalError", f"A fault of summitparse itself ({type(error).__name__}: {error})."
            pipe.send(said)
