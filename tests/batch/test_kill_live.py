"""The real batch, killed again and again at random moments, and gone on with.

Long, so only with SUMMITPARSE_KILLS=50 (`make test-kill`), the number of kills.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summitparse.batch.journal import remove

KILLS = int(os.environ.get("SUMMITPARSE_KILLS", "0"))
SAMPLES = Path(__file__).parents[2] / "samples"

pytestmark = pytest.mark.skipif(not KILLS, reason="long: make test-kill")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Enough releases that their work takes longer than the start of the workers, no two alike."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    path = tmp_path / "in.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(KILLS * 3):
            text = texts[number % len(texts)] + f"\n\nRelease number {number} costs ${number} million.\n"
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    return path


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


def kill(process: "subprocess.Popen[bytes]", chance: random.Random) -> str:
    """The batch, or one of its processes."""
    workers = children(process.pid)
    if workers and chance.random() < 0.3:
        os.kill(chance.choice(workers), signal.SIGKILL)
        return "worker"
    process.kill()
    process.wait()
    return "batch"


def content(output: Path) -> dict[str, bytes]:
    files = sorted(output.iterdir()) if output.is_dir() else [output]
    return {"" if file == output else file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("out.jsonl", 1.0),
        ("out.jsonl.gz", 0.2),
        ("out.jsonl.zst", 0.2),
        ("out.sqlite", 0.2),
        ("out.parquet", 0.2),
        ("out.csv", 0.2),
    ],
)
def test_killed_again_and_again_it_ends_byte_for_byte_the_same(
    lines: Path, tmp_path: Path, name: str, share: float
) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "summitparse", "batch", str(lines), "--quiet", "--workers", "2"]
    started = time.monotonic()
    subprocess.run([*command, "-o", str(tmp_path / f"whole.{name}")], check=True)
    undisturbed = time.monotonic() - started
    whole, output = content(tmp_path / f"whole.{name}"), tmp_path / name
    chance = random.Random(f"{name} {KILLS}")
    killed = {"batch": 0, "worker": 0}
    finished = 0
    while sum(killed.values()) < KILLS * share:
        process = subprocess.Popen([*command, "-o", str(output), "--resume"])
        while process.poll() is None:
            time.sleep(chance.uniform(0.0, undisturbed))
            if process.poll() is None:
                killed[kill(process, chance)] += 1
        assert process.returncode in (0, -signal.SIGKILL)
        if process.returncode == 0:
            # Done in spite of all: compare, and begin anew.
            assert content(output) == whole
            remove(output)
            finished += 1
    subprocess.run([*command, "-o", str(output), "--resume"], check=True)
    assert content(output) == whole
    sys.stdout.write(f"{name}: killed {killed}, {finished + 1} times the same file\n")
