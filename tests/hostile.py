"""Texts made to hurt: what the property tests and the fuzzer feed to each finder and to the whole."""

from hypothesis import strategies as st

MARKS = "“”\"‘’'«»„‟`"
PIECES = (
    "“", "”", '"', "‘", "’", "'", "«", "»", "''", "``", "said", " he said ", "President ", "Ann Example", ": ", "\n", "\n\n",
    "\r\n", "\r", "\u00a0", "\u2009", "\u200b", "\ufeff", "\u202e", "\u2066", "\u0301", "\U0001f600", "\x00", "—", "–", "-", "• ",
    "1. ", "(a) ", "$", "€", "%", " per cent", "1,234.5", "12", " million", " tonnes", "XIV", "2024", "2024-2026", " May ", "3 May 2024",
    "Monday", "last week", "from ", " to ", "until ", "signed ", "agreement on ", "memorandum", "the following documents were signed:",
    ";", ".", ",", "…", "(", ")", "[", "]", "<", ">", "&", "=", "http://example.org", "#tag", "Posted: ", "Photo: ", "MINSK, ",
    "Привет", "你好", "السلام", "ﬁ", "İ", "ß", "\u2028", "\x85", "\x1b[31m", "Q.", "A.", "Mr ", "St. ", "No. 5",
)  # fmt: skip


def texts(most: int = 60) -> st.SearchStrategy[str]:
    """Shuffled pieces of releases, with arbitrary characters between them."""
    piece = st.one_of(st.sampled_from(PIECES), st.text(max_size=4))
    return st.lists(piece, max_size=most).map("".join)


# One line each that some naive pattern takes quadratic or worse time for; `grown` makes them as long as is wanted.
UNITS = {
    "digits": "7",
    "digits-and-commas": "1,",
    "digits-and-spaces": "1 ",
    "dashes": "-",
    "spaces": " ",
    "no-break-spaces": "\u00a0",
    "newlines": "\n",
    "blank-lines": " \n\u00a0\n",
    "opening-marks": "“",
    "straight-marks": '"',
    "apostrophes": "'",
    "mark-pairs": "“a” ",
    "nested-marks": "“‘",
    "brackets": "([",
    "months": "May ",
    "weekdays": "Monday ",
    "years": "2024-",
    "dates": "3 May 2024, ",
    "currency-signs": "$€",
    "number-words": "hundred and ",
    "units": "tonnes of ",
    "capitals": "Ann ",
    "titles": "President of ",
    "speakers": "Ann Example: yes\n",
    "said": "he said that ",
    "according": "according to ",
    "signed": "signed an agreement on ",
    "list-items": "— an agreement on trade;\n",
    "bullets": "• ",
    "colons": "a: ",
    "full-stops": ".",
    "combining": "e\u0301",
    "emoji": "\U0001f600",
    "controls": "\x00\x1b",
    "one-word": "a",
}


def grown(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]
