"""Words looked up one by one are found where a pattern of all of them finds them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summitparse.documents.scan import any_of, find_any, is_any_in
from summitparse.findings import Span

WORDS = frozenset(("sign", "signed", "road-map", "pact"))
PIECES = st.sampled_from(["Sign", "signed", "re-signed", "road-map", "road", "pact", "impact", "PACT", "é", "-", " "])


@given(st.lists(PIECES).map("".join))
def test_every_word_of_the_pattern_is_found(text: str) -> None:
    [found, nothing] = find_any(text, WORDS, frozenset(("absent",)))
    assert nothing == []
    matched = [match.start() for match in any_of(WORDS).finditer(text)]
    assert set(found) <= set(matched)
    assert all(re.search(r"-\w*$", text[:start]) for start in set(matched) - set(found))


def test_a_place_lies_in_a_span_or_not() -> None:
    assert is_any_in([3, 9], Span(4, 10))
    assert not is_any_in([3, 9], Span(4, 9))
