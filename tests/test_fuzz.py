"""What the fuzzer found is replayed, without the fuzzer: each input gives records, or a documented error."""

from importlib import import_module

import pytest
from fuzz.seeds import kept
from fuzz.targets import TARGETS, run


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_kept_of_each_target_breaks_nothing(target: str) -> None:
    inputs = kept(target)
    assert inputs
    for data in inputs:
        run(TARGETS[target], data)


def test_a_fault_of_a_reader_is_a_finding_and_no_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("summitparse.reading.rtf"), "Block", None)
    with pytest.raises(TypeError):
        run(TARGETS["rtf"], b"\\par yes}")
