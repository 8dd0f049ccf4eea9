"""Which lines of a text open a speaker's turn: by the form of their label, because it comes again, or because others
look like it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from summitparse.findings import Span
from summitparse.layout.house_styles import house_labels, sure_by_style
from summitparse.lexicon import load
from summitparse.lines.labels import (
    QUESTION_AND_ANSWER,
    WORD,
    Label,
    is_possible,
    is_sure,
    labels_of,
    read_label,
    read_role,
    shaped_like_name,
)
from summitparse.lines.read import Line
from summitparse.text.signs import STOPS

# The share of capitalised words in a headline, and in one that ends like a sentence.
_CAPITALS, _CAPITALS_OF_SENTENCE = 0.6, 0.8
# A label may be broken over this many lines.
MOST_ROWS = 3


def find_labels(plain_text: str, lines: Sequence[Line], free: Sequence[bool]) -> list[Label | None]:
    """The speaker label that each line begins with, if it is one: by its own form, or because it comes again, or
    because the name stands elsewhere in the text. Only lines that are `free` are looked at."""
    read = [read_label(line.text, line.start) if ok else None for line, ok in zip(lines, free, strict=True)]
    styled = house_labels(lines, free)
    read = [label or other for label, other in zip(read, styled, strict=True)]
    alike = sure_by_style(lines, read)
    sure = [bool(label and (other or is_sure(label.text))) for label, other in zip(read, alike, strict=True)]
    sure = [ok or label is not None for ok, label in zip(sure, styled, strict=True)]
    for i in range(len(lines) - 1):
        label = read[i]
        longer = broken_label(plain_text, lines, free, read, i)
        if longer:
            read[i : i + longer.rows] = [longer, *[None] * (longer.rows - 1)]
            sure[i : i + longer.rows] = [sure[i] or not label] + [False] * (longer.rows - 1)
    accepted = accept(lines, read, sure)
    if not somebody_speaks(lines, read, accepted):
        accepted = [False] * len(lines)
    first = next((i for i, ok in enumerate(free) if ok), 0)
    if lines and accepted[first] and is_headline(lines[first], read[first]):
        accepted[first] = False
    labels = [label if ok else None for label, ok in zip(read, accepted, strict=True)]
    known = {label.text for label in labels if label}
    for i in range(1, len(lines)):
        label = labels[i]
        if label and label.rows == 1 and free[i - 1] and not labels[i - 1] and not lines[i].gap:
            longer = begun_above(lines[i - 1], label, known)
            if longer:
                labels[i - 1 : i + 1] = [longer, None]
    return labels


def somebody_speaks(lines: Sequence[Line], read: Sequence[Label | None], accepted: Sequence[bool]) -> bool:
    """Do those who are named say something to somebody? A list of names with a colon ("Jane Roe: candidate for …")
    looks like a transcript, but has no "we", no "you" and no quotation marks."""
    speech = labels_of("speech")
    named = speaking = 0
    for i, label in enumerate(read):
        if label and accepted[i]:
            rest = lines[i].text[max(0, label.speech - lines[i].start) :] if label.rows == 1 else ""
            said = " ".join([rest, *(line.text for line in lines[i + 1 : i + 4])])[:600]
            named += 1
            speaking += (
                label.text in QUESTION_AND_ANSWER
                or read_role(label)
                or "?" in said
                or said.lstrip()[:1] in tuple('“"‘—–…')
                or any(word.casefold().rstrip(".") in speech for word in WORD.findall(said))
            )
    return speaking >= 0.5 * named


def begun_above(above: Line, label: Label, known: Collection[str]) -> Label | None:
    """The label with the line above it, where its name or office begins there: "Xi" / "Jinping: …"."""
    words = above.text.split()
    if (
        len(words) > 8
        or words[-1].endswith(STOPS)
        or words[-1][-1] in ":,"
        or not shaped_like_name(words, open_end=True)
    ):
        return None
    whole = f"{' '.join(words)} {label.text}"
    if whole in known or len(label.text.split()) == 1 or ((len(words) == 1 or may_open(words)) and is_sure(whole)):
        return Label(Span(above.start, label.span.end), label.speech, whole, 2)
    return None


def is_headline(line: Line, label: Label | None) -> bool:
    """`Jane Roe: We Have Agreed on All`: capitalised words behind the colon of a first line."""
    if label is None or read_role(label) or label.text.isupper():
        return False
    said = line.text[label.speech - line.start :]
    least = _CAPITALS_OF_SENTENCE if "?" in said or said.endswith(".") else _CAPITALS
    capital = [word[0].isupper() for word in WORD.findall(said) if len(word) > 3]
    return sum(capital) >= least * len(capital) and len(capital) > 2


def broken_label(
    plain_text: str, lines: Sequence[Line], free: Sequence[bool], read: Sequence[Label | None], i: int
) -> Label | None:
    """A label that begins in line `i` and ends in one of the next: "President of Russia" / "Vladimir Putin: …"."""
    words = lines[i].text.split()
    if not free[i] or read[i] or len(lines[i]) > 120 or not words[0][0].isupper() or not may_open(words):
        return None
    if words[-1].endswith(STOPS):
        return None
    for rows in range(2, MOST_ROWS + 1):
        last = i + rows - 1
        if last >= len(lines) or not free[last] or lines[last].gap:
            return None
        text = plain_text[lines[i].start : lines[last].end].replace("\n", " ")
        label = read_label(text, lines[i].start)
        # "… Jane Roe" / "(retranslated): …": words of the label or only what stands in brackets behind them
        if label and label.speech > lines[last].start and is_sure(label.text):
            return Label(label.span, label.speech, label.text, rows)
        if label or ":" in lines[last].text:
            return None
    return None


def may_open(words: Sequence[str]) -> bool:
    """Could these words be the first of an office with a name?"""
    low = [word.casefold().strip(".,") for word in words]
    if any(word in labels_of("titles") or word in labels_of("honorifics") for word in low) and shaped_like_name(
        words, open_end=True
    ):
        return True
    # As in `shaped_like_name`, other nouns may stand behind an office; the whole label decides.
    small = [word for word in words if word.islower()]
    office = low[0] in labels_of("titles") and len(words) > 3
    return office and not any(word in labels_of("breakers") or word.endswith("ed") for word in small)


def accept(lines: Sequence[Line], read: Sequence[Label | None], sure: Sequence[bool]) -> list[bool]:
    """Which labels name a speaker."""
    counts = Counter(label.text.casefold() for label in read if label)
    possible = [bool(label and not ok and is_possible(label.text)) for label, ok in zip(read, sure, strict=True)]
    words = Vocabulary(lines, [label if maybe else None for label, maybe in zip(read, possible, strict=True)])
    answer = list(sure)
    for i, label in enumerate(read):
        if label and possible[i]:
            answer[i] = counts[label.text.casefold()] > 1 and comes_again(label.text, counts, words)
    surnames = {label.text.split()[-1].casefold() for label, ok in zip(read, answer, strict=True) if label and ok}
    for i, label in enumerate(read):
        if label and possible[i] and not answer[i]:
            name = label.text.split()
            answer[i] = (
                name[-1].casefold() in surnames
                or (len(name) > 1 and label.text in words.titled)
                or (bool(surnames) and label.text.casefold() in agencies())
                or (bool(surnames) and not words.common(name) and (len(name) > 1 or label.text.isupper()))
            )
    return answer


def comes_again(label: str, counts: Counter[str], words: "Vocabulary") -> bool:
    if label in QUESTION_AND_ANSWER:
        return counts["q"] > 1
    return not words.common(label.split()) or (len(label.split()) > 1 and label.isupper())


def agencies() -> Collection[str]:
    """Who asks at a press conference is often named by the agency alone."""
    return frozenset(load("summitparse.layout", "agencies")["names"])


class Vocabulary:
    """Words that the text writes small, and names of labels that stand elsewhere after a title ("President X Y")."""

    def __init__(self, lines: Sequence[Line], labels: Sequence[Label | None]) -> None:
        self.small: set[str] = set()
        self.titled: set[str] = set()
        by_name: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for label in labels:
            if label and len(label.text.split()) > 1:
                by_name[tuple(label.text.split()[-2:])].add(label.text)
        if not any(labels):
            return
        titles = labels_of("titles")
        for line, label in zip(lines, labels, strict=True):
            words = WORD.findall(line.text[label.speech - line.start :] if label else line.text)
            self.small.update(word for word in words if word.islower())
            for i, pair in enumerate(pairwise(words)):
                if pair in by_name and i and words[i - 1].casefold() in titles:
                    self.titled |= by_name.pop(pair)

    def common(self, words: Iterable[str]) -> bool:
        """Does the text write one of the words small? Then it is no name."""
        return any(word.casefold().strip(".,") in self.small for word in words)
