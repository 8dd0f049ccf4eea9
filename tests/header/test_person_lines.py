import pytest

from summitparse.findings import Span
from summitparse.header.person_lines import person_line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mary Roe", "Mary Roe"),
        ("Author: Mary Roe", "Mary Roe"),
        ("Jane Roe, Minister for Ports", "Jane Roe"),
        ("President Jane Roe: Dahl Asking the Board To Count Again ‘Reeks of Fear.’", None),
        ("President Jane Roe: The Harbour Is Open", None),
        ("Secretary-General Jane Roe", "Secretary-General Jane Roe"),
        ("Office of the Prime Minister and Cabinet", None),
        ("The harbour is open.", None),
    ],
)
def test_a_line_that_is_a_person(line: str, name: str | None) -> None:
    found = person_line(line, Span(0, len(line)), "")
    assert (found and line[slice(*found)]) == name
