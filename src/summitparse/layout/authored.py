"""Whose words a release is as a whole: "Statement by President Jane Roe on …" makes its body a turn of hers, and so
does a letter that she signs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from summitparse.findings import Span
from summitparse.layout.model import Block, Header
from summitparse.layout.turns import is_sure
from summitparse.lexicon import load

# Of the body so much is read to see who speaks.
_MOST_READ = 20_000
# A question has so many paragraphs at most.
_LONGEST_QUESTION = 3
_MARKED = re.compile(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"")
_WORD = re.compile(r"[^\W\d_]+")


def find_author(clean: str, header: Header, blocks: Sequence[Block]) -> Span | None:
    """The author that the headline names or who signs the letter, where the body speaks in the first person, is nowhere
    divided among speakers and does not tell of the author as of somebody else."""
    if any(block.label and not asks(clean[block.label.start : block.label.end]) for block in blocks):
        return None
    author = (header.title and _named(clean, header.title)) or _signed(clean, blocks)
    if author is None:
        return None
    body = [block.span for block in blocks if block.kind != "furniture" and block.span != author]
    if not body:
        return None
    said = _MARKED.sub(" ", clean[body[0].start : min(body[-1].end, body[0].start + _MOST_READ)])
    name = clean[author.start : author.end].split()
    return author if _speaks(name, said) and not _is_told_of(name, said) else None


def _speaks(author: list[str], said: str) -> bool:
    """Whether the body is in the first person. "Our allies" says little where a spokesperson tells of the President."""
    words = Counter(word.casefold() for word in _WORD.findall(said))
    if any(words[word] for word in _words("first")):
        return True
    aloud = any(word.casefold() in _words("speaking_for") for word in author)
    return not aloud and sum(words[word] for word in _words("plural")) > 1


def _is_told_of(author: list[str], said: str) -> bool:
    """Whether the body tells of the author: "the President said", "Mr Roe", "Roe added"; not another Roe, or a plan."""
    last = author[-1]
    if last.casefold() in _words("titles"):
        return bool(re.search(rf"\b{re.escape(' '.join(author))}\b", said))
    for found in re.finditer(
        rf"(?<![\w’'-])(?:(\w[\w.]{{0,20}})\s)?{re.escape(last)}(?:\s(\w{{2,12}}))?(?![\w-])", said
    ):
        before, behind = (found[1] or "").rstrip("."), found[2] or ""
        if before in author or before.casefold() in _words("honorifics") or behind in _words("tells"):
            return True
    return False


def give_turns(clean: str, blocks: Sequence[Block], author: Span) -> list[Block]:
    """The blocks as a turn of the author, up to a heading such as "Notes to editors"; a question stays one."""
    turned: list[Block] = []
    for number, block in enumerate(blocks):
        words = clean[block.span.start : block.span.end].casefold().rstrip(": ")
        if (block.kind == "heading" and words in _words("never")) or words.rstrip(",") in _words("closings"):
            return [*turned, *blocks[number:]]
        said = block.kind in ("paragraph", "item") and block.label is None
        turned.append(replace(block, kind="item" if block.kind == "item" else "turn", label=author) if said else block)
    return turned


def end_questions(clean: str, blocks: Sequence[Block]) -> list[Block]:
    """Where only the press has labels ("Q."), a question ends with its question mark or its paragraph: what follows
    answers it."""
    labels = dict.fromkeys(block.label for block in blocks if block.label)
    if not labels or not all(asks(clean[label.start : label.end]) for label in labels):
        return list(blocks)
    left: list[Block] = []
    for label, group in groupby(blocks, key=lambda block: block.label):
        turn = list(group)
        if label is not None:
            asked = next((k for k, b in enumerate(turn[:_LONGEST_QUESTION]) if clean[b.span.end - 1] == "?"), 0)
            answer = [
                replace(b, kind="paragraph" if b.kind == "turn" else b.kind, label=None) for b in turn[asked + 1 :]
            ]
            turn = [*turn[: asked + 1], *answer]
        left += turn
    return left


def asks(label: str) -> bool:
    """Whether a label is one of the press: "Q.", "Reporter 2"."""
    return label.casefold().rstrip("0123456789. ") in _words("asking")


def _named(clean: str, title: Span) -> Span | None:
    """The first words behind "by" that are a title with a name, or an office; or those before "'s statement"."""
    owner = _owned().match(clean, title.start, title.end)
    if owner and is_sure(owner["name"]):
        return Span(*owner.span("name"))
    found = _opening().match(clean, title.start, title.end)
    if found is None:
        return None
    start = found.end()
    for end in (*(match.start() for match in _ends().finditer(clean, start, title.end)), title.end):
        name = clean[start:end].rstrip(" ,")
        if is_sure(name) and not re.search(r"\b[Aa]nd\b|&", name):
            return Span(start, start + len(name))
    return None


def _signed(clean: str, blocks: Sequence[Block]) -> Span | None:
    """The name below "Sincerely," at the end of a letter that begins with "Dear …"."""
    body = [block for block in blocks if block.kind != "furniture"]
    if len(body) < 4 or not clean.startswith("Dear ", body[0].span.start):
        return None
    closing, name = (clean[block.span.start : block.span.end] for block in body[-2:])
    words = name.split()
    if closing.casefold().rstrip(", ") not in _words("closings") or not 1 < len(words) < 7:
        return None
    return body[-1].span if all(word[0].isupper() for word in words) else None


@cache
def _opening() -> re.Pattern[str]:
    table = load("summitparse.layout", "authored")
    kinds, given, by = ("|".join(re.escape(phrase) for phrase in table[key]) for key in ("kinds", "given", "by"))
    graces = r"(?:(?:his|her) (?:excellency|majesty|(?:royal )?highness),? )?"
    return re.compile(rf"(?:the )?(?:{kinds})(?: (?:{given}))? (?:{by}) (?:the )?{graces}", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    kinds = "|".join(re.escape(phrase) for phrase in load("summitparse.layout", "authored")["kinds"])
    return re.compile(rf"(?P<name>[^'’:,;]{{3,80}})['’]s (?:\w{{3,12}} )?(?:{kinds})\b", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf",? (?:{'|'.join(load('summitparse.layout', 'authored')['ends'])})\b|:", re.IGNORECASE)


@cache
def _words(key: str) -> frozenset[str]:
    table = load("summitparse.layout", "labels" if key in ("titles", "honorifics", "never") else "authored")
    return frozenset(table[key])
