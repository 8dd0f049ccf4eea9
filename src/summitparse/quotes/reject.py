"""What looks like an attribution and is none: titles with colons, people who are met and thanked, what is signed."""

from functools import cache

from summitparse.actors import may_say
from summitparse.countries import country_of
from summitparse.cues.find import ACCORDING, COLON, VERB, Cue, cue_words, relays, saying
from summitparse.cues.passages import POINTS, Passage, trim
from summitparse.findings import Span
from summitparse.grammar.phrases import head_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import BARE, COMPLEMENTS, DESCRIBING, FINITE, NOUNS, PROPER, TENSED
from summitparse.lexicon import listed
from summitparse.quotes.candidate import Candidate
from summitparse.quotes.joins import are_apart

# A label that names who speaks has no more words than this.
MOST_LABEL = 5
_OFFICES = ("state", "government", "other")


@cache
def _institutions() -> frozenset[str]:
    return frozenset(word.casefold() for word in listed("summitparse.actors", "words", "institutions"))


@cache
def office_words() -> frozenset[str]:
    """The head nouns of offices: "minister" of "Minister of Ports"."""
    offices = (listed("summitparse.actors", "offices", "offices", kind) for kind in _OFFICES)
    return frozenset(word.casefold().split(" of ")[0].split()[-1] for words in offices for word in words)


def is_no_cue(parse: Parse, passage: Passage, cue: Cue) -> bool:
    """A name that only looks like a verb, a colon in a title after anything but a person's name."""
    tokens = parse.tokens
    token = tokens[cue.i]
    if cue.kind == COLON:
        return passage.is_title and not passage.quoted and not _names_a_person(tokens[passage.first : cue.i])
    if token.lemma in cue_words("handling") and token.lemma not in saying():
        return True
    if relays(parse, token):
        return True
    if token.lemma == "call" and cue.i + 1 < passage.end and tokens[cue.i + 1].lower in cue_words("partners"):
        return True
    return (
        cue.kind == VERB
        and token.pos in NOUNS
        and not passage.is_title
        and cue.i > passage.first
        and token.text[0].isupper()
        and tokens[cue.i - 1].text not in POINTS
    )


def _names_a_person(words: list[Token]) -> bool:
    """A few capitalised words that are neither a country nor an institution."""
    phrase = " ".join(word.text for word in words)
    if country_of(phrase) or any(country_of(word.text) for word in (words[0], words[-1])):
        return False
    return (
        len(words) <= MOST_LABEL
        and all(
            (word.tag in PROPER and "-" not in word.text and word.lower not in _institutions())
            or word.lower in office_words()
            for word in words
        )
        and not all(word.text.isupper() and len(word.text) > 1 for word in words)
    )


def is_own_voice(parse: Parse, cue: Cue, source: Span | None) -> bool:
    """Whether the text itself speaks ("We hope that …", "Thank you for …"): outside turns and marks nobody says who."""
    if source is None:
        token = parse.tokens[cue.i]
        return token.tag in BARE and cue.subject < 0
    if parse.tokens[cue.i].tag == "VBD":  # somebody tells what was said
        return False
    words = parse.within(source)
    return len(words) == 1 and words[0].lower in cue_words("first")


def is_evidence(parse: Parse, cue: Cue, source: Span | None) -> bool:
    """Whether a thing that is no document shows it: "experience shows that …", "the growth suggests that …"."""
    tokens = parse.within(source) if source else []
    head = head_of(tokens) if tokens else None
    if head is None or parse.tokens[cue.i].lemma not in cue_words("showing") or head.pos != "NOUN":
        return False
    noun = head.lemma.lower()
    return not may_say(head) and noun not in cue_words("informing")


