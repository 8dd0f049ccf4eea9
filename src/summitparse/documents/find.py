"""Finds the instruments that a release says were signed, adopted or approved, in lists and in running text."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cached_property

from summitparse.countries import find_countries
from summitparse.documents.adjuncts import cut_adjuncts, has_clause
from summitparse.documents.clauses import Found, read_clauses, read_object
from summitparse.documents.instruments import Head
from summitparse.documents.listed import Row, announces_list, read_rows, title_head
from summitparse.documents.normalise import tidy, title_of
from summitparse.documents.parties import parties_of, persons_of, strip_intro, until_adjunct
from summitparse.documents.resolve import Times, place_in
from summitparse.documents.signing import Trigger, find_triggers, trigger_pattern
from summitparse.documents.words import Word, sentences, words
from summitparse.findings import DocumentFinding, EventFinding, Span, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout.model import Block, Layout

_INCLUDE = re.compile(
    r"(?:(?:The|These|Those|All|Other)?\W*(?:bilateral |signed |following )*(?:documents?|agreements?|papers|instruments|contracts"
    r"|memorand\w+|they|these|list|package)\b[^.:;]{0,100}?\b(?:(?<!was )(?<!were )include[sd]?|comprised?|cover(?:ed|s)?)\b"
    r"|Among (?:them|these|the (?:documents|agreements|papers)[^.:;]{0,80}?) (?:are|is|were|was)\b"
    r"|(?:They|These) (?:are|were)\b(?=[^.;]{0,30}:))(?:\s+also)?(?:\s+the following)?:?",
    re.IGNORECASE,
)
# What is listed behind these verbs is an instrument even where its name does not say of what kind.
_LISTED = ("sign", "exchange", "conclude", "adopt")
_LOOKBACK_DAYS = 60
# A sentence is read as far as this, and so many verbs of it: what is longer is no sentence.
_LONGEST, _MOST = 1500, 12


@dataclass(frozen=True, slots=True)
class Context:
    """What a vague announcement ("a number of documents were signed") leaves to the sentences and lines behind it."""

    trigger: Trigger
    head: Head | None
    line: list[Word]
    day: dt.date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """Around a verb: its subject, the words behind it, and the people who signed."""

    subject: str
    behind: str
    signatories: tuple[str, ...]


_ALSO = re.compile(r"(?:In addition|Also|Additionally|Besides|Furthermore|Moreover|And|Plus),? (?:a|an|the|also) ")
# "was signed [on 3 May] [in Lima] by", "between".
_BY = re.compile(
    r"(?:,? (?:today|yesterday|here|jointly|also|respectively|(?:on|in|at) [^,.;:]{3,40}?))*,? (?:by|between)\s+"
)


def find_documents(
    layout: Layout,
    parse: Parse | None,
    times: TimeFindings,
    *,
    event: EventFinding | None = None,
    reference: dt.date | None = None,
) -> tuple[DocumentFinding, ...]:
    """The instruments of a release in text order, one record each.

    `times` are what `find_dates` found in the same layout. `event` and `reference` give the day and place where the
    sentence gives none, and tell a signing that is reported from one of years ago.
    """
    return _Finder(layout, parse, times, event, reference).find()


class _Finder:
    def __init__(
        self,
        layout: Layout,
        parse: Parse | None,
        times: TimeFindings,
        event: EventFinding | None,
        reference: dt.date | None,
    ) -> None:
        self.clean = layout.clean
        self.layout = layout
        self.parse = parse
        self.times = Times(times)
        self.event = event
        self.reference = reference
        self.found: list[DocumentFinding] = []
        self.last: Trigger | None = None  # the verb that a sentence without one would go on with

    def find(self) -> tuple[DocumentFinding, ...]:
        hits = [m.start() for m in trigger_pattern().finditer(self.clean)]
        if not hits:
            return ()
        header = [
            Block(span, "heading")
            for span in (self.layout.header.title, self.layout.header.subtitle)
            if span is not None
        ]
        blocks = [*header, *self.layout.blocks]
        hit = 0
        busy = -1
        for number, block in enumerate(blocks):
            while hit < len(hits) and hits[hit] < block.span.start:
                hit += 1
            if number <= busy or block.kind == "furniture":
                continue
            if hit >= len(hits) and block.span.start > hits[-1]:
                break
            if not trigger_pattern().search(self.clean, block.span.start, block.span.end):
                if self.last is not None and _ALSO.match(self.clean, block.span.start, block.span.end):
                    self._elliptic(block.span, self.last)
                self.last = None
                continue
            context = self._block(block)
            if context is not None:
                rows, after = read_rows(self.layout, blocks, number + 1)
                self._listed(rows, context)
                busy = after - 1 if rows else busy
        return tuple(_settle(self.clean, self.found, self.layout))

    def _block(self, block: Block) -> Context | None:
        """Reads a block sentence by sentence; returns what a list behind it would be about."""
        context: Context | None = None
        if announces_list(self.clean, block.span):
            heading = words(self.clean, block.span)
            verb = next((k for k, word in enumerate(heading) if trigger_pattern().fullmatch(word.text)), 0)
            return self._context(Trigger(verb, verb + 1, verb, "sign", "signed", "active"), None, heading, block.span)
        for span in sentences(self.clean, block.span):
            if self.last is not None and _ALSO.match(self.clean, span.start, span.end):
                self._elliptic(span, self.last)
            triggers: list[Trigger] = []
            line: list[Word] = []
            if trigger_pattern().search(self.clean, span.start, span.end):
                line = words(self.clean, span, self.parse)[:_LONGEST]
                triggers = find_triggers(line, headline=block.kind == "heading")[:_MOST]
            include = self._include(span, line, context, triggers)
            if include:
                context = include if isinstance(include, Context) else None
                continue
            if self.clean[span.start : span.end].rstrip().endswith("?"):
                triggers = []
            if not triggers:
                if context is not None and not self.clean[span.start : span.end].rstrip().endswith(":"):
                    context = None
                continue
            found, vague = read_clauses(self.clean, line, triggers)
            self._emit(line, span, found)
            self.last = found[-1].trigger if found else self.last
            if not found and self.found:
                self._signed_by(line, span, triggers[0])
            if vague is not None and (not found or self.clean[: span.end].rstrip().endswith(":")):
                context = self._context(triggers[0], vague, line, span)
            elif self.clean[span.start : span.end].rstrip().endswith(":") and not found:
                context = self._context(triggers[0], None, line, span)
            else:
                context = None
        return context

    def _elliptic(self, span: Span, trigger: Trigger) -> None:
        """ "In addition, an agreement on …": a sentence without a verb goes on with the verb of the one before."""
        line = words(self.clean, span, self.parse)[:_LONGEST]
        lo = 2 if line[0].lower == "in" else 1
        while lo < len(line) and not line[lo].is_word:
            lo += 1
        items, _ = read_object(self.clean, line, lo, len(line), replace(trigger, voice="active"))
        if items and not has_clause(line, lo, len(line)):
            found = [Found(item, trigger, line[item.start].start, line[item.end - 1].end) for item in items]
            self._emit(line, span, found, told=False)

    def _signed_by(self, line: list[Word], span: Span, trigger: Trigger) -> None:
        """ "The document was signed by A and B": the names belong to the document that was named last."""
        before = self.found[-1]
        if (
            trigger.voice != "passive"
            or before.signatories
            or span.start - before.span.end > 600
            or trigger.subject_end > 4
        ):
            return
        behind = self.clean[line[trigger.at].end : span.end]
        by = _BY.match(behind)
        if by:
            self.found[-1] = replace(before, signatories=persons_of(until_adjunct(behind[by.end() :])))

    def _include(
        self, span: Span, line: list[Word], context: Context | None, triggers: list[Trigger]
    ) -> Context | bool:
        """ "The documents signed include A; B", "These are:"."""
        match = _INCLUDE.match(self.clean, span.start, span.end) if triggers or context else None
        if match is None:
            return False
        line = line or words(self.clean, span, self.parse)[:_LONGEST]
        inside = next((t for t in triggers if line[t.at].start < match.end() and t.status != "planned"), None)
        if inside is None and context is None:
            return False
        trigger = inside or (context.trigger if context else None)
        assert trigger is not None
        trigger = replace(trigger, voice="active")
        lo = next((k for k, word in enumerate(line) if word.start >= match.end()), len(line))
        while lo < len(line) and line[lo].text in ":,—–-":
            lo += 1
        head = context.head if context else None
        if lo >= len(line):
            return replace(context, trigger=trigger) if context else self._context(trigger, head, line, span)
        items, _vague = read_object(self.clean, line, lo, len(line), trigger, strict=False)
        found = [Found(item, trigger, line[item.start].start, line[item.end - 1].end) for item in items]
        self._emit(line, span, found)
        return True

    def _context(self, trigger: Trigger, head: Head | None, line: list[Word], span: Span) -> Context:
        return Context(trigger, head, line, self.times.day(span, []), place_in(self.clean, span, []))

    def _emit(self, line: list[Word], span: Span, found: list[Found], *, told: bool = True) -> None:
        """`told`: the verb stands in this sentence, and so may the people who signed."""
        spans = [Span(one.start, one.end) for one in found]
        if not found or self._long_ago(span, spans):
            return
        place = place_in(self.clean, span, spans)
        for one in found:
            roles = self._roles(line, span, found, one) if told else Roles("", "", ())
            own = Span(one.start, one.end)
            own = _unquote(self.clean, own)
            head = one.item.head
            kind = head.type if head is not None else "other"
            title = title_of(self.clean, line, one.item, own)
            self.found.append(
                DocumentFinding(
                    span=own,
                    title=title,
                    type=kind,
                    status=one.trigger.status,
                    period=self.times.period(self.clean, own),
                    date=self._day(span, spans, one.trigger.status),
                    place=place or self._place(),
                    parties=self._parties(own, title, kind, roles),
                    signatories=roles.signatories,
                    rule=f"documents.{one.trigger.voice}-{one.trigger.lemma}",
                )
            )

    def _listed(self, rows: list[Row], context: Context) -> None:
        for row in rows:
            span = row.title
            line = words(self.clean, span)
            head = title_head(line)
            if not line or (head is None and (context.head is None or context.trigger.lemma not in _LISTED)):
                continue
            if head is not None and head.name == "bill":
                span = Span(span.start, line[cut_adjuncts(self.clean, line, 0, len(line)) - 1].end)
            own = _unquote(self.clean, span)
            kind = head.type if head is not None else "other"
            if head is None and context.head is not None and line[0].lower in ("on", "concerning", "regarding"):
                kind = context.head.type
            title = tidy(self.clean[own.start : own.end])
            people = [name for cell in row.signers for name in persons_of(self.clean[cell.start : cell.end])]
            self.found.append(
                DocumentFinding(
                    span=own,
                    title=title,
                    type=kind,
                    status=context.trigger.status,
                    period=self.times.period(self.clean, own),
                    date=context.day or self._event_day(context.trigger.status),
                    place=context.place or self._place(),
                    parties=self._parties(own, title, "agreement" if head is None else kind, Roles("", "", ())),
                    signatories=tuple(dict.fromkeys(people)),
                    rule="documents.list",
                )
            )

    def _long_ago(self, sentence: Span, outside: list[Span]) -> bool:
        if self.reference is None:
            return False
        latest = self.times.latest_in(sentence, outside)
        return latest is not None and (self.reference - latest).days > _LOOKBACK_DAYS

    def _day(self, sentence: Span, outside: list[Span], status: str) -> dt.date | None:
        return None if status == "planned" else self.times.day(sentence, outside) or self._event_day(status)

    def _event_day(self, status: str) -> dt.date | None:
        """The day of the event, if it has just one."""
        if status == "planned" or self.event is None or self.event.first != self.event.last:
            return None
        return self.event.first

    def _roles(self, line: list[Word], span: Span, found: list[Found], one: Found) -> Roles:
        """The verb's subject, what stands behind the verb or its object, and the people among them who signed."""
        trigger = one.trigger
        last = max(f.end for f in found if f.trigger is trigger)
        first = min(f.start for f in found if f.trigger is trigger)
        verb = line[trigger.at]
        if trigger.voice == "active":
            begin = max([f.end for f in found if f.end <= verb.start], default=span.start)
            subject = self.clean[begin : line[trigger.subject_end].start]
            behind = self.clean[last : span.end]
        else:
            subject = ""
            behind = self.clean[max(verb.end, last if first > verb.end else verb.end) : span.end]
        if trigger.status == "planned" or trigger.lemma not in ("sign", "initial", "ink", "exchange", "conclude"):
            return Roles(subject, behind, ())
        by = _BY.match(behind) if trigger.voice != "active" else None
        named = persons_of(until_adjunct(behind[by.end() :])) if by else ()
        return Roles(subject, behind, named or persons_of(strip_intro(subject)))

    def _parties(self, own: Span, title: str, kind: str, roles: Roles) -> tuple[str, ...]:
        """What one person signs alone, and laws and decrees, have no parties but those that they name."""
        shared = kind not in ("decree", "other", "decision", "resolution") and not (
            len(persons_of(roles.subject)) == 1 or roles.subject.strip().lower().endswith("president")
        )
        if kind == "decree" or (not shared and kind == "other"):
            roles = Roles("", "", roles.signatories)
        about = self._about if shared else ""
        return parties_of(self.clean[own.start : own.end], title, roles.subject, roles.behind, anywhere=about)

    @cached_property
    def _about(self) -> str:
        """The words that say between whom the event is: its name, the headline, the first lines of the body."""
        header = self.layout.header
        spans = [header.title, header.subtitle, self.event.name if self.event else None]
        spans += [block.span for block in self.layout.blocks[:3]]
        for span in spans:
            text = self.clean[span.start : min(span.end, span.start + 600)] if span else ""
            count = len({mention.country for mention in find_countries(text)})
            if count == 2 or (count > 2 and span in spans[:3]):
                return text
        return ""

    def _place(self) -> str | None:
        if self.event is None or self.event.place is None:
            return None
        return tidy(self.clean[self.event.place.start : self.event.place.end])


