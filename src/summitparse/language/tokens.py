"""What a spaCy pipeline put on its `Doc`s, made tokens of ours: all numbers of a release at once, as arrays."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from summitparse.language.forms import Forms
from summitparse.language.parse import Token

# What is read of each of spaCy's tokens; its head is told from its own place.
READ = ("ORTH", "TAG", "DEP", "HEAD", "IDX", "SENT_START", "IS_SPACE")


def tokens_of(
    pieces: Sequence[Any], offsets: Sequence[int], forms: Forms, strings: Any
) -> tuple[list[Token], list[tuple[int, int]]]:
    """Tokens and sentences of one release, of arrays that were `READ` from pieces of it, which begin at these offsets.

    White space is left out. A head that is not in its token's piece, or is white space, makes its token a root.
    """
    import numpy as np

    if not pieces:
        return [], []
    rows = np.concatenate(pieces).view(np.int64)
    sizes = [len(piece) for piece in pieces]
    ends = np.cumsum(sizes)
    firsts = np.repeat(ends - sizes, sizes)
    lasts = np.repeat(ends, sizes)
    head = rows[:, 3] + np.arange(len(rows))
    kept = rows[:, 6] == 0
    number = np.cumsum(kept) - 1
    inside = (head >= firsts) & (head < lasts)
    head[~inside] = 0
    inside &= kept[head]
    head = np.where(inside, number[head], number)[kept]
    start = rows[:, 4] + np.repeat(np.asarray(offsets), sizes)
    begins = rows[:, 5] == 1
    begins[ends[:-1][ends[:-1] < len(rows)]] = True
    begun = np.cumsum(begins)[kept]
    new = np.ones(len(begun), dtype=bool)  # a sentence may start with white space that is left out
    np.not_equal(begun[1:], begun[:-1], out=new[1:])
    sentence = (np.cumsum(new) - 1).tolist()
    words = [rows[kept, column].view(np.uint64).tolist() for column in range(3)]
    known = list(zip(*forms.of(strings, zip(*words, strict=True)), strict=True)) or [()] * 6
    text, lower, tag, pos, lemma, dep = known
    places = range(len(text))
    tokens = list(map(Token, places, start[kept].tolist(), text, tag, pos, lemma, dep, head.tolist(), sentence, lower))
    return tokens, list(pairwise([*np.flatnonzero(new).tolist(), len(tokens)]))
