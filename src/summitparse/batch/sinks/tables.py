"""Records as tidy tables: one row a thing, one column a fact, ids that join.

An id is that of the record with the row number of its release before it ("12.Q3"), so that one column joins. Lists are
tables of their own (`mentions`, `spans`, `parties`), but for an actor's titles, which are joined with "; ".

No column has a name that SQL reserves: `start`, `end`, `from` and `to` of the records are `start_char`, `end_char`,
`from_date` and `to_date` here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Type = Literal["text", "int", "float", "bool", "date"]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`to` names the table whose id it holds; `key` says that it is this table's own id."""

    name: str
    type: Type = "text"
    to: str | None = None
    key: bool = False


def _columns(*described: str) -> tuple[Column, ...]:
    """ "name", "name:type", "name>table" or, for the key, "name!" or "name:type!"."""
    columns = []
    for text in described:
        name, _, to = text.rstrip("!").partition(">")
        name, _, type_ = name.partition(":")
        kind: Any = type_ or ("int" if to == "releases" else "text")
        columns.append(Column(name, kind, to or None, text.endswith("!")))
    return tuple(columns)


TABLES: Mapping[str, tuple[Column, ...]] = {
    "releases": _columns(
        "release:int!", "id", "name", "sha256", "media_type", "encoding", "language", "title", "subtitle",
        "published", "place", "issuer", "issuer_country",
        "reference_date:date", "date:date", "event", "event_kind", "event_place", "event_first:date", "event_last:date",
        "event_confidence:float", "text", "json",
    ),
    "actors": _columns(
        "id!", "release>releases", "kind", "name", "titles", "affiliation", "country", "confidence:float",
    ),
    "members": _columns("group_actor>actors", "member>actors"),
    "participants": _columns("release>releases", "actor>actors"),
    "mentions": _columns("actor>actors", "release>releases", "text", "start_char:int", "end_char:int"),
    "quotes": _columns(
        "id!", "release>releases", "type", "text", "start_char:int", "end_char:int", "source", "cue", "speaker>actors",
        "speaker_name", "polarity", "attribution", "confidence:float", "rule", "closed:bool", "parent>quotes",
    ),
    "spans": _columns("quote>quotes", "start_char:int", "end_char:int", "quoted:bool"),
    "dates": _columns(
        "id!", "release>releases", "text", "start_char:int", "end_char:int", "type", "value", "mod", "edtf",
        "first:date", "last:date", "quote>quotes", "confidence:float", "rule",
    ),
    "ranges": _columns(
        "id!", "release>releases", "text", "start_char:int", "end_char:int", "from_date>dates", "to_date>dates",
        "edtf", "first:date", "last:date", "confidence:float", "rule",
    ),
    "figures": _columns(
        "id!", "release>releases", "kind", "text", "start_char:int", "end_char:int", "value:float", "upper:float",
        "unit", "bound", "change", "measure", "entity",
        "period_date>dates", "period_range>ranges", "period_first:date", "period_last:date",
        "quote>quotes", "speaker>actors", "speaker_name", "confidence:float", "rule",
    ),
    "positions": _columns(
        "id!", "release>releases", "act", "text", "start_char:int", "end_char:int", "cue", "source", "actor>actors",
        "actor_name", "addressee", "polarity", "quote>quotes", "confidence:float", "rule",
    ),
    "documents": _columns(
        "id!", "release>releases", "title", "type", "status", "start_char:int", "end_char:int", "period_date>dates",
        "period_range>ranges", "first:date", "last:date", "date:date", "place", "quote>quotes",
        "confidence:float", "rule",
    ),
    "parties": _columns("document>documents", "party"),
    "signatories": _columns("document>documents", "name"),
    "warnings": _columns("release>releases", "code", "message", "start_char:int", "end_char:int"),
}  # fmt: skip


def rows(record: Mapping[str, Any], line: str, release: int) -> Iterator[tuple[str, Row]]:
    """All rows of one record with the names of their tables, in an order in which no row names a later one."""
    return _Rows(record, release).all(line)


