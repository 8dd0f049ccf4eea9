"""A newspaper's article and a release are told apart; what is reported in an article is wider."""

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.layout import Block, Layout
from summitparse.quotes import find_quotes, is_article
from summitparse.quotes.genre import SHORTEST, genre_features
from summitparse.voices import find_voices

ARTICLE = (
    "“He didn't know what he wanted,” she said. But some of them weren't sure whether that was what he'd called for. "
    "“It isn't what they told us,” he said after the vote, according to her aides. "
)
RELEASE = (
    "The Ministry of Ports and the Agency for Rivers concluded the programme of the visit of the delegation. Our two "
    "countries expressed their readiness to strengthen the cooperation of the ministries in the field of transport. "
)


def parse_of(text: str) -> Parse:
    return analyse([(text, [Span(0, len(text))])])[0]


def test_articles_and_releases() -> None:
    assert is_article(parse_of(ARTICLE * 8))
    assert not is_article(parse_of(RELEASE * 12))


def test_a_short_text_is_no_article() -> None:
    parse = parse_of(ARTICLE)
    assert len(parse.tokens) < SHORTEST
    assert not is_article(parse)
    assert genre_features(parse_of("")) == {}


def test_what_somebody_wants_counts_in_an_article() -> None:
    text = "Ana Berg wants to close the harbour before the winter."
    layout, parse = Layout(text, text, blocks=(Block(Span(0, len(text))),)), parse_of(text)
    assert [quote.type for quote in find_quotes(find_voices(layout), parse, article=True).quotes] == ["indirect"]
    assert find_quotes(find_voices(layout), parse).quotes == ()
