"""Finds quotations and reported speech with source and cue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summitparse.cues.find import COLON, TITLES, saying
from summitparse.cues.passages import ENDS, Passage, Quoted, is_whole, make_passages
from summitparse.findings import Notice, QuoteFinding, Span
from summitparse.grammar.clauses import UNTRUE, is_that
from summitparse.language.parse import Parse, Token
from summitparse.quotes.alone import find_alone, find_nested, stands_alone
from summitparse.quotes.attribute import find_sources, holds
from summitparse.quotes.beginnings import begun, ended
from summitparse.quotes.build import CLAUSE, build, said_in_marks, share_in_marks
from summitparse.quotes.candidate import Frame, Part
from summitparse.quotes.confidence import calibration_row, confidence
from summitparse.quotes.frames import find_frames
from summitparse.quotes.issued import find_issued
from summitparse.quotes.opinions import find_opinions
from summitparse.quotes.polarity import polarity
from summitparse.quotes.reject import is_evidence, is_own_voice
from summitparse.quotes.requests import at_deed, find_requests
from summitparse.quotes.runs import is_name
from summitparse.quotes.signed import find_signed
from summitparse.quotes.speech import LEAST_SPEECH, speech_chance, speech_features
from summitparse.quotes.things import THING, is_thing
from summitparse.quotes.turns import quotes_of_turns
from summitparse.quotes.viewpoints import find_viewpoints
from summitparse.quotes.weights import load_weights
from summitparse.rules import weigh
from summitparse.voices import Stretch, Voices

# Reported speech less sure than this is mostly noise. Chosen on the development articles: clauses with a verb of saying
# gain 0.3 of strict F1 by leaving it out, all indirect contents lose 0.9 of token F1.
LEAST_SURE = 0.35
# The same of a clause behind "that" and a verb of saying: on annotated releases all of them are speech down to here.
LEAST_TOLD = 0.2
# The same in a newspaper's article, where nothing else is asked.
LEAST_SURE_IN_ARTICLES = 0.2
# A reporting clause between two quotations has no more tokens than this.
LONGEST_REPORT = 40


@dataclass(frozen=True, slots=True)
class FoundQuotes:
    """Quotes in text order (the outer one first), and a notice for every mark that had to be repaired."""

    quotes: tuple[QuoteFinding, ...] = ()
    notices: tuple[Notice, ...] = ()


def find_quotes(voices: Voices, parse: Parse, *, article: bool = False) -> FoundQuotes:
    """All quotes of a release with their sources; who the sources are is left to `assign_speakers`.

    In a newspaper's `article` what somebody is reported to want or think counts too, as where the rankers learnt.
    """
    weights = load_weights()
    stretches = voices.stretches
    passages = make_passages(voices, parse)
    signed = find_signed(voices.layout, parse, passages, stretches) | find_issued(parse, passages, stretches)
    frames = find_frames(parse, passages, weights)
    sources = find_sources(parse, frames, weights)
    reports = _reports(parse, frames, sources, LEAST_SURE_IN_ARTICLES if article else LEAST_SURE)
    quotes, used = _build_all(parse, stretches, reports, signed, article)
    _go_on(parse, passages, stretches, quotes, used)
    quotes += find_viewpoints(parse, passages, quotes)
    quotes += find_opinions(parse, passages, quotes)
    quotes += find_requests(parse, passages, quotes)
    if not article:  # where readers of news mark whom somebody asks, too
        quotes = [at_deed(parse, quote) for quote in quotes]
    quotes += find_alone(parse, passages, stretches, used)
    quotes += quotes_of_turns(voices, parse)
    quotes += find_nested(parse, stretches, voices.spoken())
    return FoundQuotes(nest(quotes), voices.notices)


def reported(voices: Voices, parse: Parse) -> Iterator[tuple[tuple[Span, ...], dict[str, float]]]:
    """Every clause without marks that the rankers take for speech, with what `speech.py` is to know about it: for the
    training of its weights."""
    weights = load_weights()
    frames = find_frames(parse, make_passages(voices, parse), weights)
    for report in _reports(parse, frames, find_sources(parse, frames, weights)):
        if not report.numbers:
            yield _built(parse, voices.stretches, report).spans, _features(parse, report)


@dataclass(frozen=True, slots=True)
class _Report:
    """A frame with its source and how likely each is. `numbers` are the stretches of which it holds words."""

    frame: Frame
    numbers: frozenset[int]
    source: Span | None
    chance: float
    sure: float


def _reports(
    parse: Parse, frames: Sequence[Frame], sources: Sequence[tuple[Span | None, float]], least: float = LEAST_SURE
) -> Iterator[_Report]:
    """The frames that can be somebody's words, and are so with the `least` chance."""
    for frame, (source, chance) in zip(frames, sources, strict=True):
        if not frame.passage.is_title and _only_names(parse, frame):
            continue
        frame = replace(frame, content=ended(parse, frame.cue, begun(parse, frame.cue, frame.content)))
        quoted = said_in_marks(parse.tokens, frame.passage, frame.cue, frame.content)
        share = share_in_marks(parse.tokens, frame.content.parts, quoted)
        sure = confidence(calibration_row(frame.score, chance, share), load_weights())
        lost = "" if quoted else _not_said(parse, frame, source, sure, least)
        if lost:
            weigh(CLAUSE, _span(parse, frame.content.parts), lost, chance=sure)
        else:
            yield _Report(frame, frozenset(q.number for q in quoted), source, chance, sure)


