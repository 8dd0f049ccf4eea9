from hypothesis import given
from hypothesis import strategies as st

from summitparse.changes.align import Alignment

TEXTS = st.text("ab c.\n-é", max_size=60)


def moved(old: str, new: str, words: str) -> str:
    start = old.index(words)
    at, to = Alignment(old, new).span(start, start + len(words))
    return new[at:to]


def test_words_are_found_behind_what_came_and_went() -> None:
    old = "One ship sailed.\nTwo ships, said the captain, sank.\n"
    new = "News\n\nOne big ship sailed.\nTwo  ships sank.\n"
    assert moved(old, new, "ship sailed") == "ship sailed"
    assert moved(old, new, "Two ships") == "Two  ships"
    assert moved(old, new, "sank") == "sank"
    assert moved(old, new, ", said the captain,") == ""


def test_what_was_replaced_is_where_the_new_words_are() -> None:
    assert moved("It cost 5 million euros.", "It cost 6.5 million euros.", "5 million euros") == "6.5 million euros"
    assert moved("a " * 30_000 + "x", "b " * 30_000 + "y", "x") == "b " * 30_000 + "y", "too long to compare by words"


@given(TEXTS)
def test_a_text_is_itself(text: str) -> None:
    alignment = Alignment(text, text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if not text[start].isspace() and not text[end - 1].isspace():
                assert alignment.span(start, end) == (start, end)


@given(TEXTS, TEXTS)
def test_places_stay_in_the_text_and_in_order(old: str, new: str) -> None:
    alignment = Alignment(old, new)
    before = (0, 0)
    for at in range(len(old)):
        start, end = alignment.span(at, at + 1)
        assert 0 <= start <= end <= len(new)
        assert (start, end) >= before
        before = (start, end)
