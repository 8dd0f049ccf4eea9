"""A cluster's workers keep within the limits as those of one machine do."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summitparse.allowance import Allowance
from summitparse.batch.cluster import run_on_cluster
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options
from tests.batch.conftest import FAKE

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps"),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture
def address() -> Iterator[str]:
    """A scheduler whose worker is a thread of this process."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_what_takes_too_much_costs_only_itself(folder: Path, address: str, tmp_path: Path) -> None:
    limits, output = tmp_path / "limits", tmp_path / "parts"
    (folder / "03.txt").write_text("EAT\n")
    for number in (5, 6):
        (folder / f"{number:02}.txt").write_text(f"LIMIT {limits}\n" + " " * 150_000)
    (folder / "07.txt").write_text("ALONE\n")
    report = run_on_cluster(
        Inputs([str(folder)]), str(output), Options(), address=address, work=FAKE, allowance=Allowance(500, 50)
    )
    assert (report.done, report.failed) == (19, 1)
    (failed,) = [json.loads(line) for line in (output / "failures.jsonl").read_bytes().splitlines()[1:]]
    assert failed["message"].endswith("03.txt: too much.")
    # Each of two blocks had all the seconds of the allowance, and not those of the one before.
    first, second = map(int, limits.read_text().split())
    assert 50 < first <= second
