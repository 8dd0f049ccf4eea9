"""A passage (title, paragraph, list item) as the models see it: its tokens, and which of them stand in marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.text.signs import APOSTROPHES, DASH_TOKENS, LONG_DASH_TOKENS, MARK_TOKENS
from summitparse.voices import Voices

# How many stretches on each side of a cue are looked at, so that the cost of a text of nothing but marks is linear.
REACH = 8
MARKS = MARK_TOKENS
DASHES = DASH_TOKENS
# Signs inside a word that is split in tokens, signs between parts of a sentence, and signs at its end.
JOINS = APOSTROPHES | {"-"}
BREAKS = LONG_DASH_TOKENS | frozenset(",;:")
ENDS = frozenset(".!?")
POINTS = frozenset(",.;:!?…—–-()[]―") | MARKS | {"--", "---", "..", "..."}


# A paragraph that ends so may only lead in the quotation below.
_LEADS_IN = frozenset(":,")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in marks by token positions: `first` and `last` between the marks, `outer_*` with the marks."""

    number: int
    first: int
    last: int
    outer_first: int
    outer_last: int


@dataclass(slots=True)
class Passage:
    """Tokens `[first, end)` of the parse. `inside` holds, for each of them, the stretch (a position in `quoted`) that
    it stands in, its marks included, or -1. `is_title` for title, subtitle and headings."""

    span: Span
    first: int
    end: int
    is_title: bool
    quoted: list[Quoted]
    inside: list[int]
    covered: int = 0  # tokens that stand in marks
    firsts: list[int] = field(default_factory=list)  # of each stretch the opening mark

    def near(self, i: int) -> range:
        """Positions of the stretches around token `i`, no more than `REACH` on each side."""
        k = bisect_left(self.firsts, i)
        return range(max(0, k - REACH), min(len(self.quoted), k + REACH))

    def overlapping(self, first: int, last: int) -> list[Quoted]:
        """The stretches whose words reach into the tokens `first` to `last`."""
        k = bisect_left(self.firsts, first)
        if k and self.quoted[k - 1].last >= first:
            k -= 1
        return [q for q in self.quoted[k : bisect_right(self.firsts, last)] if q.first <= last and q.last >= first]

    def stretch_at(self, i: int) -> int:
        return self.inside[i - self.first]


def make_passages(voices: Voices, parse: Parse) -> list[Passage]:
    """All passages but turns, with the outermost stretches in them; a
    quotation that goes on over paragraphs is a stretch of its own in each."""
    layout = voices.layout
    starts = [token.start for token in parse.tokens]
    titles = {span for span in (layout.header.title, layout.header.subtitle) if span}
    kinds = {block.span: block.kind for block in layout.blocks}
    parts = sorted(
        (span, outer, number)
        for number, stretch in enumerate(voices.stretches)
        if stretch.parent is None
        for span, outer in zip(stretch.spans, stretch.outer, strict=True)
    )
    turns = voices.turn_blocks()
    passages: list[Passage] = []
    k = 0
    for span in layout.stretches():
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        mine = []
        while k < len(parts) and parts[k][0].start < span.end:
            mine.append(parts[k])
            k += 1
        if span.start in turns or first == end:
            continue
        is_title = span in titles or kinds.get(span) == "heading"
        last = passages[-1] if passages else None
        joined = last is not None and (
            (bool(mine) and _leads_in(parse, last, first, mine[0][1])) or (not mine and _signs(parse, last, first, end))
        )
        if last and joined and not is_title and not last.is_title:
            passage = last
            passage.span, passage.end = Span(last.span.start, span.end), end
            passage.inside.extend([-1] * (end - first))
        else:
            passage = Passage(span, first, end, is_title, [], [-1] * (end - first))
            passages.append(passage)
        for inner, outer, number in mine:
            _add_quoted(passage, starts, inner, outer, number)
    return passages


def _leads_in(parse: Parse, last: Passage, first: int, outer: Span) -> bool:
    """Whether a paragraph ("He added:") only introduces the quotation that the next one begins with."""
    if last.end != first or parse.tokens[last.end - 1].text not in _LEADS_IN:
        return False
    return parse.tokens[first].start <= outer.start < parse.tokens[first].end


def _signs(parse: Parse, last: Passage, first: int, end: int) -> bool:
    """Whether a short paragraph ("— Name, office") signs the quotation that the one before it ends with."""
    if last.end != first or not last.quoted or end - first > 25 or parse.tokens[first].text not in DASHES:
        return False
    return last.quoted[-1].outer_last >= last.end - 2


def _add_quoted(passage: Passage, starts: list[int], inner: Span, outer: Span, number: int) -> None:
    first, end = bisect_left(starts, inner.start), bisect_left(starts, inner.end)
    outer_first, outer_end = bisect_left(starts, outer.start), bisect_left(starts, outer.end)
    if first >= end or outer_first < passage.first or outer_end > passage.end:
        return
    for i in range(outer_first, outer_end):
        passage.inside[i - passage.first] = len(passage.quoted)
    passage.covered += end - first
    passage.firsts.append(outer_first)
    passage.quoted.append(Quoted(number, first, end - 1, outer_first, outer_end - 1))


def is_whole(tokens: Sequence[Token], passage: Passage) -> bool:
    """Whether a paragraph is one stretch in marks and nothing else."""
    if len(passage.quoted) != 1:
        return False
    quoted = passage.quoted[0]
    around = (*tokens[passage.first : quoted.outer_first], *tokens[quoted.outer_last + 1 : passage.end])
    return all(token.text in POINTS for token in around)


def trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A range of tokens without punctuation at its ends."""
    while first <= last and tokens[first].text in POINTS:
        first += 1
    while first <= last and tokens[last].text in POINTS:
        last -= 1
    return first, last


def with_bracket(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last token, or the bracket behind it that closes one of the range: "border points (panyas)"."""
    if last + 1 >= len(tokens) or tokens[last + 1].text != ")":
        return last
    words = [token.text for token in tokens[first : last + 1]]
    return last + (words.count("(") > words.count(")"))
