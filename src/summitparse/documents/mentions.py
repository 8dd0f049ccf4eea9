"""Instruments that are no object of a verb of making: "through a memorandum on ports", "The new treaty obliges …"."""

from collections.abc import Iterator, Sequence

from summitparse.documents.adjuncts import cut_adjuncts, object_limit
from summitparse.documents.clauses import Found
from summitparse.documents.context import head_noun, made_behind
from summitparse.documents.instruments import Head, find_heads
from summitparse.documents.items import Item
from summitparse.documents.objects import is_bare
from summitparse.documents.signing import Trigger, making_verb
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word
from summitparse.findings import Span
from summitparse.grammar.clauses import clause_at
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token

# So many words upwards the clause is looked for that a noun stands in.
_HOPS = 6
_PLANNED = ("planned", "unreal")


def find_mentions(clean: str, line: list[Word], parse: Parse, taken: Sequence[Span]) -> Iterator[Found]:
    """The instruments of a sentence outside the spans `taken`, each with the clause that it stands in as its verb.

    What points back ("the agreement"), counts ("several contracts") or stands in quotation marks is none.
    """
    last = 0
    for head in find_heads(line, 0, len(line)):
        refused = any(word.lower in vocabulary("refusals") for word in line[max(0, head.start - 4) : head.start])
        changes = head.end < len(line) and line[head.end].lower in vocabulary(
            "changing"
        )  # "amendments to the Ports Act"
        counts = head.generic or (head.plural and not changes)
        if refused or head.start < last or counts or line[head.noun].sealed:
            continue
        limit = _phrase_end(line, head, object_limit(line, head.start), parse)
        end = cut_adjuncts(clean, line, head.start, max(head.end, limit), single=True)
        item = Item(head.start, max(end, head.end), head)
        if is_bare(line, item) and line[head.start].lower not in vocabulary("indefinite"):
            continue
        verb = _verb(line, head, parse)
        found = Found.of(line, item, verb)
        last = found.item.end
        if "object-of-making" not in verb.signs and not any(
            found.start < span.end and span.start < found.end for span in taken
        ):
            yield found


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


def _verb(line: list[Word], head: Head, parse: Parse) -> Trigger:
    """The clause that the noun stands in, with how it does: as subject, object, or behind which prepositions."""
    noun = token = head_noun(parse, line, head)
    signs, lemma, status = [], "mention", "announced"
    path: list[str] = []
    for _ in range(_HOPS):
        if token is None:
            break
        clause = clause_at(parse, token)
        if clause is not None:
            made = making_verb(clause.lemma) if clause.lemma != "enter" else None
            if made and path[:1] in (["dobj"], ["nsubjpass"]) and len(path) == 1:
                signs.append("object-of-making")  # a reading of its own has judged it
            lemma, status = made or (lemma, status)
            status = "planned" if clause.polarity in _PLANNED else status
            signs += [f"clause={clause.head.lemma.lower()}", f"polarity={clause.polarity}", f"tag={clause.verb.tag}"]
            signs.append(f"dep={clause.verb.dep}")
            break
        path.append(_edge(token))
        token = None if token.head == token.i else parse.tokens[token.head]
    signs += [f"path={'>'.join(path[:3])}", f"edge={path[0] if path else ''}"]
    explained = made_behind(parse, noun) if noun is not None else None
    if explained is not None:
        _, lemma, status = explained
    return Trigger(head.noun, head.noun + 1, head.noun, lemma, status, "mention", frozenset(signs))


def _edge(token: Token) -> str:
    """How a word hangs on the one above: a preposition by itself, all else by its dependency."""
    return token.lower if token.pos == "ADP" and token.lower in vocabulary("prepositions") else token.dep
