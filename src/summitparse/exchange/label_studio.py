"""Label Studio: tasks with predictions out, annotations (or predictions) in.

Its offsets are those of JavaScript, UTF-16 code units; a record of several places is several regions with a relation.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from summitparse.errors import UnreadableInput
from summitparse.exchange.marked import KIND_OF, LABELS, Marked, as_marked, fields_json, marked, read_fields, text_of
from summitparse.exchange.utf16 import Units
from summitparse.records import Release
from summitparse.review.decisions import text_hash
from summitparse.serialise import inert

LABEL, FIELDS, TEXT = "kind", "fields", "text"
CONTINUES = "continues"
# The labelling interface that shows the tasks: Settings, Labeling Interface, Code.
CONFIG = """<View>
  <Labels name="kind" toName="text">
{labels}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="fields" toName="text" perRegion="true" displayMode="region-list"/>
  <Relations><Relation value="continues"/></Relations>
</View>
"""


def config() -> str:
    """The labelling interface (XML)."""
    return CONFIG.format(labels="\n".join(f'    <Label value="{label}"/>' for label in LABELS.values()))


def to_label_studio(releases: Iterable[Release], version: str) -> str:
    """Tasks to import, as JSON; `version` is that of the model that predicted. Raises `UsageError` without the text."""
    return inert(json.dumps([_task(release, version) for release in releases], ensure_ascii=False, indent=1))


def _task(release: Release, version: str) -> dict[str, Any]:
    text = text_of(release)
    units = Units(text)
    found = marked(release)
    sure = [one.confidence for one in found if one.confidence is not None]
    prediction = {
        "model_version": version,
        "score": round(sum(sure) / len(sure), 3) if sure else 0,
        "result": [item for one in found for item in _regions(one, text, units)],
    }
    data = {"text": text, "name": release.id or release.source.name, "text_sha256": text_hash(text)}
    return {"data": data, "predictions": [prediction]}


def _regions(one: Marked, text: str, units: Units) -> Iterator[dict[str, Any]]:
    for number, (start, end) in enumerate(one.places):
        id_ = one.id if number == 0 else f"{one.id}+{number}"
        place = {"start": units.from_points(start), "end": units.from_points(end), "text": text[start:end]}
        shown = {"id": id_, "to_name": TEXT, "origin": "prediction"}
        label = {"from_name": LABEL, "type": "labels", "value": {**place, "labels": [LABELS[one.kind]]}}
        yield {**shown, **label} if one.confidence is None else {**shown, **label, "score": one.confidence}
        if number:
            relation = {"type": "relation", "from_id": one.id, "to_id": id_, "direction": "right"}
            yield {**relation, "labels": [CONTINUES]}
        else:
            written = {**place, "text": [fields_json(one.fields)]}
            yield {**shown, "from_name": FIELDS, "type": "textarea", "value": written}


def from_label_studio(data: str, releases: Sequence[Release]) -> list[Release]:
    """The releases as they are in an export (JSON) of Label Studio; those without a task stay as they are.

    Raises `UnreadableInput` for what is no such export.
    """
    try:
        tasks = {task["data"]["text"]: task for task in json.loads(data)}
        marks = {text: list(_marks(task)) for text, task in tasks.items()}
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise UnreadableInput(
            "This is no JSON that Label Studio has exported. Export as JSON, not as JSON-MIN."
        ) from None
    return [as_marked(release, marks[text]) if (text := text_of(release)) in marks else release for release in releases]


def _marks(task: Mapping[str, Any]) -> Iterator[Marked]:
    """A person's annotation goes before a prediction."""
    text = task["data"]["text"]
    units = Units(text)
    result = (task.get("annotations") or task["predictions"])[0]["result"]
    places: dict[str, list[tuple[int, int]]] = {}
    kinds: dict[str, str] = {}
    fields: dict[str, dict[str, Any]] = {}
    head = {item["to_id"]: item["from_id"] for item in result if item["type"] == "relation"}
    for item in result:
        if item["type"] == "labels":
            value = item["value"]
            id_ = head.get(item["id"], item["id"])
            kinds.setdefault(id_, KIND_OF[value["labels"][0]])
            places.setdefault(id_, []).append((units.to_points(value["start"]), units.to_points(value["end"])))
        elif item["type"] == "textarea":
            fields[item["id"]] = read_fields(item["value"]["text"][0])
    for id_, found in places.items():
        yield Marked(kinds[id_], id_, tuple(sorted(found)), fields.get(id_, {}))
