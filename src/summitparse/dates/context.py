"""What only looks like a date: judged by the words before and behind it."""

from collections.abc import Callable

from summitparse.dates import context_calendar as calendar
from summitparse.dates.neighbours import beside, ends_phrase, word_before, word_behind
from summitparse.text.signs import DASHES
from summitparse.timex.around import stands
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.words import Words

Check = Callable[[Words, Candidate], bool]
# So many words away a word of sport tells that a half is one of a match.
_NEAR = 18
# Numbers of quarters that are no parts of something else: two quarters of growth.
_QUARTERS = frozenset({"P2Q", "P4Q", "P5Q", "P6Q"})
_OPENING = frozenset('.“"')
_PARTS_OF_DAY = frozenset({"clock.part", "clock.part-hours", "clock.hours-of-day"})
_PARENTHETIC = frozenset('(“"')
_LONG = frozenset({"decade", "century"})
_JOINING = frozenset("&-")
# Endings of nouns for people.
_FOLLOWERS = ("ist", "ists", "ian", "ians")


def is_date(words: Words, candidate: Candidate) -> bool:
    """Whether the candidate is a time expression where it stands."""
    check = _CHECKS.get(candidate.rule)
    return check(words, candidate) if check else True


def _not_around(name: str) -> Check:
    """Whether no row of that name fits."""
    return lambda words, candidate: not stands(name, words, candidate.start, candidate.end)


def _ending_after(name: str) -> Check:
    """Whether a word of the list stands before, and the candidate ends its phrase."""

    def check(words: Words, candidate: Candidate) -> bool:
        return word_before(words, candidate).lower() in listed(name) and ends_phrase(words, candidate)

    return check


def _no_ratio(words: Words, candidate: Candidate) -> bool:
    """not "a ratio of 1:30"."""
    before = [word_before(words, candidate, steps).lower() for steps in range(1, 10)]
    reach = next((place for place, form in enumerate(before) if not form[:1].isalpha()), len(before))
    return listed("ratios").isdisjoint([*before[:reach], word_behind(words, candidate).lower()])


def _no_age(words: Words, candidate: Candidate) -> bool:
    """52 years old, 26 years of age, an average age of 47 years; a quarter of the market; minutes of a meeting."""
    before, first = word_before(words, candidate).lower(), candidate.start
    if candidate.end - first == 1:
        alone = _lone_unit(words, candidate, before)
        if alone is not None:
            return alone
    if candidate.rule == "duration.vague-units" and words.glued(first) and before in DASHES:
        return False  # the cross-years of culture
    aged = (word_before(words, candidate, steps).lower() for steps in range(1, 10))
    if before in listed("aged") and not listed("ages").isdisjoint(aged):
        return False
    end = candidate.end
    if stands("of_it", words, first, end):
        quarters = stands("quarters", words, first, end) and candidate.reading.value in _QUARTERS
        whole = quarters or not words.form(end - 1).lower().startswith("quarter")
        return whole and not stands("of_age", words, first, end)
    old = word_behind(words, candidate, int(word_behind(words, candidate) in DASHES))
    return old.lower() not in listed("old") and not stands("lodgings", words, first, end)


def _lone_unit(words: Words, candidate: Candidate, before: str) -> bool | None:
    """Whether a unit without a number is a time; None where more than its neighbours has to tell."""
    form = words.form(candidate.start)
    if beside(words, candidate, "no_time_alone"):
        return False
    if form[0].isupper() and words.classes[candidate.start - 1 : candidate.start].strip():
        return before in _OPENING
    return None


def _holiday(words: Words, candidate: Candidate) -> bool:
    """Not the Good Friday Agreement, a name, nor a Christmas tree."""
    behind = word_behind(words, candidate)
    if behind in DASHES and words.glued(candidate.end) and word_behind(words, candidate, 1).islower():
        return False  # a Halloween-themed dinner
    if behind == ")":  # the Belfast (Good Friday) Agreement
        behind = word_behind(words, candidate, 1)
    return behind not in listed("named") and behind not in listed("feasts") and behind not in listed("festive")