def _not_said(parse: Parse, frame: Frame, source: Span | None, sure: float, least: float) -> str:
    """Why a clause without marks is not somebody's words; empty where it can be."""
    if not holds(parse, frame.cue, frame.content.parts, source):
        return "it is no clause that its cue can report"
    if sure < (min(least, LEAST_TOLD) if _is_told(parse, frame) else least):
        return f"less sure than {least}"
    if is_evidence(parse, frame.cue, source):
        return "a thing shows it and nobody says it"
    return "it is the release's own voice" if is_own_voice(parse, frame.cue, source) else ""


def _is_told(parse: Parse, frame: Frame) -> bool:
    """ "denied that …": whatever the rankers think of where it ends."""
    first = parse.tokens[frame.content.parts[0][0]]
    return first.i > frame.cue.i and is_that(first) and parse.tokens[frame.cue.i].lemma in saying()


def _features(parse: Parse, report: _Report) -> dict[str, float]:
    [statistics] = load_weights().statistics_of([report.frame.cue.lemma])
    return speech_features(parse, report.frame, statistics, report.source, report.chance)


def _built(parse: Parse, stretches: Sequence[Stretch], report: _Report) -> QuoteFinding:
    frame = report.frame
    quote = build(parse, frame.passage, stretches, frame.cue, frame.content, report.source, report.sure)
    return _with_polarity(quote, polarity(parse, frame.cue, report.source))


def _build_all(
    parse: Parse,
    stretches: Sequence[Stretch],
    reports: Iterable[_Report],
    signed: Mapping[int, QuoteFinding],
    article: bool,
) -> tuple[list[QuoteFinding], set[int]]:
    """The quotes of the frames, after those with a signature, and the stretches in them. Frames that share a quotation
    over paragraphs are one quote."""
    quotes = list(signed.values())
    used = set(signed)
    place = {number: k for k, number in enumerate(signed)}
    for report in reports:
        numbers = report.numbers
        if numbers & signed.keys():
            continue
        quote = _built(parse, stretches, report)
        if not numbers:
            cue = report.frame.cue
            if cue.kind != COLON and not article:  # a name before a colon is asked for elsewhere
                speech = speech_chance(_features(parse, report))
                if speech < LEAST_SPEECH:
                    weigh(CLAUSE, _span(parse, report.frame.content.parts), "it only looks like speech", chance=speech)
                    continue
                quote = replace(quote, confidence=min(report.sure, speech))
            if is_thing(parse, cue, report.frame.content.parts):
                quote = replace(quote, rule=THING)
        earlier = {place[number] for number in numbers & used}
        inner = any(quotes[k].type != "direct" for k in earlier)  # "According to the ministry, Brandt said: “…”"
        if quote.type == "direct" and earlier and not inner:
            for k in earlier:
                quotes[k] = _merge(quotes[k], quote)
            place.update(dict.fromkeys(numbers - used, min(earlier)))
        else:
            place.update(dict.fromkeys(numbers - used, len(quotes)))
            quotes.append(quote)
        used |= numbers
    return quotes, used


def _span(parse: Parse, parts: Sequence[Part]) -> Span:
    return Span(parse.tokens[parts[0][0]].start, parse.tokens[parts[-1][1]].end)


def _with_polarity(quote: QuoteFinding, found: str) -> QuoteFinding:
    """Words in marks that were never said are no direct speech: "never said “we will pay”"."""
    if quote.type == "direct":
        return quote if found not in UNTRUE else replace(quote, type="mixed", polarity=found)
    return replace(quote, polarity=found)