def is_no_content(parse: Parse, passage: Passage, cue: Cue, content: Candidate) -> bool:
    """Whether a rule forbids this content for this cue."""
    if _leaves_out_speech(parse.tokens, passage, cue, content) or _names_thing(parse.tokens, passage, content):
        return True
    if content.runs:
        if are_apart(parse, passage, cue, content.runs) or _only_acts(parse.tokens, passage, cue, content):
            return True
        return _is_handled(parse.tokens, passage, cue, content)
    tokens = parse.tokens
    token, first = tokens[cue.i], content.parts[0][0]
    if _holds_subject(tokens, cue, content):
        return True
    if _runs_past_speech(tokens, passage, cue, content) or _takes_things(tokens, cue, content):
        return True
    if passage.overlapping(first, content.parts[-1][1]):
        return False
    if any(word.text == ";" for word in tokens[content.parts[-1][1] + 1 : cue.i]):
        return True  # "invited her to Malta; she accepted"
    if cue.kind == COLON:
        return not any(word.tag in FINITE for a, b in content.parts for word in tokens[a : b + 1])
    if cue.kind == VERB and content.parts[-1][0] in (cue.i + 1, cue.i + 2) and tells_when(parse, cue):
        return True
    if token.lemma in cue_words("talking"):
        return cue.i < first <= cue.i + 2 and tokens[cue.i + 1].lower in cue_words("partners")
    if (
        token.lemma in cue_words("thanking")
        and content.parts[-1][1] > cue.i
        and _names_receiver(tokens, cue, content.parts[-1][1])
    ):
        return True
    if token.lemma in cue_words("greeting") and _greets(parse, cue, content):
        return True
    return _begins_too_early(parse, cue, first, content.parts[0][1])


def _leaves_out_speech(tokens: list[Token], passage: Passage, cue: Cue, content: Candidate) -> bool:
    """Whether the words in marks that a reporting clause follows ("“…,” Brandt said, adding …") are no part of what is
    said, or a title is taken for it ("according to “…” by Brandt")."""
    if cue.kind == ACCORDING:
        return bool(content.runs) and passage.quoted[content.runs[0]].outer_first == cue.i + 2
    first = tokens[content.parts[0][0]]
    if cue.kind != VERB or cue.left <= passage.first or first.tag != "VBG" or first.lemma not in saying():
        return False
    return first.i > cue.i and not content.runs and passage.stretch_at(cue.left - 1) >= 0


def _names_thing(tokens: list[Token], passage: Passage, content: Candidate) -> bool:
    """Whether the words in marks in a title are what a thing is called: "Minister Continues “Clean Rivers” Tour"."""
    if len(content.runs) != 1 or not passage.is_title:
        return False
    quoted = passage.quoted[content.runs[0]]
    after = quoted.outer_last + 1
    words = [token.text for token in tokens[quoted.first : quoted.last + 1] if len(token.text) > 3]
    called = after < passage.end and tokens[after].tag[:2] == "NN" and tokens[after].text[0].isupper()
    return called and all(word[0].isupper() for word in words)


def _holds_subject(tokens: list[Token], cue: Cue, content: Candidate) -> bool:
    """Whether who says it stands in what is said: "The minister described as “…” the rumours"."""
    if cue.kind != VERB or cue.subject < 0 or tokens[cue.subject].head != cue.i:
        return False
    return tokens[cue.subject].dep == "nsubj" and any(a <= cue.subject <= b for a, b in content.parts)


def _only_acts(tokens: list[Token], passage: Passage, cue: Cue, content: Candidate) -> bool:
    """Whether what stands behind a full stop in marks is a sentence of its own: "“It is open.” Brandt nodded."."""
    last = passage.quoted[content.runs[-1]]
    ended = last.outer_last < cue.i and tokens[last.last].text == "."
    return ended and cue.kind == VERB and tokens[cue.i].lemma not in saying()


def _is_handled(tokens: list[Token], passage: Passage, cue: Cue, content: Candidate) -> bool:
    """A document in marks: "discussed the federal law “On …”"."""
    quoted = [passage.quoted[k] for k in content.runs]
    first = quoted[0].outer_first - 1
    return first >= passage.first and tokens[cue.i].lemma not in saying() and tokens[first].lemma in cue_words("named")


def _takes_things(tokens: list[Token], cue: Cue, content: Candidate) -> bool:
    """Whether a clause stands before a verb that only things follow: "Brandt thanked the crews, welcomed the plan"."""
    token, (first, last) = tokens[cue.i], content.parts[-1]
    if token.tag not in TENSED or last >= cue.i or token.lemma not in cue_words("things"):
        return False
    return any(word.tag in FINITE for word in tokens[first : last + 1])


