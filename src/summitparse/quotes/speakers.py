"""Gives each quote its speaker, through the registry of actors."""

from collections.abc import Sequence
from dataclasses import replace

from summitparse import calibration
from summitparse.actors import Registry, can_speak, may_say
from summitparse.cues.find import cue_words
from summitparse.findings import ActorFinding, QuoteFinding, Span
from summitparse.grammar.phrases import up_to_head
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOUNS, PLURAL, RELATIVE, SINGULAR
from summitparse.layout import Layout
from summitparse.quotes.alone import ALONE
from summitparse.quotes.messages import sender
from summitparse.quotes.reject import office_words

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "DT", "WDT"})
_OBJECTS = frozenset({"dobj", "dative"})
# What the verb of a main clause is, and that of a clause which is told.
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
# How many sentences before a quotation without a source are asked who it is about.
LOOK_BACK = 3
# A quotation is not carried over more characters than this.
FARTHEST = 2500


def assign_speakers(
    quotes: Sequence[QuoteFinding], *, layout: Layout, parse: Parse, registry: Registry
) -> tuple[QuoteFinding, ...]:
    """The quotes with `speaker` and `attribution`. A quotation without a source belongs to the person whom the
    sentences before it are about, or goes on from the quote before it; where neither tells, the speaker stays open."""
    headings = {block.span.start for block in layout.blocks if block.kind == "heading"}
    headings |= {span.start for span in (layout.header.title, layout.header.subtitle) if span}
    people = len(registry.findings())  # the named people have the first numbers
    out: list[QuoteFinding] = []
    last: int | None = None
    end = 0
    for quote in quotes:
        if quote.source is not None:
            speaker = speaker_of(quote.source, quote.spans[0].start, parse, registry)
            if speaker is None:
                speaker = _meant_before(quote.source, out[-1] if out else None, parse, registry)
            quote = replace(quote, speaker=speaker)
        elif quote.type == "direct" and quote.parent is None and quote.cue is None:
            speaker = _carried(quote, (end, last), people, headings, parse, registry)
            quote = replace(quote, speaker=speaker, attribution="context" if speaker is not None else "none")
        if quote.rule == ALONE:
            way = quote.attribution if quote.source is None else "explicit"
            quote = replace(quote, confidence=calibration.confidence("quotes", way))
        out.append(quote)
        if quote.parent is None:
            last = _goes_on(quote, last, people, parse, registry)
            end = max(end, quote.spans[-1].end)
        if quote.speaker is not None and quote.type == "direct":
            for span in quote.spans:
                registry.speaking(span, quote.speaker)
    actors = registry.findings()
    return tuple(
        quote
        if quote.source is None or quote.attribution == "turn"
        else replace(quote, attribution=_attribution(quote, quote.source, parse, actors))
        for quote in out
    )


def _goes_on(quote: QuoteFinding, last: int | None, people: int, parse: Parse, registry: Registry) -> int | None:
    """Who a quotation after this quote would go on from: its speaker, but for a group; nobody after an unknown one."""
    named = quote.speaker is not None and (quote.speaker < people or registry.kind_of(quote.speaker) == "document")
    if quote.type == "indirect" and not named:
        return last  # what a talk "confirmed" between two quotations of a letter is no change of speaker
    if quote.source is not None and quote.speaker is not None and quote.speaker >= people:
        tokens = parse.within(quote.source)
        if any(token.lower in cue_words("several") or token.tag in PLURAL for token in tokens):
            return last
    return quote.speaker


def speaker_of(source: Span, start: int, parse: Parse, registry: Registry) -> int | None:
    """The actor whom the words of a source name; `start` is where what they say begins."""
    tokens = parse.within(source)
    if len(tokens) == 1 and tokens[0].tag in RELATIVE:
        antecedent = _antecedent(tokens[0], parse)
        if antecedent is not None:
            return registry.ensure(antecedent)
    if len(tokens) == 1 and tokens[0].tag in PRONOUNS:
        before = _person_before(tokens[0], min(start, source.start), parse, registry)
        return registry.referent(source) if before is None else registry.same(source, before)
    sent = sender(source, parse, registry)
    return registry.ensure(source) if sent is None else registry.same(source, sent)


def _meant_before(source: Span, before: QuoteFinding | None, parse: Parse, registry: Registry) -> int | None:
    """Whom a pronoun means that nothing surer tells: who speaks in the sentence before ("The ministry said …. It added
    …"), or is its subject ("Both sides met. They noted …")."""
    sentence, pronoun = parse.sentence_at(source.start), parse.within(source)[0]
    if not sentence or pronoun.tag != "PRP":
        return None
    if before is not None and before.speaker is not None and registry.can_be(before.speaker, pronoun.lower):
        if parse.sentence_at(before.spans[-1].end - 1) in (sentence, sentence - 1):
            return registry.same(source, before.speaker)
    subject = _main_subject(sentence - 1, parse)
    if subject is None or subject.pos not in NOUNS or not may_say(subject):
        return None
    if (subject.tag in PLURAL) != (pronoun.lower in cue_words("several")):
        return None
    known = registry.ensure(up_to_head(parse, subject))
    return registry.same(source, known) if registry.can_be(known, pronoun.lower) else None


