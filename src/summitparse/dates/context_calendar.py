"""What only looks like a year, month, season or day: judged by the words before and behind it."""

from summitparse.dates.counts import counts
from summitparse.dates.neighbours import beside, ends_phrase, is_year, word_before, word_behind
from summitparse.text.signs import APOSTROPHES, DASHES
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.words import OTHER, Words

# Between digits they make one number of them; behind a number they make it a share, an angle or a price.
_INSIDE_NUMBERS = frozenset("-/.:+=%&_")
_SHARES = frozenset("%°")
_PRICES = frozenset("$€")
_POINTS = frozenset(".,:")
_STROKES = frozenset("-/")
_SHARED = frozenset("%/")
# Where a sentence or a part of it begins.
_OPENING = frozenset('.\n“":')
_ASIDE = frozenset(",(")
_SENTENCE_STARTS = frozenset('.\n!?,”"')
# Between two weekdays in short: Thu or Fri, Mon-Wed.
_ROWS = frozenset({"or", "and", "to", "through"}) | DASHES
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10})
_CLAUSES = frozenset(",?")


def year(words: Words, candidate: Candidate) -> bool:
    before, behind = word_before(words, candidate), word_behind(words, candidate)
    value = candidate.reading.point.year if candidate.reading.point else None
    if _cited(words, candidate.start):
        return False
    if before == "." and word_before(words, candidate, 2).lower() in listed("about_year"):  # c. 1850
        return True
    if counts(words, candidate) and candidate.end - candidate.start == 1:
        return False
    if _paged(words, candidate) or _falls(words, candidate.start):
        return False
    if value is None or before.lower() in listed("numbered") or before in _INSIDE_NUMBERS:
        return _after_dash(words, candidate, before)
    if (
        behind in _SHARES
        or (behind in _PRICES and not word_behind(words, candidate, 1)[:1].isdigit())
        or (behind in _POINTS and words.glued(candidate.end + 1) and word_behind(words, candidate, 1).isdigit())
    ):
        return False
    if behind == "-" and words.glued(candidate.end) and word_behind(words, candidate, 1).lower() in listed("measured"):
        return False  # a 2000-strong crowd
    if words.glued(candidate.end) and (behind[:1].isalpha() or _numbered_behind(words, candidate, value)):
        return False
    if before.lower() not in listed("of_year") and behind[:1].isupper() and _addresses(words, candidate.end):
        return False
    if candidate.end - candidate.start == 1 and _in_name(words, candidate, before, behind):
        return False
    if behind.lower() in listed("counted") and words.starts[candidate.end] > words.ends[candidate.end - 1]:
        return beside(words, candidate, "of_it") and 1800 <= value <= 2100
    if 1900 <= value <= 2100 or before.lower() in listed("before") or before == "(" or behind == ")":
        return True
    return behind in DASHES and is_year(word_behind(words, candidate, 1))


def _cited(words: Words, start: int) -> bool:
    """50 U.S.C. 1701: a section of a code of law; "1701-1706" are two."""
    if start > 1 and words.form(start - 1) in DASHES and words.form(start - 2).isdigit():
        start -= 2
    index = start - 1
    while (
        index > 0 and words.form(index) == "." and len(words.form(index - 1)) == 1 and words.form(index - 1).isupper()
    ):
        index -= 2
    return index < start - 3 and index >= 0 and words.form(index).isdigit()


def _paged(words: Words, candidate: Candidate) -> bool:
    """pp. 1990-1995, EUR 1990-1995: a range of what is numbered."""
    index = candidate.start
    if index > 2 and words.form(index - 1) in DASHES and words.form(index - 2).isdigit():
        index -= 2
    before = words.form(index - 1) if index else ""
    if before == "." and index > 1:
        return words.form(index - 2).lower() in listed("paged")
    return index < candidate.start and before.lower() in listed("numbered")


def _falls(words: Words, index: int) -> bool:
    """022 2012-1990, a number of a telephone: a span of years does not run backwards, but before Christ."""
    for first in (index, index - 2):
        last = first + 2
        if first < 0 or last >= len(words.starts) or words.form(first + 1) not in DASHES:
            continue
        tight = words.glued(first + 1) and words.glued(last)
        if tight and is_year(words.form(first)) and is_year(words.form(last)):
            era = words.form(last + 1) if last + 1 < len(words.starts) else ""
            return words.form(first) > words.form(last) and era not in listed("eras")
    return False


def _numbered_behind(words: Words, candidate: Candidate, year: int) -> bool:
    """Regulation 2016/679, Directive 2008/98/EC: behind a stroke stands the number of an act, unless the next year."""
    number = word_behind(words, candidate, 1)
    if word_behind(words, candidate) != "/" or not number.isdigit() or not words.glued(candidate.end + 1):
        return False
    coded = word_behind(words, candidate, 2) == "/" and words.glued(candidate.end + 2)
    return coded or int(number) not in (year + 1, (year + 1) % 100)


