import re
import subprocess
import sys

import pytest

from summitparse.currencies import currencies
from summitparse.figures import find_figures
from summitparse.figures.bounds import _signs
from summitparse.figures.tables import PACKAGE
from summitparse.figures.units import units
from summitparse.lexicon import load

SHARED = units().time | currencies().with_scale


def test_a_phrase_has_one_bound() -> None:
    data = load(PACKAGE, "bounds")
    phrases = [phrase for part in ("before", "verbs") for words in data[part].values() for phrase in words]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("phrase", sorted(_signs()[0]))
def test_every_bound_is_read(phrase: str) -> None:
    text = f"It was {phrase}40,000 euros." if phrase.endswith("-") else f"It was {phrase} 40,000 euros."
    (figure,) = find_figures(text)
    assert figure.bound == _signs()[0][phrase]
    assert text[figure.span.start : figure.span.end].startswith(phrase)


@pytest.mark.parametrize(
    "name", [name for name in sorted(currencies().names) if name.count(" ") < 4 and "&" not in name]
)
def test_every_name_of_a_currency_is_read(name: str) -> None:
    (figure,) = find_figures(f"It paid 12 million {name} then.")
    assert (figure.kind, figure.value, figure.unit) == ("money", 12_000_000, currencies().names[name])


@pytest.mark.parametrize("sign", sorted(currencies().signs))
def test_every_sign_is_read(sign: str) -> None:
    for text in (f"It paid {sign}12,000 then.", f"It paid 12,000{sign} then."):
        (figure,) = find_figures(text)
        assert (figure.value, figure.unit) == (12_000, currencies().signs[sign])


UNIT_NAMES = sorted(name for name in units().names if re.fullmatch(r"[a-z -]{5,}", name) and name not in SHARED)


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_every_name_of_a_unit_is_read(name: str) -> None:
    (figure,) = find_figures(f"It took 1,250 {name} then.")
    assert (figure.kind, figure.value) in (("quantity", 1250), ("percent", 1250)), name


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from summitparse.figures import find_figures; find_figures('It cost $5 million.');"
        "print([name for name in ('babel', 'spacy', 'pycountry', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
