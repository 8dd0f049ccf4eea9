"""Cues and what they may introduce, before a model chooses."""

from summitparse.cues.find import Cue, find_cues
from summitparse.cues.passages import Passage, make_passages
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.quotes.candidate import Candidate
from summitparse.quotes.contents import find_contents
from summitparse.voices import find_voices
from tests.quotes.test_find import plain_layout


def cue_of(text: str, word: str) -> tuple[Parse, Passage, Cue]:
    """The cue with these letters in a text of one paragraph."""
    layout = plain_layout(text)
    [parse] = analyse([(layout.clean, layout.stretches())])
    [passage] = make_passages(find_voices(layout), parse)
    return parse, passage, next(cue for cue in find_cues(parse, passage) if parse.tokens[cue.i].text == word)


def words(parse: Parse, content: Candidate) -> str:
    """The words of a content, its parts parted by a stroke."""
    parts = (parse.tokens[first : last + 1] for first, last in content.parts)
    return " / ".join(" ".join(token.text for token in part) for part in parts)


def contents(text: str, word: str) -> dict[str, Candidate]:
    """What the cue may introduce, by its words."""
    parse, passage, cue = cue_of(text, word)
    return {words(parse, found): found for found in find_contents(parse, passage, cue)}
