"""Where the words of an instrument end: at the next clause, or at what is said about the signing."""

import re

from summitparse.instruments.nouns import find_heads
from summitparse.instruments.signing import making_verb
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, is_infinitive, phrase_at
from summitparse.language.tags import BASE
from summitparse.text.calendar import MONTH

_EVENT = (
    r"(?i:visit|talks|meeting|summit|ceremony|forum|session|trip|conference|congress|event|stay|week"
    r"|exhibition|show|palace|residence|hotel|headquarters|airport|chancellery|kremlin|town hall|city hall"
    r"|foreign office|state house|government house|mansion|castle|villa|embassy|chancery|guesthouse|premises"
    r"|ministry(?! level))"
)
_PROPER = r"[A-Z][\w’'-]+(?: (?:de |da |la |del )?[A-Z][\w’'-]+){0,2}"
_CUT = re.compile(
    r",? (?:in the presence of|in attendance|on the (?:sidelines|margins)|as a result of|in a ceremony|in front of"
    r"|into law\b|with (?:his|her|its|their) [^,;]{0,60}?\b(?:counterparts?|colleagues?)\b"
    r"|(?:following|after|upon|before) (?:the|their|these|those|bilateral|today|his|her|extensive|extended|one)\b"
    r"|took place\b|(?:was|were) held\b|ahead of\b|as (?:a|an|part of)\b|\(hereinafter\b"
    r"|for (?:its |the )?(?:[Ff]irst|[Ss]econd|[Tt]hird) [Rr]eading\b"
    r"|for (?:submission|introduction|ratification|consideration)\b|as soon as\b"
    r"|in (?:Parliament|the (?:Senate|House)\b)"
    r"|prior to\b|so as to\b|in order to\b|on behalf of\b"
    r"|under (?:which|whom)\b|in which\b|subject to\b|whereby\b"
    r"|within (?:a|the|one|two|three|six|\d+)\b|via (?:video|tele)"
    r"|by (?:the )?(?:end|year[’']s end)\b"
    rf"|during (?:the|his|her|their|a|an|today’s|today's|this) (?:[\w’'-]+ ){{0,8}}{_EVENT}\b"
    rf"|at (?:the|a|an|today’s|today's) (?:[\w’'-]+ ){{0,9}}{_EVENT}\b"
    rf"|(?:in {_PROPER} )?(?:this \w+day|today|tomorrow|yesterday|tonight|here|earlier|later|recently)\b|last \w+\b"
    r"|next (?:week|month|year|spring|summer|autumn|fall|winter|\w+day)\b"
    rf"|on (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b(?!(?:,? \d{{4}})? (?!following|during)[a-z]+ing\b)"
    r"|this (?:week|month|year|morning|afternoon|evening)\b"
    r"|as (?:[\w’'.-]+ ){1,6}looked on|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|, (?:which|who|whose|where|while|thereby|according|aimed|as part of|with|as|but|so|because|after|when|under"
    r"|thus|the latter|the former"
    r"|marking|paving|opening|setting|allowing|giving|ending|bringing|making|strengthening|raising|signall?ing"
    r"|creating|reflecting|providing|aiming|covering|calling|committing|designed|intended|directing|ensuring|authorizing"
    r"|in addition to|he|she|it|they|we|I|[Tt]he (?:\w+ ){1,4}(?:said|says|announced|told|noted|added|reported)"
    r"|[A-Z][\w’'-]+ (?:said|announced|told|noted|added))\b(?! well as)"
    r"|, to be\b|, (?:endowed|financed|funded) (?:by|with)\b|, (?:composed|consisting) of\b|, in (?:the|an) amount of\b"
    r"|, in force (?:since|from)\b|, negotiated (?:since|for|over)\b"
    r"|, (?:submitted|tabled|presented|proposed|drafted|prepared|initial+ed|inked|signed|adopted) (?:by|in|on|at|to)\b"
    r"|, (?:\w+ )?legislation (?:that|to|which)\b"
    r"|, (?:in|through|by|on|for|with|of) (?:which|whom)\b|, (?:worth|valued at|\d{1,3} (?:years|months))\b"
    r"|,[”\"] which\b|,? that (?:will|would|is|are|was|were|has|have|had|can|could|may|includes?|included"
    r"|provides|provided|allows|aims|seeks|sets|gives|gave|makes|made)\b"
)
_END_DATE = re.compile(
    r",? (?:(?:in|at) (?:the )?[A-Z][\w.’'-]+(?:,? [A-Z][\w.’'-]+){0,3},? )?on (?:\w+day,? )?"
    rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?$|,? in {MONTH}(?:,? \d{{4}})?$"
)
# So many words a subject has at the most.
_LONGEST_SUBJECT = 10
_GERUND = re.compile(r", (?!pertaining|relating|concerning|regarding|including)[a-z]{3,}ing (?=[a-z$\d])")


