"""What is written: the published schema, the text only if asked for, and only the kinds that were asked for."""

import json
from importlib.resources import files

import jsonschema
import pytest

from summitparse.records import Release
from summitparse.serialise import json_schema, select, to_json
from tests.test_records import release

VALIDATOR = jsonschema.Draft202012Validator(json.loads(json_schema()))


def test_the_published_schema_is_that_of_the_models() -> None:
    published = files("summitparse").joinpath("release.schema.json").read_text("utf-8")
    assert published == json_schema(), "run `make schema`, and raise SCHEMA_VERSION if a field changed"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("only", [None, frozenset({"quotes"}), frozenset({"figures", "dates"})])
def test_every_form_of_output_satisfies_the_schema(text: bool, only: frozenset[str] | None) -> None:
    document = json.loads(to_json(release(), text=text, only=only))
    VALIDATOR.validate(document)
    assert ("text" in document) is text


def test_only_some_kinds_leaves_no_id_dangling() -> None:
    found = select(release(), frozenset({"figures"}))
    assert not found.quotes and not found.dates
    assert found.figures[0].quote is None and found.figures[0].period is None
    assert found.figures[0].speaker == "A1" and found.actors


def test_quotes_not_sure_enough_go_and_take_what_hangs_on_them() -> None:
    whole = sure_of("figures", "dates", "documents", "positions")
    sure = whole.quotes[0].confidence
    assert select(whole, min_confidence=sure) == whole
    found = select(whole, min_confidence=sure + 0.001)
    assert not found.quotes and found.dates and found.figures
    assert found.figures[0].quote is None and found.figures[0].speaker is None
    VALIDATOR.validate(json.loads(to_json(whole, min_confidence=sure + 0.001)))


@pytest.mark.parametrize("kind", ["figures", "dates"])
def test_records_of_every_kind_go_where_they_are_not_sure_enough(kind: str) -> None:
    whole = sure_of("quotes", "figures", "dates", "documents", "positions")
    unsure = [record.model_copy(update={"confidence": 0.5}) for record in getattr(whole, kind)]
    found = select(whole.model_copy(update={kind: unsure}), min_confidence=0.6)
    assert unsure and not getattr(found, kind) and found.quotes
    assert all(figure.period is None for figure in found.figures)


def sure_of(*kinds: str) -> Release:
    """A release of whose records of these kinds all are sure."""
    whole = release()
    return whole.model_copy(
        update={kind: [one.model_copy(update={"confidence": 1.0}) for one in getattr(whole, kind)] for kind in kinds}
    )


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind 'verbs'"):
        select(release(), frozenset({"verbs"}))


def test_an_actor_goes_only_where_nothing_that_stays_names_it() -> None:
    known = release().actors[0]
    group = known.model_copy(update={"id": "A2", "members": ["A3"], "confidence": 0.9})
    member, other = (known.model_copy(update={"id": id_, "confidence": 0.2}) for id_ in ("A3", "A4"))
    spoken = known.model_copy(update={"confidence": 0.2})
    whole = sure_of("quotes", "figures", "dates").model_copy(update={"actors": [spoken, group, member, other]})
    assert [actor.id for actor in select(whole, min_confidence=0.8).actors] == ["A1", "A2", "A3"]
    assert [actor.id for actor in select(whole, min_confidence=0.95).actors] == ["A1"]


def test_an_event_that_is_not_sure_enough_goes() -> None:
    event = {"name": {"text": "said", "start": 31, "end": 35}, "kind": "other", "place": None, "first": None}
    event |= {"last": None, "participants": ["A1"], "confidence": 0.3}
    whole = release(event=event)
    assert select(whole, min_confidence=0.3).event and select(whole, min_confidence=0.4).event is None
