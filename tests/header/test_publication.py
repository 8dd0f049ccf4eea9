"""Dates, times and zones of a publication line, as ISO 8601."""

import pytest

from summitparse.header.publication import read_stamp
from summitparse.lines.read import Line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 January 2024 3:30 pm", "2024-01-12T15:30:00"),
        ("12 January 2024 15:30 pm", "2024-01-12T15:30:00"),
        ("12 January 2024, 15:30 UTC", "2024-01-12T15:30:00Z"),
        ("12 January 2024 15:30 GMT+3", "2024-01-12T15:30:00+03:00"),
        ("12 January 2024 15:30 +0530", "2024-01-12T15:30:00+05:30"),
        ("12 January 2024 25:30", "2024-01-12"),
        ("31 February 2024", None),
        ("Published September 1980", "1980-09"),
        ("September 1980", None),  # alone it is a heading
        ("12 January 2024. The lamps burn.", None),
        ("Kamis, 5 Desember 2024", "2024-12-05"),
        ("3 Septemba 2024", "2024-09-03"),
        ("15 Ogos 2023", "2023-08-15"),
        ("12-avgust, 2024-yil", "2024-08-12"),
        ("2024. május 5.", "2024-05-05"),
        ("2024 May 5", "2024-05-05"),
        ("2024年3月5日", "2024-03-05"),
        ("2024-оны 3 сарын 5", "2024-03-05"),
        ("12 tháng 3 năm 2024", "2024-03-12"),
        ("Velden. February 14, 2024.", "2024-02-14"),
    ],
)
def test_stamps(text: str, value: str | None) -> None:
    stamp = read_stamp(Line(0, len(text), text, 0))
    assert (stamp.value if stamp else None) == value
