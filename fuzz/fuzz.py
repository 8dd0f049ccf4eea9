"""Coverage-guided fuzzing of one target: `python fuzz/fuzz.py TARGET [libFuzzer options]`, see `make fuzz`.

A finding is any exception but the documented errors, or a release that breaks the contract (the models check that).
"""

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["summitparse"], enable_loader_override=False):
    from summitparse import pipeline
    from summitparse.dates import find_dates
    from summitparse.errors import InternalError, SummitparseError
    from summitparse.figures import find_figures
    from summitparse.layout import find_layout
    from summitparse.reading import archive, docx, html, mail, odt, pdf, read_bytes, rtf  # noqa: F401
    from summitparse.serialise import to_json


def bytes_in(data: bytes) -> None:
    """Any bytes: records, or a documented error."""
    release = next(pipeline.run([pipeline.Job(read_bytes(data, "fuzz"))]))
    to_json(release, text=True)


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def layout(data: bytes) -> None:
    found = find_layout(text_of(data))
    assert len(found.clean) == len(found.text)


def dates(data: bytes) -> None:
    find_dates(text_of(data))


def figures(data: bytes) -> None:
    find_figures(text_of(data))


def reading(data: bytes) -> None:
    """The first byte chooses a suffix, so that every reader has its turn; readers also go by content."""
    suffixes = (".txt", ".html", ".mhtml", ".pdf", ".docx", ".rtf", ".odt", ".eml", ".gz", ".zip")
    if data:
        read_bytes(data[1:], "fuzz" + suffixes[data[0] % len(suffixes)])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": bytes_in,
    "layout": layout,
    "dates": dates,
    "figures": figures,
    "reading": reading,
}


def main() -> None:
    target = TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        try:
            target(data)
        except InternalError:
            raise
        except SummitparseError:
            pass

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
