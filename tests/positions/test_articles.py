"""In a newspaper's article a cue has either a clause of speech or a position, whose words are those of the quotes."""

from summitparse.actors import build_registry
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Layout
from summitparse.positions import find_positions
from summitparse.quotes import find_quotes
from summitparse.voices import find_voices


def found(text: str, *, article: bool) -> list[str]:
    layout = Layout(text, text, blocks=(Block(Span(0, len(text))),))
    voices = find_voices(layout)
    parse = analyse([(text, [Span(0, len(text))])])[0]
    quotes = find_quotes(voices, parse, article=article).quotes
    positions = find_positions(layout, parse, quotes, build_registry(voices, parse), article=article)
    return [text[position.span.start : position.span.end] for position in positions]


def test_a_clause_of_speech_is_no_position_in_an_article() -> None:
    text = "Ana Berg urged both armies to open the road."
    assert found(text, article=False) == ["to open the road"]
    assert found(text, article=True) == []


def test_an_object_is_a_position_in_both() -> None:
    text = "Ana Berg criticised the plan of the council."
    assert found(text, article=False) == found(text, article=True) == ["the plan of the council"]
