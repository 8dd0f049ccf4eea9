"""Letters with marks as one character, and the way back to the text as given."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.findings import Span
from summitparse.layout import Places, compose

MARKS = "\u0301\u0327\u030c\u0338\u20dd"


@pytest.mark.parametrize(
    ("text", "composed"),
    [
        pytest.param("Aydog\u0306an", "Aydoğan", id="breve"),
        pytest.param("Kova\u0301c\u030cova\u0301", "Kováčová", id="several"),
        pytest.param("кии\u0306", "кий", id="cyrillic"),
        pytest.param("x\u0301y", "x\u0301y", id="no-such-letter"),
        pytest.param("\u0301a", "\u0301a", id="a-mark-first"),
        pytest.param("a\r\nb\rc\r\n", "a\nb\rc\n", id="line-ends"),
        pytest.param("o\u0302\u0301n", "ốn", id="two-marks"),
    ],
)
def test_composed(text: str, composed: str) -> None:
    assert compose(text) == composed


@given(st.text(alphabet=st.sampled_from("ae xé\n\r" + MARKS), max_size=30))
def test_every_place_leads_back_to_what_was_composed(text: str) -> None:
    composed = compose(text)
    places = Places(text, composed)
    assert places.given(Span(0, len(composed))) == Span(0, len(text))
    starts = [places.given(Span(i, i)).start for i in range(len(composed) + 1)]
    assert all(a < b for a, b in itertools.pairwise(starts))
    for start in range(len(composed)):
        if not unicodedata.combining(composed[start]) and "\r" not in text:  # a letter begins where it began
            rest = places.given(Span(start, len(composed)))
            assert unicodedata.normalize("NFC", text[rest.start : rest.end]) == unicodedata.normalize(
                "NFC", composed[start:]
            )


def test_no_pile_of_marks_costs_more_than_its_length() -> None:
    text = "e" + "\u0301\u0327" * 500_000
    assert len(compose(text)) <= len(text)