def cut_adjuncts(
    clean: str, line: list[Word], start: int, end: int, *, single: bool = False, noun_end: int | None = None
) -> int:
    """The position where the item `[start, end)` ends without "in the presence of …", ", which …", "on 3 May";
    a `single` instrument also without ", allocating …". "that …" behind another word than the instrument's noun, which
    ends before `noun_end`, stays."""
    end = next(filter(None, (_joins_verb(line, start, k) for k in range(start + 3, end))), end)
    base = line[start].start
    text = clean[base : line[end - 1].end]
    sealed = [(line[k].start - base, line[k].end - base) for k in range(start, end) if line[k].sealed]
    limit = len(text)
    for cut in _CUT.finditer(text):
        bracket = cut.group().lstrip(", ").startswith("(")
        tells = noun_end is not None and cut.group().startswith((" that ", " in which"))
        if noun_end is not None and tells and base + cut.start() > line[noun_end - 1].end:
            continue
        if bracket or not any(a <= cut.start() + 2 < b or a == cut.start() + 1 for a, b in sealed):
            limit = cut.start()
            break
    gerund = _GERUND.search(text, 0, limit) if single else None
    if gerund and not any(a <= gerund.start() + 2 < b for a, b in sealed):
        limit = gerund.start()
    dated = _END_DATE.search(text, max(0, limit - 120), limit)
    if dated and not any(a <= dated.start() + 2 < b for a, b in sealed):
        limit = dated.start()
    while end > start and line[end - 1].start >= base + limit:
        end -= 1
    while end > start and not line[end - 1].sealed:
        if line[end - 1].text not in ",;.:" and line[end - 1].lower not in vocabulary("trailing"):
            break
        end -= 1
    return end


def object_limit(line: list[Word], lo: int) -> int:
    """Where the object of an active verb ends at the latest: where the next clause or predicate begins."""
    semicolon = 0
    heads = find_heads(line, lo, min(len(line), lo + 24))
    led, begun = line[0].lower in vocabulary("leading"), _is_led(line, lo)
    for k in range(lo + 1, len(line)):
        word = line[k]
        if word.text == ";" and not word.sealed:
            semicolon = k
        if word.text in "”»" and not line[k - 1].sealed and not (k + 1 < len(line) and line[k + 1].sealed):
            return k  # the end of the speech that the verb stands in
        if word.text == '"' and not line[k - 1].sealed and sum(mark.text == '"' for mark in line[:k]) % 2:
            return k
        if word.lower in vocabulary("speaking") and not word.sealed:
            return _clause_start(line, lo, k)
        if joined := _joins_verb(line, lo, k):
            return joined  # "agreed to sign a treaty on ports and to adopt a plan"
        acts = word.finite and (led or (begun and word.lower not in vocabulary("auxiliaries")))
        comma = _comma(line, lo, k) if acts and not word.sealed else 0
        if comma:
            return comma  # "Following the signing of a treaty on ports, Minister Roe left"
        if not word.finite or word.sealed or (heads and _explains_another(line, heads[0].end, k)):
            continue
        if semicolon and not any(line[j].lower in vocabulary("relatives") for j in range(semicolon, k)):
            return semicolon
        before = line[k - 1]
        if before.text == "," and _has_subject(line, lo, k):
            return _subject_start(line, lo, k)
        if said := _said_behind(line, lo, k) or _further_clause(line, lo, k):
            return said
        joined = before.tag == "RB" and line[k - 2].joins  # "and thereby undertook to"
        if (
            joined
            or (word.lower in vocabulary("auxiliaries") and not word.is_capital)
            or before.text == ","
            or before.lower in vocabulary("before_verb")
        ):
            return _clause_start(line, lo, k)
        if any(line[j].lower in vocabulary("relatives") and not line[j].sealed for j in range(max(lo, k - 5), k)):
            return _clause_start(line, lo, k)
        if word.lower in vocabulary("completed") and k + 1 < len(line):
            if line[k + 1].lower in vocabulary("determiners") or line[k + 1].is_capital:
                return _subject_start(line, lo, k)
    return len(line)


def _is_led(line: list[Word], lo: int) -> bool:
    """Whether the object at `lo` stands before the sentence's verb, in "In adopting the decree, the Council …"."""
    opens = line[0].lower in vocabulary("prepositions") or any(word.text == "," for word in line[:lo])
    return opens and not any(word.finite or word.tag == BASE for word in line[:lo])


