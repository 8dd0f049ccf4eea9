"""Quotation marks and dashes, as characters and as the tokens that a parser makes of them."""

# Marks that open or close by their shape; those that can do either are straight.
OPENING_MARKS = frozenset("“„‟«‘‚‛‹`")
CLOSING_MARKS = frozenset("”»’›")
STRAIGHT_MARKS = frozenset("\"＂'")
MARKS = OPENING_MARKS | CLOSING_MARKS | STRAIGHT_MARKS
# Marks of two strokes: those that are no apostrophe.
DOUBLE_MARKS = frozenset('“”„‟«»"＂')
# Marks as tokens: some are typed as two of the single ones.
MARK_TOKENS = MARKS | {"''", "``", "’’", "‘‘"}
# Dashes of every length, hyphens and the minus sign among them; and the marks that stand for a letter left out.
DASHES = frozenset("-‐‑‒–—―−")
APOSTROPHES = frozenset("'’‘")
LONG_DASH_TOKENS = frozenset({"—", "―", "–", "--"})
DASH_TOKENS = LONG_DASH_TOKENS | {"-"}
POSSESSIVES = ("’s", "'s")
# What a sentence ends with.
STOPS = (".", "!", "?", "…")


def any_of(signs: frozenset[str]) -> str:
    """A class of characters for a pattern."""
    return f"[{''.join(sorted(signs))}]"
