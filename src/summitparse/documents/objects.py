"""Which of the items behind a verb it makes instruments, and where each of them ends."""

from summitparse.documents.adjuncts import cut_adjuncts
from summitparse.documents.instruments import Head
from summitparse.documents.items import NUMBERS, Item
from summitparse.documents.signing import Trigger, object_allowed
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word

_LONGEST_CLAUSE = 36
# "12 contracts worth $340 million": what follows tells what they come to, and not what they are.
_AMOUNTS = ("worth", "valued", "totalling", "totaling", "amounting", "estimated")


def allowed(clean: str, line: list[Word], items: list[Item], trigger: Trigger, *, strict: bool = True) -> list[Item]:
    """Those items that the verb makes, without adjuncts; where `strict`, each must name its kind of instrument."""
    kept: list[Item] = []
    for item in items:
        single = item.head is not None and not item.singular and not item.head.plural
        end = cut_adjuncts(clean, line, item.start, item.end, single=single)
        if end <= item.start:
            continue
        if single and item.head is not None and end == item.head.end and line[item.start].lower in ("a", "an"):
            end = _defining(line, end)
        item = Item(item.start, end, item.head, item.lead, item.singular)
        head = item.head
        if head is None and strict:
            continue
        named = trigger.lemma == "exchange" and bool(kept) and line[head.noun].is_capital if head else False
        if head is not None and not named and not object_allowed(trigger.lemma, head, _is_joint(line, head)):
            continue
        if head is not None and not item.singular and _says_nothing(line, item, head, trigger.lemma):
            continue
        if kept and _is_name_of(line, kept[-1], item):
            kept.pop()  # "a landmark agreement, the Nakamal Agreement"
        kept.append(item)
    return kept


def _defining(line: list[Word], end: int) -> int:
    """Where "an executive order that bans …" ends: what says no more than its kind keeps the clause that tells it."""
    if end >= len(line) or line[end].lower != "that":
        return end
    for k in range(end + 1, min(len(line), end + _LONGEST_CLAUSE)):
        if line[k].text == ":":
            return end
        dated = line[k].text == "," and k + 1 < len(line) and line[k + 1].text.isdigit()
        if line[k].text in ",;.”" and not line[k].sealed and not dated:
            return k
    return end


def _is_joint(line: list[Word], head: Head) -> bool:
    return any(line[k].lower == "joint" for k in range(head.start, head.end))


def _is_name_of(line: list[Word], first: Item, second: Item) -> bool:
    """Whether the second item is the name of the first, which says no more than its kind."""
    if first.head is None or second.head is None or first.end > first.head.end or second.start != first.end + 1:
        return False
    named = any(line[k].is_capital for k in range(second.start + 1, second.head.noun))
    return line[first.end].text == "," and line[second.start].lower == "the" and named


def _says_nothing(line: list[Word], item: Item, head: Head, lemma: str) -> bool:
    """ "the agreement", "these documents", "a number of contracts", "it": nothing that names an instrument."""
    if not item.start <= head.start < item.end:
        return False
    bare = item.end <= head.end
    if any(line[k].lower in vocabulary("empty") for k in range(head.start, head.noun)):
        return True
    if head.vague and (bare or not _counts_a_subject(line, head)):
        return True
    if head.generic and head.plural:
        return bare or line[head.end].lower in ("between", "in", "with", "of", "from", "at", "to")
    if head.generic and not head.plural:
        return bare
    first = line[head.start].lower
    if line[item.end - 1].lower in ("them", "it", "each", "other"):
        return True
    told = [word.lower for word in line[head.end : item.end]]
    if told[:2] == ["on", "this"] and (len(told) == 2 or told[2] in vocabulary("prepositions")):
        return True
    if head.plural and not bare and line[head.end].lower in ("between", "with") and item.start <= head.start:
        if not any(line[k].lower in ("on", "for", "to", "concerning", "regarding") for k in range(head.end, item.end)):
            return True
    if bare and lemma == "pass":
        return True
    if bare and first in ("their", "his", "her", "our") and head.type in ("agreement", "treaty", "contract", "letter"):
        return True
    if head.name == "letter" and not line[head.noun].is_capital and not head.plural:
        return True
    if bare and first in ("the", "this", "that", "these", "those", "such", "any", "each", "all", "both", "no", "every"):
        dated = any(line[k].text.isdigit() and len(line[k].text) == 4 for k in range(head.start + 1, head.noun))
        return not dated and not any(line[k].is_capital for k in range(head.start + 1, head.noun))
    if bare and head.plural:
        return not any(line[k].is_capital for k in range(head.start, head.end) if k)
    return False


def _counts_a_subject(line: list[Word], head: Head) -> bool:
    """ "17 documents in all areas", "two protocols on cultural exchange", but not "several agreements on trade"."""
    before = [line[k].lower for k in range(head.start, head.noun)]
    if line[head.end].lower in _AMOUNTS:
        return False
    if any(word[0].isdigit() for word in before):
        return True
    return not head.generic and not NUMBERS.isdisjoint(before) and line[head.end].lower in ("on", "concerning", "for")