def _in_name(words: Words, candidate: Candidate, before: str, behind: str) -> bool:
    """Horizon 2047 Roadmap, the Russell 2000 Index: between two words of a name, a number belongs to it."""
    if not (before[:1].isupper() and before.isalpha() and behind[:1].isupper() and behind[1:2].islower()):
        return False
    index = candidate.start - 2
    starts = index < 0 or words.form(index) in _OPENING
    return words.classes[candidate.start - 1] == OTHER and words.classes[candidate.end] == OTHER and not starts


def _addresses(words: Words, start: int) -> bool:
    """1600 Main Street: up to three words with capitals, the last one of a street."""
    for index in range(start, min(start + 3, len(words.starts))):
        form = words.form(index)
        if form in listed("streets") and index > start:
            return True
        if not form[:1].isupper():
            return False
    return False


def _after_dash(words: Words, candidate: Candidate, before: str) -> bool:
    """A year behind a dash is one where another year or word with spaces stands before the dash."""
    if before not in _STROKES:
        return False
    index = candidate.start - 2
    other = words.form(index) if index >= 0 else ""
    if other.isdigit() and len(other) == 4:
        return True
    return before == "-" and (not words.glued(candidate.start) or other.lower() in listed("before_dash"))


def month(words: Words, candidate: Candidate) -> bool:
    form, before, behind = words.form(candidate.start), word_before(words, candidate), word_behind(words, candidate)
    body = form[0].islower() and beside(words, candidate, "august_body")
    if body or _addressed(words, candidate).lower() in listed("address"):
        return False  # an august body, Ms. June
    if behind in listed("named") or (
        behind in DASHES and words.glued(candidate.end) and _name_behind(words, candidate)
    ):
        return False
    fits = before.lower() in listed("before") or _after_half(words, candidate)
    surname = behind[:1].isupper() and behind[1:2].islower() and words.classes[candidate.end] == OTHER
    article = beside(words, candidate, "article")
    if form in listed("first_names"):
        if _speaks(words, candidate, before) or (surname and not article and (not fits or before in listed("joints"))):
            return False  # June said that …, April Doe
    if (len(form) < 4 or form.lower() in listed("shy")) and (form[0].islower() or form.isupper()):
        return before.lower() in listed("of_may") and not _verb_behind(words, candidate)
    if len(form) < 4 and form != "May":
        if behind[:1].isupper() and words.classes[candidate.end] == OTHER:  # Jan Doe
            return False
        return fits or behind == "." or _another_month(words, candidate)
    if form not in listed("other_words"):
        return True
    if article or before in _ASIDE:
        goes_on = behind.lower() in listed("rally_going_on") or not behind[:1].isalnum()
        rally = article and form == "March" and goes_on
        return not rally and not behind[:1].isupper()
    return fits or (form == "August" and before[:1].islower())


def _speaks(words: Words, candidate: Candidate, before: str) -> bool:
    """Whether the word opens a sentence and somebody of that name says something."""
    opens = not before or before in _SENTENCE_STARTS
    return opens and word_behind(words, candidate).lower() in listed("speaking")


def _addressed(words: Words, candidate: Candidate) -> str:
    """The word before, a full stop of an abbreviation passed over."""
    before = word_before(words, candidate)
    return word_before(words, candidate, 2) if before == "." else before


def _after_half(words: Words, candidate: Candidate) -> bool:
    """mid-May, January-March: a hyphen behind "mid" or another month."""
    index = candidate.start - 2
    if index < 0 or words.form(index + 1) not in DASHES:
        return False
    return words.form(index).lower() in listed("before_dash") or isinstance(words.meanings[index], int)


def _name_behind(words: Words, candidate: Candidate) -> bool:
    """May-Britt, but not Nov-Feb: behind the hyphen a capital that is no month."""
    index = candidate.end + 1
    return index < len(words.starts) and words.classes[index] == OTHER and words.form(index)[0].isupper()


def _another_month(words: Words, candidate: Candidate) -> bool:
    """The Nov of Nov-Feb."""
    joined = beside(words, candidate, "another_month")
    return joined and words.classes[candidate.end + 1 : candidate.end + 2] == words.classes[candidate.start]


def _verb_behind(words: Words, candidate: Candidate) -> bool:
    return word_behind(words, candidate).lower() in listed("verbal")


