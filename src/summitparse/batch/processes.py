"""Workers as processes of their own: each loads the model once, and none can take another's releases down with it.

A pool of the standard library either breaks as a whole when one of its processes is killed, or waits for it forever;
here the parent holds a pipe to each worker, so it sees at once who died, over what, and how far it had come.
"""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic as now

from summitparse.allowance import UNLIMITED, Allowance
from summitparse.batch.item import Item, Options, Outcome
from summitparse.batch.serve import END, READY, Fault, serve
from summitparse.errors import InternalError
from summitparse.safe_path import leave_out_current_folder

# Outcomes a worker that may wait for an earlier one: enough for the others to go on beside a release of 2 MB.
AHEAD = 512
# A worker that says nothing for `patience` seconds, and one more for so many bytes of its block, hangs.
BYTES_A_SECOND = 10_000
# Seconds in which a worker has started, be the machine as busy as it may.
START = 300.0
# So many workers in a row that end before they have begun: then none ever will.
FALSE_STARTS = 3
# A release that was alone with its worker when that was killed so many times is what kills it.
DEATHS = 2
# The signal for which the system ends a worker that has had its time; 0 where there is none (Windows).
OUT_OF_TIME = int(getattr(signal, "SIGXCPU", 0))
# What others end a process with, the system too where memory runs out: of that the release need not be the cause.
BY_OTHERS = (int(getattr(signal, "SIGKILL", 0)), int(signal.SIGTERM))


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    block: dict[int, Item] = field(default_factory=dict)
    alone: bool = False
    busy: bool = False
    done: int = 0
    spent: bool = False  # has been out of memory: what its libraries hold by then is not relied on
    last_sign: float = 0.0

    def hangs(self, patience: float) -> bool:
        limit = patience + sum(item.size for item in self.block.values()) / BYTES_A_SECOND
        if not self.ready:
            limit = max(limit, START)
        return self.busy and now() - self.last_sign > limit


@dataclass(slots=True)
class Processes:
    """`count` worker processes; each is replaced after `max_tasks` releases, and killed after `patience` silent seconds
    (0: never). None takes more for a release than the `allowance`."""

    count: int = 1
    max_tasks: int = 0
    patience: float = 300.0
    allowance: Allowance = UNLIMITED

    def run(
        self, todo: Iterable[Sequence[Item]], work: str, options: Options, held: Callable[[], int]
    ) -> Iterator[Outcome | None]:
        """See `workers.Workers`. Raises `InternalError` if no worker can be started, `UsageError` if none may be."""
        pool = _Pool(self, work, options)
        source = iter(todo)
        more = True
        try:
            while more or pool.busy:
                while pool.has_room() and (pool.again or (more and held() < AHEAD * self.count)):
                    block = pool.again.popleft() if pool.again else next(source, None)
                    if block is None:
                        more = False
                        break
                    if block:
                        pool.give(block)
                    yield None
                yield from pool.listen()
        finally:
            pool.close()


class _Pool:
    def __init__(self, settings: Processes, work: str, options: Options) -> None:
        self.settings, self.work, self.options = settings, work, options
        leave_out_current_folder()
        # No thread or lock of the caller's is copied, and what workers use is counted as used by this process.
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[_Worker] = []
        self.again: deque[Sequence[Item]] = deque()
        self.deaths: Counter[int] = Counter()
        self.false_starts = 0

    @property
    def busy(self) -> bool:
        return bool(self.again) or any(worker.busy for worker in self.workers)

    def has_room(self) -> bool:
        return len(self.workers) < self.settings.count or any(not worker.busy for worker in self.workers)

    def give(self, block: Sequence[Item]) -> None:
        worker = next((worker for worker in self.workers if not worker.busy), None) or self.start()
        worker.block = {item.number: item for item in block}
        worker.alone = len(block) == 1
        worker.busy, worker.last_sign = True, now()
        # If it died while it was idle, `listen` will find that out.
        with suppress(BrokenPipeError, ConnectionResetError):
            worker.pipe.send(list(block))

    def start(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(
            target=serve, args=(theirs, self.work, self.options, self.settings.allowance), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def listen(self) -> Iterator[Outcome]:
        """What the workers say within a second."""
        pipes = {worker.pipe: worker for worker in self.workers if worker.busy}
        for pipe in wait(list(pipes), timeout=1.0) if pipes else ():
            worker = pipes[pipe]  # type: ignore[index]
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self.bury(worker, "")
                continue
            worker.last_sign = now()
            if isinstance(said, Outcome):
                item = worker.block.pop(said.number)
                worker.done += 1
                worker.spent = worker.spent or said.out_of_memory
                if said.out_of_memory and not worker.alone:
                    self.again.append([item])  # its neighbours may have had the memory
                else:
                    yield said
            elif isinstance(said, Fault):
                raise said.error
            elif said == READY:
                worker.ready, self.false_starts = True, 0
            elif said == END:
                worker.busy = False
                if worker.spent or 0 < self.settings.max_tasks <= worker.done:
                    self.retire(worker)
        if self.settings.patience:
            for worker in [worker for worker in self.workers if worker.hangs(self.settings.patience)]:
                worker.process.kill()
                yield from self.bury(worker, f"gave no sign of life for {self.settings.patience:.0f} s or more")

    def bury(self, worker: _Worker, reason: str) -> Iterator[Outcome]:
        """A worker has died: what it had not done is done again, one release at a time."""
        self.workers.remove(worker)
        worker.process.join()
        worker.pipe.close()
        code = worker.process.exitcode
        if not reason and code == -OUT_OF_TIME:
            reason = f"takes more than {self.settings.allowance.seconds} s of processor time (--max-seconds)"
        if not worker.ready:
            self.false_starts += 1
            if self.false_starts >= FALSE_STARTS:
                raise InternalError(
                    f"Workers end before they begin (exit code {code}). Is there memory enough? Try fewer --workers."
                )
            self.again.append(list(worker.block.values()))
            return
        for item in worker.block.values():
            if worker.alone:
                self.deaths[item.number] += DEATHS if reason or by_itself(code) else 1
            if self.deaths[item.number] >= DEATHS:
                del self.deaths[item.number]
                yield Outcome(item.number, item.name, failure=cause(item, code, reason))
            else:
                self.again.append([item])

    def retire(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join(timeout=5)

    def close(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
            if worker.busy:
                worker.process.kill()
        for worker in self.workers:
            worker.process.join(timeout=5)


def by_itself(exit_code: int | None) -> bool:
    """True for a signal of the work itself, as of a library that gets no more memory: it would do the same again."""
    return exit_code is not None and exit_code < 0 and -exit_code not in BY_OTHERS


def cause(item: Item, exit_code: int | None, reason: str) -> str:
    if not reason:
        how = f"signal {-exit_code}" if exit_code is not None and exit_code < 0 else f"exit code {exit_code}"
        times = "" if by_itself(exit_code) else f" {DEATHS} times"
        reason = f"ended its worker{times} ({how}; often that is too little memory, or --max-memory)"
    return f"{item.name}: {reason}. It was passed over; try it alone with `summitparse parse`."
