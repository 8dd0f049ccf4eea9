"""Quotations that are signed ("…" — Name, office; "…" (Name, office); the name on a line below) or labelled (Statement
from the Minister: "…")."""

from collections.abc import Collection, Sequence

from summitparse.cues.find import cue_words
from summitparse.cues.passages import DASHES, ENDS, JOINS, POINTS, Passage, Quoted, is_whole
from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE
from summitparse.layout import Layout
from summitparse.quotes.reject import office_words
from summitparse.voices import Stretch

# A signature has no more tokens than this, and no verb.
LONGEST = 25
# A label has no more tokens than this, and no verb.
MOST_LABEL = 16
# A signed quotation behind other words has at least so many tokens.
_LEAST_SIGNED = 3
# A name on a line of its own has so many capitalised words, an office with a name so many.
_NAME_WORDS = range(2, 7)
_TITLED_WORDS = range(3, 12)
# Between the words of an office: "Secretary of State", "Minister for Trade and the Arts".
_SMALL = frozenset({"IN", "DT", "CC"})
# The words that name the speaker, and the dash or colon beside them.
Source = tuple[Span, Span | None]


def find_signed(
    layout: Layout, parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch]
) -> dict[int, QuoteFinding]:
    """Signed quotations by the number of their stretch."""
    found = {}
    marked = {
        block.span.start for block in layout.blocks if block.marker and _is_dash(layout.clean[slice(*block.marker)])
    }
    around = [None, *passages, None, None]
    below = not _names_above(parse, passages)
    for before, passage, behind, beyond in zip(around, passages, around[2:], around[3:], strict=False):
        if not passage.quoted or passage.is_title:
            continue
        last = passage.quoted[-1]
        source = _label(parse, passage) if len(passage.quoted) == 1 else None
        source = source or _signature(parse, passage, last)
        if source is None and is_whole(parse.tokens, passage):
            source = _line_below(parse, behind, beyond, marked, below) if behind else None
            source = source or (_line_above(parse, before, not below) if before else None)
        if source:
            stretch = stretches[last.number]
            found[last.number] = QuoteFinding(
                "direct",
                stretch.whole(),
                stretch.whole(),
                *source,
                confidence=0.95,
                closed=stretch.closed,
                rule="quotes.signed",
            )
    return found


def _signature(parse: Parse, passage: Passage, last: Quoted) -> Source | None:
    """The words that name the speaker, up to the first comma, and the dash; None if there is no signature behind the
    quotation. What stands before it is a label ("The speakers said:") or shorter than the quotation."""
    tokens = parse.tokens
    dash = last.outer_last if _is_dash(tokens[last.outer_last].text[1:]) else last.outer_last + 1
    first, end = dash + 1, passage.end
    size = last.last - last.first + 1
    lead = tokens[passage.first : last.outer_first]
    if (
        first >= end
        or end - first > LONGEST
        or (lead and lead[-1].text != ":" and size < max(len(lead), _LEAST_SIGNED))
    ):
        return None
    bracketed, bare = tokens[dash].text == "(", _is_titled(tokens[dash:end])
    if bracketed:
        end = next((i for i in range(first, end) if tokens[i].text == ")"), first)
        closed = all(token.text in POINTS for token in tokens[end : passage.end])
        office = any(token.lower in office_words() for token in tokens[first:end])
        apposed = office and "," in [token.text for token in tokens[first:end]]
        if not (closed and (apposed or _is_titled(tokens[first:end]))):
            return None
    elif bare and tokens[last.last].text in ENDS:
        first = dash
    elif not _is_dash(tokens[dash].text[-1:]) and not _is_dash(tokens[dash].text):
        return None
    name = _named(tokens[first:end])
    if name is None:
        return None
    return name, None if bracketed or first == dash else Span(tokens[dash].end - 1, tokens[dash].end)


