"""Labels without a colon, line by line."""

import pytest

from summitparse.layout.house_styles import house_labels
from summitparse.layout.lines import read_lines


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
