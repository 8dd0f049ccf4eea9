"""The lexicon of cues: sorted, no entry twice, kinds apart; and what a user's own cue changes."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitparse import parse
from summitparse.cues.find import vocabulary
from summitparse.lexicon import load

ROOT = Path(__file__).parents[2]
TABLE = load("summitparse.quotes", "cues")


@pytest.mark.parametrize("name", sorted(TABLE))
def test_sorted_without_duplicates(name: str) -> None:
    assert TABLE[name] == sorted(set(TABLE[name]))


def test_verbs_of_saying_and_other_verbs_are_apart() -> None:
    assert not set(TABLE["saying"]) & set(TABLE["verbs"])


def test_each_lemma_has_a_name_of_its_own() -> None:
    names = list(vocabulary().values())
    assert len(set(names)) == len(names)


PARSE = """
import json, sys
from pathlib import Path
from summitparse import lexicon, parse
lexicon.use(Path(sys.argv[1]))
print(json.dumps([parse(text).model_dump(mode="json") for text in json.load(sys.stdin)]))
"""


def parsed(texts: list[str], own: Path) -> list[dict[str, Any]]:
    """Records with a lexicon of one's own, in a process of their own: a lexicon is used for good."""
    command = [sys.executable, "-W", "ignore", "-c", PARSE, str(own)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_lexicon_of_the_documentation_changes_nothing_else(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "lexicon.md").read_text("utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    own = tmp_path / "own.toml"
    own.write_text(block, "utf-8")
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))[::4]]
    # Adjectives stand last in the lexicon, where a row by position would be another's, or none.
    texts.append("The minister was willing to open the port and optimistic that trade would grow.")
    assert parsed(texts, own) == [parse(text).model_dump(mode="json") for text in texts]


def test_a_cue_of_ones_own_leaves_the_other_quotes_alone(tmp_path: Path) -> None:
    text = (
        "The envoy was optimistic that trade would grow.\n\nThe council averred that the bridge would be closed.\n\n"
        "“The harbour is open,” Minister Ann Example said.\n\nThe head of the port voiced hope that ships will come."
    )
    own = tmp_path / "own.toml"
    own.write_text('[quotes.cues]\nsaying = ["aver"]\nnouns = ["avowal"]\n', "utf-8")
    before, (after,) = parse(text).model_dump(mode="json"), parsed([text], own)
    averred = [quote["cue"]["text"] for quote in before["quotes"]].index("averred")
    mine, theirs = after["quotes"].pop(averred), before["quotes"].pop(averred)
    assert after == before
    assert mine["text"] == theirs["text"] and mine["confidence"] > theirs["confidence"]
