"""A folder of Parquet files, one a tidy table."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from summitparse.batch.sinks.tables import TABLES, Column, Row, rows
from summitparse.extras import missing

# Releases whose rows are held before they are written as one row group.
TOGETHER = 2_000


class Parquet:
    plain = False
    files = frozenset(f"{table}.parquet" for table in TABLES)

    def __init__(self) -> None:
        try:
            import pyarrow.parquet
        except ImportError:
            raise missing("Parquet", "parquet") from None
        self.arrow, self.parquet = pyarrow, pyarrow.parquet

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        path.mkdir()
        schemas = {table: self.schema(columns) for table, columns in TABLES.items()}
        with ExitStack() as stack:
            writers = {
                table: stack.enter_context(self.writer(stack, path / f"{table}.parquet", schema))
                for table, schema in schemas.items()
            }
            held: dict[str, list[Row]] = {table: [] for table in TABLES}

            def flush() -> None:
                for table, found in held.items():
                    if found:
                        columns = [
                            self.arrow.array(_typed(values, column), field.type)
                            for values, column, field in zip(
                                zip(*found, strict=True), TABLES[table], schemas[table], strict=True
                            )
                        ]
                        writers[table].write_table(self.arrow.Table.from_arrays(columns, schema=schemas[table]))
                        found.clear()

            for release, line in enumerate(lines, 1):
                text = line.decode("utf-8").rstrip("\n")
                for table, row in rows(json.loads(text), text, release):
                    held[table].append(row)
                if release % TOGETHER == 0:
                    flush()
            flush()

    def writer(self, stack: ExitStack, path: Path, schema: Any) -> Any:
        # The library takes names for UTF-8, which a file's need not be: it gets open files.
        return self.parquet.ParquetWriter(stack.enter_context(path.open("wb")), schema, compression="zstd")

    def schema(self, columns: Iterable[Column]) -> Any:
        arrow = self.arrow
        types = {"text": arrow.string(), "int": arrow.int64(), "float": arrow.float64(), "bool": arrow.bool_()}
        types["date"] = arrow.date32()
        return arrow.schema([arrow.field(column.name, types[column.type]) for column in columns])

    def read(self, path: Path) -> Iterator[bytes]:
        with ExitStack() as stack:
            try:
                opened = stack.enter_context((path / "releases.parquet").open("rb"))
                file = stack.enter_context(self.parquet.ParquetFile(opened))
            except (OSError, self.arrow.ArrowInvalid):
                return
            for batch in file.iter_batches(batch_size=256, columns=["json"]):
                for line in batch.column(0).to_pylist():
                    yield line.encode("utf-8") + b"\n"


def _typed(values: Iterable[Any], column: Column) -> Iterable[Any]:
    """The values of a column as the library takes them: of text it makes no dates."""
    if column.type != "date":
        return values
    return [None if value is None else dt.date.fromisoformat(value) for value in values]


def sink() -> Parquet:
    return Parquet()
