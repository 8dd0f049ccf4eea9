"""Where a content begins and ends that was chosen too long: behind whom it was said to, behind the name of who says it,
and before what the speaker does next."""

from dataclasses import replace

from summitparse.actors import can_speak
from summitparse.cues.find import ACCORDING, VERB, Cue, cue_words, saying
from summitparse.cues.passages import MARKS
from summitparse.grammar.clauses import governed, is_that
from summitparse.language.parse import Parse
from summitparse.language.reporting import behind_comma
from summitparse.language.tags import DESCRIBING, FINITE, SUBJECTS, TENSED
from summitparse.quotes.candidate import Candidate
from summitparse.quotes.reject import office_words

# A name between commas has so many words at most.
_LONGEST_NAME = 6


def begun(parse: Parse, cue: Cue, content: Candidate) -> Candidate:
    """The content without words at its beginning that are none of it; the same where there are none."""
    (first, last), *others = content.parts
    start = _at_that(parse, cue, _behind_addressee(parse, cue, first), last) if cue.kind == VERB else first
    if cue.kind == ACCORDING:
        start = _behind_name(parse, first)
    return replace(content, parts=((start, last), *others)) if first < start <= last else content


def ended(parse: Parse, cue: Cue, content: Candidate) -> Candidate:
    """The content without what its speaker does next: "noted that trade had grown, touched upon the works"."""
    *others, (first, last) = content.parts
    commas = (behind_comma(parse.tokens, parse.tokens[i]) for i in parse.tokens[cue.i].children if _is_next(parse, i))
    end = next((comma for comma in commas if comma is not None and first < comma <= last), None)
    return content if end is None else replace(content, parts=(*others, (first, end - 1)))


def before_speaker(parse: Parse, cue: Cue, content: Candidate) -> Candidate:
    """The content without who says it, whom the parser took for another name of what stands before: "was passed by
    Parliament, the minister, Jane Roe, said". Where it found her alone, only an office goes with her."""
    tokens = parse.tokens
    *others, (first, last) = content.parts
    if cue.kind != VERB or tokens[cue.i].lemma not in saying() or content.runs or last > cue.i:
        return content
    subjects = [parse.left_edge(i) for i in tokens[cue.i].children if tokens[i].dep in SUBJECTS]
    if any(i != last + 2 for i in subjects):
        return content
    beside = [t for t in tokens[first + 1 : last + 1] if t.dep == "appos" and can_speak(t)]
    starts = [parse.left_edge(t.i) for t in beside if not subjects or t.lower in office_words()]
    start = next((i for i in starts if i - 1 > first and tokens[i - 1].text == ","), None)
    if start is None or any(t.tag in FINITE for t in tokens[start : last + 1]):
        return content
    return replace(content, parts=(*others, (first, start - 2)))


def _is_next(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.tag in TENSED and token.dep == "conj"


def _behind_addressee(parse: Parse, cue: Cue, first: int) -> int:
    """ "emphasised to Minister Doe the importance of talks": what he was told."""
    tokens = parse.tokens
    to = tokens[first - 1] if first else tokens[first]
    after = parse.right_edge(to.i) + 1
    if governed(parse, to) is None or tokens[first].pos != "PROPN" or after >= len(tokens):
        return first
    told = to.head == cue.i and tokens[cue.i].lemma in saying()
    return after if told and tokens[after].pos in DESCRIBING else first


def _at_that(parse: Parse, cue: Cue, first: int, last: int) -> int:
    """ "told those in the hall that talks go on", "voiced hope that talks go on": what is told begins at "that"."""
    tokens = parse.tokens
    felt = tokens[cue.i].lemma in cue_words("voicing") and tokens[first].lemma in cue_words("feelings")
    if first < cue.i or not (felt or tokens[cue.i].lemma in cue_words("telling")):
        return first
    before = next((i for i in range(first, last) if tokens[i].tag in FINITE), last)
    return next((i for i in range(first, before) if is_that(tokens[i]) and tokens[i].dep == "mark"), first)


def _behind_name(parse: Parse, first: int) -> int:
    """ "according to the President, Jane Roe, “…”": the name goes with the office."""
    tokens = parse.tokens
    end = first
    while end < min(len(tokens) - 2, first + _LONGEST_NAME) and tokens[end].pos == "PROPN":
        end += 1
    named = end - first > 1 and tokens[first - 1].text == "," and tokens[end].text == ","
    return end + 2 if named and tokens[end + 1].text in MARKS else first
