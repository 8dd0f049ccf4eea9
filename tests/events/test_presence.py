import pytest

from summitparse.events.presence import present_in
from summitparse.findings import Span
from summitparse.language.model import analyse


def found(text: str, years: tuple[str, ...] = ("2026",)) -> list[tuple[str, str, str]]:
    parse = analyse([(text, [Span(0, len(text))])])[0]
    return [(name, text[span.start : span.end], thing) for name, span, thing in present_in(parse, 0, years)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting was attended by Ann Roe.", ("attended", "Ann Roe", "meeting")),
        ("Ann Roe took part in the talks.", ("attended", "Ann Roe", "talks")),
        ("Ann Roe held a meeting with Jan Falk.", ("held-talks", "Ann Roe", "")),
        ("Ann Roe met Jan Falk.", ("met", "Jan Falk", "")),
    ],
)
def test_who_was_there_and_at_what_that_is_known(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was not attended by Ann Roe.",
        "Ann Roe had met Jan Falk.",
        "Ann Roe met Jan Falk in 2019.",
        "Ann Roe joined the firm.",
    ],
)
def test_who_was_not_there(text: str) -> None:
    assert not [one for one in found(text) if one[0] in ("attended", "met")]