def _unquote(clean: str, span: Span) -> Span:
    """Without quotation marks that hold the whole span."""
    start, end = span
    if clean[start] in '“”"«„' and not any(mark in clean[start + 1 : end - 1] for mark in '“”"«»„'):
        start += 1
        if end > start and clean[end - 1] in '“”"»':
            end -= 1
    return Span(start, end)


def _settle(clean: str, found: list[DocumentFinding], layout: Layout) -> list[DocumentFinding]:
    """In text order, none inside another, each instrument once.

    Of mentions with the same words the first stays, of a headline and the body the body, and what is told again
    later in fewer words goes.
    """
    kept: list[DocumentFinding] = []
    end = -1
    for one in sorted(found, key=lambda d: (d.span.start, -d.span.end)):
        if one.span.start >= end and one.span.end > one.span.start:
            kept.append(one)
            end = one.span.end
    title = layout.header.title
    body = {one.type for one in kept if (title is None or not title.contains(one.span)) and "noun" not in one.rule}
    seen: dict[str, list[frozenset[str]]] = {}
    once = []
    for one in kept:
        if title is not None and title.contains(one.span) and one.type in body:
            continue
        key = _key(one.title)
        before = seen.setdefault(one.type, [])
        if key in before or (len(key) >= _ENOUGH and any(key < other for other in before[:_COMPARED])):
            continue
        before.append(key)
        once.append(one)
    return once


# A title of so many words that mean something is told again where a longer one before it has them all.
_ENOUGH, _COMPARED = 4, 60


def _key(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(re.findall(r"\w+", title.lower())) - {
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "and",
        "for",
        "to",
        "with",
    }
