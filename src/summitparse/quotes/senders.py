"""Who sent a message that says something: "The President sent greetings to …. The message reads: “…”"."""

from summitparse.actors import can_speak
from summitparse.findings import Span
from summitparse.grammar.clauses import Clause, clause_at
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse

# A sender is named at most so many sentences before the message.
LOOK_BACK = 12


def sender_of(source: Span, parse: Parse) -> Span | None:
    """The words that name the sender, where a source is a message ("The message", "his telegram"): the subject of the
    last clause before it in which somebody by name sent one, or congratulated somebody."""
    tokens = parse.tokens
    message = next((t for t in reversed(parse.within(source)) if t.pos in ("NOUN", "PROPN")), None)
    if message is None or message.lemma.lower() not in words_of("nouns", "letters"):
        return None
    for i in range(message.i - 1, -1, -1):
        if message.sentence - tokens[i].sentence > LOOK_BACK:
            return None
        clause = clause_at(parse, tokens[i]) if tokens[i].pos == "VERB" else None
        if clause is None or clause.passive or clause.subject is None or not _sends(clause):
            continue
        head = tokens[clause.subject.head]
        if head.pos == "PROPN" and can_speak(head):
            return Span(tokens[parse.left_edge(head.i)].start, head.end)
    return None


def _sends(clause: Clause) -> bool:
    if clause.lemma in words_of("verbs", "congratulate"):
        return True
    sent = clause.direct if clause.lemma in words_of("verbs", "issue") else None
    return sent is not None and sent.lemma in words_of("nouns", "letters")
