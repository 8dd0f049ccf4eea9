"""The questions of the press: who asks them, and where they end."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from summitparse.lexicon import load
from summitparse.lines.model import Block

# A question has so many paragraphs at most.
_LONGEST_QUESTION = 3


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
    return is_one_of(frozenset(load("summitparse.layout", "authored")["asking"]), label)


def is_one_of(roles: frozenset[str], label: str) -> bool:
    return label.casefold().rstrip("0123456789. ") in roles
