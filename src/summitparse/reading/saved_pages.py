"""Pages that a browser saved "complete": a page, and beside it a folder with its pictures and frames."""

import re

# How browsers call that folder, in the languages of the system (as Chromium and Firefox translate it).
_SAVED_WITH = re.compile(
    r"(?:[_.-]files|[_-]Dateien|_fichiers|_archivos|_ficheiros|_arquivos|_bestanden|_filer|-filer|_pliki|_soubory|_files)$",
    re.IGNORECASE,
)
_ENDINGS = (".html", ".htm", ".xhtml")


def pages_of(folder: str) -> tuple[str, ...]:
    """What the page can be called that a folder of this name was saved with; nothing for any other folder."""
    found = _SAVED_WITH.search(folder)
    return tuple(folder[: found.start()] + ending for ending in _ENDINGS) if found else ()
