"""A currency that the text never names is pointed out, once."""

import pytest

from summitparse.figures import assumed_currencies, find_figures


@pytest.mark.parametrize(
    ("country", "text", "assumed"),
    [
        ("AU", "It will pay $40 million and around $50 million.", ["$40 million"]),
        ("AU", "It will pay $40 million, and A$3 million later.", []),
        ("AU", "It will pay $40 million; all sums are in Australian dollars.", []),
        ("AU", "It will pay $40 million and US$5 million.", ["$40 million"]),
        (None, "It will pay about $40 million.", ["about $40 million"]),
        (None, "It will pay $40 million (USD).", []),
        ("US", "It will pay $40 million.", []),
        ("LK", "It will pay Rs. 5,000.", ["Rs. 5,000"]),
        ("LK", "It will pay Rs. 5,000 or 6,000 Sri Lankan rupees.", []),
        ("CH", "It will pay CHF 5 million and 3 million euros.", []),
    ],
)
def test_what_no_words_say_is_assumed(country: str | None, text: str, assumed: list[str]) -> None:
    notices = assumed_currencies(find_figures(text, country=country), text, country)
    assert [text[notice.span.start : notice.span.end] for notice in notices] == assumed
    assert all(notice.code == "assumed-currency" for notice in notices)
