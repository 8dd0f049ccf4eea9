"""From an output's name, or from --format, to its sink."""

from importlib import import_module
from pathlib import Path

from summitparse.batch.sinks.jsonl import Json, Jsonl
from summitparse.batch.sinks.sink import Sink
from summitparse.errors import UsageError

FORMATS = ("jsonl", "json", "parquet", "sqlite", "csv", "tsv")
SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl.gz",
    ".jsonl.zst": "jsonl.zst",
    ".json": "json",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".csv": "csv",
    ".tsv": "tsv",
}


def choose(output: Path, format: str | None = None) -> Sink:
    """A name without any ending means lines of JSON.

    Raises `UsageError` for an ending or a format that does not exist, `MissingExtra` if a part for it is not installed.
    """
    name = output.name.lower()
    if format == "jsonl" and name.endswith((".gz", ".zst")):
        format = "jsonl." + name.rpartition(".")[2]
    match format or by_name(output):
        case "jsonl":
            return Jsonl()
        case "json":
            return Json()
        case "jsonl.gz":
            return Jsonl("gz")
        case "jsonl.zst":
            from summitparse.batch.zstd import library

            library()
            return Jsonl("zst")
        case "tsv":
            from summitparse.batch.sinks.csv import Csv

            return Csv(".tsv", "\t")
        case "parquet" | "sqlite" | "csv" as kind:
            sink: Sink = import_module(f"summitparse.batch.sinks.{kind}").sink()
            return sink
        case unknown:
            raise UsageError(f"--format {unknown!r} is none of {', '.join(FORMATS)}.")


def by_name(output: Path) -> str:
    """The format that an output's ending means. Raises `UsageError` for an ending that means none."""
    name = output.name.lower()
    known = next((SUFFIXES[suffix] for suffix in sorted(SUFFIXES, key=len, reverse=True) if name.endswith(suffix)), "")
    if not known and output.suffix:
        raise UsageError(
            f"{output}: no output ends in {output.suffix!r}. Choose one of {', '.join(SUFFIXES)}, or say what it is to "
            "be with --format."
        )
    return known or "jsonl"
