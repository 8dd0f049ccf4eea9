"""The verbs that make an instrument: which occurrences report a signing, in which voice, and with what status."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summitparse.documents.instruments import Head, find_heads, word_set
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word
from summitparse.lexicon import load

# What can stand between a subject and its verb.
_CHAIN = ("adverb", "be", "have", "modal_planned", "modal_doubt", "negation", "plans")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb at position `at` of the line; `subject_end` is where its subject ends; `end` is after the verb."""

    at: int
    end: int
    subject_end: int
    lemma: str
    status: str
    voice: str  # active | passive | inverted | noun | participle


@cache
def _forms() -> dict[str, tuple[str, str, str]]:
    """Form → (lemma, status, form name)."""
    table: dict[str, tuple[str, str, str]] = {}
    lexicon = load("summitparse.documents", "signing")
    for status, lemmas in lexicon["verbs"].items():
        for lemma in lemmas:
            table[lemma] = (lemma, status, "base")
            for form in lexicon["forms"][lemma]:
                name = "ing" if form.endswith("ing") else "past" if form.endswith("ed") else "third"
                table[form] = (lemma, status, name)
    for status, nouns in lexicon["nouns"].items():
        for noun in nouns:
            lemma = "sign" if status == "signed" else "adopt" if status == "adopted" else "approve"
            table.setdefault(noun, (lemma if noun != "conclusion" else "conclude", status, "noun"))
    return table


@cache
def trigger_pattern() -> re.Pattern[str]:
    """Any form of any of the verbs, for the first scan of a text."""
    return re.compile(r"\b(?:" + "|".join(sorted(_forms(), key=len, reverse=True)) + r")\b", re.IGNORECASE)


def find_triggers(line: list[Word], *, headline: bool = False) -> list[Trigger]:
    """The verbs of a sentence that report an instrument as signed, adopted, approved, or planned to be."""
    found = []
    for i, word in enumerate(line):
        form = _forms().get(word.lower)
        if form is not None:
            trigger = _classify(line, i, *form, headline)
            if trigger is not None:
                found.append(trigger)
    return found


def _classify(line: list[Word], i: int, lemma: str, status: str, form: str, headline: bool) -> Trigger | None:
    after = line[i + 1].lower if i + 1 < len(line) else ""
    if after in ("up", "off", "out", "onto") or (
        after == "on" and i + 2 < len(line) and line[i + 2].lower in ("to", "with", "as", "for")
    ):
        return None
    before = [word.lower for word in line[max(0, i - 10) : i]]
    if lemma == "sign" and form == "noun" and set(before[-4:]) & vocabulary("put") and after in ("to", "under", "on"):
        return Trigger(i, i + 2, i, lemma, status, "active")
    if lemma == "enter":
        bound = after == "into" and i + 2 < len(line) and line[i + 2].lower in vocabulary("determiners")
        if form != "past" or not bound:
            return None
        return _past(line, i, i, [], "conclude", status, after)
    if form == "ing" and not headline and all(word.endswith("ly") for word in before) and _goes_on(line, i):
        return Trigger(i, i + 1, i, lemma, status, "noun")
    if form in ("ing", "noun") or (form == "base" and lemma == "exchange" and after == "of"):
        return _nominal(line, i, lemma, status, form, before, after)
    chain_start = i
    while chain_start > 0 and (
        (
            any(line[chain_start - 1].lower in vocabulary(name) for name in _CHAIN)
            and not _in_name(line, chain_start - 1)
        )
        or (line[chain_start - 1].lower.endswith("ly") and line[chain_start - 1].lower not in vocabulary("not_adverb"))
    ):
        chain_start -= 1
    chain = [word.lower for word in line[chain_start:i]]
    if (
        vocabulary("negation") & set(chain)
        or vocabulary("modal_doubt") & set(chain)
        or vocabulary("refusals") & set(before[-4:])
    ):
        return None
    if _denied(line, i) or (chain_start > 0 and _background(line, chain_start, chain)):
        return None
    if form == "past":
        return _past(line, i, chain_start, chain, lemma, status, after)
    if form == "base" and (
        set(chain) & vocabulary("modal_planned") or ("to" in chain and set(chain) & vocabulary("plans"))
    ):
        return Trigger(i, i + 1, chain_start, lemma, "planned", "active")
    if form == "base" and before[-2:] in (["and", "to"], [",", "to"]) and _agreed(line, i):
        return Trigger(i, i + 1, i, lemma, "planned", "active")
    if form == "base" and (before[-1:] == ["we"] or before[-2:] == ["we", "hereby"]):
        return Trigger(i, i + 1, chain_start, lemma, status, "active")
    if form == "base" and before[-2:] in (["ceremony", "to"], ["ceremonies", "to"]):
        return Trigger(i, i + 1, i, lemma, status, "noun")
    if headline and (not chain or chain == ["to"]) and form in ("base", "third") and before:
        return Trigger(i, i + 1, chain_start, lemma, "planned" if chain else status, "active")
    return None


def _goes_on(line: list[Word], i: int) -> bool:
    """ "Adopting the resolution, the Council extended …": a comma and a finite verb behind what is adopted."""
    comma = next((k for k in range(i + 1, len(line)) if line[k].text == "," and not line[k].sealed), None)
    return comma is not None and any(word.finite for word in line[comma:]) and not any(w.finite for w in line[i:comma])


def _in_name(line: list[Word], i: int) -> bool:
    """ "Letter of Intent", "letters of intention": no word of a plan to sign."""
    return i > 1 and line[i - 1].lower == "of" and line[i].lower.startswith("inten")


