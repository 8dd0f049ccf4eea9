"""Where and when the event was, and who met."""

import datetime as dt

from summitparse.actors import Registry
from summitparse.countries import find_countries
from summitparse.events.candidates import Candidate, frames
from summitparse.findings import Span, TimeFindings
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout

# An event is reported within so many days of the release (or announced before).
_NEAR = dt.timedelta(days=45)
# Who attended is told within so many sentences.
_FURTHER = 8


def place_of(layout: Layout, parse: Parse, best: Candidate, sentences: list[int]) -> Span | None:
    """A place line of its own; else "in Geneva" beside the event or where it is named again; else the dateline; else
    "at the Palace"."""
    if best.kind == "call":
        return None
    header = layout.header.place and _first_part(layout, layout.header.place)
    if header and _alone_on_line(layout, header):
        return header
    again = [
        sentence
        for sentence in range(len(parse.sentences))
        if sentence not in sentences and any(token.lower == best.noun for token in parse.sentence_tokens(sentence))
    ]
    for links in (("in", "to") if best.kind == "visit" else ("in",), ("at",)):
        for sentence in [*sentences, *again]:
            span = _place_in(parse, sentence, best, links)
            if span:
                return span
        if header:
            return header
    return None


def _first_part(layout: Layout, place: Span) -> Span:
    """A dateline without what a dash cuts off: "Ottawa, Ontario - Global Affairs"."""
    text = layout.clean[place.start : place.end]
    cut = min((at for dash in (" - ", " – ", " — ") if (at := text.find(dash)) > 0), default=len(text))
    return Span(place.start, place.start + cut)


def _alone_on_line(layout: Layout, place: Span) -> bool:
    text = layout.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    return not (text[start : place.start] + text[place.end : end if end >= 0 else len(text)]).strip()


def _place_in(parse: Parse, sentence: int, best: Candidate, links: tuple[str, ...]) -> Span | None:
    """The first "in X" (or other link) behind the event word, or before it at the head of the sentence."""
    tokens = parse.sentence_tokens(sentence)
    nouns = [k for k, token in enumerate(tokens) if token.i == best.head or token.lower == best.noun]
    begin = nouns[0] if nouns else 0
    if best.kind == "visit" and begin + 1 < len(tokens) and (span := _place_phrase(tokens, begin + 1)):
        return span  # "visited Nairobi"
    stop = next((k for k in range(begin, len(tokens) - 1) if _purpose(tokens, k)), len(tokens) - 1)
    for k in [*range(begin, stop), *range(min(begin, 4))]:
        if tokens[k].lower in links and not _in_relative(parse, tokens[k]):
            span = _place_phrase(tokens, k + 1)
            if span:
                return span
    return None


def _purpose(tokens: list[Token], k: int) -> bool:
    """ "… to discuss investments in Africa": what follows is not where it was."""
    return (tokens[k].lower == "to" and tokens[k + 1].tag == "VB") or tokens[k].lower in (
        "that",
        "which",
        "where",
        "who",
    )


def _in_relative(parse: Parse, token: Token | None) -> bool:
    """Is it said of somebody ("who is in Moscow") rather than of the event?"""
    if token is None:
        return False
    for number, ancestor in enumerate(parse.ancestors(token.i)):
        if parse.tokens[ancestor].dep in ("relcl", "acl"):
            return True
        if number > 6:
            break
    return False


def _place_phrase(tokens: list[Token], k: int) -> Span | None:
    """Capitalised words, without "the", and a comma and another capitalised word behind."""
    if k < len(tokens) and tokens[k].lower == "the":
        k += 1
    begin = k
    while k < len(tokens) and (
        (
            tokens[k].text[0].isupper()
            and tokens[k].tag[:2] in ("NN", "JJ", "FW")
            and tokens[k].lower not in frames("calendar")
        )
        or (
            k > begin
            and tokens[k].lower in ("of", "the", "-", "de", "la", "'s", "’s")
            and k + 1 < len(tokens)
            and tokens[k + 1].text[0].isupper()
        )
    ):
        k += 1
    if k == begin:
        return None
    last = tokens[k - 1]
    if last.tag[:2] not in ("NN", "FW") or (
        k < len(tokens) and (tokens[k].tag in ("NN", "NNS", "POS") or tokens[k].text in ("’", "'"))
    ):
        return None
    words = [token.lower for token in tokens[begin:k]]
    if frames("not_in_places") & set(words):
        return None
    if (
        k + 1 < len(tokens)
        and tokens[k].text == ","
        and tokens[k + 1].text[0].isupper()
        and tokens[k + 1].tag in ("NNP", "NNPS")
    ):
        after = k + 2
        if after >= len(tokens) or tokens[after].text in (",", ".", ";") or tokens[after].tag in ("IN", "CC", "VBD"):
            if tokens[k + 1].lower not in frames("calendar") and (
                find_countries(tokens[k + 1].text) or tokens[k + 1].tag == "NNP"
            ):
                last = tokens[k + 1]
    return Span(tokens[begin].start, last.end)


