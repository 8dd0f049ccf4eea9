"""The words of a sentence that are the object (or the subject) of a signing, and the items in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from summitparse.documents.adjuncts import cut_adjuncts, has_clause, list_limit, object_limit
from summitparse.documents.objects import allowed
from summitparse.documents.parties import tells_who
from summitparse.instruments.items import (
    OPENING,
    Item,
    in_fields,
    item_starts,
    one_and_another,
    shared_items,
    split_items,
)
from summitparse.instruments.nouns import Head, find_heads
from summitparse.instruments.signing import Trigger
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at
from summitparse.text.calendar import CALENDAR

_DONE = ("signed", "adopted", "approved")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")  # "N.V." keeps its stop at a sentence's end


@dataclass(frozen=True, slots=True)
class Found:
    """An item with the verb that makes it; `start` and `end` are offsets of the text."""

    item: Item
    trigger: Trigger
    start: int
    end: int

    @classmethod
    def of(cls, line: list[Word], item: Item, trigger: Trigger) -> "Found":
        last = line[item.end - 1]
        stop = item.end < len(line) and line[item.end].text == "." and _INITIALS.fullmatch(last.text) is not None
        return cls(item, trigger, line[item.start].start, last.end + stop)


def read_clauses(
    clean: str, line: list[Word], triggers: list[Trigger]
) -> tuple[list[Found], tuple[Head, Trigger] | None]:
    """The instruments of a sentence, and the vague or generic head ("a number of documents") that a list may follow,
    with its verb."""
    found: list[Found] = []
    vague: tuple[Head, Trigger] | None = None
    taken: list[tuple[int, int]] = []
    order = sorted(triggers, key=lambda trigger: (_rank(line, trigger, triggers), trigger.at))
    for trigger in order:
        if trigger.voice == "passive":
            items, head = _passive(
                clean,
                line,
                trigger,
                max((t.end for t in triggers if t.at < trigger.at and t.voice != "noun"), default=0),
            )
        elif trigger.voice == "participle":
            items, head = _before(clean, line, trigger.subject_end, trigger), None
            if not items:
                items, head = _active(clean, line, trigger, taken)
        elif trigger.voice == "inverted":
            items, head = _inverted(clean, line, trigger)
        else:
            items, head = _active(clean, line, trigger, [*taken, *_nouns_behind(line, trigger, triggers)])
            items = [_without_partner(line, item, trigger) for item in items]
        vague = vague or ((head, trigger) if head is not None else None)
        for item in items:
            if any(item.start < b and a < item.end for a, b in taken):
                continue
            taken.append((item.start, item.end))
            found.append(Found.of(line, item, trigger))
    found.sort(key=lambda one: one.start)
    return [one for one in found if one.end > one.start], vague


def _rank(line: list[Word], trigger: Trigger, triggers: list[Trigger]) -> int:
    """Verbs behind their instruments are read first, lest an object reaches over them; last "which will be signed", and
    what only explains the object of another: "adopted a bill, tabled by A", "approved a bill, to be submitted"."""
    if trigger.voice not in ("passive", "participle"):
        return 1
    before = line[trigger.subject_end - 1]
    behind_comma = line[trigger.at - 1].text == "," or (before.text == "," and line[trigger.subject_end].lower == "to")
    made = any(t.at < trigger.at and t.voice in ("active", "inverted") and t.status in _DONE for t in triggers)
    return 2 if before.lower in vocabulary("relatives") or (behind_comma and made) else 0


def _active(
    clean: str, line: list[Word], trigger: Trigger, taken: list[tuple[int, int]]
) -> tuple[list[Item], Head | None]:
    lo = trigger.end
    while lo < len(line) and line[lo].lower in vocabulary("skip"):
        lo += 1
    if lo >= len(line) or line[lo].text in ",.;" or line[lo].lower in vocabulary("now"):
        return _relative(clean, line, trigger), None
    limit = object_limit(line, lo)
    if trigger.voice == "noun" and all(word.lower.endswith("ly") for word in line[: trigger.at]):
        limit = next((k for k in range(lo, limit) if line[k].text == "," and not line[k].sealed), limit)
    return read_object(clean, line, lo, min([limit, *(a for a, _ in taken if a > lo)]), trigger)


def _nouns_behind(line: list[Word], trigger: Trigger, triggers: list[Trigger]) -> Iterator[tuple[int, int]]:
    """Where "… and the exchange of" goes on with another noun of making."""
    for other in triggers:
        link = other.at - 1 - (line[other.at - 1].lower in vocabulary("articles"))
        if other.voice == "noun" and trigger.end < link and line[link].joins:
            yield link, other.end


def _without_partner(line: list[Word], item: Item, trigger: Trigger) -> Item:
    """An instrument with a name, without who adopted it ("the adoption of the Velm Plan by both agencies") and with
    whom it was signed ("signed the Ports Protocol with the Minister of Norland")."""
    word, head = ("by" if trigger.voice == "noun" else "with"), item.head
    if head is None or item.singular or not any(line[k].is_capital for k in range(head.start + 1, head.end)):
        return item
    for k in range(head.end, item.end - 1):
        person = word == "by" or tells_who(" ".join(other.text for other in line[k + 1 : k + 7]), bodies=False)
        if line[k].lower == word and not line[k].sealed and person:
            return replace(item, end=k)
    return item


def _relative(clean: str, line: list[Word], trigger: Trigger) -> list[Item]:
    """ "an agreement on gas, which the companies have signed today": the instrument before "which" or "that"."""
    before = range(trigger.at - 1, max(0, trigger.at - 12), -1)
    relative = next((k for k in before if line[k].lower in vocabulary("relative_things")), None)
    told = any(word.lower in vocabulary("just_now") for word in line[max(0, trigger.at - 3) : trigger.at + 3])
    return _before(clean, line, relative, trigger) if relative is not None and told else []


def read_object(
    clean: str,
    line: list[Word],
    lo: int,
    hi: int,
    trigger: Trigger,
    inherited: Head | None = None,
    *,
    strict: bool = True,
) -> tuple[list[Item], Head | None]:
    """Items of `line[lo:hi]`, each without its adjuncts; a vague head gives way to the list behind it."""
    lo += phrase_at(line, lo, "the_signed")
    colon = next((k for k in range(lo, hi) if _opens_list(line, k) and not line[k].sealed), None)
    heads = find_heads(line, lo, min(hi, lo + 40))
    head = heads[0] if heads and heads[0].start <= lo + 1 else inherited
    if phrase_at(line, lo, "the_following_list"):
        head = Head(lo, lo + 1, lo + 2, "document", "other", True, True)
    if colon is not None and head is not None and (head.vague or head.generic or head.plural):
        if colon + 1 == hi:
            return [], head
        return _listed(clean, line, colon + 1, hi, head, trigger), None
    if colon is not None:
        hi = colon
    if head is not None and (head.vague or head.generic) and strict:
        wide = max(hi, list_limit(line, lo))
        detail = _detail(line, head.end, wide)
        if detail is not None:
            return _listed(clean, line, detail, wide, head, trigger), head
    items = split_items(line, lo, hi, inherited, strict=strict)
    if not items and strict:
        heads = [_from_capital(line, h) for h in heads]
        later = next((h for h in heads if h.start > lo and h.start <= lo + 9 and _displaced(line, lo, h)), None)
        if later is not None:
            items = split_items(line, later.start, hi, inherited)
    kept = allowed(clean, line, items, strict=strict)
    vague = next(
        (i.head for i in items if i.head is not None and (i.head.vague or (i.head.generic and i.head.plural))), None
    )
    return kept, vague


def _from_capital(line: list[Word], head: Head) -> Head:
    """The head without the small words of an adverbial before its name: "by consensus Decision No. 9"."""
    if head.start == head.noun or line[head.start - 1].lower not in vocabulary("displacing"):
        return head
    small = not line[head.start].is_capital and line[head.start].lower not in vocabulary("determiners")
    return replace(head, start=head.noun) if small and line[head.noun].is_capital else head


def _displaced(line: list[Word], lo: int, head: Head) -> bool:
    """ "signed in Moscow a protocol", "approved by consensus Decision No. 9": the object stands behind an adverbial."""
    before = line[head.start - 1]
    opens = line[head.start].lower in vocabulary("articles") or line[head.start].is_capital or head.vague
    ends = before.text == "," or (before.is_word and before.lower not in vocabulary("prepositions"))
    return line[lo].lower in vocabulary("displacing") and opens and ends


def _opens_list(line: list[Word], k: int) -> bool:
    """A colon, or the full stop of "viz."."""
    return line[k].text == ":" or phrase_at(line, k - 1, "viz") > 0


def _detail(line: list[Word], lo: int, hi: int) -> int | None:
    """After ", including", "in particular", "namely": where the list begins that says what was signed."""
    for k in range(lo, hi):
        if line[k].sealed:
            continue
        opened = phrase_at(line, k, "introducing")
        if 0 < opened <= hi - k:
            return k + opened
        dash = line[k].text in "—–" or (line[k].text == "-" and line[k].start > line[k - 1].end)
        after = line[k + 1].lower if k + 1 < hi else ""
        if (dash and after in vocabulary("behind_dash")) or (line[k].text == "," and phrase_at(line, k + 1, "one")):
            return k + 1
    return None


def _listed(clean: str, line: list[Word], lo: int, hi: int, head: Head, trigger: Trigger) -> list[Item]:
    """The items of a list within the sentence. An item need not say what kind of instrument it is where the list is
    one of documents that were signed."""
    one_by_one = one_and_another(line, lo, hi, head)
    items = allowed(clean, line, one_by_one or split_items(line, lo, hi, head, strict=False), strict=False)
    colon = line[lo - 1].text in "—–" or _opens_list(line, lo - 1)
    known = head.vague or head.generic or any(line[k].lower == "following" for k in range(head.start, head.noun))
    if known and trigger.lemma in vocabulary("signing"):
        return [item for item in items if item.head is not None or colon or line[item.start].text in OPENING]
    return [item for item in items if item.head is not None]


def _passive(clean: str, line: list[Word], trigger: Trigger, lo: int) -> tuple[list[Item], Head | None]:
    hi = trigger.subject_end
    while lo < hi and not line[lo].is_word and not (line[lo].text in '“”"«' and line[lo + 1].sealed):
        lo += 1
    if hi - 2 >= lo and phrase_at(line, hi - 2, "the_following"):
        items = [Item(hi - 2, hi, Head(hi - 2, hi - 1, hi, "document", "other", True, True))]
    else:
        items = _subject(line, lo, hi)
    if not items:
        return [], None
    last = items[-1]
    rest = object_limit(line, trigger.end)
    head = last.head
    if head is not None:
        colon = next((k for k in range(trigger.end, len(line)) if _opens_list(line, k) and not line[k].sealed), None)
        several = head.vague or head.generic or head.plural
        if colon is not None and several and last.end <= head.end + 12:
            if colon + 1 >= len(line):
                return [], head
            return _listed(clean, line, colon + 1, len(line), head, trigger), None
        if several:
            detail = _detail(line, trigger.end, len(line))
            if detail is not None:
                return _listed(clean, line, detail, list_limit(line, detail), head, trigger), head
        if several and last.end <= head.end and (parts := in_fields(line, trigger.end, head)):
            return allowed(clean, line, parts), None
        if last.end <= head.end and trigger.end < rest and _continues(line, trigger.end):
            more = _joined(clean, line, last, head, trigger, rest)
            if more:
                return allowed(clean, line, items[:-1]) + more, head if head.vague else None
    kept = allowed(clean, line, items)
    extra = _as_well(clean, line, trigger, rest)
    return kept + extra, head if head is not None and (head.vague or head.generic) else None


def _before(clean: str, line: list[Word], end: int, trigger: Trigger) -> list[Item]:
    """The one instrument right before `end` ("X, signed by …", "X, which … have signed")."""
    while end > 0 and line[end - 1].text in ",(":
        end -= 1
    heads = [h for h in find_heads(line, 0, end) if not line[h.noun].sealed]
    head = next(
        (h for h in reversed(heads) if not h.start or line[h.start - 1].lower not in vocabulary("prepositions")), None
    )
    if head is None or head.plural or has_clause(line, head.start, end):
        return []
    return allowed(clean, line, [Item(head.start, end, head)])


def _as_well(clean: str, line: list[Word], trigger: Trigger, rest: int) -> list[Item]:
    """ "was signed, as well as an agreement on …"."""
    for k in range(trigger.end, len(line) - 2):
        if line[k].sealed or line[k].lower in vocabulary("relatives"):
            break
        if further := phrase_at(line, k, "as_well_as"):
            return allowed(clean, line, split_items(line, k + further, max(rest, k + further)))
        # "…, and the memorandum by C and D"
        if phrase_at(line, k, "and_the") and line[trigger.end].lower in vocabulary("agent"):
            by = next((j for j in range(k + 3, len(line)) if line[j].lower in vocabulary("agent")), k + 2)
            return allowed(clean, line, split_items(line, k + 2, by))
        if phrase_at(line, k, "and_a") and not has_clause(line, k, len(line)):
            return allowed(clean, line, split_items(line, k + 2, len(line)))
    return []


def _subject(line: list[Word], lo: int, hi: int) -> list[Item]:
    """The instruments right before a passive verb; a finite verb in an item means that the clause begins after it."""
    starts = [start for start, _ in item_starts(line, lo, hi, clause=True)]
    if not starts:  # "At the end of the session the Agreed Minutes were signed"
        last = next((head for head in find_heads(line, lo, hi) if head.end == hi), None)
        return [Item(last.start, hi, last)] if last is not None and _opens_subject(line, last) else []
    begin = starts[0]
    for start, after in pairwise(starts):
        if has_clause(line, start, after):
            begin = after
    items = split_items(line, begin, hi)
    return [] if not items or has_clause(line, items[-1].start, items[-1].end) else items


def _opens_subject(line: list[Word], head: Head) -> bool:
    """Whether a noun phrase with an article stands behind another noun, on which it cannot hang."""
    before = line[head.start - 1]
    return line[head.start].lower in vocabulary("articles") and before.tag.startswith("NN")


def _continues(line: list[Word], k: int) -> bool:
    if line[k].lower == "to":
        return True
    if line[k].lower not in vocabulary("continuing") or k + 1 >= len(line) or phrase_at(line, k, "for_whom"):
        return False
    after = line[k + 1]
    day = after.text[0].isdigit() or after.lower.endswith("day") or after.text.casefold() in CALENDAR
    by_side = any(word.lower in vocabulary("sides") for word in line[k + 1 : k + 5])
    return not by_side and not (day and line[k].lower == "on")


def _joined(clean: str, line: list[Word], last: Item, head: Head, trigger: Trigger, rest: int) -> list[Item]:
    """What goes on behind the verb: "a protocol has been signed on A" is one item around it, "agreements were signed
    on A, on B" are two."""
    if head.plural or head.generic:
        shared = shared_items(line, trigger.end, rest, head, head.end)
        if shared:
            return allowed(clean, line, shared)
    if head.vague or (head.generic and line[trigger.end].lower == "between"):
        return []
    end = cut_adjuncts(clean, line, trigger.end, rest)
    while end > trigger.end and line[end - 1].text in ",;.:":
        end -= 1
    if head.generic:
        return (
            [Item(trigger.end + 1, end, head, (*range(head.start, head.end), trigger.end), True)]
            if end > trigger.end + 1
            else []
        )
    return [Item(last.start, end, head, gap=(last.end, trigger.end))] if end > trigger.end else []


def _inverted(clean: str, line: list[Word], trigger: Trigger) -> tuple[list[Item], Head | None]:
    """ "Also signed were A and B", "Signed during the visit was a protocol"."""
    k = next(
        (k for k in range(trigger.end, min(len(line), trigger.end + 20)) if line[k].lower in vocabulary("standing")),
        None,
    )
    if k is None and trigger.status != "signed":  # "- Launched the Harbour Strategy in Velm."
        return read_object(clean, line, trigger.end, object_limit(line, trigger.end), trigger)
    if k is None:
        return [], None
    while k < len(line) and line[k].lower in vocabulary("standing_on"):
        k += 1
    return read_object(clean, line, k, len(line), trigger)