def _go_on(
    parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch], quotes: list[QuoteFinding], used: set[int]
) -> None:
    """Adds to each quote the sentences in marks after its cue that no other cue claims: "“…,” she said on Friday at the
    “Lantern”. “…”"."""
    tokens = parse.tokens
    place = {span: k for k, q in enumerate(quotes) for span in q.quoted}
    for passage in passages:
        known: list[tuple[Quoted, int]] = []  # the stretches of quotes so far, the last ones first
        for quoted in passage.quoted:
            stretch = stretches[quoted.number]
            k = place.get(stretch.whole()[-1]) if quoted.number in used else None
            if k is None and quoted.number not in used and stands_alone(tokens, passage, quoted):
                k = next((n for last, n in known if _is_reporting(tokens, last, quoted, quotes[n].cue)), None)
                if k is not None and len(stretch.spans) == 1:
                    quotes[k] = _longer(quotes[k], stretch)
                    place[stretch.whole()[-1]] = k
                    used.add(quoted.number)
            if k is not None:
                known = [(quoted, k), *known[:2]]
    _go_on_below(parse, passages, stretches, quotes, used)


def _go_on_below(
    parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch], quotes: list[QuoteFinding], used: set[int]
) -> None:
    """Adds to a quote the paragraph after its own that is nothing but words in marks: "“…,” she said.\n“…”"."""
    by_stretch = {span: k for k, q in enumerate(quotes) for span in q.quoted}
    for before, passage in pairwise(passages):
        quoted = passage.quoted
        if not before.quoted or before.is_title or not is_whole(parse.tokens, passage):
            continue
        last, stretch = before.quoted[-1], stretches[quoted[0].number]
        k = by_stretch.get(stretches[last.number].whole()[-1])
        if k is None or quoted[0].number in used or len(stretch.spans) > 1 or not stretch.opened:
            continue
        cue = quotes[k].cue
        rest = parse.tokens[last.outer_last + 1 : before.end]
        if cue is None or any(token.text in ENDS for token in rest[:-1]) or (rest and rest[-1].text == ":"):
            continue
        if stands_alone(parse.tokens, passage, quoted[0]):
            quotes[k] = _longer(quotes[k], stretch)
            used.add(quoted[0].number)
            by_stretch[stretch.whole()[-1]] = k


def _is_reporting(tokens: Sequence[Token], last: Quoted, quoted: Quoted, cue: Span | None) -> bool:
    """Whether the words between two quotations are one reporting clause with the cue of the first one; titles in marks
    can stand in it."""
    gap = tokens[last.outer_last + 1 : quoted.outer_first]
    if cue is None or not 0 < len(gap) <= LONGEST_REPORT or not gap[0].start <= cue.start < gap[-1].end:
        return False
    return gap[-1].text in ".:," and all(token.text not in ENDS for token in gap[:-1])


def _longer(quote: QuoteFinding, stretch: Stretch) -> QuoteFinding:
    """The quote with one more stretch in marks."""
    return replace(quote, spans=(*quote.spans, *stretch.whole()), quoted=(*quote.quoted, *stretch.whole()))


def _only_names(parse: Parse, frame: Frame) -> bool:
    """A name of several words in marks, with no verb of saying, or what a document is entitled: nobody says it."""
    if parse.tokens[frame.cue.i].lemma in saying():
        return False
    quoted = [q for a, b in frame.content.parts for q in frame.passage.overlapping(a, b)]
    if not frame.content.runs:
        return bool(quoted) and parse.tokens[quoted[0].outer_first - 1].lower in TITLES
    return all(q.last > q.first and parse.tokens[q.last].text not in "!?" and is_name(parse.tokens, q) for q in quoted)


def _merge(quote: QuoteFinding, other: QuoteFinding) -> QuoteFinding:
    spans = tuple(sorted({*quote.spans, *other.spans}))
    return replace(quote, spans=spans, quoted=spans, source=quote.source or other.source, cue=quote.cue or other.cue)


def nest(quotes: Sequence[QuoteFinding]) -> tuple[QuoteFinding, ...]:
    """In text order, each with the innermost quote that has a span around its first one as its parent."""
    ordered = sorted(quotes, key=lambda q: (q.spans[0].start, -q.spans[-1].end))
    parts = sorted((span.start, -span.end, k) for k, quote in enumerate(ordered) for span in quote.spans)
    open_parts: list[tuple[int, int]] = []
    parents: dict[int, int] = {}
    for _, negative_end, k in parts:
        while open_parts and open_parts[-1][0] < -negative_end:
            open_parts.pop()
        if open_parts and k not in parents:
            parents[k] = open_parts[-1][1]
        open_parts.append((-negative_end, k))
    return tuple(replace(quote, parent=parents.get(k)) for k, quote in enumerate(ordered))
