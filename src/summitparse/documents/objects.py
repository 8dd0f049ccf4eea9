"""Where each of the items behind a verb ends, and the signs by which the ranker tells which are instruments."""

from collections.abc import Iterator

from summitparse.countries import find_places
from summitparse.documents.adjuncts import cut_adjuncts
from summitparse.findings import Span
from summitparse.instruments.items import NUMBERS, Item
from summitparse.instruments.nouns import Head
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, is_infinitive, phrase_at

_LONGEST_CLAUSE = 36
# Of these types what they order or decide tells which one is meant: "the Royal Decree that regulates fares".
_DEFINED = ("decree", "decision", "resolution")


def allowed(clean: str, line: list[Word], items: list[Item], *, strict: bool = True) -> list[Item]:
    """The items without adjuncts, and without mere counts; where `strict`, each must name its kind of instrument."""
    kept: list[Item] = []
    for item in items:
        single = item.head is not None and not item.singular and not item.head.plural
        noun_end = item.head.end if item.head is not None and item.start <= item.head.start < item.end else None
        end = cut_adjuncts(clean, line, item.start, item.end, single=single, noun_end=noun_end)
        if end <= item.start:
            continue
        if noun_end is not None and single:
            end = _signed_there(clean, line, noun_end, _purpose(line, item.start, noun_end, end))
        if (
            single
            and item.head is not None
            and end == item.head.end
            and (line[item.start].lower in vocabulary("indefinite") or item.head.type in _DEFINED)
        ):
            end = cut_adjuncts(clean, line, item.start, _defining(line, end), noun_end=item.start + 1)
        item = Item(item.start, end, item.head, item.lead, item.singular)
        head = item.head
        if (head is None and strict) or (head is not None and not item.singular and _only_counts(line, item, head)):
            continue
        if kept and _is_name_of(line, kept[-1], item):
            kept.pop()  # "a landmark agreement, the Nakamal Agreement"
        kept.append(item)
    return kept


def _purpose(line: list[Word], start: int, noun_end: int, end: int) -> int:
    """Where an instrument ends before what it is to bring about: "the Ports Act [to help the islands]", "a protocol to
    open the ports [to help the islands]"."""
    aims = [k for k in range(noun_end, end - 1) if is_infinitive(line, k)]
    if line[noun_end : noun_end + 1] and line[noun_end].text == "(":  # "a memorandum (MoU) to open the ports"
        noun_end = next((k + 1 for k in range(noun_end, end) if line[k].text == ")"), noun_end)
    if not aims or aims[0] != noun_end or any(line[k].sealed for k in aims):
        return end
    if line[start].is_definite and any(line[k].is_capital for k in range(start + 1, noun_end)):
        return noun_end
    # Not behind "and", nor behind "forced" or "ready", which go on with it.
    return next((k for k in aims[1:] if line[k - 1].tag.startswith(("NN", "CD"))), end)


def _signed_there(clean: str, line: list[Word], noun_end: int, end: int) -> int:
    """Where "a treaty on customs [in Lisbon]" ends: a town behind a bare subject is where it was signed."""
    at = next((k for k in range(noun_end + 2, end - 1) if line[k].lower == "in"), None)
    if at is None or line[noun_end].lower not in vocabulary("subject") or at - noun_end > 3:
        return end
    town = clean[line[at + 1].start : line[end - 1].end]
    whole = any(found.span == Span(0, len(town)) for found in find_places(town))
    plain = all(line[k].text.islower() and line[k].lower not in vocabulary("determiners") for k in range(noun_end, at))
    return at if whole and plain else end


def _defining(line: list[Word], end: int) -> int:
    """Where "an executive order that bans …" ends: what says no more than its kind keeps the clause that tells it."""
    relative = end + bool(phrase_at(line, end, "in_which"))
    if relative >= len(line) or line[relative].lower not in vocabulary("relative_things"):
        return end
    for k in range(relative + 1, min(len(line), end + _LONGEST_CLAUSE)):
        if line[k].text == ":":
            return end
        dated = line[k].text == "," and k + 1 < len(line) and line[k + 1].text.isdigit()
        if line[k].text in ",;.”" and not line[k].sealed and not dated:
            return k
    return end


