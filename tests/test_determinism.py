"""The same bytes give the same JSON, in any process, hash seed, locale and time zone."""

import os
import subprocess
import sys
from pathlib import Path

from summitparse.pipeline import Job, run
from summitparse.reading import read_path
from summitparse.serialise import to_json

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
PROGRAM = """
import sys
from summitparse.pipeline import Job, run
from summitparse.reading import read_path
from summitparse.serialise import to_json
for release in run(Job(read_path(path)) for path in sys.argv[1:]):
    print(to_json(release))
"""


def in_a_process(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, SAMPLES)],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


def test_other_processes_give_the_same_bytes() -> None:
    first = in_a_process(PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    second = in_a_process(PYTHONHASHSEED="2024", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert first == second and first.count("\n") == len(SAMPLES)


def test_a_release_gives_the_same_alone_and_in_company() -> None:
    together = [to_json(release) for release in run(Job(read_path(path)) for path in SAMPLES)]
    alone = [to_json(next(run([Job(read_path(path))]))) for path in SAMPLES]
    assert together == alone
