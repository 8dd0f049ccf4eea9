"""A real scheduler and real workers, one of them killed, on this machine and on a store of URLs.

Long, so only with SUMMITPARSE_CLUSTER=20 (`make test-cluster`), the number of kills.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summitparse.batch.cluster import parts as dividing
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options

pytestmark = [
    pytest.mark.skipif(not os.environ.get("SUMMITPARSE_CLUSTER"), reason="long: make test-cluster"),
    pytest.mark.filterwarnings("ignore"),
]
KILLS = int(os.environ.get("SUMMITPARSE_CLUSTER", "0"))
FAKES = str(Path(__file__).parent / "fakes")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler with two workers, each under a nanny that starts it again."""
    environment = os.environ | {"PYTHONPATH": FAKES, "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical"}
    where = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(where), "--no-dashboard"]
    run = [sys.executable, "-m", "distributed.cli.dask_scheduler", *common, "--host", "127.0.0.1", "--port", "0"]
    processes = [subprocess.Popen(run, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", *common, "--nthreads", "1", "--nworkers", "2"]
    processes.append(subprocess.Popen(worker, env=environment, stderr=subprocess.DEVNULL, start_new_session=True))
    deadline = time.monotonic() + 60
    while not where.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    yield json.loads(where.read_text())["address"]
    for process in reversed(processes):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(dividing, "RELEASES", 8)
    path = tmp_path / "in.jsonl"
    with path.open("w") as file:
        for number in range(100):
            text = (
                "KILL" if number == 37 else "BAD" if number == 60 else "SLOW" if number % 9 == 0 else f"text {number}"
            )
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    return path


def cluster(lines: Path | str, output: str, address: str, **more: Any) -> Any:
    from summitparse.batch.cluster import run_on_cluster

    return run_on_cluster(Inputs([str(lines)]), output, Options(), address=address, work="fake_work:work", **more)


def joined(output: Path) -> bytes:
    found = sorted(path for path in output.glob("part-*.jsonl") if "failures" not in path.name)
    return b"".join(path.read_bytes() for path in found)


def test_a_release_that_kills_its_workers_costs_only_itself(
    scheduler: str, lines: Path, tmp_path: Path, batch: Callable[..., Any]
) -> None:
    from summitparse.batch.processes import Processes

    batch(lines, workers=Processes(1))
    report = cluster(lines, str(tmp_path / "parts"), scheduler)
    assert joined(tmp_path / "parts") == (tmp_path / "out.jsonl").read_bytes()
    assert (report.done, report.failed) == (98, 2)
    failed = [json.loads(line) for line in (tmp_path / "parts" / "failures.jsonl").read_bytes().splitlines()[1:]]
    assert [failure["name"].rpartition(":")[2] for failure in failed] == ["38", "61"]
    again = cluster(lines, str(tmp_path / "parts"), scheduler, resume=True)
    assert again.failed == 2 and again.kept > 70


def test_a_worker_killed_in_mid_run_costs_nothing(
    scheduler: str, lines: Path, tmp_path: Path, batch: Callable[..., Any]
) -> None:
    lines.write_text(lines.read_text().replace("KILL", "fine"))
    batch(lines)
    program = subprocess.Popen([sys.executable, "-c", KILLER, scheduler])
    report = cluster(lines, str(tmp_path / "parts"), scheduler)
    assert program.wait() == 0
    assert joined(tmp_path / "parts") == (tmp_path / "out.jsonl").read_bytes()
    assert (report.done, report.failed) == (99, 1)


# Kills one worker process, not its nanny, a second after it sees work.
KILLER = """
import os, signal, sys, time
from distributed import Client
client = Client(sys.argv[1])
while not any(client.processing().values()):
    time.sleep(0.05)
time.sleep(0.7)
pids = client.run(os.getpid)
os.kill(sorted(pids.values())[0], signal.SIGKILL)
client.close()
"""


def test_killed_again_and_again_it_ends_byte_for_byte_the_same(
    scheduler: str, lines: Path, tmp_path: Path, batch: Callable[..., Any]
) -> None:
    """Drivers and workers by turns, `KILLS` of them."""
    from distributed import Client

    lines.write_text(lines.read_text().replace("KILL", "fine"))
    batch(lines)
    whole, output = (tmp_path / "out.jsonl").read_bytes(), tmp_path / "parts"
    program = f"""
from summitparse.batch.cluster import parts, run_on_cluster
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options
parts.RELEASES = 8
run_on_cluster(Inputs([{str(lines)!r}]), {str(output)!r}, Options(), address={scheduler!r},
               work="fake_work:work", resume=True)
"""
    chance = random.Random(KILLS)
    killed = {"driver": 0, "worker": 0}
    with Client(scheduler) as client:
        while sum(killed.values()) < KILLS:
            driver = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.DEVNULL)
            while driver.poll() is None and sum(killed.values()) < KILLS:
                time.sleep(chance.uniform(0.5, 5.0))
                if driver.poll() is None:
                    if chance.random() < 0.5:
                        driver.kill()
                        killed["driver"] += 1
                    else:
                        os.kill(pid(client, chance), signal.SIGKILL)
                        killed["worker"] += 1
            if driver.wait() == 0:
                assert joined(output) == whole
                shutil.rmtree(output)
    cluster(lines, str(output), scheduler, resume=True)
    assert joined(output) == whole
    sys.stdout.write(f"killed {killed}\n")


def pid(client: Any, chance: random.Random) -> int:
    """The process of one worker of the cluster."""
    while not (found := client.run(os.getpid, on_error="ignore")):
        time.sleep(0.2)
    return int(chance.choice(sorted(found.values())))


def test_a_store_of_urls_gives_the_same_records(
    scheduler: str, lines: Path, tmp_path: Path, batch: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    moto = pytest.importorskip("moto.server")
    lines.write_text(lines.read_text().replace("KILL", "fine"))
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    try:
        import fsspec

        host, port = server.get_host_and_port()
        settings = {"endpoint_url": f"http://{host}:{port}", "key": "x", "secret": "x"}
        # How a site sets its store for every program: fsspec's own configuration, which workers read too.
        monkeypatch.setitem(fsspec.config.conf, "s3", settings)
        store = fsspec.filesystem("s3")
        store.mkdir("bucket")
        store.put(str(lines), "bucket/in.jsonl")
        from distributed import Client

        with Client(scheduler) as client:
            client.run(configure, settings)
        cluster("s3://bucket/in.jsonl", "s3://bucket/out", scheduler)
        names = sorted(name for name in store.ls("bucket/out", refresh=True) if "failures" not in name)
        found = [json.loads(line) for name in names for line in store.cat(name).splitlines()]
        batch(lines)
        wanted = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
        for record in wanted:
            record["source"]["name"] = record["source"]["name"].replace(str(lines), "s3://bucket/in.jsonl")
        assert found == wanted
        assert cluster("s3://bucket/in.jsonl", "s3://bucket/out", scheduler, resume=True).kept > 80
    finally:
        server.stop()


def configure(settings: dict[str, str]) -> None:
    import fsspec

    fsspec.config.conf["s3"] = settings


def test_a_scheduler_that_does_not_answer_is_a_sentence(lines: Path, tmp_path: Path) -> None:
    from summitparse.batch.cluster import engine
    from summitparse.errors import UsageError

    pytest.MonkeyPatch().setattr(engine, "PATIENCE", "2s")
    with pytest.raises(UsageError, match="No Dask scheduler"):
        cluster(lines, str(tmp_path / "parts"), "tcp://127.0.0.1:9")
