"""From an output's name, or from --format, to its sink."""

from importlib import import_module
from pathlib import Path

from summitparse.batch.sinks.jsonl import Jsonl
from summitparse.batch.sinks.sink import Sink
from summitparse.errors import UsageError

FORMATS = ("jsonl", "parquet", "sqlite", "csv")
SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl.gz",
    ".jsonl.zst": "jsonl.zst",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".db": "sqlite",
    ".csv": "csv",
}


def choose(output: Path, format: str | None = None) -> Sink:
    """A name without an ending that is known means lines of JSON.

    Raises `UsageError` for a format that does not exist, `MissingExtra` if a part for it is not installed.
    """
    name = output.name.lower()
    by_name = next(
        (SUFFIXES[suffix] for suffix in sorted(SUFFIXES, key=len, reverse=True) if name.endswith(suffix)), None
    )
    if format == "jsonl" and name.endswith((".gz", ".zst")):
        by_name = "jsonl." + name.rpartition(".")[2]
        format = None
    match format or by_name or "jsonl":
        case "jsonl":
            return Jsonl()
        case "jsonl.gz":
            return Jsonl("gz")
        case "jsonl.zst":
            from summitparse.batch.zstd import library

            library()
            return Jsonl("zst")
        case "parquet" | "sqlite" | "csv" as kind:
            sink: Sink = import_module(f"summitparse.batch.sinks.{kind}").sink()
            return sink
        case unknown:
            raise UsageError(f"--format {unknown!r} is none of {', '.join(FORMATS)}.")
