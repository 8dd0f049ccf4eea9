"""What has the form of a speaker label: "President of Russia Vladimir Putin:", "MR. SMITH:", "Q", "**Putin:**",
"Moderator (translated):"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.lexicon import load
from summitparse.lines.forms import form

LONGEST = 180
# "(replying to a question)" after the colon is the transcript's, not the speaker's.
DIRECTION = re.compile(r"\s*(?:\([^()\n]{3,120}\)\s+(?=[^\W\d_]|[“\"‘]))?")
QUESTION_AND_ANSWER = frozenset({"Q", "A"})
ASKING = frozenset({"question", "q", "journalist", "reporter", "correspondent"})
WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label: where its words are, where what is said begins, over how many lines it goes."""

    span: Span
    speech: int
    text: str
    rows: int = 1


def labels_of(section: str) -> frozenset[str]:
    """A list of lexicon/labels.toml."""
    return _lexicon()[section]


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in load("summitparse.layout", "labels").items()}


def read_label(text: str, start: int = 0) -> Label | None:
    """A line's beginning that has the form of a label; `find_labels` tells from the whole text whether it is one."""
    head = text[:LONGEST]
    question = form("label.question").match(text)
    found = form("label").match(head) if ":" in head or "：" in head else None
    if question and (found is None or (text[1:2].isdigit() and text[question.end() - 1] in ":.")):  # "Q1: …"
        found = question
    if not found or (text[0] in '"“' and not found["label"].isupper()):
        return None  # a transcript that is quoted as a whole has a mark before each label; no other label has one
    direction = DIRECTION.match(text, found.end())
    assert direction
    first, text = found.start("label"), found["label"].rstrip()
    if named := _named_behind(head, found):
        first, text = named.start("label"), named["label"]
    span = Span(start + first, start + first + len(text))
    return Label(span, start + direction.end(), " ".join(text.split()))


def _named_behind(head: str, found: re.Match[str]) -> re.Match[str] | None:
    """The name in brackets behind one who asks or an office."""
    words = [word.casefold() for word in core(found["label"])]
    if " ".join(words) in ASKING:
        return form("label.asker").match(head, found.end("label"))
    return None


def read_role(label: Label | None) -> bool:
    return bool(label and " ".join(core(label.text)).casefold() in _lexicon()["roles"])


def begins_entry(text: str) -> bool:
    """`Jane Roe: candidate …`: the form of a label, whether somebody speaks there or not."""
    label = read_label(text)
    return bool(label and (is_sure(label.text) or is_possible(label.text)))


def core(label: str) -> list[str]:
    """The words of a label."""
    return label.replace(",", " ").split()


def is_sure(label: str) -> bool:
    """By form alone: a lexical label ("Question"), or a title with a name."""
    table = _lexicon()
    words = core(label)
    if not words or len(words) > 22:
        return False
    low = [word.casefold().strip(".") for word in words]
    if " ".join(low) in table["roles"] or (len(low) > 2 and low[0] in ASKING and low[1] in table["asking_from"]):
        return True
    if " ".join(low) in table["never"] or any(word in table["breakers"] for word in low):
        return False
    if not shaped_like_name(words):
        return False
    if low[0] in table["honorifics"] and len(words) > 1:
        return True
    if name_with_office(label):
        return True
    return len(words) > 1 and any(word in table["titles"] for word in low[:-1]) and names_at_end(words)


def name_with_office(label: str) -> bool:
    """`Jane Roe, Official Spokesperson`"""
    name, _, office = label.partition(", ")
    capital = [word[0].isupper() for word in name.split()]
    return 2 <= len(capital) <= 4 and all(capital) and any(w.casefold() in _lexicon()["titles"] for w in office.split())


def names_at_end(words: Sequence[str]) -> bool:
    last = words[-1]
    return has_capital(last) and last.casefold().strip(".") not in _lexicon()["titles"] and not country_of(last)


def is_possible(label: str) -> bool:
    """A label that could be a name: a few capitalised words, none of them one that lists and notes begin with."""
    table = _lexicon()
    words = core(label)
    if label in QUESTION_AND_ANSWER:
        return True
    if not words or len(words) > 5 or any(char.isdigit() for char in label) or country_of(label):
        return False
    low = [word.casefold().strip(".") for word in words]
    if " ".join(low) in table["never"] or any(word in table["breakers"] or word in table["topics"] for word in low):
        return False
    return all(word[0].isupper() or word in table["particles"] for word in words) and words[-1][0].isupper()


def shaped_like_name(words: Sequence[str], open_end: bool = False) -> bool:
    """Capitalised words, and between them the small words of names and offices. After an office ("Co-chair of the
    election campaign Jane Roe") other nouns may stand, too."""
    table = _lexicon()
    small = [word.casefold().strip(".,") for word in words if word[0].isalpha() and not has_capital(word)]
    if not words[0][0].isupper() or not (open_end or has_capital(words[-1])):
        return False
    if all(word in table["small"] or word in table["titles"] for word in small):
        return True
    office = words[0].casefold() in table["titles"] and not open_end and len(words) > 3 and has_capital(words[-2])
    return office and not any(word in table["breakers"] or word.endswith("ed") for word in small)


def has_capital(word: str) -> bool:
    """`Roe`, `el-Roe`"""
    return word[0].isupper() or any(char.isupper() for char in word)
