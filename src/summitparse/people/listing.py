"""The list of people as one JSON file beside the records, and back: it is how ids are kept."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summitparse.errors import UnreadableInput
from summitparse.people.identify import Key
from summitparse.people.person import Person
from summitparse.serialise import inert

MADE_BY = {"made_by": "summitparse people"}


def to_json(people: Sequence[Person]) -> str:
    """`{"made_by": …, "people": [{"person", "name", "names", "country", "offices", "first", "last", "actors"}]}`,
    a person a line; `actors` says where they appear: file, hash of its bytes, id of the actor."""
    lines = ",\n".join(json.dumps(_object(person), ensure_ascii=False) for person in people)
    head = json.dumps(MADE_BY)[1:-1]
    return inert(f'{{{head},\n"people": [\n{lines}\n]}}\n')


def _object(person: Person) -> dict[str, Any]:
    found = [{"file": one.file, "sha256": one.sha256, "actor": one.actor} for one in person.found]
    return {
        "person": person.id,
        "name": person.shown_name,
        "names": [name for name, _ in person.names.most_common()],
        "country": person.country,
        "offices": person.offices,
        "first": None if person.first is None else str(person.first),
        "last": None if person.last is None else str(person.last),
        "actors": found,
    }


def known_ids(path: Path) -> dict[Key, str]:
    """The ids that an earlier list gave; none where there is no file. Raises `UnreadableInput` for what is no list."""
    try:
        whole = json.loads(path.read_text("utf-8"))
        if not MADE_BY.items() <= whole.items():
            raise ValueError
        return {
            (actor["sha256"], actor["actor"]): person["person"]
            for person in whole["people"]
            for actor in person["actors"]
        }
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Move it away.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableInput(f"{path} is no list of people of ours. Move it away, or give another --output.") from None
