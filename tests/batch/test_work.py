"""What is said of a release that a worker could not do."""

import pytest

from summitparse.batch.item import Item
from summitparse.batch.work import sentence
from summitparse.errors import UnreadableInput

ITEM = Item(0, "talks.txt", path="/tmp/talks.txt")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnreadableInput("/tmp/talks.txt holds no text."), "talks.txt holds no text."),
        (MemoryError(), "talks.txt: it takes more memory than there is or than --max-memory allows. Cut it up"),
        (KeyError("cue"), "talks.txt: a fault of summitparse (KeyError: 'cue'). Please report it"),
    ],
)
def test_the_sentence_names_the_file_and_the_remedy(error: Exception, said: str) -> None:
    assert sentence(ITEM, error).startswith(said)