def _agreed(line: list[Word], i: int) -> bool:
    """ "They agreed to meet, and to sign …": a plan earlier in the sentence goes on."""
    return any(line[k].lower in vocabulary("plans") and line[k + 1].lower == "to" for k in range(i - 2))


def _background(line: list[Word], chain_start: int, chain: list[str]) -> bool:
    """ "Since the president signed …", "the plan, which had been approved", "had earlier been signed": no news."""
    if "had" in chain and {"earlier", "already", "previously", "also"} & set(chain) - {"also"}:
        return True
    before = line[chain_start - 1].lower
    if before in ("which", "that", "who") and chain:
        return not any(
            word.lower in vocabulary("now") for word in line[chain_start + len(chain) : chain_start + len(chain) + 8]
        )
    clause = chain_start
    while clause > 0 and chain_start - clause < 8 and line[clause - 1].text not in ",;:.":
        clause -= 1
    opening = [word.lower for word in line[clause:chain_start]]
    return any(word in ("since", "when", "because", "although") for word in opening)


def _denied(line: list[Word], i: int) -> bool:
    """ "No agreement was signed", "none of the documents was signed", "if an agreement is signed"."""
    k = i
    while k > 0 and line[k - 1].text not in ",;:":
        k -= 1
    clause = [word.lower for word in line[k:i]]
    return bool(clause) and (
        clause[0] in ("no", "none", "neither", "if", "unless", "whether", "once", "until")
        or "if" in clause
        or "whether" in clause
    )


def _past(
    line: list[Word], i: int, chain_start: int, chain: list[str], lemma: str, status: str, after: str
) -> Trigger | None:
    if set(chain) & vocabulary("be") and not (chain and chain[-1] == "having"):
        planned = bool(set(chain) & (vocabulary("modal_planned") | vocabulary("plans")))
        future = planned or ("to" in chain and "be" in chain and "been" not in chain)
        if "being" in chain and not any(word.lower == "with" for word in line[:chain_start]):
            return None
        return Trigger(i, i + 1, chain_start, lemma, "planned" if future else status, "passive")
    before = line[chain_start - 1].lower if chain_start else ""
    if before in vocabulary("determiners") or before == "of":
        return None  # "the recently signed agreement", "of previously adopted decisions"
    if i - len(chain) == 0 and chain_start == 0 and not line[i].sealed:
        return Trigger(i, i + 1, i, lemma, status, "inverted")
    if not chain and _is_participle(line, i, after):
        return Trigger(i, i + 1, i - (before == ","), lemma, status, "participle")
    return Trigger(i, i + 1, chain_start, lemma, status, "active")


def _is_participle(line: list[Word], i: int, after: str) -> bool:
    """ "An agreement on X, signed by A and B, …", "the protocol signed today": the verb explains the noun before it."""
    if i and line[i - 1].text == ",":
        return after in ("by", "in", "on", "at", "between", "during") or after in vocabulary("now")
    told = after in vocabulary("now") or (after == "on" and i + 2 < len(line) and line[i + 2].lower.endswith("day"))
    if after in ("in", "at") and i + 2 < len(line) and line[i + 2].is_capital:  # "signed in Oslo between A and B"
        told = told or any(word.lower in ("between", "by") for word in line[i + 3 : i + 7])
    return told and any(head.end == i for head in find_heads(line, max(0, i - 12), i))


def _nominal(
    line: list[Word], i: int, lemma: str, status: str, form: str, before: list[str], after: str
) -> Trigger | None:
    """ "ended with the signing of", "attended the ceremony of signing", "by signing": told as a fact, else nothing."""
    if line[i].sealed and line[i].is_capital:
        return None
    near = set(before[-8:])
    if near & vocabulary("negation") or near & vocabulary("refusals") or near & vocabulary("modal_doubt"):
        return None
    end = i + 1
    if [word.lower for word in line[i + 1 : i + 4]] in (["and", "exchange", "of"], ["and", "signing", "of"]):
        end += 3
    elif after == "of":
        end += 1
    elif after == "ceremony":
        if i + 2 < len(line) and line[i + 2].lower in ("for", "of"):
            end = i + 3
        else:
            return None
    elif form == "noun":
        return None
    if before and before[-1] in vocabulary("be") | {"'re", "'m"} and form == "ing":
        return Trigger(i, end, i, lemma, status, "active")
    if near & vocabulary("not_yet") or (before and before[-1].isdigit()):
        return None
    later = [word.lower for word in line[end:]]
    if any(pair in (("took", "place"), ("was", "held")) for pair in pairwise(later)):
        return Trigger(i, end, i, lemma, status, "noun")
    if (
        near & vocabulary("happened")
        or {"ceremony", "ceremonies"} & near
        or (line[0].lower in ("after", "following") and i < 8)
        or after == "ceremony"
    ):
        return Trigger(i, end, i, lemma, status, "noun")
    return None


def object_allowed(lemma: str, head: Head, joint: bool) -> bool:
    """Whether the verb makes an instrument of this name: one adopts a plan, but an adopted law is not a signed one, and
    of what is issued every day only a `joint` statement is an instrument."""
    binding = head.type in ("treaty", "agreement", "memorandum", "protocol", "contract")
    match lemma:
        case "sign" | "initial":
            return True
        case "conclude" | "ink" | "seal":
            return binding
        case "exchange":
            return binding or head.name in ("instrument of ratification", "document", "letter of intent")
        case "pass":
            return head.type == "resolution"
        case "issue" | "release":
            return head.name in word_set("issued") or (joint and head.type in ("statement", "declaration"))
        case "ratify":
            return False
        case _:
            return head.name not in word_set("signed_only") and head.name != "instrument"
