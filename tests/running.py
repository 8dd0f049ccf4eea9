"""A command line in a copy of this process: a process of its own, but one that has imported what it needs."""

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import types
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from summitparse.cli import main
from summitparse.cli.app import build
from tests.waiting import NEVER

# What every command imports when it is called, and `batch` besides: once here, and not once a copy.
for _name in (
    *("filelock", "importlib.metadata", "pydantic.type_adapter", "typer._adapters"),
    *("summitparse.cli.page", "summitparse.batch.cores", "summitparse.batch.processes", "summitparse.batch.progress"),
    *("summitparse.batch.run", "summitparse.batch.sinks.choose", "summitparse.reading"),
):
    import_module(_name)


class Running:
    """`main` as the command `words` in the folder `cwd`, begun at once; `prepare` is called in the new process.

    It has the names that `subprocess.Popen` gives a process; standard input is empty.
    """

    def __init__(self, words: list[str], cwd: Path, prepare: Callable[[], None]) -> None:
        self.out, self.err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed once read
        build(words[0])
        self.process = multiprocessing.get_context("fork").Process(target=self._be, args=(words, cwd, prepare))
        self.process.start()

    def _be(self, words: list[str], cwd: Path, prepare: Callable[[], None]) -> None:
        gc.freeze()
        warnings.simplefilter("ignore")
        for number, file in enumerate((self.out, self.err), 1):
            os.dup2(file.fileno(), number)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        sys.modules["__main__"] = types.ModuleType("__main__")  # that of the tests is nothing for processes of its own
        sys.argv = ["summitparse", *words]
        os.chdir(cwd)
        prepare()
        main()

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float = NEVER) -> int:
        self.process.join(timeout)
        assert self.process.exitcode is not None, "it does not end"
        return self.process.exitcode

    def communicate(self, timeout: float = NEVER) -> tuple[bytes, bytes]:
        """What it has written to standard output and standard error, once it has ended."""
        self.wait(timeout)
        return self._read(self.out), self._read(self.err)

    @staticmethod
    def _read(file: BinaryIO) -> bytes:
        with file:
            file.seek(0)
            return file.read()