def _line_below(
    parse: Parse, line: Passage, beyond: Passage | None, marked: Collection[int], titled: bool
) -> Source | None:
    """The speaker on a line below: "— Name, office", "Name, office", "Name" above a line with the office, where
    `titled` "Office Name"."""
    tokens = parse.tokens[line.first : line.end]
    if line.quoted or len(tokens) > LONGEST:
        return None
    name = _named(tokens)
    if name is None:
        return None
    if line.span.start in marked or (titled and _is_titled(tokens)):
        return name, None
    words = [token for token in tokens if token.end <= name.end]
    if len(words) not in _NAME_WORDS or any(token.pos != "PROPN" and token.tag != "DT" for token in words):
        return None
    under = parse.tokens[beyond.first : beyond.end] if beyond and not beyond.quoted else []
    office = tokens[len(words) :] or (under if len(under) <= MOST_LABEL else [])
    told = any(token.lower in office_words() for token in office) and not any(token.tag in FINITE for token in office)
    return (name, None) if told else None


def _line_above(parse: Parse, line: Passage, titled: bool) -> Source | None:
    """The speaker on a line above that has no verb: "From the desk of Name, office", where `titled` "Office Name"."""
    tokens = [token for token in parse.tokens[line.first : line.end] if token.text not in ".:"]
    if titled and not line.quoted and _is_titled(tokens):
        return Span(tokens[0].start, tokens[-1].end), None
    if line.quoted or not 1 < len(tokens) <= MOST_LABEL or any(token.pos == "VERB" for token in tokens):
        return None
    lead = next((k for k, token in enumerate(tokens) if token.lower in cue_words("signing")), None)
    if lead is None or lead > 1:
        return None
    first = next((k for k in range(lead + 1, len(tokens)) if tokens[k].text[0].isupper()), len(tokens))
    name = _named(tokens[first:])
    return None if name is None else (name, None)


def _named(words: Sequence[Token]) -> Span | None:
    """The words up to the first comma where they can name somebody: no verb, a capital first."""
    if not words or not words[0].text[0].isupper() or any(token.tag in FINITE for token in words):
        return None
    end = next((k for k, token in enumerate(words) if token.text in POINTS - JOINS), len(words))
    return Span(words[0].start, words[end - 1].end) if end else None


def _is_titled(words: Sequence[Token]) -> bool:
    """ "Defence Minister Jane Roe", "Secretary of State Jane Roe": an office and a name, and nothing else."""
    offices = [k for k, token in enumerate(words) if token.lower in office_words()]
    if len(words) not in _TITLED_WORDS or not offices or offices[-1] == len(words) - 1:
        return False
    named = all(token.tag in _SMALL or (token.text[0].isupper() and token.tag not in FINITE) for token in words)
    return named and words[-1].pos == "PROPN"


def _names_above(parse: Parse, passages: Sequence[Passage]) -> bool:
    """Whether the first of the quotations beside an office with a name has it above: so have the others."""
    for before, line, behind in zip([None, *passages], passages, [*passages[1:], None], strict=False):
        if not line.quoted and _is_titled(parse.tokens[line.first : line.end]):
            over = before is not None and bool(before.quoted) and is_whole(parse.tokens, before)
            under = behind is not None and bool(behind.quoted) and is_whole(parse.tokens, behind)
            if over or under:
                return not over
    return False


def _label(parse: Parse, passage: Passage) -> Source | None:
    """The words of a label that name the speaker, and the colon, where a paragraph is a label and a quotation."""
    quoted = passage.quoted[0]
    before = parse.tokens[passage.first : quoted.outer_first]
    after = parse.tokens[quoted.outer_last + 1 : passage.end]
    colon = next((token for token in before if ":" in token.text), None)
    if colon is None or len(before) > MOST_LABEL or any(token.text not in POINTS for token in after):
        return None
    words = [token for token in before if token.start < colon.start]
    beyond = [token for token in before if token.start > colon.start and token.text.strip("*_")]
    if beyond or any(token.pos == "VERB" for token in words):
        return None
    lead = max((k for k, token in enumerate(words) if token.lower in cue_words("signing")), default=-1)
    words = [token for token in words[lead + 1 :] if token.text.strip("*_") and token.text not in POINTS]
    if not words or lead < 0:
        return None
    at = colon.start + colon.text.index(":")
    return Span(words[0].start, words[-1].end), Span(at, at + 1)


def _is_dash(text: str) -> bool:
    return text in DASHES
