"""Cuts the words after "signed" (or before "were signed") into one item an instrument."""

import itertools
from dataclasses import dataclass
from itertools import pairwise

from summitparse.instruments.nouns import Head, find_heads
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at
from summitparse.text.signs import MARKS

OPENING = MARKS
_SHARED = ("on", "concerning", "regarding", "for", "in", "with", "between", "to")
_LONGEST_PART = 6
_LONGEST_NAME = 12
_NAME_WORDS = ("the", "a", "an", "of", "for", "on", "and", "in")
_SCOPES = ("in", "between", "field", "fields", "areas")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = frozenset(_NUMBERS)


@dataclass(frozen=True, slots=True)
class Item:
    """Words `[start, end)` of the line that are one instrument's own.

    `head` is the noun that gives the type (None: nothing says). `lead` holds positions of words that it shares with
    others and that its title repeats, `gap` those of a verb inside that its title leaves out.
    """

    start: int
    end: int
    head: Head | None
    lead: tuple[int, ...] = ()
    singular: bool = False
    gap: tuple[int, int] | None = None


def split_items(
    line: list[Word], lo: int, hi: int, inherited: Head | None = None, *, strict: bool = True
) -> list[Item]:
    """Items in `line[lo:hi]`. Where `strict`, it must open with an instrument; else (an announced list) all is one."""
    cuts = [k for k in range(lo, hi) if line[k].text == ";" and not line[k].sealed]
    pieces = list(zip([lo, *(k + 1 for k in cuts)], [*cuts, hi], strict=True))
    items: list[Item] = []
    opening: Head | None = None  # "agreements on A; on B; and on C"
    for a, b in pieces:
        a, b = _trim(line, a, b)
        if a >= b:
            continue
        if a > lo and inherited is None and opening is not None and line[a].lower == line[opening.end].lower:
            if len(items) == 1 and items[0].start <= opening.start:
                items = [
                    Item(opening.end + 1, items[0].end, opening, tuple(range(opening.start, opening.end + 1)), True)
                ]
            lead = (*range(opening.start, opening.end), a)
            items += shared_items(line, a, b, opening, opening.end) or [Item(a + 1, b, opening, lead, True)]
            continue
        items += _piece(line, a, b, inherited, strict and not items)
        if items and opening is None and items[0].head is not None and items[0].head.plural and items[0].head.end < hi:
            opening = items[0].head
    return items


def _piece(line: list[Word], a: int, b: int, inherited: Head | None, strict: bool) -> list[Item]:
    starts = item_starts(line, a, b)
    if not starts or starts[0][0] != a:
        if strict and not (starts and _is_name(line, a, starts[0][0])):
            return []
        if inherited is not None and line[a].lower in _SHARED:
            return _announced(line, a, b, inherited)
        starts.insert(0, (a, None))
    if strict and len(starts) > 1 and _is_apposition(line, *starts[-1], b):
        b = starts.pop()[0]
    items: list[Item] = []
    several: Head | None = None
    for (start, head), after in zip(starts, [s for s, _ in starts[1:]] + [b], strict=True):
        first, last = _trim(line, start, after)
        if first >= last:
            continue
        if head is not None and (head.plural or head.generic):
            several = head
        elif head is None and several is not None and line[first].text in OPENING:
            items.append(Item(first, last, several, (), True))  # "decisions “On A” and “On B”"
            continue
        if head is None and inherited is not None and line[first].text not in OPENING and line[first].lower in _SHARED:
            items += _announced(line, first, last, inherited)
        elif head is not None and (head.plural or head.generic) and line[first].text not in OPENING:
            items += shared_items(line, head.end, last, head, head.end) or [Item(first, last, head)]
        else:
            items.append(Item(first, last, head or _quoted_head(line, first, last)))
    return items


def _is_name(line: list[Word], a: int, b: int) -> bool:
    """ "the Velden Water Initiative and": a name in capitals whose noun is no instrument's, before one that is."""
    last = b - 1 if line[b - 1].joins else b
    words = [line[k] for k in range(a, last) if line[k].text not in "-–,"]
    small = [word for word in words if not word.is_capital]
    return 1 < len(words) < _LONGEST_NAME and len(small) < len(words) and all(w.lower in _NAME_WORDS for w in small)


def _announced(line: list[Word], a: int, b: int, head: Head) -> list[Item]:
    """ "four documents — on A, B, and C": what stands behind a noun that only announces it."""
    lead = (*range(head.start, head.end), a)
    shared = shared_items(line, a, b, head, head.end)
    if shared:
        return shared
    return [Item(s, e, head, lead, True) for s, e in _commas(line, a + 1, b) or [_trim(line, a + 1, b)] if s < e]


def _quoted_head(line: list[Word], first: int, last: int) -> Head | None:
    """The first instrument that a quoted title names before a preposition, if it opens with one."""
    if line[first].text in OPENING:
        first += 1
    heads = find_heads(line, first, min(last, first + 24))
    return heads[0] if heads and heads[0].start == first else None


