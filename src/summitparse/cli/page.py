"""Help and versions, told without the library for command lines, whose import takes longer than such an answer may."""

import sys
from pathlib import Path

# What `make docs` keeps of each command's help; a terminal gets it made anew, in colours and as wide as it is.
PAGES = Path(__file__).with_name("pages")


def told(words: list[str]) -> str | None:
    """What is answered to `--version`, and to `--help` where no terminal shows it; None for any other words."""
    if words == ["--version"]:
        from summitparse.versions import versions

        return "".join(f"{name} {version}\n" for name, version in versions().items())
    if words[-1:] not in (["--help"], ["-h"]) or sys.stdout.isatty():
        return None
    name = "-".join(["summitparse", *words[:-1]])
    page = next((path.read_text("utf-8") for path in PAGES.iterdir() if path.stem == name), None)
    return page if page is None or _fits(page, sys.stdout.encoding) else None


def _fits(page: str, encoding: str | None) -> bool:
    """False where standard output has no characters for lines and corners, as in the encodings of old."""
    try:
        page.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