class _Rows:
    def __init__(self, record: Mapping[str, Any], release: int) -> None:
        self.record, self.release = record, release
        self.days = {time["id"]: (time["first"], time["last"]) for time in record["dates"] + record["ranges"]}

    def id(self, id: str | None) -> str | None:
        return None if id is None else f"{self.release}.{id}"

    def period(self, id: str | None) -> tuple[str | None, str | None]:
        """The ids of the date and of the range; at most one of them is there."""
        return (self.id(id), None) if id and id.startswith("D") else (None, self.id(id))

    def all(self, line: str) -> Iterator[tuple[str, Row]]:
        record, release, id = self.record, self.release, self.id
        yield "releases", self.head(line)
        for actor in record["actors"]:
            titles = "; ".join(actor["titles"]) or None
            office = (titles, actor["affiliation"], actor["country"])
            yield "actors", (id(actor["id"]), release, actor["kind"], actor["name"], *office, actor["confidence"])
        for actor in record["actors"]:
            for member in actor["members"]:
                yield "members", (id(actor["id"]), id(member))
            for place in actor["mentions"]:
                yield "mentions", (id(actor["id"]), release, place["text"], place["start"], place["end"])
        for actor_id in (record["event"] or {"participants": ()})["participants"]:
            yield "participants", (release, id(actor_id))
        yield from self.quotes()
        yield from self.times()
        yield from self.figures()
        yield from self.positions()
        yield from self.documents()
        for warning in record["warnings"]:
            yield "warnings", (release, warning["code"], warning["message"], warning["start"], warning["end"])

    def head(self, line: str) -> Row:
        record, source = self.record, self.record["source"]
        event = record["event"] or dict.fromkeys(("name", "kind", "place", "first", "last", "confidence"))
        issuer = record["issuer"] or {"name": None, "country": None}
        return (
            self.release, record["id"], source["name"], source["sha256"], source["media_type"], source["encoding"],
            record["language"], _line(record["title"]), _line(record["subtitle"]),
            record["published"] and record["published"]["value"], _text(record["place"]), _text(issuer["name"]),
            issuer["country"], record["reference_date"], day_of(record),
            _text(event["name"]), event["kind"], _text(event["place"]), event["first"], event["last"],
            event["confidence"], record.get("text"), line,
        )  # fmt: skip

    def quotes(self) -> Iterator[tuple[str, Row]]:
        quotes = self.record["quotes"]
        # A nested quote may stand before the one that it is part of is told: parents go first.
        for quote in sorted(quotes, key=lambda quote: quote["parent"] is not None):
            yield "quotes", (
                self.id(quote["id"]), self.release, quote["type"], quote["text"], quote["spans"][0]["start"],
                quote["spans"][-1]["end"], _text(quote["source"]), _text(quote["cue"]), self.id(quote["speaker"]),
                quote["speaker_name"], quote["polarity"], quote["attribution"], quote["confidence"], quote["rule"],
                quote["closed"],
                self.id(quote["parent"]),
            )  # fmt: skip
        for quote in quotes:
            for span in quote["spans"]:
                yield "spans", (self.id(quote["id"]), span["start"], span["end"], False)
            for span in quote["quoted"]:
                yield "spans", (self.id(quote["id"]), span["start"], span["end"], True)

    def times(self) -> Iterator[tuple[str, Row]]:
        for date in self.record["dates"]:
            yield "dates", (
                self.id(date["id"]), self.release, date["text"], date["start"], date["end"], date["type"],
                date["value"], date["mod"], date["edtf"], date["first"], date["last"], self.id(date["quote"]),
                date["confidence"], date["rule"],
            )  # fmt: skip
        for found in self.record["ranges"]:
            yield "ranges", (
                self.id(found["id"]), self.release, found["text"], found["start"], found["end"],
                self.id(found["from"]), self.id(found["to"]), found["edtf"], found["first"], found["last"],
                found["confidence"], found["rule"],
            )  # fmt: skip

    def figures(self) -> Iterator[tuple[str, Row]]:
        for figure in self.record["figures"]:
            upper = figure["upper"]
            yield "figures", (
                self.id(figure["id"]), self.release, figure["kind"], figure["text"], figure["start"], figure["end"],
                float(figure["value"]), None if upper is None else float(upper), figure["unit"], figure["bound"],
                figure["change"], _text(figure["measure"]), _text(figure["entity"]), *self.period(figure["period"]),
                *self.days.get(figure["period"], (None, None)), self.id(figure["quote"]), self.id(figure["speaker"]),
                figure["speaker_name"], figure["confidence"], figure["rule"],
            )  # fmt: skip

    def positions(self) -> Iterator[tuple[str, Row]]:
        for position in self.record["positions"]:
            yield "positions", (
                self.id(position["id"]), self.release, position["act"], position["text"], position["start"],
                position["end"], _text(position["cue"]), _text(position["source"]), self.id(position["actor"]),
                position["actor_name"], _text(position["addressee"]), position["polarity"], self.id(position["quote"]),
                position["confidence"], position["rule"],
            )  # fmt: skip

    def documents(self) -> Iterator[tuple[str, Row]]:
        for document in self.record["documents"]:
            yield "documents", (
                self.id(document["id"]), self.release, document["title"], document["type"], document["status"],
                document["start"], document["end"], *self.period(document["period"]), document["first"],
                document["last"], document["date"], document["place"], self.id(document["quote"]),
                document["confidence"], document["rule"],
            )  # fmt: skip
            for party in document["parties"]:
                yield "parties", (self.id(document["id"]), party)
            for name in document["signatories"]:
                yield "signatories", (self.id(document["id"]), name)


def _text(mention: Mapping[str, Any] | None) -> str | None:
    return mention["text"] if mention else None


def _line(mention: Mapping[str, Any] | None) -> str | None:
    """The words on one line: titles are what people choose a row by."""
    return " ".join(mention["text"].split()) if mention else None


def day_of(record: Mapping[str, Any]) -> str | None:
    """The calendar day that stands for the release in time: of its publication, else the one that its relative dates
    are resolved against, else the first of its event."""
    published = record["published"]
    if published and len(published["value"]) >= len("2024-01-30"):
        return str(published["value"][: len("2024-01-30")])
    day = record["reference_date"] or (record["event"] or {"first": None})["first"]
    return None if day is None else str(day)
