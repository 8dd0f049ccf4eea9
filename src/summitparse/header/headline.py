"""Headlines: what one looks like, over which lines it is broken, and which lines above it only name an office."""

import re
from collections.abc import Sequence
from functools import cache

from summitparse.header.place import is_dateline, opens_with_dateline
from summitparse.header.publication import read_stamp
from summitparse.lexicon import load
from summitparse.lines.forms import form
from summitparse.lines.furniture import is_byline, is_furniture
from summitparse.lines.labels import QUESTION_AND_ANSWER, is_sure, read_label
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence, fills

LONGEST_TITLE = 400
MOST_WORDS = 60
# A line of fewer words below a headline may be the heading of a part.
LEAST_DECK = 8
# So many words has what somebody says in a headline, at least: "Roe: Roads will link us".
LEAST_SAID = 3
_WORD = re.compile(r"\w+")
# A headline that was cut short ends with them.
_CUT = ("…", "...")


def content(text: str) -> frozenset[str]:
    """The words of a headline; the last one of a cut one ("harb…") is none."""
    words = _WORD.findall(text.casefold())
    return frozenset(words[:-1] if text.rstrip().endswith(_CUT) else words)


@cache
def function_words() -> frozenset[str]:
    """Words that no line of sense ends with."""
    return frozenset(load("summitparse.layout", "words")["function"])


@cache
def _office_words() -> frozenset[str]:
    return frozenset(load("summitparse.layout", "offices")["words"])


@cache
def _kinds() -> tuple[str, ...]:
    table = load("summitparse.layout", "offices")
    return (*table["kinds"], *table["services"])


@cache
def _happenings() -> frozenset[str]:
    return frozenset(load("summitparse.layout", "offices")["happenings"])


@cache
def tellings() -> frozenset[str]:
    """Verbs of headlines, without what may stand in a name or a motto ("your gateway to …")."""
    return frozenset(load("summitparse.layout", "offices")["tellings"]) - _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load("summitparse.layout", "offices")["small"])


def is_office(text: str) -> bool:
    """`Ministry of Harbours`, `European Commission`: a short line that names who publishes and says nothing."""
    kind = form("kind.of-office").match(text)
    text = form("acronym.behind-name").sub("", text[kind.end() :] if kind else text)
    words = [word.strip(",()").casefold() for word in text.split()]
    if not 1 <= len(words) <= 10 or ":" in text or ends_sentence(text):
        return False
    if len(words) <= 6 and text.casefold().endswith(_kinds()):
        return True
    if any(word.islower() and word.strip(",()") not in _small_words() for word in text.split()):
        return False
    if _tells(words):
        return False
    first = next((word for word in words if word != "the"), "")
    return first in _office_words() or (len(words) <= 6 and words[-1] in _office_words())


def _tells(words: Sequence[str]) -> bool:
    """Is something said to happen, by a verb ("… receives the delegation") or with a word for what it is about or at
    the end ("Meeting of the Commission"), and not only in a name ("Election Commission")?"""
    return not tellings().isdisjoint(words) or any(
        word in _happenings() and after in _small_words() for word, after in zip(words, [*words[1:], "of"], strict=True)
    )


def looks_like_title(lines: Sequence[Line], i: int, width: int | None) -> bool:
    """Short, no full stop at its end, a hard break after it and text below; `width` is where the text is wrapped."""
    if i + 1 >= len(lines):
        return False
    text, after = lines[i].text, lines[i + 1]
    words = text.split()
    short = len(words) < 2 and not stands_alone(text)
    if len(text) > LONGEST_TITLE or short or len(words) > MOST_WORDS or form("no-headline-end").search(text):
        return False
    if is_dateline(text) or (names_speaker(text) and not _heads_report(lines, i)):
        return False
    if after.gap == 0 and (
        after.text[0].islower()
        or words[-1].casefold() in function_words()
        or (width and len(text) <= width + 10 and len(text) + 1 + len(after.text.split(maxsplit=1)[0]) > width)
    ):
        return set_alone(lines, i)
    if form("headline.markup").match(text):
        return True
    return text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'"


def is_deck(lines: Sequence[Line], i: int, end: int, width: int | None) -> bool:
    """A second headline in the lines before `end`, apart from the first one and from the paragraph below it."""
    body, last = lines[end], lines[end - 1].text
    told = ends_sentence(body.text) and len(body.text) > len(last) and not body.text[0].islower()
    # Above "1." stand whom a speech greets and what a picture shows, above a label who asks.
    listed = form("marker").match(last) or form("marker").match(body.text) or read_label(body.text)
    apart = bool(lines[i].gap and body.gap) and looks_like_title(lines, end - 1, width) and not listed
    return told and apart and not is_office(last) and len(last.split()) >= LEAST_DECK and not ends_sentence(last)


