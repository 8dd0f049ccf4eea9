"""Each sample gives the JSON that stands beside it, which was checked by hand (`make samples` writes it anew)."""

import json
from pathlib import Path

import jsonschema
import pytest

from summitparse.pipeline import Job, run
from summitparse.reading import read_path
from summitparse.records import Release
from summitparse.serialise import json_schema, to_json

SAMPLES = Path(__file__).parents[1] / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))


def test_there_are_samples_in_eight_styles() -> None:
    assert len(TEXTS) >= 8


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_sample_gives_its_expected_json(path: Path) -> None:
    release = next(run([Job(read_path(path))]))
    assert Release.model_validate_json(release.model_dump_json()) == release
    found = json.loads(to_json(release))
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert expected["source"].pop("name").endswith(path.name)
    found["source"].pop("name")
    for section in expected:
        assert found[section] == expected[section], section
    assert found == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_samples_json_satisfies_the_published_schema(path: Path) -> None:
    document = json.loads(path.with_suffix(".json").read_text("utf-8"))
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(document)
