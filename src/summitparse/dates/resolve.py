"""Readings to calendar places, from left to right, against the reference date or the last date mentioned.

News is told from its reference date: a bare month or weekday lies before or after it as the tense of its clause says.
Where a text narrates (see `narrative`), a bare month belongs to the year of the last date mentioned. "The same day",
"that year" and "two days later" count from the last mention in both. What has nothing to count from stays open:
XXXX-06, XXXX-WXX-5.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from summitparse.dates.narrative import Glance
from summitparse.dates.periods import counted_length, days_within
from summitparse.dates.resolved import Resolved, blank, done, kept, not_before, weekday_and_day
from summitparse.dates.seasons import in_year_near, nearest
from summitparse.dates.tense import Tense
from summitparse.dates.wholes import GRAIN, OPEN_VALUES, part_of
from summitparse.timex.points import Point, advanced, moved, of_day, valid
from summitparse.timex.readings import PAST_ANCHORS, Reading, clock_only

# So many years on from where the story stands, a bare year still carries it along.
_NEAR = 3
_REPORTED = 270
# So many days ahead a visit is announced whose times of day follow.
_PROGRAMME = 30
_AUTUMN = 9
# Lengths that speak of several quarters, and parts that end with the year.
_QUARTERS_SO_FAR = frozenset({"P6M", "P9M"})
_LAST_PARTS = frozenset({"Q4", "H2"})
_YEARS = frozenset({"year", "decade", "century"})
_ANAPHORIC = frozenset({"mention", "earlier"})
# Units that keep a year where nothing finer is known of them, and those that are numbered within it.
_IN_YEARS = frozenset({"day", "month"})
_NUMBERED = frozenset({"week", "weekend", "quarter"})
# What reports are about, and what a figure may be set against.
_REPORTED_UNITS = frozenset({"month", "quarter", "half"})
_COMPARED = frozenset({"quarter", "period", "year"})
# How many weeks on a weekday is by the word before it; "last" is before today.
_WEEKS_ON = {"next": 1, "following": 1, "this": 0, "previous": -1, "last": 0, "before-last": -1}
_BEFORE_TODAY = frozenset({"last", "before-last"})


class Resolver:
    """Holds what has been mentioned so far; `resolve` is to be called in text order."""

    def __init__(self, reference: dt.date | None, narrates: bool) -> None:
        self.reference = reference
        self.narrates = narrates
        self.mention: Point | None = None
        self.story: Point | None = None  # where a narrative stands: side glances at other years leave it where it is
        self.dated = False  # whether the last mention is a date, or a weekday that followed one
        self.ends_range = False  # whether the last mention is the end of a range
        self.quarter: Point | None = None  # the one that a business report is about, not what it is compared with
        self.several_quarters = False  # whether it now speaks of the first six or nine months
        self.day: Point | None = None  # the last day mentioned of the week before the reference: that of the news
        self.compared: tuple[Reading, Point] | None = None  # the last year that a figure was set against
        self._origin = of_day(reference) if reference else None

    def resolve(
        self,
        reading: Reading,
        tense: Callable[[], Tense],
        after: Point | None = None,
        day: Point | None = None,
        glance: Glance = None,
    ) -> Resolved:
        """`after` is where the range began whose end this is; `day` the one that the sentence gives to a time; `glance`
        says that a story only looks aside at this date.
        """
        if reading.kind == "known":
            self.several_quarters = self.several_quarters or reading.value in _QUARTERS_SO_FAR
            return self._counted(reading, tense, after, day)
        resolved = self._counted(reading, tense, after, day)
        off = self.narrates and reading.kind == "shift" and reading.anchor == "writing"
        off = off or (clock_only(reading) and day is None)  # a time without its day is no date to go on from
        if resolved.point is not None and resolved.point.year is not None and not off:
            self.mention, self.ends_range = resolved.point, after is not None
            self.dated = reading.weekday is None or (self.dated and reading.within is None)
            if not self._looks_aside(glance, resolved.point):
                self._follow(reading, resolved.point, tense)
            if resolved.point.unit == "day" and self._of_the_week(resolved.point):
                self.day = replace(resolved.point, time=None)
            if resolved.point.unit == "quarter":
                self.several_quarters = False
                self.quarter = resolved.point if self._reported(resolved.point) else self.quarter
            if reading.kind == "shift" and reading.anchor in PAST_ANCHORS:
                self.compared = reading, resolved.point
        return resolved

    def _counted(
        self, reading: Reading, tense: Callable[[], Tense], after: Point | None, day: Point | None
    ) -> Resolved:
        """Open as well where counting leaves the years 1 to 9999, of which alone `datetime` has a calendar."""
        try:
            if reading.kind == "known":
                return self._length(reading, tense)
            resolved = self._at(day, reading) if day is not None else self._place(reading, tense)
            # a story may well speak of the October before
            return resolved if self.narrates else not_before(after, reading, resolved)
        except OverflowError:
            return Resolved(OPEN_VALUES.get(reading.unit, "XXXX"))

    def _length(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        """A value as it stands; "the first nine months of 2023" has calendar days as well."""
        length = counted_length(reading) if reading.within is not None and not reading.within.fiscal else None
        whole = self._place(reading.within, tense).point if length and reading.within else None
        days = days_within(length, whole, last=reading.index < 0) if length and whole else None
        return Resolved(reading.value, days=days)

    def _of_the_week(self, point: Point) -> bool:
        day = point.first()
        return self.reference is not None and day is not None and 0 <= (self.reference - day).days < 7

    def _reported(self, quarter: Point) -> bool:
        """A report is about a quarter of the last nine months; an older one is what it is compared with."""
        end = quarter.days()
        return self.reference is None or (end is not None and (self.reference - end[1]).days < _REPORTED)

    def _looks_aside(self, glance: Glance, point: Point) -> bool:
        here, there = self.story.first() if self.story else None, point.first()
        return here is not None and (glance == "any" or (glance == "back" and there is not None and there < here))

    def _follow(self, reading: Reading, point: Point, tense: Callable[[], Tense]) -> None:
        """The story goes on with every month and day; with a bare year only if it is another, near and not planned."""
        if point.unit not in _YEARS:
            if reading.kind != "shift" or abs(reading.count) <= 1 or reading.unit not in _YEARS:
                self.story = point
            return
        story = self.story
        if point.unit == "year" and reading.kind != "shift":
            near = story is None or story.year is None or point.year is None or -1 <= point.year - story.year <= _NEAR
            ahead = story is not None and (point.year or 0) > (story.year or 0) and tense() == "future"
            same = story is not None and story.year == point.year
            self.story = point if (near and not ahead and not same) or reading.heads else story

    def _at(self, day: Point, reading: Reading) -> Resolved:
        return done(replace(day, time=reading.time))

    def _place(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        if reading.dated:
            resolved = kept(reading, self._point(reading, tense))
        elif reading.kind == "of":
            resolved = self._of(reading, tense)
        else:
            resolved = self._shift(reading, tense)
        if reading.time and resolved.point is not None:
            point = replace(resolved.point, time=reading.time)
            return Resolved(point.value(), point)
        if reading.time:
            return Resolved(resolved.value + reading.time)
        return resolved

    # Points of the calendar

    def _point(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        point = reading.point
        assert point is not None
        if point.year is not None:
            return done(point)
        if reading.within is not None:
            return self._within(reading, point, self._place(reading.within, tense).point)
        if reading.weekday is not None:
            return self._weekday(reading, tense)
        if point.unit == "day" and point.month is None and point.day is None:
            return self._today_or_mention(tense)
        base = self.story if self.narrates else None
        if reading.direction == "that" and self.mention is not None and self.mention.year is not None:
            return done(replace(point, year=self.mention.year, bc=self.mention.bc))
        if point.unit == "day" and point.month is None:
            return self._day_of_month(point, base, tense)
        if reading.direction in (None, "gone") and base is not None:
            return done(in_year_near(point, base))
        if reading.direction not in (None, "that") and base is not None and (day := base.first()):
            return done(nearest(point, day, reading.direction))
        if self.reference is None:
            return Resolved(point.value())
        direction = "past" if reading.direction == "that" else reading.direction
        if direction == "this" and point.part == "WI" and self.reference.month < _AUTUMN and tense() == "past":
            direction = "past"  # "This winter was mild", told in May
        return done(nearest(point, self.reference, direction or tense() or "likely"))

    def _today_or_mention(self, tense: Callable[[], Tense]) -> Resolved:
        """A time of day alone belongs to the day last mentioned in a story, to the day of publication in news.

        What is to come goes on from the day announced: "On 16 May she will arrive. In the evening she will speak."
        """
        mention = self.mention
        if mention is not None and mention.unit == "day":
            if self.narrates or self.reference is None or (self._announced() and tense() == "future"):
                return done(replace(mention, time=None))
        day = self.day or self._origin
        return done(day) if day and not self.narrates else Resolved("XXXX-XX-XX")

    def _announced(self) -> dt.date | None:
        """The day last mentioned, where it lies ahead: that of a visit or a meeting."""
        day = self.mention.first() if self.mention is not None and self.mention.unit == "day" else None
        ahead = self.reference is not None and day is not None and 0 < (day - self.reference).days <= _PROGRAMME
        return day if ahead else None

    def _day_of_month(self, point: Point, base: Point | None, tense: Callable[[], Tense]) -> Resolved:
        if base is not None and base.month is not None:
            return done(replace(point, year=base.year, month=base.month))
        if self.reference is None:
            return Resolved(f"XXXX-XX-{point.day:02d}")
        return done(nearest(point, self.reference, tense() or "past"))

    def _within(self, reading: Reading, point: Point, whole: Point | None) -> Resolved:
        if whole is None or whole.year is None:
            return Resolved(point.value())
        if whole.unit == "week" and reading.weekday is not None:
            monday = whole.first()
            return done(of_day(monday + dt.timedelta(days=reading.weekday - 1))) if monday else Resolved("XXXX-WXX")
        if point.unit == "day" and point.month is None:
            return done(replace(point, year=whole.year, month=whole.month)) if point.day else Resolved(whole.value())
        return done(replace(point, year=whole.year, bc=whole.bc))

    def _weekday(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        point, weekday = reading.point, reading.weekday
        assert point is not None and weekday is not None
        mention = self.mention
        base = self.reference
        if self.narrates and mention is not None and mention.unit == "day":
            base = mention.first()
        if base is None or (self.narrates and (mention is None or mention.unit != "day")):
            return Resolved(f"XXXX-WXX-{weekday}")
        if point.day is not None:
            return done(weekday_and_day(base, weekday, point.day, tense()))
        direction = reading.direction
        if reading.anchor == "mention" and (day := self._mentioned_day()) is not None:
            back = direction == "previous"
            away = (day.isoweekday() - weekday if back else weekday - day.isoweekday()) % 7 or 7
            return done(of_day(day + dt.timedelta(days=-away if back else away)))
        day = self._announced() if direction is None and self.dated else None
        if day is not None and tense() == "future":
            return done(of_day(day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)))
        away = weekday - base.isoweekday()
        if direction in _WEEKS_ON:
            away += 7 * _WEEKS_ON[direction] - (7 if away >= 0 and direction in _BEFORE_TODAY else 0)
        elif away and (direction == "ahead" or tense() == "future"):
            away += 7 if away < 0 else 0
        elif away > 0:
            away -= 7
        found = advanced(base, (("day", away),))
        return done(of_day(found)) if found else Resolved(f"XXXX-WXX-{weekday}")

    def _mentioned_day(self) -> dt.date | None:
        """The last day mentioned; in news the last of its week, where something coarser was mentioned since."""
        day = self.mention if self.mention is not None and self.mention.unit == "day" else self.day
        return day.first() if day is not None else None

    def _of(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        return part_of(reading, self._place(reading.within, tense).point if reading.within else None)

    # Told from another date

    def _shift(self, reading: Reading, tense: Callable[[], Tense]) -> Resolved:
        unit, count = reading.unit, reading.count
        if unit == "time":
            return done(self.mention) if self.mention is not None else Resolved("PAST_REF")
        if reading.anchor == "auto":
            return self._auto(unit, tense)
        if reading.anchor == "comparison":
            return self._comparison(unit)
        if reading.anchor == "anniversary":
            return self._anniversary(unit, count)
        if reading.anchor == "weekday":
            return self._weekday_ago(reading)
        if reading.anchor == "after-weekday":
            return self._after_weekday(reading)
        if reading.anchor == "new-year":
            return self._new_year(tense)
        if reading.anchor == "this-day":
            day = self.mention is not None and self.mention.unit == "day"
            return self._moved(self.mention, unit, 0) if day and self.mention else self._named(self._origin, unit)
        if reading.anchor == "named-year":
            own = self.quarter.part if self.quarter and not self.several_quarters else None
            return done(Point("quarter", count, part=own) if own else Point("year", count))
        anaphoric = reading.anchor in _ANAPHORIC
        story = self.narrates and reading.anchor != "writing"  # "today" is the day of writing in a story, too
        base = self.mention if story or (anaphoric and self.mention is not None) else self._origin
        if unit == "day" and base is self.mention and not self.narrates and self.day and _coarse(base):
            base = self.day  # "the next day" does not count from a year mentioned by the way
        if base is None:
            return Resolved(OPEN_VALUES.get(unit, "XXXX"))
        if reading.parts:
            start = base.first() if base is self._origin or base.unit in {"day", unit} else None
            away = advanced(start, reading.parts) if start else None
            return done(of_day(away, unit)) if away else Resolved(OPEN_VALUES.get(unit, "XXXX"))
        if reading.anchor == "earlier" and self.compared is not None and self.compared[1] is self.mention:
            if (unit, count) == (self.compared[0].unit, self.compared[0].count):
                return done(self.compared[1])  # "… a year ago; … a year earlier" is one year, not two
        if unit == "year" and count == -1 and self.quarter is not None and self._compares(reading):
            return self._comparison("quarter")
        return self._moved(base, unit, count)

    def _named(self, base: Point | None, unit: str) -> Resolved:
        return self._moved(base, unit, 0) if base is not None else Resolved(OPEN_VALUES.get(unit, "XXXX"))

    def _anniversary(self, unit: str, count: int) -> Resolved:
        """The same day, week or month of another year."""
        day = self.reference
        if day is None:
            return Resolved(OPEN_VALUES.get(unit, "XXXX"))
        year = moved(of_day(day), "year", count)
        if year is None or year.year is None:
            return Resolved("XXXX")
        last = (day.month, day.day) == (2, 29)
        return done(of_day(day.replace(year=year.year, day=28 if last else day.day), unit))

    def _weekday_ago(self, reading: Reading) -> Resolved:
        """a week ago Sunday: counted back from the Sunday before; years and months end on the day of the week's own."""
        if self.reference is None or reading.weekday is None:
            return Resolved(f"XXXX-WXX-{reading.weekday}")
        day = self.reference - dt.timedelta(days=(self.reference.isoweekday() - reading.weekday) % 7)
        if reading.unit == "week":
            return done(of_day(day + dt.timedelta(days=7 * reading.count)))
        month = moved(of_day(day, "month"), "month", reading.count * (12 if reading.unit == "year" else 1))
        if month is None or not valid(replace(month, unit="day", day=day.day)):
            return Resolved("XXXX-XX-XX")
        return done(replace(month, unit="day", day=day.day))

    def _after_weekday(self, reading: Reading) -> Resolved:
        """Monday week, two Fridays from now: so many days on from the next such weekday."""
        if self.reference is None or reading.weekday is None:
            return Resolved(f"XXXX-WXX-{reading.weekday}")
        ahead = (reading.weekday - self.reference.isoweekday()) % 7 or 7
        day = advanced(self.reference, (("day", ahead), *reading.parts))
        return done(of_day(day)) if day else Resolved(f"XXXX-WXX-{reading.weekday}")

    def _new_year(self, tense: Callable[[], Tense]) -> Resolved:
        """The year that comes, in the second half of one; before that the one that has begun."""
        base = self.story if self.narrates else self._origin
        if base is None or base.year is None:
            return Resolved("XXXX")
        ahead = base.month is None or base.month > 6
        return done(Point("year", base.year + ahead))

    def _compares(self, reading: Reading) -> bool:
        """ "a year ago" in a business report is the quarter of a year ago."""
        near = self.mention is not None and self.mention.unit == "quarter"
        return near and not self.narrates and reading.anchor in PAST_ANCHORS and reading.mod is None

    def _moved(self, base: Point, unit: str, count: int) -> Resolved:
        """`count` units on; where the base is coarser than the unit, only its year is known."""
        if GRAIN.index(base.unit) < GRAIN.index(unit) and base is not self._origin:
            if base.year is None or unit in _NUMBERED:
                return Resolved(OPEN_VALUES.get(unit, "XXXX"))
            return Resolved(blank(base, unit))
        point = moved(replace(base, time=None), unit, count)
        return done(point) if point else Resolved(OPEN_VALUES.get(unit, "XXXX"))

    def _auto(self, unit: str, tense: Callable[[], Tense]) -> Resolved:
        mention, origin = self.mention, self._origin
        if unit == "weekend":
            if self.reference is None:
                return Resolved("XXXX-WXX-WE")
            back = 7 if tense() == "past" and self.reference.isoweekday() < 6 else 0
            return done(of_day(self.reference - dt.timedelta(days=back), "weekend"))
        if unit == "quarter":
            if self.quarter is not None:
                return done(self.quarter)
            if self.reference is None:
                return Resolved("XXXX-QX")
            point = moved(of_day(self.reference), "quarter", -1)
            return done(point) if point else Resolved("XXXX-QX")
        if unit == "year" and mention is not None and mention.part in _LAST_PARTS and not self.narrates:
            if self._reported(mention):
                return done(Point("year", mention.year))  # the fourth quarter and the year
        told = mention is not None and mention.unit == "day"
        of_mention = self.narrates or (told if unit == "day" else origin is None)
        base = mention if of_mention else origin
        if unit == "day" and not of_mention:
            base = self.day or origin
        if base is None or (mention is None and self.narrates):
            return Resolved(OPEN_VALUES.get(unit, "XXXX"))
        return self._moved(base, unit, 0)

    def _comparison(self, unit: str) -> Resolved:
        """What a figure is set against: the same quarter or year one year before."""
        mention = self.mention
        if unit == "same" and mention is not None and mention.unit in _REPORTED_UNITS and mention.year:
            if not self.ends_range:
                return done(replace(mention, year=mention.year - 1))
        quarter = None if self.several_quarters and unit == "period" else self.quarter
        if quarter is not None and quarter.year is not None and unit in _COMPARED:
            return done(replace(quarter, year=quarter.year - 1))
        if self.reference is None:
            return Resolved("XXXX")
        return done(Point("year", self.reference.year - 1))


def _coarse(point: Point | None) -> bool:
    return point is not None and point.unit not in _IN_YEARS
