"""The clean copy: the same length as the text, so that its offsets are the text's offsets."""

import re

# White space that is no line break (U+00A0, U+2007, U+2009, U+202F, tab, form feed …).
_ODD_SPACE = re.compile(r"[^\S \n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\u200b|\ufeff")



def clean_copy(text: str) -> str:
    """Odd spaces become a space, and so does a line break that no blank line, list marker or end of sentence makes hard."""
    return _ODD_SPACE.sub(" ", text)
