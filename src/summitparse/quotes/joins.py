"""Which stretches in marks are no one quotation: a reply has a cue of its own, and a name or title in marks only goes
with what is said ("“…,” said Ilva Daren, author of “My River”")."""

from collections.abc import Sequence

from summitparse.cues.find import LONGEST_RELAY, VERB, Cue, cue_words, quoted_by_others, saying
from summitparse.cues.passages import ENDS, POINTS, Passage, Quoted
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE
from summitparse.quotes.candidate import Candidate
from summitparse.quotes.runs import is_name

# A reporting clause behind quoted words has its verb among so many tokens.
_REPORT = 14
# What is held at arm's length or called by name has no more words than this.
_LONGEST_NAME = 7
# Longer quotations the scorers know well enough.
_LONGEST_REPLY = 6
_ENDS_SPEECH = frozenset(",!?…—–-")
# Between two names in marks.
_LINKS = frozenset({"CC", ","})
_CALLED = ("NN", "JJ", "DT", "POS", "CD")
_BEFORE_NAME = ("NN", "JJ", "DT", "IN", "PR", "VBN", "CD")


def are_apart(parse: Parse, passage: Passage, cue: Cue, runs: Sequence[int]) -> bool:
    """Whether stretches (positions in `passage.quoted`) cannot be what one cue introduces."""
    quoted = [passage.quoted[k] for k in runs]
    tokens = parse.tokens
    if any(_is_anothers(tokens, passage, cue, q) for q in quoted):
        return True
    named = [is_mentioned(tokens, passage, q) for q in quoted]
    return any(named) and not all(named)


def is_mentioned(tokens: Sequence[Token], passage: Passage, quoted: Quoted) -> bool:
    """Whether a noun or a preposition stands right before a few words in marks without a finite verb: a name, a title,
    a word held at arm's length."""
    before = quoted.outer_first - 1
    if before < passage.first or not tokens[before].tag.startswith(_BEFORE_NAME):
        return False
    words = tokens[quoted.first : quoted.last + 1]
    return len(words) <= _LONGEST_NAME and not any(word.tag in FINITE for word in words)


def names_work(tokens: Sequence[Token], passage: Passage, quoted: Quoted) -> bool:
    """Whether words in marks are what the words before them are called: "the film “The Long Night”", "the “Clean
    Rivers” fund", "the ships ‘Heron’ and ‘Gull’", but not "the words “Long Night”"."""
    while quoted.outer_first > passage.first:
        token = tokens[quoted.outer_first - 1]
        if _is_called(tokens, passage, quoted, token):
            return True
        if not is_name(tokens, quoted):
            return False
        if token.tag.startswith(_CALLED):
            return token.lemma not in cue_words("worded")
        joined = token.tag in _LINKS and token.i > passage.first
        last = passage.stretch_at(token.i - 1) if joined else -1
        if last < 0:
            return joined and _is_apposed(tokens, passage, quoted)
        quoted = passage.quoted[last]
    return False


def _is_called(tokens: Sequence[Token], passage: Passage, quoted: Quoted, prior: Token) -> bool:
    """ "alias “Shadow”", "also known as “the game”": a few words without a finite verb."""
    first = tokens[prior.i - 1] if prior.pos == "ADP" and prior.i > passage.first else prior
    words = tokens[quoted.first : quoted.last + 1]
    short = len(words) <= _LONGEST_NAME and not any(word.tag in FINITE for word in words)
    return short and first.lower in cue_words("naming")


def _is_apposed(tokens: Sequence[Token], passage: Passage, quoted: Quoted) -> bool:
    """ "two ships, “Heron” and “Gull”, came"."""
    noun, behind = quoted.outer_first - 2, quoted.outer_last + 1
    between = noun >= passage.first and behind < passage.end
    return between and tokens[noun].pos == "NOUN" and tokens[behind].tag in _LINKS


def holds_terms(tokens: Sequence[Token], passage: Passage, cue: Cue, quoted: Sequence[Quoted]) -> bool:
    """Whether a verb that is none of saying only has terms in marks in its clause: "offered a concept called “…”"."""
    token = tokens[cue.i]
    if cue.kind != VERB or token.lemma in saying():
        return False
    return all(is_mentioned(tokens, passage, q) for q in quoted)


def _is_anothers(tokens: Sequence[Token], passage: Passage, cue: Cue, quoted: Quoted) -> bool:
    """Whether a reporting clause of its own follows the stretch, in another sentence than the cue: "“…,” Brandt said.
    “Gladly,” Daren replied."."""
    between = tokens[cue.i : quoted.outer_first] if quoted.first > cue.i else tokens[quoted.outer_last : cue.i]
    apart = any(token.text in ENDS for token in between if passage.stretch_at(token.i) < 0)
    return apart and reports(tokens, passage, quoted) is not None


def stands_beside(parse: Parse, passage: Passage, cue: Cue, content: Candidate) -> bool:
    """Whether a content is the one stretch in marks that the cue's clause stands right behind: "“Good,” she said."."""
    tokens, quoted = parse.tokens, passage.quoted[content.runs[0]] if content.runs else None
    if quoted is None or len(content.runs) != 1 or quoted.first > cue.i:
        return False
    before = quoted.outer_first - 1
    led_in = before >= passage.first and (tokens[before].text not in POINTS or tokens[before].text == ",")
    if led_in or not tokens[quoted.first].text[0].isupper():  # "the plan “…,” she said"
        return False
    verb = reports(tokens, passage, quoted)
    relayed = quoted_by_others(parse, parse.tokens[cue.i]) >= 0
    if not relayed and quoted.last - quoted.first > _LONGEST_REPLY:
        return False
    return verb is not None and (verb == cue.i or (relayed and verb < cue.i <= verb + LONGEST_RELAY))


def reports(tokens: Sequence[Token], passage: Passage, quoted: Quoted) -> int | None:
    """The verb of saying in the clause right behind quoted words that end in a comma, "?" or "!"."""
    first = quoted.outer_last + 1
    ends = tokens[quoted.last].text in _ENDS_SPEECH or (first < len(tokens) and tokens[first].text == ",")
    if not ends:
        return None
    for i in range(first, min(passage.end, first + _REPORT)):
        token = tokens[i]
        if passage.stretch_at(i) >= 0 or token.text in ENDS or (token.text in ",;:" and i > first):
            return None
        if token.pos == "VERB" and token.lemma in saying() | cue_words("replying") and token.tag in FINITE:
            return i
    return None