def _further_clause(line: list[Word], lo: int, k: int) -> int:
    """Where ", and the bank committed" begins, whose verb stands at `k`; 0 where a relative clause has the verb, or an
    instrument stands before it."""
    comma = _comma(line, max(lo, k - _LONGEST_SUBJECT), k)
    subject = line[comma + 2 : k]
    if not comma or not line[comma + 1].joins or not subject or line[k].lower in vocabulary("auxiliaries"):
        return 0
    if not (subject[0].is_capital or subject[0].lower in vocabulary("determiners")):
        return 0
    relative = any(word.lower in vocabulary("relatives") for word in subject)
    return 0 if relative or find_heads(line, comma + 2, k) else comma


def _joins_verb(line: list[Word], lo: int, k: int) -> int:
    """Where "and to …" or "and instruct …" goes on with the verb of the object, and not with what an instrument is to
    bring about; 0 where it does not."""
    link = k - 2 if phrase_at(line, k - 2, "and_to") else k - 1
    if line[k].sealed or not line[link].joins:
        return 0
    aims = any(is_infinitive(line, j) for j in range(lo + 1, k - 2))
    joins = (link < k - 1 and making_verb(line[k].lower)) or (line[k].tag == BASE and not aims)
    return link if joins else 0


def _comma(line: list[Word], lo: int, k: int) -> int:
    """The last comma before the verb; 0 where there is none."""
    return next((j for j in range(k - 1, lo, -1) if line[j].text == "," and not line[j].sealed), 0)


def _explains_another(line: list[Word], noun_end: int, k: int) -> bool:
    """Whether a verb stands in a clause such as "families who were forced to leave", about a noun that is not the
    instrument's own, which ends before `noun_end`, and not set off by a comma."""
    relative = next(
        (j for j in range(k - 1, max(noun_end, k - 4), -1) if line[j].lower in vocabulary("defining")), None
    )
    return relative is not None and line[relative - 1].tag.startswith("NN") and not line[relative].sealed


def _said_behind(line: list[Word], lo: int, k: int) -> int:
    """Where ", the Palace said." or ", the minister told reporters" begins, or 0."""
    behind = line[k + 1].lower if k + 1 < len(line) else "."
    said = line[k].lower in vocabulary("saying") and behind in vocabulary("reported")
    return _comma(line, max(lo, k - 14), k) if said or phrase_at(line, k, "told") else 0


def list_limit(line: list[Word], lo: int) -> int:
    """Where a list ends within its sentence: at a finite verb that no "which" or "that" before it explains."""
    relative = -9
    for k in range(lo + 1, len(line)):
        word = line[k]
        if word.sealed:
            continue
        if word.lower in vocabulary("relatives"):
            relative = k
        elif word.finite and word.lower in vocabulary("auxiliaries") and k - relative > 8:
            return _clause_start(line, lo, k)
    return len(line)


def _clause_start(line: list[Word], lo: int, k: int) -> int:
    for j in range(k, lo, -1):
        word = line[j]
        conjunction = word.lower in vocabulary("clause_links") and not phrase_at(line, j - 1, "no_clause_links")
        if not word.sealed and (word.text in ",;" or conjunction or word.lower in vocabulary("relatives")):
            while j > lo and (line[j - 1].text == "," or line[j - 1].lower in vocabulary("before_clause")):
                j -= 1
            return j
    return k


def _has_subject(line: list[Word], lo: int, k: int) -> bool:
    """ ", and the Minister of Trade, Jane Roe, signed …": a new subject with its apposition, and no instrument."""
    if phrase_at(line, k + 1, "agent"):
        return False
    start = _subject_start(line, lo, k)
    return line[start + 1].lower in vocabulary("parallel") and start < k - 2 and not find_heads(line, start + 2, k)


def _subject_start(line: list[Word], lo: int, k: int) -> int:
    """Where ", and the ministers of energy and trade signed …" begins."""
    for j in range(k - 1, max(lo, k - 16), -1):
        if line[j].text == "," and line[j + 1].lower in vocabulary("with_subject"):
            return j
    return _clause_start(line, lo, k)


def has_clause(line: list[Word], start: int, end: int) -> bool:
    """Whether a finite verb stands among the words, other than in a relative clause: then they name no instrument."""
    relative = -1
    for k in range(start, end):
        word = line[k]
        if word.sealed:
            continue
        if word.lower in vocabulary("relatives"):
            relative = k
        elif word.finite and (relative < 0 or k - relative > 8):
            return True
    return False