def _half(words: Words, candidate: Candidate) -> bool:
    """Half and quarter of a year; not of a match, nor the second half hour."""
    if word_behind(words, candidate).lower() in listed("halved"):
        return False
    whole = word_behind(words, candidate, 2).lower()
    if beside(words, candidate, "of_a_thing") and whole.isalpha() and whole not in listed("wholes"):
        return False  # the second half of the film, the first quarter of the moon
    near = range(max(0, candidate.start - _NEAR), min(len(words.starts), candidate.end + _NEAR))
    return listed("match").isdisjoint(words.form(index).lower() for index in near)


def _unit_old(words: Words, candidate: Candidate) -> bool:
    """The 8-month-old truce lasts; an 8-month-old boy has an age, and so has what is told in years."""
    behind = word_behind(words, candidate).lower()
    someone = behind in listed("young") or beside(words, candidate, "years_old")
    return behind.isalpha() and not someone


def _named_day(words: Words, candidate: Candidate) -> bool:
    """Not USA Today, a newspaper."""
    form = words.form(candidate.start)
    return not (form == "Today" and word_before(words, candidate) in listed("titles"))


def _day(words: Words, candidate: Candidate) -> bool:
    """Not the September 11 attacks, a name; nor "Article 5 May be amended", nor 12 May Street."""
    behind = word_behind(words, candidate).lower()
    if behind in listed("violent"):
        behind = word_behind(words, candidate, 1).lower()
    return behind not in listed("attacks") and not beside(words, candidate, "may")


def lacks_day(words: Words, candidate: Candidate) -> bool:
    """The morning of the attack, the early hours of the war: a part of a day that no date completes."""
    return candidate.rule in _PARTS_OF_DAY and beside(words, candidate, "of_it")


def _often(words: Words, candidate: Candidate) -> bool:
    """The adverb, and the adjective of the day: not a quarterly report, an annual forum, the daily Blick."""
    behind = word_behind(words, candidate)
    named = word_before(words, candidate)[:1].isupper() or words.definite(candidate.start - 1)
    if behind[:1].isupper() and named:
        return False
    return words.form(candidate.end - 1).lower() in listed("often") or ends_phrase(words, candidate)


def _apart(words: Words, candidate: Candidate) -> bool:
    return not (words.glued(candidate.start) and word_before(words, candidate)[-1:] not in _PARENTHETIC)


def _year_and_month(words: Words, candidate: Candidate) -> bool:
    """Not Law 2010-12."""
    return _apart(words, candidate) and word_before(words, candidate).lower() not in listed("numbered")


def _hour(words: Words, candidate: Candidate) -> bool:
    """Not glued to a word; a dash behind a digit or "a.m." makes a range."""
    if candidate.start < 2 or word_before(words, candidate) not in DASHES:
        return _apart(words, candidate)
    form = word_before(words, candidate, 2)
    return form[:1].isdigit() or form == "." or form.lower() in listed("of_hour")


def _unit(words: Words, candidate: Candidate) -> bool:
    """the day, the year: not where a clause or another noun makes it something else."""
    behind = word_behind(words, candidate).lower()
    unit = candidate.reading.unit
    if candidate.end - candidate.start == 2 and words.form(candidate.end - 1)[0].isupper():
        return words.form(candidate.start).isupper()
    before = word_before(words, candidate).lower()
    if unit == "day" and before in listed("in_the_day"):
        return behind not in listed("day_going_on")
    if behind in listed("unit_going_on"):
        return False
    if unit in _LONG:  # the end of the decade; not the crime of the century
        return beside(words, candidate, "edge_of_it")
    if unit == "day":
        return ends_phrase(words, candidate) and before not in listed("winning")
    return True


