"""The words of a sentence that are the object (or the subject) of a signing, and the items in them."""

import re
from dataclasses import dataclass

from summitparse.documents.instruments import Head, find_heads, word_set
from summitparse.documents.items import Item, item_starts, shared_items, split_items
from summitparse.documents.signing import Trigger, object_allowed
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word

_EVENT = (
    r"(?:visit|talks|meeting|summit|ceremony|forum|session|trip|conference|event|stay|exhibition|show|palace|residence)"
)
_NAMES_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Where what is said about the signing begins, behind the words that name the instrument.
_CUT = re.compile(
    r",? (?:in the presence of|in attendance|on the sidelines|as a result of|in a ceremony|in front of|into law\b"
    r"|(?:following|after|upon|before) (?:the|their|these|those|bilateral|today|his|her|extensive|extended|one)\b"
    rf"|during (?:the|his|her|their|a|an|today’s|today's|this) (?:[\w’'-]+ ){{0,4}}{_EVENT}\b"
    rf"|at (?:the|a|an|today’s|today's) (?:[\w’'-]+ ){{0,5}}{_EVENT}\b"
    r"|(?:today|yesterday|tonight|here|earlier|recently)\b|last \w+\b|this (?:week|month|morning|afternoon|evening)\b"
    r"|as (?:[\w’'.-]+ ){1,6}looked on|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|, (?:which|who|whose|where|while|thereby|according|aimed|as part of|with|as|but|so|because|after|when|under"
    r"|thus|marking|paving|opening|setting|allowing|giving|ending|bringing|making|strengthening|raising|signall?ing"
    r"|creating|reflecting|providing|aiming|covering|calling|committing|designed|intended|directing"
    r"|he|she|it|they|we|I|the (?:ministry|president|government|statement|spokes\w+) \w+)\b(?! well as)"
    r"|,? under (?:which|whom)\b|, (?:in|through|by|on|for|with|of) (?:which|whom)\b"
    r"|,? that (?:will|would|is|are|was|were|has|have|had|can|could|may|includes|provides|allows|aims|seeks|sets|gives"
    r"|makes)\b"
)
_END_DATE = re.compile(
    r",? (?:(?:in|at) (?:the )?[A-Z][\w.’'-]+(?:,? [A-Z][\w.’'-]+){0,3},? )?on (?:\w+day,? )?"
    rf"(?:{_NAMES_MONTH} \d{{1,2}}|\d{{1,2}} {_NAMES_MONTH})(?:,? \d{{4}})?$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An item with the verb that makes it; `start` and `end` are offsets after the clause's adjuncts are cut."""

    item: Item
    trigger: Trigger
    start: int
    end: int


def read_clauses(clean: str, line: list[Word], triggers: list[Trigger]) -> tuple[list[Found], Head | None]:
    """The instruments of a sentence, and the vague or generic head ("a number of documents") that a list may follow."""
    found: list[Found] = []
    vague: Head | None = None
    taken: list[tuple[int, int]] = []
    order = sorted(triggers, key=lambda trigger: (trigger.voice != "passive", trigger.at))
    for trigger in order:
        if trigger.voice == "passive":
            items, head = _passive(
                clean,
                line,
                trigger,
                max((t.end for t in triggers if t.at < trigger.at and t.voice != "noun"), default=0),
            )
        elif trigger.voice == "inverted":
            items, head = _inverted(clean, line, trigger)
        else:
            items, head = _active(clean, line, trigger, taken)
        vague = vague or head
        for item in items:
            if any(item.start < b and a < item.end for a, b in taken):
                continue
            taken.append((item.start, item.end))
            found.append(_measure(clean, line, item, trigger))
    found.sort(key=lambda one: one.start)
    return [one for one in found if one.end > one.start], vague


def _measure(clean: str, line: list[Word], item: Item, trigger: Trigger) -> Found:
    start, end = line[item.start].start, line[item.end - 1].end
    return Found(item, trigger, start, end)


def cut_adjuncts(clean: str, line: list[Word], start: int, end: int) -> int:
    """Where an item ends once "in the presence of …", ", which …", "on 3 May" behind it are left out (a position)."""
    text = clean[line[start].start : line[end - 1].end]
    base = line[start].start
    limit = len(text)
    for cut in _CUT.finditer(text):
        if not _inside(line, start, end, base + cut.start() + 1):
            limit = cut.start()
            break
    dated = _END_DATE.search(text, 0, limit)
    if dated and not _inside(line, start, end, base + dated.start() + 1):
        limit = dated.start()
    while end > start and line[end - 1].start >= base + limit:
        end -= 1
    return end


def _inside(line: list[Word], start: int, end: int, offset: int) -> bool:
    return any(
        line[k].sealed
        for k in range(start, end)
        if line[k].start <= offset < line[k].end or line[k].start == offset + 1
    )


def _limit(line: list[Word], lo: int) -> int:
    """Where the object of an active verb ends at the latest: at the next clause's beginning."""
    for k in range(lo, len(line)):
        word = line[k]
        if word.sealed:
            continue
        if (
            word.lower in vocabulary("predicates")
            and k > lo
            and (
                line[k - 1].lower
                in ("and", "also", "then", "they", "he", "she", "we", "sides", "parties", "leaders", "presidents")
                or line[k - 1].text == ","
            )
        ):
            return _back(line, lo, k)
        if word.lower in vocabulary("auxiliaries") and k > lo:
            return _back(line, lo, k)
    return len(line)


def _back(line: list[Word], lo: int, k: int) -> int:
    for j in range(k, lo, -1):
        if line[j].sealed:
            continue
        if line[j].text in ",;" or line[j].lower == "and" or line[j].lower in vocabulary("relatives"):
            while j > lo and (line[j - 1].text == "," or line[j - 1].lower in ("under", "in", "and", "with")):
                j -= 1
            return j
    return k


def _active(
    clean: str, line: list[Word], trigger: Trigger, taken: list[tuple[int, int]]
) -> tuple[list[Item], Head | None]:
    lo = trigger.end
    while lo < len(line) and line[lo].lower in vocabulary("skip"):
        lo += 1
    return read_object(clean, line, lo, min([_limit(line, lo), *(a for a, _ in taken if a > lo)]), trigger)


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
    colon = next((k for k in range(lo, hi) if line[k].text == ":" and not line[k].sealed), None)
    heads = find_heads(line, lo, min(hi, lo + 40))
    head = heads[0] if heads and heads[0].start <= lo + 1 else inherited
    if colon is not None and colon + 1 < hi:
        items = split_items(line, colon + 1, hi, head, strict=False)
        return _allowed(clean, line, items, trigger), None
    if colon is not None:
        return [], head
    if head is not None and (head.vague or head.generic) and strict:
        detail = _detail(line, head.end, hi)
        if detail is not None:
            return _allowed(clean, line, split_items(line, detail, hi, head, strict=False), trigger), head
    items = split_items(line, lo, hi, inherited, strict=strict)
    if not items and strict:
        later = next((h for h in heads if h.start > lo and h.start <= lo + 9 and _displaced(line, lo, h)), None)
        if later is not None:
            items = split_items(line, later.start, hi, inherited)
    kept = _allowed(clean, line, items, trigger)
    vague = next(
        (i.head for i in items if i.head is not None and (i.head.vague or (i.head.generic and i.head.plural))), None
    )
    return kept, vague


def _displaced(line: list[Word], lo: int, head: Head) -> bool:
    """ "signed in Moscow a protocol": the object comes after a short adverbial."""
    return (
        line[lo].lower in ("in", "on", "at", "with")
        and line[head.start].lower in ("a", "an")
        and line[head.start - 1].is_word
        and (line[head.start - 1].is_capital or line[head.start - 1].text[0].isdigit())
    )


def _detail(line: list[Word], lo: int, hi: int) -> int | None:
    """After ", including", "in particular", "namely": where the list begins that says what was signed."""
    for k in range(lo, hi):
        if line[k].sealed:
            continue
        if line[k].lower in ("including", "namely", "notably") or (
            line[k].lower == "particular" and line[k - 1].lower == "in"
        ):
            return k + 1
        if line[k].lower == "among" and k + 1 < hi and line[k + 1].lower in ("them", "which"):
            return k + 2
    return None


def _allowed(clean: str, line: list[Word], items: list[Item], trigger: Trigger) -> list[Item]:
    kept = []
    for item in items:
        end = cut_adjuncts(clean, line, item.start, item.end)
        if end <= item.start:
            continue
        item = Item(item.start, end, item.head, item.lead, item.singular)
        head = item.head
        if head is not None and not object_allowed(trigger.lemma, head, word_set("signed_only"), word_set("issued")):
            continue
        if head is not None and not item.singular and _says_nothing(line, item, head):
            continue
        kept.append(item)
    return kept


def _says_nothing(line: list[Word], item: Item, head: Head) -> bool:
    """ "the agreement", "these documents", "a number of contracts", "it": nothing that names an instrument."""
    if not item.start <= head.start < item.end:
        return False
    bare = item.end <= head.end
    if head.vague and (bare or not any(line[k].text[0].isdigit() for k in range(head.start, head.noun))):
        return True
    if head.generic and head.plural and bare:
        return True
    if head.generic and not head.plural:
        return bare
    first = line[head.start].lower
    if bare and first in ("the", "this", "that", "these", "those", "such", "any", "each", "all", "both", "no", "every"):
        return not any(line[k].is_capital for k in range(head.start + 1, head.end))
    if bare and head.plural:
        return not any(line[k].is_capital for k in range(head.start, head.end))
    return False


def _passive(clean: str, line: list[Word], trigger: Trigger, lo: int) -> tuple[list[Item], Head | None]:
    hi = trigger.subject_end
    while lo < hi and not line[lo].is_word and line[lo].text not in '“”"«':
        lo += 1
    items = _subject(line, lo, hi)
    if not items:
        return [], None
    last = items[-1]
    rest = _limit(line, trigger.end)
    head = last.head
    if head is not None:
        colon = next((k for k in range(trigger.end, len(line)) if line[k].text == ":" and not line[k].sealed), None)
        if colon is not None and last.end <= head.end + 12:
            if colon + 1 >= len(line):
                return [], head
            listed = split_items(line, colon + 1, len(line), head, strict=False)
            return _allowed(clean, line, listed, trigger), None
        if head.vague or head.generic or head.plural:
            detail = _detail(line, trigger.end, len(line))
            if detail is not None:
                return _allowed(clean, line, split_items(line, detail, len(line), head, strict=False), trigger), head
        if last.end <= head.end and trigger.end < rest and _continues(line, trigger.end):
            more = _joined(clean, line, last, head, trigger, rest)
            if more:
                return _allowed(clean, line, items[:-1], trigger) + more, head if head.vague else None
    kept = _allowed(clean, line, items, trigger)
    extra = _as_well(clean, line, trigger, rest)
    return kept + extra, head if head is not None and (head.vague or head.generic) else None


def _as_well(clean: str, line: list[Word], trigger: Trigger, rest: int) -> list[Item]:
    """ "was signed, as well as an agreement on …"."""
    k = trigger.end
    if k < len(line) and line[k].text == ",":
        k += 1
    if k + 2 < len(line) and [w.lower for w in line[k : k + 3]] == ["as", "well", "as"]:
        return _allowed(clean, line, split_items(line, k + 3, max(rest, k + 3)), trigger)
    return []


def _subject(line: list[Word], lo: int, hi: int) -> list[Item]:
    """The instruments right before a passive verb; a finite verb in an item means that the clause begins after it."""
    starts = item_starts(line, lo, hi, clause=True)
    if not starts:
        return []
    begin = starts[0][0]
    for start, _ in starts:
        for k in range(begin, start):
            if (
                line[k].lower in vocabulary("auxiliaries")
                and not line[k].sealed
                and not ({w.lower for w in line[max(begin, k - 4) : k]} & vocabulary("relatives"))
            ):
                begin = start
                break
    items = split_items(line, begin, hi)
    return [] if any(_finite(line, item) for item in items[-1:]) else [i for i in items if not _finite(line, i)]


def _finite(line: list[Word], item: Item) -> bool:
    return any(
        line[k].lower in vocabulary("auxiliaries")
        and not line[k].sealed
        and not ({w.lower for w in line[max(item.start, k - 6) : k]} & vocabulary("relatives"))
        for k in range(item.start, item.end)
    )


def _continues(line: list[Word], k: int) -> bool:
    if line[k].lower == "to":
        return True
    if line[k].lower not in ("on", "for", "concerning", "regarding", "between", "covering", "with"):
        return False
    after = line[k + 1] if k + 1 < len(line) else None
    return after is not None and not (
        line[k].lower == "on"
        and (after.text[0].isdigit() or after.lower.endswith("day") or after.lower in vocabulary("months"))
    )


def _joined(clean: str, line: list[Word], last: Item, head: Head, trigger: Trigger, rest: int) -> list[Item]:
    """ "A protocol has been signed on consultations": one item around the verb; "agreements were signed on A, on B": each."""
    if head.plural or head.generic:
        shared = shared_items(line, trigger.end, rest, head, head.end)
        if shared:
            return _allowed(clean, line, shared, trigger)
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
    return [Item(last.start, end, head)] if end > trigger.end else []


def _inverted(clean: str, line: list[Word], trigger: Trigger) -> tuple[list[Item], Head | None]:
    """ "Also signed were A and B", "Signed during the visit was a protocol"."""
    k = next(
        (
            k
            for k in range(trigger.end, min(len(line), trigger.end + 20))
            if line[k].lower in ("were", "was", "are", "is", "has", "have")
        ),
        None,
    )
    if k is None:
        return [], None
    while k < len(line) and line[k].lower in ("were", "was", "are", "is", "has", "have", "been"):
        k += 1
    return read_object(clean, line, k, len(line), trigger)
