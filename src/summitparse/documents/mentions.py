"""Instruments that are no object of a verb of making: "through a memorandum on ports", "The new treaty obliges …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitparse.documents.adjuncts import cut_adjuncts, object_limit
from summitparse.documents.clauses import Found
from summitparse.documents.context import HOPS, head_noun, made_behind
from summitparse.documents.objects import is_bare
from summitparse.findings import Span
from summitparse.grammar.clauses import Clause, clause_above
from summitparse.grammar.phrases import noun_phrase
from summitparse.grammar.words import words_of
from summitparse.instruments.items import OPENING, Item, item_starts, one_and_another
from summitparse.instruments.nouns import Head, find_heads
from summitparse.instruments.signing import Trigger, find_triggers, making_verb
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at
from summitparse.language.parse import Parse, Token

_DONE = ("signed", "adopted", "approved")
_PLANNED = ("planned", "unreal")
# How an instrument hangs on the verb that makes it: "approved the treaty", "the treaty was approved", "assented to".
_MADE = ("dobj", "nsubjpass", "pobj>to")


def find_mentions(
    clean: str, line: list[Word], parse: Parse, taken: Sequence[Span], opening: Trigger | None
) -> Iterator[Found]:
    """The instruments of a sentence outside the spans `taken`, each with the clause that it stands in as its verb.

    `opening` is the verb of the sentence that opens the list which this is a line of, or that has counted what this one
    names. What points back ("the agreement"), counts ("several contracts") or stands inside brackets is none.
    """
    last = 0
    for head in find_heads(line, 0, len(line)):
        refused = any(word.lower in vocabulary("refusals") for word in line[max(0, head.start - 4) : head.start])
        changes = head.end < len(line) and line[head.end].lower in vocabulary(
            "changing"
        )  # "amendments to the Ports Act"
        counts = head.generic or (head.plural and not changes)
        if counts and (parts := _one_by_one(line, head, last)):
            verb = _verb(line, head, parse, opening)
            if verb.lemma == "mention":  # "The minutes were signed, as well as two memorandums, one on …"
                made = [t for t in find_triggers(line[: head.start], parse) if t.status in _DONE]
                verb = replace(verb, lemma=made[-1].lemma, status=made[-1].status) if made else verb
            yield from (Found.of(line, part, verb) for part in parts)
            last = parts[-1].end
            continue
        inside = line[head.noun].sealed and line[head.start - 1].text not in OPENING
        if refused or head.start < last or counts or inside:
            continue
        limit = _phrase_end(line, head, object_limit(line, head.start), parse)
        limit = next((start for start, _ in item_starts(line, head.start, limit) if start >= head.end), limit)
        end = cut_adjuncts(clean, line, head.start, max(head.end, limit), single=True)
        end -= 3 * bool(phrase_at(line, end - 3, "as_well_as"))
        end -= line[end - 1].text == ","
        item = Item(head.start, max(end, head.end), head)
        if is_bare(line, item) and line[head.start].lower not in vocabulary("indefinite"):
            continue
        verb = _verb(line, head, parse, opening)
        if verb.voice != "mention" and is_bare(line, item):
            continue  # another reading has judged it
        found = Found.of(line, item, verb)
        last = found.item.end
        if not any(found.start < span.end and span.start < found.end for span in taken):
            yield found


def _one_by_one(line: list[Word], head: Head, last: int) -> list[Item]:
    """ "two memorandums, the first on ports and the second on fish"."""
    if head.start < last or head.end + 1 >= len(line) or line[head.end].text not in ",:—–":
        return []
    return one_and_another(line, head.end + 1, object_limit(line, head.start), head)


def _phrase_end(line: list[Word], head: Head, limit: int, parse: Parse) -> int:
    """Where the noun phrase ends, `limit` at the latest: not behind "the Fair Fares Act, a law that helps islands"."""
    noun = head_noun(parse, line, head)
    if noun is None:
        return limit
    last = noun_phrase(parse, noun)[1]
    after = parse.tokens[last + 1 : last + 2]
    if after and (after[0].text == "(" or (after[0].text in "–—" and after[0].start == parse.tokens[last].end)):
        last = parse.right_edge(noun.i)  # "the agreement (MoU) between …", "an agreement on the Port Alba–Velm road"
    about = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    if about is not None and about.lower in vocabulary("about") and about.children and about.children[-1] > about.i:
        last = noun_phrase(parse, parse.tokens[about.children[-1]])[1]  # wherever the parser hangs "on …"
    stop = parse.tokens[last].end
    return next((k for k in range(head.end, limit) if line[k].start >= stop), limit)


def _verb(line: list[Word], head: Head, parse: Parse, opening: Trigger | None) -> Trigger:
    """The verb of making whose object the noun is, wherever in its clause; else the clause that the noun stands in, and
    how: as subject, object, or behind which prepositions. A clause that makes nothing, such as "These are …", goes on
    with the verb of the one that opens it."""
    noun = head_noun(parse, line, head)
    clause, below = clause_above(parse, noun, HOPS) if noun is not None else (None, [])
    path = [_edge(token) for token in below]
    if clause is not None and ">".join(path).removeprefix("conj>") in _MADE:
        made = next((t for t in find_triggers(line, parse) if line[t.at].start == clause.head.start), None)
        if made is not None and made.voice != "inverted":
            return made
    signs = [f"path={'>'.join(path[:3])}", f"edge={path[0] if path else ''}"]
    verb = making_verb(clause.lemma) if clause is not None and clause.lemma != "enter" else None
    explained = made_behind(parse, noun) if noun is not None else None
    verb = explained[1:] if explained is not None else verb
    verb = verb or (_is_one_of(parse, clause) if clause is not None else None)
    if opening is not None:
        signs += [f"opening-{opening.voice}", f"opening-{opening.voice}-{opening.status}"]
        verb = verb or (opening.lemma, opening.status)
    lemma, status = verb or ("mention", "announced")
    if clause is not None:
        status = "planned" if clause.polarity in _PLANNED and explained is None else status
        signs += [f"clause={clause.head.lemma.lower()}", f"polarity={clause.polarity}", f"tag={clause.verb.tag}"]
        signs.append(f"dep={clause.verb.dep}")
    return Trigger(head.noun, head.noun + 1, head.noun, lemma, status, "mention", frozenset(signs))


def _is_one_of(parse: Parse, clause: Clause) -> tuple[str, str] | None:
    """Lemma and status of "the first document signed was …", "… are the other documents concluded today"."""
    if clause.lemma not in words_of("verbs", "consist"):
        return None
    subject = parse.tokens[clause.subject.head] if clause.subject is not None else None
    explained = (made_behind(parse, side) for side in (subject, clause.complement) if side is not None)
    return next((made[1:] for made in explained if made is not None), None)


def _edge(token: Token) -> str:
    """How a word hangs on the one above: a preposition by itself, all else by its dependency."""
    return token.lower if token.pos == "ADP" and token.lower in vocabulary("prepositions") else token.dep