def days_of(
    parse: Parse, times: TimeFindings, sentences: list[int], best: Candidate, layout: Layout, reference: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """From the event's own sentences (a range, or one day), else the day of the release."""
    published = layout.header.published
    day = (published.day if published else None) or reference
    for sentence in sentences:
        span = parse.sentence_span(sentence)
        latest = None if _is_future(parse, sentence) else day
        for found in times.ranges:
            if (
                span.contains(found.span)
                and found.first
                and found.last
                and _close(found.first, found.last, day, latest)
            ):
                return found.first, found.last
        for date in times.dates:
            if (
                span.contains(date.span)
                and date.type == "DATE"
                and not _in_relative(parse, parse.at(date.span.start))
                and date.first
                and date.last
                and _close(date.first, date.last, day, latest)
            ):
                if date.first == date.last:
                    return date.first, date.last
    return day, day


def _is_future(parse: Parse, sentence: int) -> bool:
    tokens = parse.sentence_tokens(sentence)
    return any(token.lower in ("will", "to", "scheduled", "planned") for token in tokens) and not any(
        token.tag == "VBD" for token in tokens
    )


def _close(first: dt.date, last: dt.date, day: dt.date | None, latest: dt.date | None) -> bool:
    """Near the day of the release, and of what is told as past not after it."""
    if (last - first).days >= 20 or (latest is not None and first > latest):
        return False
    return day is None or abs(first - day) <= _NEAR


def participants_of(
    layout: Layout, parse: Parse, registry: Registry, best: Candidate, sentences: list[int]
) -> tuple[int, ...]:
    """People named in title, subtitle and the event's sentences, and where it is said who attended."""
    header = [span for span in (layout.header.title, layout.header.subtitle) if span]
    wanted = []
    for sentence in range(min(len(parse.sentences), max(sentences, default=0) + _FURTHER)):
        span = parse.sentence_span(sentence)
        if (
            sentence in sentences
            or any(part.overlaps(span) for part in header)
            or _tells_who_came(parse.sentence_tokens(sentence), best)
        ):
            wanted.append(span)
    people = [found for span in wanted for found in registry.people_in(span)]
    return tuple(dict.fromkeys(actor for place, actor in people if not _only_mentioned(parse, place)))


def _tells_who_came(tokens: list[Token], best: Candidate) -> bool:
    """ "The talks were attended by …", "Also present at the meeting were …"."""
    came = any(
        (t.lemma in frames("attending") and t.tag[0] == "V") or (t.lower == "present" and t.tag == "JJ") for t in tokens
    )
    return came and any(
        t.lower in (best.noun, "meeting", "talks", "event", "ceremony", "summit", "negotiations") for t in tokens
    )


def _only_mentioned(parse: Parse, place: Span) -> bool:
    """Somebody about whom it is, or whose something it is, does not take part by that."""
    tokens = parse.within(place)
    if not tokens:
        return False
    before = parse.tokens[tokens[0].i - 1] if tokens[0].i else None
    if before is not None and before.sentence == tokens[0].sentence and before.lower in frames("about"):
        return True
    after = parse.tokens[tokens[-1].i + 1] if tokens[-1].i + 1 < len(parse.tokens) else None
    if after is not None and after.tag == "POS" and after.sentence == tokens[0].sentence:
        thing = parse.tokens[after.i + 1 : after.i + 4]
        return not any(token.lower in frames("taking_part") for token in thing)
    return False
