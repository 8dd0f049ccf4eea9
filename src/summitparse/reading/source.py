"""What reading gives: the text that every offset points into, and where it came from."""

from dataclasses import dataclass

from summitparse.findings import Notice


@dataclass(frozen=True, slots=True)
class SourceText:
    """`sha256` is the hex digest of the input bytes; `encoding` is None where the format has none of its own (PDF)."""

    name: str
    media_type: str
    encoding: str | None
    sha256: str
    text: str
    notices: tuple[Notice, ...] = ()
