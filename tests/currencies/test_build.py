"""The committed names of currencies are those of the installed babel."""

from summitparse.currencies import build


def test_committed_currencies_are_those_of_babel() -> None:
    assert build.TARGET.read_text("utf-8") == build.text()
