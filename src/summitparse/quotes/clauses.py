"""Contents in words without marks of their own: clauses and phrases beside, before and around the cue."""

from collections.abc import Iterator

from summitparse.cues.ends import START, about_end, about_start, find_ends, find_starts, says_on
from summitparse.cues.features import DEP_CODE
from summitparse.cues.find import ACCORDING, ADJECTIVE, COLON, LONGEST, VERB, Cue, asking, cue_words, saying
from summitparse.cues.passages import BREAKS, Passage, trim
from summitparse.grammar.clauses import is_that
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, PRESENT, TENSED
from summitparse.quotes.candidate import AROUND, LEFT, RIGHT, SUBJECT, SUBJECT_RIGHT, Candidate, Part

# From a verb of asking to the "to" of what is asked stand no more tokens than this.
FARTHEST_DEED = 9
# And from a verb of saying to the verb of what is said without "that".
FARTHEST_CLAUSE = 9


def stretches_of_words(parse: Parse, passage: Passage, cue: Cue) -> Iterator[Candidate]:
    tokens = parse.tokens
    rights = _pairs(parse, passage, cue)
    yield from rights
    left = _part(tokens, cue.sentence_first, cue.left - 1)
    right = _part(tokens, cue.right + 1, cue.sentence_last)
    if left:
        for first, kind in _left_starts(tokens, cue, left[0]):
            if first <= left[1]:
                yield _plain(parse, passage, cue, LEFT, ((first, left[1]),), kind)
        if right and cue.kind != COLON:
            yield _plain(parse, passage, cue, AROUND, (left, right), 0)
    if right and cue.kind in (ACCORDING, VERB):
        yield _plain(parse, passage, cue, RIGHT, (right,), 9)
    if cue.subject >= 0 and cue.kind in (VERB, ADJECTIVE):
        subject = trim(tokens, parse.left_edge(cue.subject), min(parse.right_edge(cue.subject), passage.end - 1))
        if subject[0] <= subject[1] and not subject[0] <= cue.i <= subject[1] and subject[0] >= passage.first:
            yield _plain(parse, passage, cue, SUBJECT, (subject,), 0)
            seen = 0
            for candidate in rights:
                part = candidate.parts[0]
                if part[0] > max(cue.i, subject[1]) and seen < 6:
                    seen += 1
                    yield Candidate((subject, part), (SUBJECT_RIGHT, *candidate.features[1:]))


def _part(tokens: list[Token], first: int, last: int) -> Part | None:
    """The words before or behind the cue's own segment, to the edge of its sentence."""
    first, last = trim(tokens, first, last)
    return (first, last) if first <= last else None


def _left_starts(tokens: list[Token], cue: Cue, first: int) -> list[tuple[int, int]]:
    """Beginnings of what precedes the cue: of the sentence, after its conjunction, and after the last comma."""
    out = [(first, 0)]
    if tokens[first].tag == "CC":
        out.append((trim(tokens, first + 1, cue.left - 1)[0], 1))
    reach = range(cue.left - 2, max(first, cue.left - LONGEST), -1)
    last_comma = next((i for i in reach if tokens[i].text in BREAKS), None)
    if last_comma is not None:
        out.append((last_comma + 1, 3))
    return sorted(dict(reversed(out)).items())


def _pairs(parse: Parse, passage: Passage, cue: Cue) -> list[Candidate]:
    """Every likely beginning with every likely end to the right of the cue."""
    tokens = parse.tokens
    starts = find_starts(parse, passage, cue)
    if not starts:
        return []
    ends = find_ends(parse, passage, cue, min(starts))
    out = []
    for first, beginning in starts.items():
        for last, ending in ends.items():
            if last >= first and not _says_two_things(tokens, cue, first, last):
                parts, about_pair = (
                    ((first, last),),
                    _about_pair(parse, passage, cue, first, last, beginning, ending),
                )
                out.append(Candidate(parts, (RIGHT, *about_pair, *beginning, *ending)))
    return out


