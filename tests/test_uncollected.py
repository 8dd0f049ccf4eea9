"""The collector is off during the work and as before behind it, whatever happens."""

import gc

import pytest

from summitparse.uncollected import uncollected


@uncollected
def seen(wrong: bool = False) -> bool:
    if wrong:
        raise ValueError("no")
    return gc.isenabled()


def test_off_during_the_work_and_on_again() -> None:
    assert gc.isenabled()
    assert not seen()
    assert gc.isenabled()


def test_on_again_behind_an_error() -> None:
    with pytest.raises(ValueError, match="no"):
        seen(wrong=True)
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        assert not seen()
        assert not gc.isenabled()
    finally:
        gc.enable()