def _is_name_of(line: list[Word], first: Item, second: Item) -> bool:
    """Whether the second item is the name of the first, which says no more than its kind."""
    if first.head is None or second.head is None or first.end > first.head.end or second.start != first.end + 1:
        return False
    named = any(line[k].is_capital for k in range(second.start + 1, second.head.noun))
    return line[first.end].text == "," and line[second.start].is_definite and named


def _only_counts(line: list[Word], item: Item, head: Head) -> bool:
    """ "a number of contracts", "several documents in this field": a count, that a list may follow."""
    if not item.start <= head.start < item.end:
        return False
    bare = item.end <= head.end
    if head.vague:
        return bare or not _counts_a_subject(line, head)
    if head.plural:
        named = any(line[k].is_capital for k in range(head.start, head.end) if k)
        return not named if bare else head.generic and line[head.end].lower in vocabulary("general")
    return bare and head.generic


def is_bare(line: list[Word], item: Item) -> bool:
    """ "an agreement", "the budget": no words behind the noun, no name and no year before it."""
    head = item.head
    if head is None or item.start > head.start or item.end > head.end:
        return False
    before = [line[k] for k in range(head.start + 1, max(head.noun, head.end - 1))]
    return not any(word.is_capital or (word.text.isdigit() and len(word.text) == 4) for word in before)


def points_back(line: list[Word], item: Item) -> bool:
    """ "the agreement", "relevant documents", "an agreement on this": named before, or not at all."""
    head = item.head
    if head is None:
        return False
    words = {line[k].lower for k in range(head.start, head.noun)}
    told = [line[k].lower for k in range(head.end, min(item.end, head.end + 3))]
    on_this = told[:1] == ["on"] and told[1:2] == ["this"] and (len(told) == 2 or told[2] in vocabulary("prepositions"))
    if on_this or line[item.end - 1].lower in vocabulary("pronouns") or (words and words & vocabulary("empty")):
        return True
    return is_bare(line, item) and bool(words & vocabulary("pointing"))


def _counts_a_subject(line: list[Word], head: Head) -> bool:
    """ "17 documents in all areas", "two protocols on cultural exchange", but not "several agreements on trade"."""
    before = [line[k].lower for k in range(head.start, head.noun)]
    if line[head.end].lower in vocabulary("amounts"):
        return False
    if any(word[0].isdigit() for word in before):
        return True
    return not head.generic and not NUMBERS.isdisjoint(before) and line[head.end].lower in vocabulary("telling")


def signs_of(line: list[Word], item: Item) -> Iterator[str]:
    """Features of an item for the ranker: its noun, article, size, and what stands before and behind."""
    head = item.head
    if head is None:
        yield "kind=none"
        return
    yield f"kind={head.type}"
    yield f"noun={head.name}"
    own = item.start <= head.start < item.end
    bare = own and item.end <= head.end
    first = line[head.start].lower if head.start < head.noun else ""
    yield f"article={first if first in vocabulary('determiners') else 'other' if first else 'none'}"
    named = any(line[k].is_capital for k in range(head.start + 1, head.end))
    for name, holds in {
        "bare": bare,
        "named": named,
        "plural": head.plural,
        "generic": head.generic,
        "vague": head.vague,
        "shared": item.singular,
        "sealed": line[head.noun].sealed,
        "joint": any(line[k].lower == "joint" for k in range(head.start, head.end)),
        "empty": any(line[k].lower in vocabulary("empty") for k in range(head.start, head.noun)),
        "dated": any(line[k].text.isdigit() and len(line[k].text) == 4 for k in range(head.start, head.noun)),
        "long": item.end - item.start > 25,
    }.items():
        if holds:
            yield name
            if name != "bare":
                continue
            yield f"bare-{'named' if named else 'unnamed'}"
            yield f"bare-article={first}"
            yield f"bare-kind={head.type}"
    if own and not bare:
        yield f"behind={line[head.end].lower}"
        yield f"behind-kind={head.type}"