def season(words: Words, candidate: Candidate) -> bool:
    before, behind = word_before(words, candidate).lower(), word_behind(words, candidate)
    form = words.form(candidate.end - 1).lower()
    if behind in listed("named"):
        return False
    if words.form(candidate.start - 1) in DASHES and word_before(words, candidate, 2).lower() in listed("stages"):
        return True
    if behind.lower() in listed("seasonal") and words.form(candidate.end - 1)[0].islower():
        return False
    verbal = form in listed("shy_seasons")
    if words.definite(candidate.start):
        of_it = beside(words, candidate, "of_it")
        return not verbal or (before in listed("of_the_season") and not of_it)
    if verbal and beside(words, candidate, "a_fall"):
        return behind.lower() not in listed("fall_going_on")
    if verbal:
        return before in listed("of_season") and behind.lower() not in listed("fall_of")
    small = words.form(candidate.start)[0].islower()
    return small or before in listed("of_capital_season")


def weekday(words: Words, candidate: Candidate) -> bool:
    form, before = words.form(candidate.start), word_before(words, candidate)
    behind = word_behind(words, candidate)
    domain = behind == "." and words.glued(candidate.end + 1) and word_behind(words, candidate, 1)[:1].islower()
    if behind in listed("papers") or domain or _addressed(words, candidate).lower() in listed("address"):
        return False  # the Sunday Times, Monday.com, Ms. Friday
    if form[0].islower():
        return before.lower() in listed("of_small_weekday") or len(form) > 5
    if len(form) <= 3 and _date_behind(words, candidate.end):  # Wed 5th June
        return True
    if len(form) <= 3:
        own, beside = words.classes[candidate.start], words.classes
        row = (behind.lower() in _ROWS and beside[candidate.end + 1 : candidate.end + 2] == own) or (
            before.lower() in _ROWS and beside[candidate.start - 2 : candidate.start - 1] == own
        )
        return row or before.lower() in listed("of_short_weekday") or behind == "."
    return True


def _date_behind(words: Words, index: int) -> bool:
    """Whether a month follows, or a number and a month."""
    for place in range(index, min(index + 3, len(words.starts))):
        form = words.form(place)
        if form[:1].isupper() and isinstance(words.meanings[place], int):
            return True
        if not (form[:1].isdigit() and isinstance(words.meanings[place], int)) and form not in _POINTS:
            return False
    return False


def lone_day(words: Words, candidate: Candidate) -> bool:
    """on the 18th, by the 25th — with nothing behind that it could number."""
    last = candidate.end - 1
    if words.form(last).isdigit() or word_before(words, candidate).lower() not in listed("of_lone_day"):
        return False
    behind = words.meanings[candidate.end] if candidate.end < len(words.starts) else None
    unit = isinstance(behind, str) and behind.isupper()  # by the 25th minute
    return ends_phrase(words, candidate) and not unit


def _fraction(words: Words, candidate: Candidate) -> bool:
    """2/3 of the voters, a fall by 1/5: the smaller number first, and below it a common denominator."""
    first, last = words.meanings[candidate.start], words.meanings[candidate.end - 1]
    numbers = isinstance(first, int) and isinstance(last, int)
    return numbers and candidate.end - candidate.start == 3 and last in _DENOMINATORS and first < last  # type: ignore[operator]


def slashed(words: Words, candidate: Candidate) -> bool:
    """10/1 is a date behind on, from, between; or where it is all that there is."""
    before, behind = word_before(words, candidate).lower(), word_behind(words, candidate)
    if words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]] in listed("never"):
        return False
    if candidate.reading.point is not None and candidate.reading.point.year and candidate.end - candidate.start == 3:
        # 9/11
        return before in listed("around") and not (behind.lower() in listed("attacks") or behind in listed("no_hour"))
    share = beside(words, candidate, "of_it") or before not in listed("dating")
    if share and _fraction(words, candidate):
        return False
    other = word_behind(words, candidate, 1)
    if behind in DASHES and other[:1].isdigit() and "/" in other + word_behind(words, candidate, 2):
        return True  # 10/1-11/7
    if behind in _SHARED or before in DASHES:
        return before in DASHES and word_before(words, candidate, 3) == "/" and behind not in _SHARED
    return before in listed("slashed") or (before in _CLAUSES and candidate.start >= 2)


def decimal(words: Words, candidate: Candidate) -> bool:
    """on Monday 3.5, on 5.12: of a weekday, or at the end of its phrase."""
    return candidate.end - candidate.start > 1 or ends_phrase(words, candidate)


def short_decade(words: Words, candidate: Candidate) -> bool:
    """not "in his 30s"."""
    before = [word_before(words, candidate, steps).lower() for steps in range(1, 5)]
    owned = any(word in listed("aged_in") for word in before)
    return not owned and before[0][:1] not in APOSTROPHES | {"`"}
