"""Records with actors and nothing else, without parsing."""

import hashlib
import json
from typing import Any

from summitparse.people.appearance import Appearance, appearances


def actor(
    name: str | None, *titles: str, country: str | None = None, kind: str = "person", said: str = ""
) -> dict[str, Any]:
    mentions = [{"text": said, "start": 0, "end": len(said)}] if said else []
    whole: dict[str, Any] = {"kind": kind, "name": name, "titles": list(titles), "country": country}
    return whole | {"affiliation": None, "members": [], "mentions": mentions, "confidence": 0.9}


def record(name: str, *actors: dict[str, Any], day: str = "2024-01-30", issuer: str | None = "US") -> dict[str, Any]:
    source = {"name": name, "media_type": "text/plain", "encoding": "utf-8"}
    source["sha256"] = hashlib.sha256(name.encode()).hexdigest()
    whole: dict[str, Any] = {"schema_version": "2", "id": name, "source": source, "language": "en"}
    whole |= dict.fromkeys(("title", "subtitle", "published", "place", "event"))
    whole |= {
        key: [] for key in ("credits", "quotes", "figures", "dates", "ranges", "positions", "documents", "warnings")
    }
    whole |= {"reference_date": day, "issuer": issuer and {"name": None, "country": issuer}}
    whole["actors"] = [{"id": f"A{number}", **one} for number, one in enumerate(actors, 1)]
    return whole


def found(*records: dict[str, Any]) -> list[Appearance]:
    return [one for number, whole in enumerate(records, 1) for one in appearances(whole, number)]


def line(whole: dict[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False).encode() + b"\n"
