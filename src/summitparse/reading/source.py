"""What reading gives: the text that every offset points into, and where it came from."""

from dataclasses import dataclass

from summitparse.findings import Notice, Span

STANDARD_INPUT = "-"
# What is said of a web address.
SAVE_THE_PAGE = "Nothing is fetched from the network: save the page in your browser, and give the file."


@dataclass(frozen=True, slots=True)
class SourceText:
    """`sha256` is the hex digest of the input bytes; `encoding` is None where the format has none of its own (PDF)."""

    name: str
    media_type: str
    encoding: str | None
    sha256: str
    text: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """The text that a reader took out of a format; `how` ends the sentence "The text was taken out of …"."""

    text: str
    how: str
    encoding: str | None = None
    notices: tuple[Notice, ...] = ()

    def all_notices(self) -> tuple[Notice, ...]:
        """What a reader of the records should know, the conversion first."""
        message = f"The text was taken out of {self.how}; all offsets point into that text (--text shows it)."
        return (Notice("converted", message, Span(0, 0)), *self.notices)


def name_in_sentences(name: str) -> str:
    """What sentences call the input of that name; "-" is standard input."""
    return "Standard input" if name == STANDARD_INPUT else printable(name)


def printable(path: str) -> str:
    r"""A file's name as JSON can hold it: bytes of it that are no UTF-8 become `\xff`."""
    try:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # no system gave it: half of a surrogate pair that stands for no byte
        return path.encode("utf-8", "backslashreplace").decode("utf-8")
