"""The same bytes give the same JSON, in any process, hash seed, locale, time zone and folder."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from summitparse.pipeline import Job, run
from summitparse.reading import read_path
from summitparse.serialise import to_json
from tests.batch.faults import REAL
from tests.cli.test_streams import COMMAND as NO_MODEL

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
# Locales that a system lacks are C to it.
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
    # Nothing but ASCII for names and streams, and a day behind the one above.
    {
        "PYTHONHASHSEED": "2024",
        "TZ": "Pacific/Pago_Pago",
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    },
)
WORKERS = ("1", "3", "2")


def command_line(place: Path, environment: dict[str, str], *words: str, command: Sequence[str] = REAL) -> bytes:
    place.mkdir(exist_ok=True)
    return subprocess.run(
        [*command, *words], env=os.environ | environment, cwd=place, capture_output=True, check=True
    ).stdout


def test_the_same_bytes_whatever_the_workers_the_seed_the_locale_the_zone_and_the_place(tmp_path: Path) -> None:
    named = tmp_path / "Bērziņa 会谈.txt"
    named.write_text(SAMPLES[0].read_text("utf-8"), "utf-8")
    lines = tmp_path / "in.jsonl"
    lines.write_text("".join(json.dumps({"text": path.read_text("utf-8"), "id": path.stem}) + "\n" for path in SAMPLES))
    written: list[bytes] = []
    for number, (environment, workers) in enumerate(zip(ENVIRONMENTS, WORKERS, strict=True)):
        place, output = tmp_path / f"place{number}", tmp_path / f"out{number}.jsonl"
        inputs = [str(named), str(lines)]
        command_line(place, environment, "batch", *inputs, "-o", str(output), "-w", workers, "--text", "-q")
        written.append(output.read_bytes())
    alone = to_json(next(run([Job(read_path(named))])), text=True) + "\n"
    assert alone.encode("utf-8") in written[0].splitlines(keepends=True)
    assert written[0] == written[1] == written[2]
    assert len(written[0].splitlines()) == 1 + len(SAMPLES)


def test_a_table_is_the_same_everywhere(tmp_path: Path) -> None:
    words = ("parse", str(SAMPLES[0]), "--format", "table")
    place, narrow = tmp_path / "place", {"COLUMNS": "80"}
    shown = {command_line(place, environment | narrow, *words, command=NO_MODEL) for environment in ENVIRONMENTS[1:]}
    assert len(shown) == 1


def test_a_release_gives_the_same_alone_and_in_company() -> None:
    together = [to_json(release) for release in run(Job(read_path(path)) for path in SAMPLES)]
    alone = [to_json(next(run([Job(read_path(path))]))) for path in SAMPLES]
    assert together == alone
