"""Full-text search of the SQLite database: words in all their forms, kept in step with the tables by triggers."""

# Table to the columns that can be searched for words.
SEARCHED = {
    "releases": ("title", "text"),
    "actors": ("name", "titles"),
    "quotes": ("text",),
    "positions": ("text",),
    "documents": ("title",),
}
# Porter's stemmer finds "invested" by "investments"; case and accents make no difference.
TOKENS = "porter unicode61"


def search_indexes() -> str:
    """SQL that makes the indexes and their triggers for tables that are filled already."""
    return "\n".join(_index(table, columns) for table, columns in SEARCHED.items())


def _index(table: str, columns: tuple[str, ...]) -> str:
    """An index without a copy of the text; an old row is taken out by naming what stood in it
    (SQLite, FTS5, "External Content Tables")."""
    names = ", ".join(columns)
    old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("old", "new"))
    put_in = f"INSERT INTO {table}_fts (rowid, {names}) VALUES (new.rowid, {new});"
    take_out = f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old});"
    return "\n".join(
        (
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5 ({names}, content=\"{table}\", tokenize='{TOKENS}');",
            f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild');",
            f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {put_in} END;",
            f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {take_out} END;",
            f"CREATE TRIGGER {table}_changed AFTER UPDATE OF {names} ON {table} BEGIN {take_out} {put_in} END;",
        )
    )