def _runs_past_speech(tokens: list[Token], passage: Passage, cue: Cue, content: Candidate) -> bool:
    """Whether words before the cue go on after quoted words with a comma inside their marks: "“…,” Brandt"."""
    first, last = content.parts[0]
    if last >= cue.i:
        return False
    quoted = passage.overlapping(first, last)
    return (
        bool(quoted)
        and quoted[-1].last - quoted[-1].first > 4
        and quoted[-1].outer_last < last
        and tokens[quoted[-1].last].text == ","
    )


def tells_when(parse: Parse, cue: Cue) -> bool:
    """Whether a verb of saying is followed by a clause or phrase that tells when or how: "said as he met …"."""
    tokens = parse.tokens
    says = cue.i < cue.sentence_last and tokens[cue.i].lemma in saying()
    return says and tokens[cue.i + 1].lower in cue_words("circumstances")


def is_told_behind(parse: Parse, cue: Cue, content: Candidate) -> bool:
    """Whether a content is the sentence before a verb of saying and who says it: "…, announced Minister Brandt"."""
    tokens, (first, last) = parse.tokens, content.parts[0]
    if cue.kind != VERB or content.runs or len(content.parts) != 1 or last != cue.left - 2:
        return False
    whole = first == trim(tokens, cue.sentence_first, last)[0] and tokens[cue.left - 1].text == ","
    if not whole or tokens[cue.i].lemma not in saying() or all(t.tag not in FINITE for t in tokens[first : last + 1]):
        return False
    named = cue.left == cue.i and any(token.tag in PROPER for token in tokens[cue.i + 1 : cue.i + 2])
    hangs = any(first <= i <= last and tokens[i].dep == "ccomp" for i in tokens[cue.i].children)
    return hangs or (named and tokens[cue.i].tag in TENSED)


def _greets(parse: Parse, cue: Cue, content: Candidate) -> bool:
    """Whether somebody is welcomed or thanked, and nothing is said why: "welcomed the President of …"."""
    tokens = parse.tokens
    first = content.parts[0][0]
    after = [tokens[i] for i in tokens[cue.i].children if i > cue.i]
    inside = tokens[first : content.parts[0][1] + 1] if tokens[cue.i].lemma != "welcome" else []
    why = any(token.lower in cue_words("reasons") for token in (*after, *inside))
    why = why or any(child.dep == "ccomp" for child in after)
    head = next((child for child in after if child.dep == "dobj"), None)
    if (
        head is None
        or why
        or any(child.dep == "ccomp" for child in after)
        or not cue.i < first <= parse.right_edge(head.i)
    ):
        return False
    if head.tag == "PRP" or head.lower in office_words() or head.lemma in office_words():
        return True
    words = tokens[parse.left_edge(head.i) : parse.right_edge(head.i) + 1]
    return head.tag == "NNP" and not any(word.pos in DESCRIBING for word in words)


def _names_receiver(tokens: list[Token], cue: Cue, last: int) -> bool:
    """Whether a content is only whom somebody thanks ("the hosts", but not "the crews for their work"), or whom
    somebody congratulates: the occasion is nothing said."""
    after = {word.lower for word in tokens[cue.i + 1 : last + 1]}
    return "that" not in after and not ("for" in after and tokens[cue.i].lemma == "thank")


def _begins_too_early(parse: Parse, cue: Cue, first: int, last: int) -> bool:
    """Whether the words begin in "at …" or "in …" although a clause follows: "agreed at the talks to …"."""
    tokens = parse.tokens
    later = [i for i in tokens[cue.i].children if first < i <= last and tokens[i].dep in COMPLEMENTS]
    if not later:
        return False
    clause = parse.left_edge(later[0])
    return clause > first and any(
        tokens[i].dep == "prep" and tokens[i].lower in cue_words("beside") and cue.i < i <= first < clause
        for i in tokens[cue.i].children
    )
