"""Who publishes: own examples of each kind of evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.issuer import find_issuer
from summitparse.layout import compose, find_layout


def issuer(text: str) -> tuple[str | None, str | None]:
    layout = find_layout(compose(text))
    found = find_issuer(layout)
    if found is None:
        return None, None
    return layout.clean[found.name.start : found.name.end] if found.name else None, found.country


HEAD = "Harbour talks open\n\n12 January 2024\n\n"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (HEAD + "The ministers of Japan and Kenya met.\n\nContact: press@harbours.go.ke\n", "KE"),  # an address
        (
            "Harbour talks open\n\nBern, 12.01.2024 - The ministers of Peru and Switzerland met today.\n",
            "CH",
        ),  # dateline
        (HEAD + "The Congressman met the ministers of Peru and Chile on Capitol Hill.\n", "US"),  # institutions
        (
            HEAD + "Minister Ann Example flew to Canberra. Australia will build two piers. Australians pay for them.\n",
            "AU",
        ),
        (HEAD + "Fares in Colombo, Galle and Kandy rose to LKR 300, the fund said.\n", "LK"),  # money of its own
        (HEAD + "The minister of Peru met the one of Chile.\n", None),
        (HEAD + "The ministers met.\n", None),
        ("Ministry of Harbours of Peru\n\n" + HEAD + "The ministers of Chile and Kenya met.\n", "PE"),  # its name
        (
            "Peru-Chile talks open\n\n12 January 2024\n\nThe ministers of Peru and Chile met. Peru and Chile agreed.\n",
            "PE",
        ),
    ],
)
def test_country(text: str, country: str | None) -> None:
    assert issuer(text)[1] == country


LETTERHEAD = (
    "Department of Harbours\n\nOffice of Public Affairs\n\n12 January 2024\n\nTwo piers open\n\nThey open today.\n"
)
FOOT = "Two piers open\n\nThe piers open today.\n\nJ. Roe Director of Information "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LETTERHEAD, "Department of Harbours"),
        (HEAD[:-1] + "Press Release: Chilean Harbour Party\n\nTwo piers open today.\n", "Chilean Harbour Party"),
        (HEAD + "The piers open today.\n\nMINISTRY OF HARBOURS\n", "MINISTRY OF HARBOURS"),
        (HEAD + "The piers open today.\n\nMINISTRY OF HARBOURS 12 JANUARY 2024\n", "MINISTRY OF HARBOURS"),
        (HEAD + "The piers open today.\n\nMinistry of Harbours 5\n", None),
        (FOOT + "Ministry of Harbours and Mines\n\n12.01.2024\n", "Ministry of Harbours and Mines"),
        (
            "The Open Harbour Committee decided today to keep its dues.\n\nIts members agreed.\n",
            "Open Harbour Committee",
        ),
        (HEAD + "The piers open today, said Ann Example.\n", None),
    ],
)
def test_name(text: str, name: str | None) -> None:
    assert issuer(text)[0] == name


PIECES = [HEAD, "Bern", "\n", "Ministry of ", "x.gov.au ", "The ", "White House", "Director of ", "Aa, ", "and "]


@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text(text: str) -> None:
    layout = find_layout(compose(text))
    found = find_issuer(layout)
    if found and found.name:
        assert 0 <= found.name.start < found.name.end <= len(layout.clean)