def _is_apposition(line: list[Word], start: int, head: Head | None, end: int) -> bool:
    """ "the Access Agreement, a defence pact that …": without "and" the last item explains the one before."""
    if head is None or line[start - 1].text != "," or line[start].lower not in vocabulary("indefinite"):
        return False
    return not any(word.joins and not word.sealed for word in line[head.end : end])


def item_starts(line: list[Word], a: int, b: int, *, clause: bool = False) -> list[tuple[int, Head | None]]:
    """Where an instrument's phrase can begin: after a comma, "and", a colon, or at the beginning."""
    found: list[tuple[int, Head | None]] = []
    heads = find_heads(line, a, b)
    bare = bool(heads) and heads[0].start == a and line[a].lower not in vocabulary("determiners")
    titled = False  # behind "the law On …" only what is itself titled so begins an item of its own
    for head in heads:
        if line[head.noun].sealed or line[head.start].sealed:
            continue
        before = line[head.start - 1]
        stopped = (
            before.text == "." and line[head.start].is_capital and line[head.start].lower in vocabulary("articles")
        )
        joined = before.lower in vocabulary("conjunctions") or stopped
        marked = _after_mark(line, head.start, a) or (clause and joined)
        if head.start != a and not (marked and _can_begin(line, head, bare)):
            continue
        on = head.end < b and line[head.end].text == "On"
        if (titled and not on) or (found and found[-1][1] and found[-1][1].name == "bill" and head.name == "act"):
            continue  # of a law with its title, or the name behind a bill's number
        titled = on
        found.append((head.start, head))
    k = a
    while k < b:
        if line[k].text in OPENING and not line[k].sealed and k + 1 < b and line[k + 1].sealed:
            start = k - 1 if k > a and line[k - 1].lower in vocabulary("articles") else k
            if start == a or (_after_mark(line, start, a) and (start == k or line[start - 1].text != ",")):
                found.append((start, _quoted_head(line, k, b)))
            k += 1
            while k < b and line[k].sealed:
                k += 1
        k += 1
    found.sort(key=lambda pair: pair[0])
    return found


def _after_mark(line: list[Word], i: int, a: int) -> bool:
    word = line[i - 1]
    if word.text in ",;:—–" or word.lower in vocabulary("adding"):
        return True
    return i - 2 > a and bool(phrase_at(line, i - 2, "and_of") or phrase_at(line, i - 3, "as_well_as"))


def _can_begin(line: list[Word], head: Head, bare: bool) -> bool:
    """A singular noun needs an article, or a capital where the first item has no article either."""
    if line[head.start].lower in vocabulary("determiners") or (line[head.noun].is_capital and (bare or head.plural)):
        return True
    if bare and head.start == head.noun and head.end < len(line) and line[head.end].lower in _SHARED:
        return True  # "protocol on A, agreement on B"
    return head.plural and head.noun - head.start <= 3


def _trim(line: list[Word], a: int, b: int) -> tuple[int, int]:
    """Without marks, "(i)" and joining words at the ends."""
    if a + 2 < b and line[a].text == "(" and line[a + 2].text == ")" and len(line[a + 1].text) < 5:
        a += 3
    while (
        a < b
        and not line[a].sealed
        and (line[a].text in ",;:.—–-•*·" or line[a].lower in vocabulary("adding") or phrase_at(line, a, "as_well_as"))
    ):
        a += phrase_at(line, a, "as_well_as") or 1
    while (
        b > a
        and not line[b - 1].sealed
        and (line[b - 1].text in ",;:.—–-!" or line[b - 1].lower in vocabulary("adding_last"))
    ):
        b -= 1
    if b - a > 2:
        b -= phrase_at(line, b - 2, "and_of")
    if b - a > 3 and phrase_at(line, b - 3, "as_well_as"):
        b -= 3
        if line[b - 1].text == ",":
            b -= 1
    return a, b


