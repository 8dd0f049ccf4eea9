"""Finds the instruments that a release says were signed, adopted or approved, in lists and in running text."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summitparse.documents.adjuncts import cut_adjuncts, has_clause
from summitparse.documents.candidate import Candidate
from summitparse.documents.clauses import Found, read_clauses, read_object
from summitparse.documents.context import context_signs, head_noun, named_again
from summitparse.documents.forms import form
from summitparse.documents.listed import Row, announces_list, read_rows, reads_as_title, split_announcement, title_head
from summitparse.documents.mentions import find_mentions
from summitparse.documents.normalise import tidy, title_of, unquote
from summitparse.documents.objects import points_back, signs_of
from summitparse.documents.parties import persons_of
from summitparse.documents.rank import choose
from summitparse.documents.repeats import without_repeats
from summitparse.documents.resolve import Resolver
from summitparse.documents.scan import find_any, is_any_in
from summitparse.documents.times import Times
from summitparse.findings import DocumentFinding, EventFinding, Span, TimeFindings
from summitparse.instruments.items import shared_items
from summitparse.instruments.nouns import Head, find_heads, first_words
from summitparse.instruments.signing import Trigger, find_triggers, trigger_words
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at, sentences, words
from summitparse.language.parse import Parse
from summitparse.lines.model import Block
from summitparse.ranking.linear import shipped_model
from summitparse.voices import Voices

_POSSESSOR_REACH = 120
# Of a sentence's verbs one of these opens a list below.
_MAKING = ("signed", "adopted", "approved")
# So many verbs of a sentence are read.
_MOST = 12
# "The document was signed by …" speaks of an instrument that was named so near before.
_NEAR = 600
# "by" so near behind a verb or an instrument tells who signed it.
_BY_NEAR = 60


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a vague "a number of documents were signed" leaves to the sentences and lines behind it."""

    trigger: Trigger
    head: Head | None
    sentence: Span