def _says_two_things(tokens: list[Token], cue: Cue, first: int, last: int) -> bool:
    """Whether "that … and stressed that …", "that … and voiced hope that …", "that … and urged them to …" or "that …,
    and said the port was open" would be one content."""
    joints = (i for i in range(first, min(last - 2, first + LONGEST)) if tokens[i].tag == "CC")
    return is_that(tokens[first]) and any(
        _says_next(tokens, i + 1, last) or _says_as_well(tokens, tokens[cue.i], i, last) for i in joints
    )


def _says_as_well(tokens: list[Token], cue: Token, joint: int, last: int) -> bool:
    """Whether a verb of saying in the tense of the cue goes on behind a comma and a conjunction, with a clause of its
    own."""
    verb = tokens[joint + 1]
    if tokens[joint - 1].text != "," or verb.tag != cue.tag or verb.tag not in TENSED or verb.lemma not in saying():
        return False
    return any(token.tag in FINITE for token in tokens[verb.i + 2 : min(last + 1, verb.i + FARTHEST_CLAUSE)])


def _says_next(tokens: list[Token], i: int, last: int) -> bool:
    """Whether a verb of saying or expressing stands here, and "that" behind it, or a verb of asking and "to"."""
    voices = tokens[i].tag in TENSED and tokens[i].lemma in cue_words("voicing")
    if (voices or says_on(tokens, i, last)) and any(is_that(t) for t in tokens[i + 1 : min(last, i + 4)]):
        return True
    asks = tokens[i].tag in TENSED | PRESENT and tokens[i].lemma in asking()
    return asks and any(t.tag == "TO" and t.dep == "aux" for t in tokens[i + 1 : min(last, i + FARTHEST_DEED)])


def _about_pair(
    parse: Parse,
    passage: Passage,
    cue: Cue,
    first: int,
    last: int,
    beginning: tuple[float, ...],
    ending: tuple[float, ...],
) -> tuple[float, ...]:
    tokens = parse.tokens
    a, b = passage.stretch_at(first), passage.stretch_at(last)
    same = 0
    for child in tokens[cue.i].children:
        if child > cue.i and parse.left_edge(child) == first:
            same = DEP_CODE.get(tokens[child].dep, 0) if parse.right_edge(child) == last else -1
            break
    cut = (a >= 0 and passage.quoted[a].first < first) + (b >= 0 and passage.quoted[b].last > last) * 2
    whole = sum(1 for q in passage.overlapping(first, last) if q.first >= first and q.last <= last)
    exact = a >= 0 and a == b and passage.quoted[a].first == first and passage.quoted[a].last - last <= 1
    finite = sayings = 0
    for token in tokens[first : min(last, first + 40) + 1]:
        if token.tag in FINITE:
            finite += 1
            if token.lemma in saying():
                sayings += 1
    before = after = -1
    if passage.quoted:
        contained = [
            q
            for q in passage.overlapping(first, last + 1)
            if q.first >= first - 1 and q.outer_first <= last and q.last <= last + 1
        ]
        if contained:
            before, after = contained[0].outer_first - first, last - contained[-1].outer_last
    return (
        last - first + 1, same, cut, whole, exact, finite, sayings, beginning[1] and ending[1], before, after,
    )  # fmt: skip


def _plain(parse: Parse, passage: Passage, cue: Cue, mode: int, parts: tuple[Part, ...], kind: int) -> Candidate:
    first, last = parts[0][0], parts[-1][1]
    beginning = (float(kind), *(0.0,) * (START - 1))
    ending = about_end(parse.tokens, passage, cue, last, 0)
    about = _about_pair(parse, passage, cue, first, last, beginning, ending)
    beginning = (
        float(kind),
        float(cue.left - parts[0][1]),
        float(parts[0][1] - parts[0][0] + 1),
        float(len(parts)),
        float(parts[-1][1] - parts[-1][0] + 1),
        *about_start(parse.tokens, passage, cue, first, first, 0, "")[-7:],
        *(0.0,) * 5,
    )
    return Candidate(parts, (mode, *about, *beginning, *ending))
