"""Labels without a colon, line by line."""

import pytest

from summitparse.layout.house_styles import house_labels, sure_by_style
from summitparse.lines.labels import read_label
from summitparse.lines.read import read_lines


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (("The PRESIDENT. We meet.", "Mr. ROE of Kent. We do."), ["The PRESIDENT", "Mr. ROE of Kent"]),
        (("Locks and Safety Director Dr. Ann Poe, the Surgeon", "General Dr. Max Moe met leaders of ports."), []),
        (("Dr. J. Poe, Minister of Ports", "Mr. M. Moe, Minister of Law", "Dr. J. Poe, Minister of Ports"), []),
    ],
)
def test_a_label_ends_with_the_full_stop_of_its_own(lines: tuple[str, ...], labels: list[str]) -> None:
    rows = read_lines("\n".join(lines))
    assert [label.text for label in house_labels(rows, [True] * len(rows)) if label] == labels


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        (("Jane Roe (Norway): We meet.", "John Doe (Chile): We do."), True),
        (("Jane Roe (Norway): We meet.", "They met."), False),
    ],
)
def test_a_country_in_brackets_makes_labels_sure_where_two_have_one(lines: tuple[str, ...], sure: bool) -> None:
    rows = read_lines("\n".join(lines))
    assert sure_by_style(rows, [read_label(row.text, row.start) for row in rows])[0] is sure