def find_documents(
    voices: Voices,
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
    layout, known = voices.layout, Times(times, voices)
    likely = choose(propose(voices, parse), layout, known, reference, shipped_model("documents"))
    return tuple(Resolver(layout, known, event, reference).resolve(without_repeats(likely, layout.header.title)))


def propose(voices: Voices, parse: Parse | None) -> list[Candidate]:
    """Everything in a release that a reading takes for an instrument, each under the reading's name as its rule."""
    return _Reader(voices, parse).read()


class _Reader:
    """Goes through the blocks of one release and gathers candidates."""

    def __init__(self, voices: Voices, parse: Parse | None) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.clean = voices.layout.clean
        self.parse = parse
        self.verbs, self.nouns = find_any(self.clean, trigger_words(), first_words())
        self.lines: dict[Span, list[Word]] = {}
        self.candidates: list[Candidate] = []
        self.announced: Announcement | None = None  # the last count of documents that nothing has listed yet
        self.seen: Trigger | None = None  # the last verb that made anything
        self.last: Trigger | None = None  # the verb that a sentence without one would go on with

    def read(self) -> list[Candidate]:
        header = (self.layout.header.title, self.layout.header.subtitle)
        blocks = [Block(span, "heading") for span in header if span is not None]
        blocks += [part for block in self.layout.blocks for part in split_announcement(self.voices, block)]
        after = 0
        for number, block in enumerate(blocks):
            has_verb = is_any_in(self.verbs, block.span) or self._lists_announced(block.span)
            has_verb = has_verb or announces_list(self.clean, block.span)  # "II. Agreements and MoUs"
            has_verb = has_verb or (block.kind != "item" and self._has_titles(blocks[number + 1 : number + 2]))
            if number >= after and block.kind != "furniture":
                after = self._block(blocks, number) if has_verb else after
                if not has_verb:
                    self._goes_on(block.span)
                    self.last = None
        if self.parse is not None:
            self._mentions(blocks, self.parse)
        return self.candidates

    def _line(self, span: Span) -> list[Word]:
        """The words of a sentence; two readings may ask for them."""
        if span not in self.lines:
            self.lines[span] = words(self.voices, span, self.parse)
        return self.lines[span]

    def _mentions(self, blocks: Sequence[Block], parse: Parse) -> None:
        """Adds what no reading before has taken."""
        taken = sorted(one.span for one in self.candidates)
        opening: Trigger | None = None
        for block in blocks:
            listed = block.kind == "item" or block.marker is not None
            for span in sentences(self.clean, block.span) if block.kind != "furniture" else ():
                asked = self.clean[span.start : span.end].rstrip().endswith("?")
                if not asked and is_any_in(self.nouns, span):
                    near = taken[max(0, bisect_left(taken, span) - 1) : bisect_left(taken, Span(span.end, span.end))]
                    line = self._line(span)
                    self._add(line, span, list(find_mentions(self.clean, line, parse, near, opening)))
                if not listed:
                    opening = self._opening(span, opening)

    def _opening(self, span: Span, before: Trigger | None) -> Trigger | None:
        """The verb of a sentence that says of instruments that they were made, or are to be, and may be named below;
        `before` that of the sentence before."""
        opens = self.clean[: span.end].rstrip().endswith(":")
        line = self._line(span) if opens or is_any_in(self.verbs, span) else []
        triggers = find_triggers(line, self.parse)
        several = any(head.plural or head.vague for head in find_heads(line, 0, len(line)))
        if triggers and (several or opens):
            before = next((t for t in triggers if t.status in _MAKING), triggers[0])
        elif not opens:
            return None
        return replace(before, voice="list" if opens else "count") if before is not None else None

    def _block(self, blocks: Sequence[Block], number: int) -> int:
        """Reads a block, and where it announces a list, the list; returns the number of the block after that."""
        block = blocks[number]
        if announces_list(self.clean, block.span):
            adopts = self.clean[block.span.start : block.span.end].casefold().lstrip("ivx. ").startswith("adoption")
            verb = ("adopt", "adopted") if adopts else ("sign", "signed")
            announcement: Announcement | None = Announcement(Trigger(0, 0, 0, *verb, "active"), None, block.span)
        else:
            announcement = self._sentences(block)
        announcement = announcement or self._titles_below(block, blocks[number + 1 : number + 2])
        if announcement is None:
            return number
        rows, after = read_rows(self.voices, blocks, number + 1)
        for row in rows:
            self._row(row, announcement)
        return after if rows else number

    def _titles_below(self, block: Block, below: Sequence[Block]) -> Announcement | None:
        """ "… to sign the following memoranda was approved." or "Other agreements" above lines of a list that are
        titles: what does not say what was done with them goes on with the verb before."""
        if not self._has_titles(below):
            return None
        *_, span = sentences(self.clean, block.span)
        line = self._line(span)
        triggers = find_triggers(line, self.parse)
        head = next((head for head in reversed(find_heads(line, 0, len(line))) if head.plural), None)
        trigger = triggers[-1] if triggers else self.seen and replace(self.seen, voice="unsaid")
        return Announcement(trigger, head, span) if trigger is not None else None

    def _has_titles(self, blocks: Sequence[Block]) -> bool:
        return bool(blocks) and blocks[0].kind == "item" and reads_as_title(self.voices, blocks[0].span)

    def _sentences(self, block: Block) -> Announcement | None:
        """Reads a block sentence by sentence; returns the last sentence's announcement."""
        announcement: Announcement | None = None
        for span in sentences(self.clean, block.span):
            self._goes_on(span)
            triggers: list[Trigger] = []
            line: list[Word] = []
            if is_any_in(self.verbs, span):
                line = self._line(span)
                triggers = find_triggers(line, self.parse, headline=block.kind == "heading")[:_MOST]
            ending = self.clean[max(span.start, span.end - 12) : span.end].rstrip()[-1:]
            if announcement is None and self._lists_announced(span):
                announcement = self.announced
            include = self._inclusion(span, announcement, triggers)
            if include is not None:
                line = line or self._line(span)
                announcement = self._included(span, line, include, announcement, triggers)
            elif triggers and ending != "?":
                announcement = self._told(span, line, triggers, ending == ":")
            elif ending != ":":
                announcement = None
        return announcement

    def _told(self, span: Span, line: list[Word], triggers: list[Trigger], opens: bool) -> Announcement | None:
        found, vague = read_clauses(self.clean, line, triggers)
        self._add(line, span, found)
        if not all(points_back(line, one.item) for one in found):
            self.last = found[-1].trigger
        else:
            self._signed_by(line, span, triggers[0])
        self.seen = making = next((t for t in triggers if t.status in _MAKING), triggers[0])
        head, trigger = vague or (None, making)
        announcement = Announcement(trigger, head, span)
        if vague is not None and not found:
            self.announced = announcement
            return announcement
        return announcement if opens and (vague is not None or not found) else None

    def _lists_announced(self, span: Span) -> bool:
        """ "The agreements are …" a little behind "four agreements were signed"."""
        before = self.announced
        near = before is not None and 0 <= span.start - before.sentence.end < _NEAR
        return near and form("include").match(self.clean, span.start, span.end) is not None

    def _goes_on(self, span: Span) -> None:
        """ "In addition, an agreement on …": a sentence without a verb goes on with the verb of the one before."""
        if self.last is None or not form("also").match(self.clean, span.start, span.end):
            return
        line = self._line(span)
        lo = phrase_at(line, 0, "in_addition") or 1
        while lo < len(line) and not line[lo].is_word:
            lo += 1
        items, _ = read_object(self.clean, line, lo, len(line), replace(self.last, voice="active"))
        if items and not has_clause(line, lo, len(line)):
            self._add(line, span, [Found.of(line, item, self.last) for item in items], told=False)

    def _signed_by(self, line: list[Word], span: Span, trigger: Trigger) -> None:
        """ "The document was signed by A and B": the names belong to the document that was named last."""
        if not self.candidates or trigger.voice != "passive" or trigger.subject_end > 4:
            return
        before = self.candidates[-1]
        behind = Span(line[trigger.at].end, span.end)
        if span.start - before.span.end < _NEAR and " by " in self.clean[behind.start : behind.start + _BY_NEAR]:
            self.candidates[-1] = replace(before, signers=(*before.signers, behind))

    def _inclusion(
        self, span: Span, announcement: Announcement | None, triggers: list[Trigger]
    ) -> re.Match[str] | None:
        """ "The documents signed include", "These are:", where this or the last sentence says that they were signed."""
        match = form("include").match(self.clean, span.start, span.end) if triggers or announcement else None
        if match is None or announcement is not None:
            return match
        verbs = find_triggers(words(self.voices, Span(span.start, match.end())))
        return match if any(verb.status != "planned" for verb in verbs) else None

    def _included(
        self,
        span: Span,
        line: list[Word],
        include: re.Match[str],
        announcement: Announcement | None,
        triggers: list[Trigger],
    ) -> Announcement | None:
        """Adds what stands behind "include"; if nothing does, a list may follow in the lines below."""
        before = [announcement.trigger] if announcement else []
        inside = [t for t in triggers if line[t.at].start < include.end() and t.status != "planned"]
        trigger = replace([*inside, *before][0], voice="active")
        lo = next((k for k, word in enumerate(line) if word.start >= include.end()), len(line))
        while lo < len(line) and line[lo].text in ":,—–-":
            lo += 1
        if lo >= len(line):
            return Announcement(trigger, announcement.head if announcement else None, span)
        heads = find_heads(line, 0, lo) if line[lo].lower in vocabulary("about") else []
        items = [item for head in heads[:1] for item in shared_items(line, lo, len(line), head, head.end)]
        if items:  # "The agreements signed were on A, on B and on C", and the next sentence may tell of the memorandums
            self.announced = Announcement(trigger, heads[0], span)
        else:
            items, _ = read_object(self.clean, line, lo, len(line), trigger, strict=False)
        self._add(line, span, [Found.of(line, item, trigger) for item in items])
        return None

    def _add(self, line: list[Word], sentence: Span, found: list[Found], *, told: bool = True) -> None:
        """`told`: the verb stands in this sentence, and so may the people who signed."""
        around = tuple(Span(one.start, one.end) for one in found)
        for one in found:
            trigger, head = one.trigger, one.item.head
            span = unquote(self.clean, Span(one.start, one.end))
            verb_here = told and trigger.voice != "mention"
            subject, behind = self._around_verb(line, sentence, found, one) if verb_here else ("", "")
            # "The memorandum was signed by A and B", where none was named before.
            first = not self.candidates and trigger.voice == "passive" and " by " in behind and bool(persons_of(behind))
            if points_back(line, one.item) and not first:
                continue
            self.candidates.append(
                Candidate(
                    span=span,
                    title=title_of(self.clean, line, one.item, span),
                    type=head.type if head is not None else "other",
                    status=trigger.status,
                    lemma=trigger.lemma,
                    rule=f"documents.{trigger.voice}-{trigger.lemma}",
                    sentence=sentence,
                    around=around,
                    subject=subject,
                    behind=behind,
                    signs=trigger.signs.union(
                        signs_of(line, one.item), self._context(line, head, span), ["first-by"] if first else []
                    ),
                )
            )

    def _context(self, line: list[Word], head: Head | None, span: Span) -> Iterator[str]:
        """Features of the clause around an instrument, of who speaks, and of what the release says of it later."""
        yield f"voice={self.voices.at(span.start).kind}"
        if head is None:
            return
        yield from named_again(self.clean, line[head.noun].text, span.end)
        noun = head_noun(self.parse, line, head) if self.parse is not None else None
        if self.parse is not None and noun is not None:
            yield from context_signs(self.parse, noun)

    def _around_verb(self, line: list[Word], sentence: Span, found: list[Found], one: Found) -> tuple[str, str]:
        """The subject of the verb, and what stands behind it and its object; each has a "by …" of its own."""
        trigger = one.trigger
        verb = line[trigger.at] if trigger.at < len(line) else line[-1]
        last = max(one.end for one in found if one.trigger is trigger)
        first = min(one.start for one in found if one.trigger is trigger)
        if trigger.voice == "noun":
            possessor = form("possessor").search(
                self.clean, max(sentence.start, verb.start - _POSSESSOR_REACH), verb.start
            )
            return possessor.group(1) if possessor else "", self.clean[max(verb.end, last) : sentence.end]
        if trigger.voice == "passive":
            start = max(verb.end, one.end)
            stop = min((other.start for other in found if other.start >= start), default=sentence.end)
            own = self.clean[start:stop]
            if " by " in own[:_BY_NEAR]:
                return "", own.removesuffix(" and ").removesuffix(", and the ")
        if trigger.voice != "active":
            return "", self.clean[max(verb.end, last if first > verb.end else verb.end) : sentence.end]
        begin = max((one.end for one in found if one.end <= verb.start), default=sentence.start)
        end = min(trigger.subject_end, len(line) - 1)
        if end > 1 and line[end - 1].joins:  # "The ministers launched the fund and signed …"
            end = next((k for k in range(1, end - 1) if line[k].finite and line[k].start > begin), end)
        for k in range(end - 1, 1, -1):  # "they looked on as the companies signed"
            # "The spokesman said A and B signed …": who signed stands behind the verb of saying.
            if line[k].lower in vocabulary("subordinating") or line[k].lower in vocabulary("saying"):
                begin = max(begin, line[k].end)
                break
        return self.clean[begin : line[end].start], ""

    def _row(self, row: Row, announcement: Announcement) -> None:
        span = row.title
        line = self._line(span)
        head = title_head(line)
        lemma = announcement.trigger.lemma
        if not line or (head is None and (announcement.head is None or lemma not in vocabulary("listing"))):
            return
        if head is None and any(word.finite and not word.sealed for word in line):
            return  # a sentence of its own, numbered as the others
        kind = head.type if head is not None else "other"
        if head is not None and head.name == "bill":
            span = Span(span.start, line[cut_adjuncts(self.clean, line, 0, len(line)) - 1].end)
        span = unquote(self.clean, span)
        title = tidy(self.clean[span.start : span.end])
        if head is None and announcement.head is not None and line[0].lower in vocabulary("titling"):
            kind = announcement.head.type
            title = f"{announcement.head.name} {title}"
        self.candidates.append(
            Candidate(
                span=span,
                title=title,
                type=kind,
                status=announcement.trigger.status,
                lemma=lemma,
                rule="documents.list",
                sentence=announcement.sentence,
                signers=row.signers,
                signs=frozenset(self._row_signs(line, head, announcement)),
            )
        )

    def _row_signs(self, line: list[Word], head: Head | None, announcement: Announcement) -> Iterator[str]:
        """Features of a line of a list, and of the sentence that announces it."""
        yield f"row-kind={head.type if head is not None else 'none'}"
        yield f"row-first={line[0].tag}"
        yield f"row-voice={announcement.trigger.voice}"
        if announcement.head is not None:
            yield f"row-of={announcement.head.name}" if announcement.head.generic else "row-of=kind"
        for name, holds in {
            "row-colon": self.clean[: announcement.sentence.end].endswith(":"),
            "row-sentence": any(word.finite and not word.sealed for word in line),
            "row-stop": line[-1].text in ".!?",
            "row-person": bool(persons_of(self.clean[line[0].start : line[-1].end])),
            "row-plural": head is not None and head.plural,
            "row-named": head is not None and any(line[k].is_capital for k in range(head.start + 1, head.end)),
            "row-unsaid": announcement.trigger.voice == "unsaid",
            "row-planned": announcement.trigger.status == "planned",
        }.items():
            if holds:
                yield name if head is not None else f"{name}-none"
