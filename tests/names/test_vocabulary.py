import pytest

from summitparse.names.vocabulary import plural_of


@pytest.mark.parametrize(
    ("office", "several"),
    [
        ("minister", "ministers"),
        ("secretary", "secretaries"),
        ("attorney", "attorneys"),
        ("attorney general", "attorneys general"),
        ("head of state", "heads of state"),
        ("chairwoman", "chairwomen"),
        ("coach", "coaches"),
        ("midwife", "midwives"),
    ],
)
def test_plural_of_an_office(office: str, several: str) -> None:
    assert plural_of(office) == several
