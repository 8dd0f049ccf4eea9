"""Zstandard, which Python has from 3.14 on and an extra brings before."""

import io
import sys
from collections.abc import Iterable
from typing import IO, Any, cast

from summitparse.extras import missing

LEVEL = 9


def library() -> Any:
    """The module `compression.zstd` or its backport; raises `MissingExtra`."""
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        raise missing("Zstandard (.zst)", "zstd") from None
    return zstd


def open_zstd(path: str | IO[bytes]) -> IO[bytes]:
    """A file's unpacked bytes."""
    return cast(IO[bytes], io.BufferedReader(library().open(path, "rb")))


def write_zstd(lines: Iterable[bytes], file: IO[bytes]) -> None:
    zstd = library()
    # With a checksum, as the program `zstd` writes it: without one a flipped bit unpacks to other records.
    options = {zstd.CompressionParameter.compression_level: LEVEL, zstd.CompressionParameter.checksum_flag: 1}
    with zstd.ZstdFile(file, "wb", options=options) as out:
        for line in lines:
            out.write(line)
