"""How sure a record is by the rule that made it: how often that rule was right on annotated releases and sentences."""

import json
from functools import cache
from typing import Any

from summitparse.shipped import shipped


def confidence(kind: str, rule: str) -> float:
    """From 0 to 1, to two digits: how often `rule` was right, or where it was hardly seen, all rules of the kind.

    `kind` is the name of a list of records ("figures", "dates", "documents"), or "quotes" for quotations without a cue,
    whose rules are ways of attribution. `models/confidence/calibrate.py` made
    the table.
    """
    of_kind = _table()[kind]
    return float(of_kind["rules"].get(rule, of_kind["any"]))


@cache
def _table() -> Any:
    return json.loads(shipped("models", "confidence").joinpath("calibration.json").read_text("utf-8"))
