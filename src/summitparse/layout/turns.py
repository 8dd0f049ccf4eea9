"""Speaker labels: "President of Russia Vladimir Putin:", "MR. SMITH:", "Q", "**Putin:**"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summitparse.lexicon import load

LONGEST = 160
_LABEL = re.compile(
    r"(?P<open>\\?\*{0,2}_{0,2}[\[(]?)(?P<label>[^\W_][^:：*\n]{0,158}?)(?P<shut>[\])]?\*{0,2}_{0,2})\s?[:：]\*{0,2}(?P<space>\s+|$|(?=[“\"]))"
)
_QUESTION = re.compile(r"(?P<open>\*{0,2})(?P<label>[QA])(?P<shut>\*{0,2})(?:\s*[:.]\*{0,2}|\s)\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_PAREN = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label that a line begins with: where its words are, and where what is said begins."""

    start: int
    end: int
    speech: int
    text: str


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in load("summitparse.layout", "labels").items()}


def read_label(text: str) -> Label | None:
    """A line's beginning that has the form of a label; `speaker_labels` tells from the whole text whether it is one."""
    found = _LABEL.match(text[: LONGEST + 20]) or _QUESTION.match(text)
    if not found:
        return None
    return Label(found.start("label"), found.end("label"), found.end(), found["label"].strip())


def speaker_labels(lines: Sequence[str], labels: Sequence[Label | None]) -> list[bool]:
    """For each line whether its label names a speaker: by its own form, or because it comes again, or because the
    name stands elsewhere in the text."""
    counts = Counter(label.text.casefold() for label in labels if label)
    sure = [bool(label and is_sure(label.text)) for label in labels]
    surnames = {label.text.split()[-1].casefold() for label, ok in zip(labels, sure, strict=True) if label and ok}
    small, names = vocabulary(lines, labels)
    answer = []
    for label, ok in zip(labels, sure, strict=True):
        if label and not ok and is_possible(label.text):
            words = label.text.split()
            last = words[-1].casefold()
            common = last.strip(".") in small
            again = counts[label.text.casefold()] > 1
            known = last in surnames or (label.text in names if len(words) > 1 else last in names)
            if label.text in ("Q", "A"):
                ok = counts["q"] > 1 or (counts["q"] == 1 and (any(sure) or counts["a"] > 0))
            elif label.text.isupper():
                ok = not common and (again or known or any(sure))
            else:
                ok = not common and (again or known or (any(sure) and len(words) > 1))
        answer.append(ok)
    return answer


def vocabulary(lines: Sequence[str], labels: Sequence[Label | None]) -> tuple[set[str], set[str]]:
    """Words that the text writes small, and capitalised words and pairs of them outside labels."""
    small: set[str] = set()
    names: set[str] = set()
    wanted = {label.text for label in labels if label and is_possible(label.text)}
    if not wanted:
        return small, names
    by_pair: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in wanted:
        by_pair[tuple(name.split()[-2:])].add(name)
    for line, label in zip(lines, labels, strict=True):
        words = _WORD.findall(line[label.speech :] if label else line)
        small.update(word for word in words if word.islower())
        names.update(word.casefold() for word in words if word[0].isupper())
        for pair in pairwise(words):
            names |= by_pair.pop(pair, set())
    return small, names


def core(label: str) -> list[str]:
    """The words of a label without what stands in brackets."""
    return _PAREN.sub(" ", label).replace(",", " ").split()


def is_sure(label: str) -> bool:
    """By form alone: a lexical label ("Question"), or a title with a name."""
    table = _lexicon()
    words = core(label)
    if not words or len(words) > 22:
        return False
    low = [word.casefold().strip(".") for word in words]
    if " ".join(low) in table["roles"]:
        return True
    if " ".join(low) in table["never"] or any(word in table["breakers"] for word in low):
        return False
    if not shaped_like_name(words):
        return False
    if low[0] in table["honorifics"] and len(words) > 1:
        return True
    return len(words) > 1 and any(word in table["titles"] for word in low[:-1]) and names_at_end(words)


def names_at_end(words: Sequence[str]) -> bool:
    last = words[-1]
    return last[0].isupper() and last.casefold().strip(".") not in _lexicon()["titles"]


def is_possible(label: str) -> bool:
    """A label that could be a name: a few capitalised words, none of them one that lists and notes begin with."""
    table = _lexicon()
    words = core(label)
    if label in ("Q", "A"):
        return True
    if not words or len(words) > 6:
        return False
    low = [word.casefold().strip(".") for word in words]
    if " ".join(low) in table["never"] or any(word in table["breakers"] or word in table["topics"] for word in low):
        return False
    return shaped_like_name(words) and not any(char.isdigit() for char in label)


def shaped_like_name(words: Iterable[str]) -> bool:
    """Capitalised words, and between them the small words of names and offices."""
    words = list(words)
    table = _lexicon()
    small = [word for word in words if not word[0].isupper()]
    return (
        words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word.casefold().strip(".,") in table["small"] or word.casefold() in table["titles"] for word in small)
    )