def stands_alone(text: str) -> bool:
    """Is the one word a headline: `COMMUNIQUÉ`?"""
    return text.casefold() in load("summitparse.layout", "offices")["alone"]


def continues_capitals(above: Line, line: Line) -> bool:
    """A line in capitals that goes on with the one above it: `OF THE JOINT COMMISSION`."""
    goes = line.gap == 0 and line.text.split()[0].casefold() in function_words()
    return goes and above.text.isupper() and line.text.isupper()


def _heads_report(lines: Sequence[Line], i: int) -> bool:
    """Is what the line says told below: a report opens below it, or a date stands right above it?"""
    text, after = lines[i].text, lines[i + 1]
    if not after.gap:
        return False
    stamp = read_stamp(lines[i - 1]) if i and lines[i].gap else None
    said = len(text.partition(":")[2].split()) >= LEAST_SAID
    return opens_report(after) or bool(said and stamp and stamp.date and not names_speaker(after.text))


def opens_report(line: Line) -> bool:
    """A publication line, or a dateline: what stands above it is told below, "Jane Roe: Peace is near" too."""
    stamp = read_stamp(line)
    return opens_with_dateline(line.text) or bool(stamp and stamp.date)


def names_speaker(text: str) -> bool:
    label = read_label(text)
    return opens_turn(text) or bool(label and label.text in QUESTION_AND_ANSWER)


def opens_turn(text: str) -> bool:
    """A speaker's label; `WATCH:` and `Photo release:` are none."""
    label = read_label(text)
    return bool(label and is_sure(label.text)) and not has_form(text)


def has_form(text: str) -> bool:
    """Does the line say before a colon what kind of text it heads?"""
    return text.partition(":")[0].casefold() in load("summitparse.layout", "offices")["forms"]


def set_alone(lines: Sequence[Line], i: int) -> bool:
    """Are there at most three lines before the next blank line, so that a headline may be wrapped?"""
    end = i + 1
    while end < len(lines) and end - i < 4 and lines[end].gap == 0:
        end += 1
    if end >= len(lines) or end - i == 4 or ends_sentence(lines[end - 1].text):
        return False
    return not lines[end].text[0].islower() and lines[end - 1].text.split()[-1].casefold() not in function_words()


def title_end(lines: Sequence[Line], i: int, width: int | None, before: int | None = None) -> int:
    """Where a headline that begins in line `i` ends, with the lines that it is broken over; `before` is a line that
    it cannot reach, `width` where the text is wrapped."""
    end = i + 1
    limit = min(len(lines), before if before is not None else i + 4)
    while end < limit and lines[end].gap == 0 and goes_on(lines, end):
        end += 1
    return max(end, wrapped_end(lines, i, width, limit, stamped=limit == before))


def wrapped_end(lines: Sequence[Line], i: int, width: int | None, limit: int, *, stamped: bool) -> int:
    """The same in a text wrapped at a width: every line but the last ends where the next word did not fit, and what
    ends the lines that stand together is no sentence. Right above the publication line it may be one."""
    end = i + 1
    while end < limit and lines[end].gap == 0:
        above, line = lines[end - 1], lines[end]
        if not width or len(above) > width + 2 or not fills(above, line, width) or is_byline(line.text):
            return i + 1
        end += 1
    if ends_sentence(lines[end - 1].text) and not (stamped and end == limit):
        return i + 1
    return end


def goes_on(lines: Sequence[Line], i: int) -> bool:
    """Does a headline go on from the line above, which is no sentence and ends in a comma or a small word?"""
    if i + 1 < len(lines) and continues_capitals(lines[i], lines[i + 1]) and lines[i - 1].text.isupper():
        return True  # "REMARKS BY JANE ROE" / "PRESIDENT OF ARVENIA" / "AT THE OPENING …"
    if continues_capitals(lines[i - 1], lines[i]):
        return True
    above, line = lines[i - 1].text, lines[i].text
    if ends_sentence(above) or is_byline(line) or is_furniture(line):
        return False
    return line[0].islower() or above.endswith(",") or above.split()[-1].casefold() in function_words()


def without_markup(first: Line, last: Line) -> tuple[int, int]:
    """Start and end of a headline over these lines, without Markdown's marks."""
    start, end = first.start, last.end
    mark = form("headline.markup").match(first.text)
    if mark:
        start += mark.end()
        while end > max(start, last.start) and last.text[end - last.start - 1] in "*_ #":
            end -= 1
    return (start, end) if start < end else (first.start, last.end)