def shared_items(line: list[Word], a: int, b: int, head: Head, lead_end: int) -> list[Item]:
    """ "agreements [between X and Y] on A, on B", "agreements on A, B, and C", "documents entitled “A” and “B”"."""
    a, b = _trim(line, a, b)
    lead = tuple(range(head.start, lead_end))
    while a < b and (named := phrase_at(line, a, "namely")):
        a += named
    if a >= b:
        return []
    if line[a].lower in vocabulary("titled") or line[a].text in OPENING:
        quotes = [
            k
            for k in range(a, b)
            if line[k].text in OPENING and not line[k].sealed and k + 1 < b and line[k + 1].sealed
        ]
        bounds = [*quotes, b]
        spans = [_trim(line, s, e) for s, e in itertools.pairwise(bounds)]
        return [Item(s, e, _quoted_head(line, s, e) or head) for s, e in spans if s < e]
    for word in _SHARED:
        at = [k for k in range(a, b) if line[k].lower == word and not line[k].sealed]
        at = [k for n, k in enumerate(at) if n == 0 or _after_mark(line, k, a)]
        if len(at) > 1 and (at[0] == a or word == "on" or line[at[0] - 1].lower in vocabulary("relating")):
            prefix = (*lead, *range(a, at[0] + 1))
            parts = [_trim(line, s + 1, e) for s, e in zip(at, [*at[1:], b], strict=True)]
            return [Item(s, e, head, prefix, True) for s, e in parts if s < e]
    field = a + phrase_at(line, a, "in_fields")
    if field > a and not head.vague:
        parts = _commas(line, field, b)
        if len(parts) > 2:  # "memorandums in the field of tourism, of culture, and of ports": an item each
            return [Item(s, e, head, (*lead, *range(a, field)), True) for s, e in parts]
    if line[a].lower in vocabulary("about"):
        count = _count(line, head)
        parts = [] if head.vague and not count else _commas(line, a + 1, b, count)
        if len(parts) > 1:
            return [Item(s, e, head, (*lead, a), True) for s, e in parts]
        gerund = _gerund(line, a, b)
        if gerund is not None:
            prefix = (*lead, a, a + 1)
            return [Item(s, e, head, prefix, True) for s, e in gerund]
    return []


def one_and_another(line: list[Word], lo: int, hi: int, head: Head) -> list[Item]:
    """ "two agreements, one on A and the other on B": an item each."""
    first = phrase_at(line, lo, "one") if lo < hi else 0
    if not first:
        return []
    starts, cuts = [lo + first], []
    for k in range(lo + 1, hi - 1):
        if other := phrase_at(line, k, "and_the_other"):
            starts.append(k + other)
            cuts.append(k)
    parts = [_trim(line, a, b) for a, b in zip(starts, [*cuts, hi], strict=True)]
    return [Item(a, b, head, tuple(range(head.start, head.end)), True) for a, b in parts if a < b and cuts]


def in_fields(line: list[Word], lo: int, head: Head) -> list[Item]:
    """ "three memorandums will be signed in the field of A; B; and C": an item each."""
    if lo >= len(line) or line[lo].lower != "in":
        return []
    cuts = [k for k in range(lo, len(line)) if line[k].text == ";" and not line[k].sealed]
    last = lo + 3 if [word.lower for word in line[lo + 1 : lo + 4]][2:] == ["of"] else lo  # "in the fields of"
    parts = [_trim(line, a + 1, b) for a, b in pairwise([last, *cuts, len(line)])]
    parts = [(a, b) for a, b in parts if not any(word.finite and not word.sealed for word in line[a:b])]
    lead = (*range(head.start, head.end), *range(lo, last + 1))
    return [Item(a, b, head, lead, True) for a, b in parts if a < b and cuts]


def _count(line: list[Word], head: Head) -> int:
    """How many instruments "four memorandums" are; 0 where no number is given."""
    for word in line[head.start : head.noun]:
        if word.lower in _NUMBERS:
            return _NUMBERS.index(word.lower) + 2
        if word.text.isdigit() and len(word.text) < 4:
            return int(word.text)
    return 0


def _commas(line: list[Word], a: int, b: int, count: int = 0) -> list[tuple[int, int]]:
    """A, B and C, if that is all there is: no part may have a scope of its own ("cooperation in A, B and C"), unless
    there are just as many as `count` says."""
    marks = [k for k in range(a, b) if line[k].text == "," and not line[k].sealed]
    first = marks[0] if marks else next((k for k in range(a, b) if line[k].joins), b)
    if (not count and not marks) or any(line[k].lower in _SCOPES for k in range(a, first)):
        return []
    ands = [k for k in range(marks[-1] if marks else a, b) if line[k].joins and not line[k].sealed]
    if not ands or (ands[0] != (marks[-1] if marks else a) + 1 and len(ands) != 1):
        return []
    if marks and ands[0] == marks[-1] + 1:
        marks.pop()
    bounds = [a - 1, *marks, ands[0], b]
    parts = [part for part in (_trim(line, s + 1, e) for s, e in pairwise(bounds)) if part[0] < part[1]]
    if count:
        return parts if len(parts) == count else []
    # Long parts mostly share a scope that no mark shows; then the whole is one item.
    return [] if any(e - s > _LONGEST_PART for s, e in parts) else parts


def _gerund(line: list[Word], a: int, b: int) -> list[tuple[int, int]] | None:
    """ "on establishing a fund and a joint enterprise": two things with an article each after one gerund."""
    if a + 3 >= b or not line[a + 1].lower.endswith("ing") or line[a + 2].lower not in vocabulary("articles"):
        return None
    ands = [
        k
        for k in range(a + 3, b - 1)
        if line[k].joins and line[k + 1].lower in vocabulary("articles") and not line[k].sealed
    ]
    if len(ands) != 1:
        return None
    return [_trim(line, a + 2, ands[0]), _trim(line, ands[0] + 1, b)]
