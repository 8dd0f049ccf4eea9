"""The detector over mapped tables answers as py3langid does, and lets the tables go."""

from pathlib import Path

import py3langid
import pytest

from summitparse.language.detector import detector

STATUS = Path("/proc/self/status")


@pytest.mark.parametrize(
    "text",
    [
        "the ministers met and signed a treaty",
        "la ministre visitera demain le nouveau pont",
        "министр посетит мост",
        "12",
        "",
    ],
)
def test_its_answers_are_those_of_the_package(text: str) -> None:
    assert detector().language(text) == py3langid.classify(text)[0]


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell what memory a process has")
def test_what_a_text_has_read_of_the_tables_is_let_go() -> None:
    def mapped() -> int:
        """Memory in files that are mapped, in kB."""
        return next(int(line.split()[1]) for line in STATUS.read_text().splitlines() if line.startswith("RssFile"))

    detector().language("a")
    before = mapped()
    detector().language("die Minister unterzeichneten einen Vertrag, la ministre visitera le pont, министр " * 20)
    assert mapped() <= before + 1000
