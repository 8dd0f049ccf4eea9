"""The loop of a worker process."""

import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from summitparse.allowance import Allowance, end_with, first_to_go
from summitparse.batch.item import Item, Options
from summitparse.batch.workers import found
from summitparse.errors import InternalError, SummitparseError
from summitparse.language.matrix import set_up_numpy

READY: Final = "ready"
END: Final = "end"


@dataclass(frozen=True, slots=True)
class Fault:
    """The worker cannot work at all; `error` says why."""

    error: SummitparseError


def parent_has_ended(seconds: float | None) -> bool:
    """Waits so long, None for ever. A batch that is killed leaves no worker, not even one that waits for an input that
    never comes."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join(seconds)
    return not parent.is_alive()


def keep() -> None:
    """Tells the collector of cycles that what is loaded by now stays, so that it need not look at it again."""
    gc.collect()
    gc.freeze()


def serve(pipe: Connection, work: str, options: Options, allowance: Allowance) -> None:
    """Says `READY`, then for each block its outcomes and `END`, until the other end of the pipe is closed.

    A block gets the time that one release may take: what is over it is done again alone.
    """
    # Ctrl-C is the parent's to hear: it ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first_to_go()
    set_up_numpy()
    try:
        do = found(work)
        keep()
        threading.Thread(target=end_with, args=(parent_has_ended, allowance), daemon=True).start()
        pipe.send(READY)
        first = True
        while True:
            block: Sequence[Item] = pipe.recv()
            with allowance.held():
                for outcome in do(block, options):
                    pipe.send(outcome)
            pipe.send(END)
            if first:  # the first release loads most tables of words
                keep()
                first = False
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except MemoryError:  # not in a release, whose own it would be: another worker may have more
        sys.exit(1)
    except SummitparseError as error:
        pipe.send(Fault(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is to say it, not this process
        pipe.send(Fault(InternalError(f"A worker failed ({type(error).__name__}: {error}). Please report it.")))
