import datetime as dt

from summitparse.actors import build_registry
from summitparse.events import find_event
from summitparse.findings import DateFinding, EventFinding, Span, TimeFindings
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout, Published, clean_copy

DAY = dt.date(2031, 5, 6)


def event_of(title: str, body: str, when: str = "", day: dt.date = DAY) -> tuple[Layout, EventFinding | None]:
    text = f"{title}\n{body}"
    block = Block(Span(len(title) + 1, len(text)))
    header = Header(title=Span(0, len(title)), published=Published(Span(0, 0), DAY.isoformat(), DAY))
    layout = Layout(text, clean_copy(text), header, (block,))
    parse = analyse([(layout.clean, [header.title, block.span])])[0]
    dates = ()
    if when:
        at = text.index(when)
        dates = (DateFinding(Span(at, at + len(when)), "DATE", day.isoformat(), first=day, last=day),)
    registry = build_registry(layout, parse)
    return layout, find_event(layout, parse, registry, TimeFindings(dates), reference=DAY)


def test_visit_with_place_and_day_of_the_sentence() -> None:
    layout, event = event_of(
        "Foreign Minister visits Nairobi",
        "On 4 May, Foreign Minister Anna Lund held talks with President of Kenya Joseph Oduya in Nairobi.",
        when="4 May",
        day=dt.date(2031, 5, 4),
    )
    assert event is not None
    assert layout.text[event.place.start : event.place.end] == "Nairobi"
    assert (event.first, event.last) == (dt.date(2031, 5, 4),) * 2
    assert len(event.participants) == 2


def test_a_statement_reports_no_event() -> None:
    _, event = event_of("Statement on the situation in the region", "We are concerned. We call on all sides to stop.")
    assert event is None
