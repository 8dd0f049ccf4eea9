"""Which lines of the head are publication lines, and what they say together."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from summitparse.findings import Span
from summitparse.header.beside import Stamps, place_beside, words
from summitparse.header.evidence import in_year_of, in_year_of_number, reads_day_first
from summitparse.header.headline import function_words, opens_turn
from summitparse.header.place import Dateline
from summitparse.header.publication import Stamp, date_at_end, is_updated, read_stamp
from summitparse.lexicon import load
from summitparse.lines.model import Published
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence

# A stamp below more lines of text than this is no publication line.
MOST_BEFORE_STAMP = 8
# So many lines below a time are looked through for another.
FURTHER = 40
# And so many for the year of a date.
MOST_LINES = 400
# Behind them a day belongs to what stands before: of the last word of a line, as a list.
_WHOSE = (["of"], ["OF"])
_DASHES = frozenset("–—-")


class Calendar:
    """The dates and times that whole lines of a text give."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.day_first = reads_day_first(lines)
        self.text = "\n".join(line.text for line in lines[:MOST_LINES])

    def read(self, line: Line) -> Stamp | None:
        stamp = read_stamp(line, day_first=self.day_first)
        if stamp is None or stamp.date is None or stamp.value:
            return stamp
        if any(map(str.isdigit, "".join(words(line, span) for span in stamp.other))):
            return stamp  # "Thu 01 Dec 05" has a year
        day = in_year_of(self.text, line.text, self.day_first) or in_year_of_number(self.lines, line.text)
        return replace(stamp, day=day)

    def at(self, i: int) -> Stamp | None:
        return self.read(self.lines[i]) if i < len(self.lines) else None

    def is_time(self, i: int) -> bool:
        stamp = self.at(i)
        return bool(stamp and stamp.time and not stamp.date)

    def dated(self, dateline: Dateline) -> Published | None:
        """The day of a dateline, with the year that the text gives that day elsewhere where it has none itself."""
        if dateline.published or dateline.date is None:
            return dateline.published
        line = self.lines[dateline.line]
        said = words(line, dateline.date)
        day = in_year_of(self.text, said, self.day_first) or in_year_of_number(self.lines, said)
        return Published(dateline.date, day.isoformat(), day) if day else None

    def first_stamps(self, head: Sequence[int], furniture: Collection[int]) -> list[tuple[int, Stamp]]:
        """The first publication line of the head and those that stand with it."""
        stamps: list[tuple[int, Stamp]] = []
        passed = sentences = 0
        for i in head:
            line, stamp = self.lines[i], self.at(i)
            if stamp and (self.stands_alone(i, stamp) if stamp.date else self.below_date(i, stamps)):
                stamps.append((i, stamp))
            elif i not in furniture:
                passed += 1
                sentences += ends_sentence(line.text) and not self.is_headline_of(i)
                if (stamps and passed > 3) or sentences > 1 or passed > MOST_BEFORE_STAMP or self.is_turn(i):
                    break
        if not any(stamp.date for _, stamp in stamps) or len(self.lines) == len(stamps):
            return []
        return stamps

    def closing(self, line: Line) -> tuple[Span, dt.date] | None:
        """The day that ends a line and is no part of what it says: `MINISTER FOR TRADE Jane Roe August 24, 2012`."""
        found = date_at_end(line, self.day_first)
        before = line.text[: found[0].start - line.start].split() if found else []
        leading = load("summitparse.layout", "publication")["leading"]
        if before and before[-1] in _DASHES and not any(c.isdigit() for word in before[-4:] for c in word):
            return found  # "Cabinet decisions – 3 May 2024", and not "Closed 2 May – 3 May 2024"
        return found if before and before[-1].casefold() not in function_words().union(leading) else None

    def is_turn(self, i: int) -> bool:
        """Does somebody speak in the line, and is it no headline above a date ("Minister Roe: Peace is near")?"""
        return opens_turn(self.lines[i].text) and not self.is_headline_of(i)

    def is_headline_of(self, i: int) -> bool:
        """A first line with a publication line right below it is a headline, though it may end in a question mark."""
        return bool(self.at(i + 1))

    def stands_alone(self, i: int, stamp: Stamp) -> bool:
        """No line of a wrapped sentence that happens to be a date."""
        above = self.lines[i - 1] if i and not self.lines[i].gap else None
        after = self.lines[i + 1] if i + 1 < len(self.lines) and not self.lines[i + 1].gap else None
        before = self.lines[i].text[: stamp.date.start - self.lines[i].start].split() if stamp.date else []
        leads = above.text.split()[-1:] if above else []
        if not function_words().isdisjoint(word.casefold() for word in leads) or before[2:][-1:] in _WHOSE:
            return False  # "Decision of the Council of 12 January"
        if stamp.value is None and (after or place_beside(self.lines, [(i, stamp)]) is None):
            return False  # "On 29 January, Jane" / "Roe will hold talks": no year, and the line goes on
        if not after or not after.text[0].islower():
            return True
        # "In March 2023 the port opened a first" / "terminal …": the line says more behind its date, and goes on
        more = bool(stamp.other) and stamp.other[-1].end == self.lines[i].end
        return not more and (above is None or ends_sentence(above.text))

    def below_date(self, i: int, stamps: Stamps) -> bool:
        """A time on a line of its own is the publication's where it stands right below the date; with a blank line
        between, where no other line is a time: a programme of the day has several."""
        if not stamps or stamps[-1][0] != i - 1 or stamps[-1][1].time:
            return False
        zoned = self.lines[i].text.rstrip(" .)")[-1:].isalpha()  # "1:44 P.M. EDT" may stand apart
        return self.lines[i].gap == 0 or zoned or not any(self.is_time(k) for k in range(i + 1, i + FURTHER))


def publication(stamps: Stamps) -> Published | None:
    """Of several stamps the first that is no update."""
    dated = [k for k, (_, stamp) in enumerate(stamps) if stamp.date and stamp.value]
    if not dated:
        return None
    k = next((k for k in dated if not is_updated(stamps[k][1])), dated[0])
    stamp = stamps[k][1]
    assert stamp.date and stamp.value
    time, value = stamp.time, stamp.value
    if time is None and k + 1 < len(stamps) and stamps[k + 1][1].date is None:
        time, value = stamps[k + 1][1].time, f"{value}T{stamps[k + 1][1].clock}"
    start, end = (min(stamp.date.start, time.start), max(stamp.date.end, time.end)) if time else stamp.date
    return Published(Span(start, end), value, stamp.day)
