"""Day first or month first, where the digits leave it open."""

import datetime as dt

import pytest

from summitparse.dates import find_dates
from summitparse.layout import find_layout

DAY = dt.date(2025, 9, 4)


@pytest.mark.parametrize(
    ("text", "reference", "country", "value"),
    [
        ("They met on 05/10/2025.", None, None, "2025-05-10"),
        ("They met on 05.10.2025.", None, None, "2025-10-05"),
        ("They met on 05/10/2025 and on 25/09/2025.", None, "US", "2025-10-05"),
        ("They met on 05/10/2025 and on 09/25/2025.", None, "KE", "2025-05-10"),
        ("They met on 05/10/2025. Released on 04/09/2025.", DAY, "US", "2025-10-05"),
        ("They met on 05/10/2025. Released on 09/04/2025.", DAY, "KE", "2025-05-10"),
        ("They met on 05/10/2025. Released on 04/09/2024.", DAY, None, "2025-05-10"),
        ("They met on 05/10/2025, and on 3 June 2025.", None, "US", "2025-10-05"),
        ("They met on 05/10/2025.", None, "KE", "2025-10-05"),
        ("They met on 05/10/2025.", None, "PH", "2025-05-10"),
        ("They met on 05.10.2025.", None, "US", "2025-05-10"),
    ],
)
def test_what_tells_the_day_from_the_month(
    text: str, reference: dt.date | None, country: str | None, value: str
) -> None:
    assert find_dates(text, reference=reference, country=country).dates[0].value == value


def test_the_publication_line_says_it_too() -> None:
    found = find_dates(find_layout("VELDEN, 14 September 2025 -- They met on 05/10/2025."), reference=DAY)
    assert [date.value for date in found.dates] == ["2025-10-05"]
