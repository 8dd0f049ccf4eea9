import re

from hypothesis import given
from hypothesis import strategies as st

from summitparse.text.words import any_of

WORDS = st.lists(st.text("abAB- ", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text("abAB- ", max_size=12), st.sampled_from([0, re.IGNORECASE]))
def test_it_finds_what_a_plain_choice_of_the_longest_first_finds(words: list[str], text: str, flags: int) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    found = [match.span() for match in re.finditer(any_of(words), text, flags)]
    assert found == [match.span() for match in re.finditer(plain, text, flags)]


@given(WORDS, st.text("abAB- ", max_size=12))
def test_what_does_not_stand_before(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    found = [match.span() for match in re.finditer(any_of(words, apart_from="[aB]"), text)]
    assert found == [match.span() for match in re.finditer(rf"(?<![aB])(?:{plain})", text)]