def _one_day(words: Words, candidate: Candidate) -> bool:
    """a second look, a minute detail: only what ends its phrase is a time."""
    form = words.form(candidate.end - 1).lower()
    if form == "quarter":
        timed = word_before(words, candidate).lower() in listed("in_a_quarter")
        return timed and word_behind(words, candidate).lower() not in listed("quarter_going_on")
    if form == "second":
        return candidate.end - candidate.start == 2 and beside(words, candidate, "one_second")
    return True


def _ends(words: Words, candidate: Candidate) -> bool:
    """In the morning it rained: a new clause ends a phrase as well."""
    return ends_phrase(words, candidate) or word_behind(words, candidate).lower() in listed("clauses")


def _part_of_day(words: Words, candidate: Candidate) -> bool:
    start, end = candidate.start, candidate.end
    if stands("part_of_day", words, start, end):  # taken back where no date follows
        return True
    timed = words.definite(start) and word_before(words, candidate).lower() in listed("of_the_part")
    return (timed or (end - start == 1 and stands("by_part", words, start, end))) and _ends(words, candidate)


def _code(words: Words, candidate: Candidate) -> bool:
    behind = word_behind(words, candidate)
    return behind not in _JOINING or word_behind(words, candidate, 1).lower() in listed("codes")


def _current(words: Words, candidate: Candidate) -> bool:
    """A current rate, the current weakness; "the current leader" is this one, and no time."""
    behind = [word_behind(words, candidate, steps).lower() for steps in range(3)]
    if not behind[0].isalnum() and behind[0] not in DASHES:
        return False  # an electric current
    if behind[behind[0] in DASHES] in listed("accounts"):
        return False  # the current account, a current-account deficit, at current prices
    someone = not listed("people").isdisjoint(behind) or behind[0].endswith(_FOLLOWERS)
    return not (someone and words.definite(candidate.start - 1))


def _past(words: Words, candidate: Candidate) -> bool:
    """in the past; not "past the gate" or "the past president"."""
    behind = word_behind(words, candidate).lower()
    return words.definite(candidate.start) and (not behind[:1].isalnum() or behind in listed("past_going_on"))


def _future(words: Words, candidate: Candidate) -> bool:
    return words.definite(candidate.start) or word_before(words, candidate).lower() in listed("of_future")


_CHECKS = {
    "calendar.year": calendar.year,
    "calendar.month-day": _day,
    "calendar.day-month": _day,
    "calendar.month": calendar.month,
    "calendar.season": calendar.season,
    "calendar.weekday": calendar.weekday,
    "calendar.the-day": calendar.lone_day,
    "calendar.half": _half,
    "calendar.quarter": _half,
    "calendar.slashed": calendar.slashed,
    "calendar.decimal": calendar.decimal,
    "calendar.code": _code,
    "calendar.short-decade-owned": calendar.short_decade,
    "calendar.bare-short-decade": calendar.short_decade,
    "calendar.apostrophe-year": calendar.short_decade,
    "duration.number-unit": _no_age,
    "duration.more-number": _no_age,
    "duration.vague-units": _no_age,
    "duration.unit-old": _unit_old,
    "holiday.name": _holiday,
    "relative.recently": _not_around("as_it"),
    "relative.at-present": _not_around("generations"),  # the present and future generations
    "relative.named-day": _named_day,
    "duration.range-units": _no_age,
    "set.often": _often,
    "clock.hour": _hour,
    "clock.time": _no_ratio,
    "calendar.year-dash-month": _year_and_month,
    "relative.the-unit": _unit,
    "duration.a-unit": _one_day,
    "duration.number-letter": _ending_after("letter_lengths"),
    "clock.part": _part_of_day,
    "clock.overnight": _not_around("overnight"),
    "relative.current": _current,
    "relative.former": _past,
    "relative.future": _future,
    "numeric.packed": _ending_after("packed"),
}
