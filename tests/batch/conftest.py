import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options
from summitparse.batch.run import Report, run_batch
from summitparse.batch.sinks import choose
from summitparse.batch.workers import ThisProcess, Workers

FAKES = Path(__file__).parent / "fakes"
FAKE = "fake_work:work"


@pytest.fixture(autouse=True)
def fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FAKES))
    sys.modules.pop("fake_work", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty small files, `00.txt` to `19.txt`."""
    path = tmp_path / "in"
    path.mkdir()
    for number in range(20):
        (path / f"{number:02}.txt").write_text(f"release {number}\n")
    return path


@pytest.fixture
def batch(tmp_path: Path) -> Callable[..., Report]:
    """Runs a batch with the fake work; `out` names the output."""

    def run(
        *paths: Path | str,
        out: str = "out.jsonl",
        workers: Workers | None = None,
        options: Options | None = None,
        **more: Any,
    ) -> Report:
        output = tmp_path / out
        return run_batch(
            Inputs([str(path) for path in paths]),
            output,
            choose(output),
            options or Options(),
            workers=workers or ThisProcess(),
            work=FAKE,
            **more,
        )

    return run