def _person_before(pronoun: Token, start: int, parse: Parse, registry: Registry) -> int | None:
    """Whom "he" means by the sentence right before: an office that is its subject ("The Kyrgyz leader said …. “…?” he
    asked."), or the one who was asked or told ("A boy asked the President …. “…,” he said.")."""
    sentence = parse.sentence_at(start)
    if pronoun.tag != "PRP" or not sentence:
        return None
    if any(
        token.dep == "nsubj" and token.i != pronoun.i for token in parse.sentence_tokens(sentence) if token.end <= start
    ):
        return None
    subject = _main_subject(sentence - 1, parse)
    if subject is None:
        return None
    told = _addressee(subject, parse.sentence_tokens(sentence - 1), parse)
    if told is not None:
        answers = registry.person_at(up_to_head(parse, told), pronoun.lower)
        if answers is not None:
            return answers
    if subject.pos != "NOUN" and subject.lower not in office_words():
        return None
    return registry.unnamed(up_to_head(parse, subject), pronoun.lower)


def _main_subject(sentence: int, parse: Parse) -> Token | None:
    """The subject of a sentence's main clause."""
    tokens = parse.sentence_tokens(sentence)
    return next((t for t in tokens if t.dep == "nsubj" and parse.tokens[t.head].dep == "ROOT"), None)


def _addressee(subject: Token, sentence: Sequence[Token], parse: Parse) -> Token | None:
    """Who answers where somebody was asked, or where "a nurse" or "our correspondent" told or showed them something."""
    verb = parse.tokens[subject.head]
    first = parse.tokens[parse.left_edge(subject.i)]
    asked = verb.lemma in cue_words("questioning")
    if not asked and first.lower not in cue_words("introducing"):
        return None
    objects = [t for t in sentence if t.i > verb.i and t.dep in _OBJECTS and t.head == verb.i]
    if asked:  # "asked whether the President would …"
        objects += [t for t in sentence if t.i > verb.i and t.dep == "nsubj" and parse.tokens[t.head].head == verb.i]
    return next((t for t in objects if t.tag in SINGULAR and can_speak(t)), None)


def _antecedent(pronoun: Token, parse: Parse) -> Span | None:
    """The noun that a relative clause ("Brandt, who said …") belongs to, with the words before it."""
    for i in parse.ancestors(pronoun.i):
        token = parse.tokens[i]
        if token.dep == "relcl" and token.head < pronoun.i:
            head = parse.tokens[token.head]
            if pronoun.lower == "who" and not can_speak(head):
                head = _nearest_noun(head, pronoun, parse)
            return up_to_head(parse, head)
    return None


def _nearest_noun(head: Token, pronoun: Token, parse: Parse) -> Token:
    """The noun right before "who" where the parse hangs its clause on a thing: "the safety of pilots who ask"."""
    nouns = [token for token in parse.tokens[head.i + 1 : pronoun.i] if token.pos in NOUNS]
    return nouns[-1] if nouns and nouns[-1].i >= pronoun.i - 2 else head


def _attribution(quote: QuoteFinding, source: Span, parse: Parse, actors: Sequence[ActorFinding]) -> str:
    """explicit where the words say who it is (a name, or a role that is all the release gives), else anaphor."""
    tokens = parse.within(source)
    if quote.speaker is None:
        return "explicit" if any(token.pos == "PROPN" for token in tokens) else "anaphor"
    actor = actors[quote.speaker]
    if len(tokens) == 1 and tokens[0].tag in PRONOUNS:
        return "anaphor"
    if actor.kind != "person" or actor.name is None:
        return "anaphor" if actor.kind == "group" and not any(token.pos == "PROPN" for token in tokens) else "explicit"
    name = {word.casefold() for word in actor.name.replace(".", " ").split()}
    return "explicit" if any(token.text.casefold().rstrip(".") in name for token in tokens) else "anaphor"


def _carried(
    quote: QuoteFinding,
    before: tuple[int, int | None],
    people: int,
    headings: set[int],
    parse: Parse,
    registry: Registry,
) -> int | None:
    """The speaker of a quotation that names none: the person who is the subject of the sentences before it, back to the
    last quote, or that quote's speaker (`before`: where it ends, and who). Headings are about nobody."""
    after, last = before
    start = quote.spans[0].start
    sentence = parse.sentence_at(start) or 0
    for k in range(sentence, max(-1, sentence - LOOK_BACK - 1), -1):
        span = parse.sentence_span(k)
        if span.end <= after:
            break
        if span.start < start and span.start not in headings:
            speaker = _subject(parse.sentence_tokens(k), start, people, parse, registry)
            if speaker is not None:
                return speaker
    return last if start - after <= FARTHEST else None


def _subject(tokens: Sequence[Token], before: int, people: int, parse: Parse, registry: Registry) -> int | None:
    """The person whom the main clause of a sentence is about."""
    for token in tokens:
        if token.dep == "nsubj" and token.start < before and parse.tokens[token.head].dep in _MAIN:
            actor = registry.resolve(up_to_head(parse, token))
            if actor is not None and actor < people:
                return actor
    return None
