"""What is said of a word that can name the event."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout
from summitparse.occasions.candidates import candidates
from summitparse.voices import find_voices


def layout_of(title: str, body: str) -> Layout:
    text = f"{title}\n{body}"
    block = Block(Span(len(title) + 1, len(text)))
    return Layout(text, text, Header(title=Span(0, len(title))), (block,))


@pytest.mark.parametrize(
    ("title", "noun", "sign"),
    [
        ("Press statements following talks with Anna Lund", "talks", "after-reported"),
        ("Agreement signed after talks with Anna Lund", "talks", "after-signed"),
        ("Press statements on talks with Anna Lund", "talks", "at=title"),
        ("Ministers want to hold a summit", "summit", "possible"),
        ("Ministers open the meeting room", "meeting", "modifier"),
        ("Ministers praise a summit that was held in Velm", "summit", "at=title"),
        ("Ministers praise Norland, which held a summit", "summit", "relative"),
    ],
)
def test_signs(title: str, noun: str, sign: str) -> None:
    layout = layout_of(title, "It rained.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found] = [one for one in candidates(find_voices(layout), parse, []) if one.noun == noun]
    assert sign in found.signs
    assert {"after-reported", "after-signed"} & found.signs <= {sign}


@pytest.mark.parametrize(("title", "behind"), [("The Regular Press Conference", False), ("The Previous Summit", True)])
def test_what_is_regular_in_a_title_is_no_earlier_one(title: str, behind: bool) -> None:
    layout = layout_of(title, "It rained.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found, *_] = candidates(find_voices(layout), parse, [])
    assert ("behind" in found.signs) is behind


@pytest.mark.parametrize(("verb", "kinds"), [("signed", ["ceremony"]), ("shelved", []), ("read", [])])
def test_a_signing_with_day_and_place_is_a_ceremony(verb: str, kinds: list[str]) -> None:
    body = f"It rained. A plan was {verb} on 27 January at the Ministry of Ports."
    layout = layout_of("On ports", body)
    [parse] = analyse([(layout.clean, layout.stretches())])
    assert [one.kind for one in candidates(find_voices(layout), parse, [])] == kinds


@pytest.mark.parametrize("body", ["It rained. Opening", "The minister spoke of the visit"])
def test_a_word_of_an_event_can_be_the_last_of_all(body: str) -> None:
    layout = layout_of("On ports", body)
    [parse] = analyse([(layout.clean, layout.stretches())])
    assert all(one.name.end <= len(layout.clean) for one in candidates(find_voices(layout), parse, []))


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Anna Lund spoke to the President of Chile, Ana Soto.", ["call"]),
        ("Anna Lund spoke with Ana Soto of ports.", ["call"]),
        ("Anna Lund spoke at length of ports.", []),
    ],
)
def test_who_speaks_with_somebody_calls_them(body: str, kinds: list[str]) -> None:
    layout = layout_of("Of ports", body)
    [parse] = analyse([(layout.clean, layout.stretches())])
    assert [one.kind for one in candidates(find_voices(layout), parse, [])] == kinds


@pytest.mark.parametrize(
    ("title", "promise"),
    [
        ("The Prime Minister sent a message before the summit", "letter"),
        ("The President's summit message", "letter"),
        ("The Joint Statement on the summit", "joint-statement"),
        ("Joint efforts before the summit", "joint"),
        ("Statement on the summit", "silent"),
        ("Ministers hold a summit", ""),
    ],
)
def test_what_the_title_promises(title: str, promise: str) -> None:
    layout = layout_of(title, "It rained.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found, *_] = [one for one in candidates(find_voices(layout), parse, []) if one.noun == "summit"]
    promises = {f"{one}-noun-title" for one in ("letter", "joint-statement", "joint", "silent", "untitled")}
    assert promises & found.signs == ({f"{promise}-noun-title"} if promise else set())


def test_a_release_without_a_title_and_one_of_turns_say_so() -> None:
    text = "The summit was long.\nJane Roe: It was."
    told = Block(Span(0, 20))
    for blocks in ((told,), (told, Block(Span(31, len(text)), label=Span(21, 29)))):
        layout = Layout(text, text, Header(), blocks)
        [parse] = analyse([(text, [block.span for block in blocks])])
        [found] = candidates(find_voices(layout), parse, [])
        assert "untitled-noun-text" in found.signs
        assert ("turns-noun-text" in found.signs) is (len(blocks) > 1)


@pytest.mark.parametrize(
    ("title", "verb", "signs"),
    [
        ("The President met Ana Soto", "meet", {"subject", "meet-somebody"}),
        ("The President met with officials of the port", "meet", {"meet-somebody"}),
        ("The President met a deadline", "meet", {"meet-something"}),
        ("The President signed a law on fish", "sign", {"sign-law", "sign-something"}),
        ("The President signed a treaty on fish", "sign", {"sign-something"}),
        ("The President will meet Ana Soto", "meet", {"verb-polarity=planned"}),
    ],
)
def test_signs_of_a_verb(title: str, verb: str, signs: set[str]) -> None:
    layout = layout_of("A title", title + ".")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found] = [one for one in candidates(find_voices(layout), parse, []) if one.verb and one.noun == verb]
    assert signs <= found.signs
    assert ("sign-law" in found.signs) is ("sign-law" in signs)
