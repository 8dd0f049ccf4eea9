"""py3langid's model mapped from a file: of its 70 MB only the pages that a text needs are in memory, and only while it
is read."""

import lzma
import mmap
import shutil
import struct
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

# Of the header of a file in a zip archive: its length, and where in it the lengths of name and further fields stand.
_HEADER, _LENGTHS = 30, 26


@dataclass(frozen=True, slots=True)
class Detector:
    """`identifier` is py3langid's, over arrays in `mapped`."""

    identifier: Any
    mapped: mmap.mmap

    def language(self, text: str) -> str:
        """The ISO 639 code of the language that the text is most likely in."""
        language: str = self.identifier.classify(text)[0]
        if hasattr(mmap, "MADV_DONTNEED"):  # not on every system
            self.mapped.madvise(mmap.MADV_DONTNEED)
        return language


@cache
def detector() -> Detector:
    """The detector, unpacked into a temporary file without a name: a second of work.

    Raises OSError where there is no room for 80 MB.
    """
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with tempfile.TemporaryFile() as file:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, file)
        file.flush()
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        parts = _arrays(file, mapped)
    rows, outputs = parts["nextmove_row"].tolist(), parts["out_feat"].tolist()
    # The automaton's steps are taken one by one: a view gives Python's numbers, an array numpy's, which are slow.
    steps: Any = parts["nextmove"].view(np.uint8).data
    steps = steps.cast(parts["nextmove"].dtype.char)
    identifier = LanguageIdentifier(parts["ptc"], parts["pc"], parts["classes"].tolist(), steps, outputs, tk_row=rows)
    return Detector(identifier, mapped)


def _arrays(file: IO[bytes], mapped: mmap.mmap) -> dict[str, NDArray[Any]]:
    """The arrays of an .npz file that packs none of them, by name, as they lie in its map."""
    found: dict[str, NDArray[Any]] = {}
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            file.seek(member.header_offset + _LENGTHS)
            name, further = struct.unpack("<HH", file.read(4))
            file.seek(member.header_offset + _HEADER + name + further)
            npy.read_magic(file)
            shape, _, dtype = npy.read_array_header_1_0(file)
            whole = np.ndarray(shape, dtype, mapped, file.tell())
            found[member.filename.removesuffix(".npy")] = whole
    return found
