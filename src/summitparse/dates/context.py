"""What only looks like a date: judged by the words before and behind it."""

from functools import cache

from summitparse.dates.grammar import Candidate
from summitparse.dates.words import OTHER, Words
from summitparse.lexicon import load

_SLASHED = frozenset({"", "on", "from", "between", "by", "until", "since", "to", "before", "after", "is", "or", "and"})
_AFTER_PAST = frozenset(
    {"and", "or", "but", "that", "was", "is", "to", "with", "now", "as", "by", "of", "about", "for"}
)
_HYPHENS = frozenset("-‐‑–—")
_EDGES = frozenset({"end", "start", "beginning", "middle", "half", "rest", "remainder", "part", "close"})
# Between an age and its number: the average age is 47 years, from the age of 16 years.
_AGED = frozenset(
    {"is", "was", "are", "were", "to", "of", "aged", "at", "from", "under", "over", "reached", "between", "about"}
)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("summitparse.dates", "context")[name])


def _before(words: Words, candidate: Candidate, steps: int = 1) -> str:
    index = candidate.start - steps
    return words.form(index) if index >= 0 else ""


def _behind(words: Words, candidate: Candidate, steps: int = 0) -> str:
    index = candidate.end + steps
    return words.form(index) if index < len(words.starts) else ""


def is_date(words: Words, candidate: Candidate) -> bool:
    """Whether the candidate is a time expression where it stands."""
    check = _CHECKS.get(candidate.rule)
    return check(words, candidate) if check else True


def _lower(text: str) -> str:
    return text.lower()


def _year(words: Words, candidate: Candidate) -> bool:
    before, behind = _before(words, candidate), _behind(words, candidate)
    value = candidate.reading.point.year if candidate.reading.point else None
    if _cited(words, candidate.start):
        return False
    if before == "." and _before(words, candidate, 2) in ("c", "ca", "Ca"):  # c. 1850
        return True
    if (
        value is None
        or _lower(before) in _listed("numbered")
        or before in ("-", "/", ".", ":", "+", "=", "%", "&", "_")
    ):
        return _after_dash(words, candidate, before)
    if behind in ("%", "°", "$", "€") or (
        behind in (".", ",", ":") and words.glued(candidate.end + 1) and _behind(words, candidate, 1).isdigit()
    ):
        return False
    if words.glued(candidate.end) and (behind[:1].isalpha() or _numbered_behind(words, candidate, value)):
        return False
    if candidate.end - candidate.start == 1 and _in_name(words, candidate, before, behind):
        return False
    if _lower(behind) in _listed("counted") and words.starts[candidate.end] > words.ends[candidate.end - 1]:
        return _lower(behind) in ("of",) and 1800 <= value <= 2100
    if 1900 <= value <= 2100 or _lower(before) in _listed("before") or before == "(" or behind == ")":
        return True
    return behind in ("-", "–", "—") and _is_year(_behind(words, candidate, 1))


def _cited(words: Words, start: int) -> bool:
    """50 U.S.C. 1701: a section of a code of law; "1701-1706" are two."""
    if start > 1 and words.form(start - 1) in _HYPHENS and words.form(start - 2).isdigit():
        start -= 2
    index = start - 1
    while (
        index > 0 and words.form(index) == "." and len(words.form(index - 1)) == 1 and words.form(index - 1).isupper()
    ):
        index -= 2
    return index < start - 3 and index >= 0 and words.form(index).isdigit()


def _numbered_behind(words: Words, candidate: Candidate, year: int) -> bool:
    """Regulation 2016/679, Directive 2008/98/EC: behind a stroke stands the number of an act, unless the next year."""
    number = _behind(words, candidate, 1)
    if _behind(words, candidate) != "/" or not number.isdigit() or not words.glued(candidate.end + 1):
        return False
    coded = _behind(words, candidate, 2) == "/" and words.glued(candidate.end + 2)
    return coded or int(number) not in (year + 1, (year + 1) % 100)


def _in_name(words: Words, candidate: Candidate, before: str, behind: str) -> bool:
    """Horizon 2047 Roadmap, the Russell 2000 Index: between two words of a name, a number belongs to it."""
    if not (before[:1].isupper() and before.isalpha() and behind[:1].isupper() and behind[1:2].islower()):
        return False
    index = candidate.start - 2
    starts = index < 0 or words.form(index) in (".", "\n", "“", '"', ":")
    return words.classes[candidate.start - 1] == OTHER and words.classes[candidate.end] == OTHER and not starts


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and "1000" <= form <= "2199"


def _after_dash(words: Words, candidate: Candidate, before: str) -> bool:
    """A year behind a dash is one where another year or word with spaces stands before the dash."""
    if before not in ("-", "/"):
        return False
    index = candidate.start - 2
    other = words.form(index) if index >= 0 else ""
    if other.isdigit() and len(other) == 4:
        return True
    return before == "-" and (
        not words.glued(candidate.start) or other.lower() in ("mid", "post", "pre", "early", "late")
    )


def _month(words: Words, candidate: Candidate) -> bool:
    form, before, behind = words.form(candidate.start), _before(words, candidate), _behind(words, candidate)
    if behind in _listed("named") or (
        behind in ("-", "–") and words.glued(candidate.end) and _name_behind(words, candidate)
    ):
        return False
    fits = _lower(before) in _listed("before") or _after_half(words, candidate)
    shy = len(form) < 4 or form.lower() in ("march", "sept")
    if shy and (form[0].islower() or form.isupper()):
        return _lower(before) in ("in", "since", "until", "by", "of", "last", "next") and not _verb_behind(
            words, candidate
        )
    if len(form) < 4 and form not in ("May",):
        if behind[:1].isupper() and words.classes[candidate.end] == OTHER:  # Jan Doe
            return False
        return fits or behind == "." or _another_month(words, candidate)
    if form in ("May", "March", "August"):
        if _lower(before) in ("the", "a", "an") or before in (",", "("):
            rally = (
                before not in (",", "(")
                and form == "March"
                and (_lower(behind) in ("on", "of", "for", "to") or not behind[:1].isalnum())
            )
            return not rally and not behind[:1].isupper()
        return fits or (form == "August" and before[:1].islower())
    return True


def _after_half(words: Words, candidate: Candidate) -> bool:
    """mid-May, January-March: a hyphen behind "mid" or another month."""
    index = candidate.start - 2
    if index < 0 or words.form(index + 1) not in _HYPHENS:
        return False
    return words.form(index).lower() == "mid" or isinstance(words.meanings[index], int)


def _name_behind(words: Words, candidate: Candidate) -> bool:
    """May-Britt, but not Nov-Feb: behind the hyphen a capital that is no month."""
    index = candidate.end + 1
    return index < len(words.starts) and words.classes[index] == OTHER and words.form(index)[0].isupper()


def _another_month(words: Words, candidate: Candidate) -> bool:
    """The Nov of Nov-Feb."""
    index = candidate.end + 1
    if index >= len(words.starts) or words.form(candidate.end) not in ("-", "–", "to"):
        return False
    return words.classes[index] == words.classes[candidate.start]


def _verb_behind(words: Words, candidate: Candidate) -> bool:
    return _lower(_behind(words, candidate)) in ("be", "have", "not", "i", "we", "you", "also")


def _season(words: Words, candidate: Candidate) -> bool:
    first = _lower(words.form(candidate.start))
    before, behind = _lower(_before(words, candidate)), _behind(words, candidate)
    form = _lower(words.form(candidate.end - 1))
    if behind in _listed("named"):
        return False
    if (first == "the" and form == "fall") or (first == "the" and form == "spring"):
        return (
            before in ("in", "during", "by", "until", "since", "for", "of", "before", "after", "through")
            and _lower(behind) != "of"
        )
    if first == "the":
        return True
    if form in ("fall", "spring"):
        if before in ("a", "an", "same"):
            return _lower(behind) not in ("of", "in", "to", "from")
        return before in ("in", "since", "until", "by", "during", "early", "late", "mid", "-") and _lower(
            behind
        ) not in ("of", "to")
    lower = words.form(candidate.start)[0].islower()
    return before in ("in", "by", "during") or (lower and _lower(behind) not in _listed("seasonal"))


def _overnight(words: Words, candidate: Candidate) -> bool:
    return _lower(_behind(words, candidate)) not in ("stay", "stays", "guest", "guests", "train", "trains", "bus")


def _weekday(words: Words, candidate: Candidate) -> bool:
    form, before = words.form(candidate.start), _before(words, candidate)
    if form[0].islower():
        return before.lower() in ("on", "or", "next", "last", "this", "every") or len(form) > 5
    if len(form) <= 3:
        return before.lower() in ("on", "next", "last", "this", "or") or _behind(words, candidate) == "."
    return True


def _lone_day(words: Words, candidate: Candidate) -> bool:
    """on the 18th. — with nothing behind that it could number."""
    last = candidate.end - 1
    if words.form(last).isdigit() or _lower(_before(words, candidate)) != "on":
        return False
    return _ends_phrase(words, candidate)


def _ends_phrase(words: Words, candidate: Candidate) -> bool:
    if candidate.end >= len(words.starts):
        return True
    behind = words.form(candidate.end)
    return not (words.classes[candidate.end] == OTHER and behind[0].isalnum()) and behind not in ("-", "%", "/")


def _slashed(words: Words, candidate: Candidate) -> bool:
    """10/1 is a date behind on, from, between; or where it is all that there is."""
    before, behind = _lower(_before(words, candidate)), _behind(words, candidate)
    if words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]] in _listed("never"):
        return False
    if behind in ("%", "/") or before in ("-", "–"):
        return before in ("-", "–") and _before(words, candidate, 3) == "/" and behind not in ("%", "/")
    return before in _SLASHED or (before in (",", "?") and candidate.start >= 2)


def _decimal(words: Words, candidate: Candidate) -> bool:
    return candidate.end - candidate.start > 1 or (
        _lower(_before(words, candidate)) == "on" and _ends_phrase(words, candidate)
    )


def _short_decade(words: Words, candidate: Candidate) -> bool:
    """not "in his 30s"."""
    before = [_lower(_before(words, candidate, steps)) for steps in range(1, 5)]
    owned = any(word in ("his", "her", "their", "my", "your", "our", "people", "teens") for word in before)
    return not owned and before[0][:1] not in ("'", "’", "‘", "`")


def _no_age(words: Words, candidate: Candidate) -> bool:
    """52 years old, 26 years of age, an average age of 47 years; a quarter of the market; minutes of a meeting."""
    first = candidate.start
    if _lower(_before(words, candidate)) in _AGED and any(
        _lower(_before(words, candidate, steps)) in ("age", "ages", "aged") for steps in range(1, 10)
    ):
        return False
    if candidate.end - first == 1 and _lower(words.form(first)) == "minutes" and _behind(words, candidate) == "of":
        return False
    if candidate.end - first == 1 and _lower(words.form(first)) == "quarters":  # crew quarters, all quarters
        return False
    if (
        candidate.end - first == 1
        and words.form(first)[0].isupper()
        and words.classes[first - 1 : first] not in ("", "\n")
    ):
        return words.form(first - 1) in (".", "“", '"')
    index = candidate.end + (_behind(words, candidate) in ("-", "–", "‑"))
    behind = _lower(words.form(index)) if index < len(words.starts) else ""
    if behind == "of":
        unit = _lower(words.form(candidate.end - 1))
        return _lower(_behind(words, candidate, 1)) != "age" and unit not in ("quarter", "quarters")
    return behind not in ("old", "olds") and not (
        _lower(words.form(candidate.end - 1)) == "quarters" and words.form(candidate.end - 2) in ("-", "three", "some")
    )


def lacks_day(words: Words, candidate: Candidate) -> bool:
    """The morning of the attack: a part of a day that no date completes."""
    return candidate.rule == "clock.part" and _lower(_behind(words, candidate)) == "of"


def _often(words: Words, candidate: Candidate) -> bool:
    """The adverb, and the adjective of the day: not a quarterly report, an annual forum, the daily Blick."""
    behind = _behind(words, candidate)
    before = _before(words, candidate)
    if behind[:1].isupper() and (before[:1].isupper() or before == "the"):
        return False
    return _lower(words.form(candidate.end - 1)) in ("daily", "everyday", "weekly") or _ends_phrase(words, candidate)


def _apart(words: Words, candidate: Candidate) -> bool:
    """Not glued to a word; a dash behind a digit or "a.m." makes a range."""
    before = _before(words, candidate)
    if before in _HYPHENS and candidate.start > 1:
        form = _before(words, candidate, 2)
        return form.isdigit() or form == "." or form.lower() in ("am", "pm", "noon", "midnight")
    return not (words.glued(candidate.start) and before[-1:] not in ("(", "“", '"'))


def _unit(words: Words, candidate: Candidate) -> bool:
    """the day, the year: not where a clause or another noun makes it something else."""
    behind = _lower(_behind(words, candidate))
    unit = candidate.reading.unit
    if candidate.end - candidate.start == 2 and words.form(candidate.end - 1)[0].isupper():
        return words.form(candidate.start).isupper()
    before = _lower(_before(words, candidate))
    if unit == "day" and before in (
        "end",
        "ends",
        "ended",
        "ending",
        "in",
        "during",
        "throughout",
        "later",
        "earlier",
        "of",
    ):
        return behind not in ("when", "of", "that")
    if behind in ("-", "when", "that", "which", "who", "ahead", "before", "after"):
        return False
    if unit in ("decade", "century"):  # the end of the decade; not the crime of the century
        return before == "of" and _lower(_before(words, candidate, 2)) in _EDGES
    if unit == "day":
        return _ends_phrase(words, candidate)
    return True


def _one_day(words: Words, candidate: Candidate) -> bool:
    """a second look, a minute detail: only what ends its phrase is a time."""
    form = _lower(words.form(candidate.end - 1))
    if form == "quarter":
        timed = _lower(_before(words, candidate)) in ("in", "for", "within", "during", "after", "every")
        return timed and _lower(_behind(words, candidate)) not in ("of", "century")
    if form == "second":
        return _lower(words.form(candidate.start)) == "one" and candidate.end - candidate.start == 2
    return True


def _letter_unit(words: Words, candidate: Candidate) -> bool:
    return _lower(_before(words, candidate)) in ("for", "lasted", "in", "after", "over", "within") and _ends_phrase(
        words, candidate
    )


def _part_of_day(words: Words, candidate: Candidate) -> bool:
    before, first = _lower(_before(words, candidate)), _lower(words.form(candidate.start))
    if first == "the" and _lower(_behind(words, candidate)) == "of":  # taken back where no date follows
        return True
    return first == "the" and before in ("in", "during") and _ends_phrase(words, candidate)


def _code(words: Words, candidate: Candidate) -> bool:
    behind = _behind(words, candidate)
    return behind not in ("&", "-") or _lower(_behind(words, candidate, 1)) in ("q", "h")


def _adjective(words: Words, candidate: Candidate) -> bool:
    return True


def _current(words: Words, candidate: Candidate) -> bool:
    """A current rate, the current weakness; "the current leader" is this one, and no time."""
    behind = [_lower(_behind(words, candidate, steps)) for steps in range(3)]
    someone = not _listed("people").isdisjoint(behind) or behind[0].endswith(("ist", "ists", "ian", "ians"))
    return _lower(_before(words, candidate)) != "the" or not someone


def _past(words: Words, candidate: Candidate) -> bool:
    """in the past; not "past the gate" or "the past president"."""
    first, behind = _lower(words.form(candidate.start)), _lower(_behind(words, candidate))
    return first == "the" and (not behind[:1].isalnum() or behind in _AFTER_PAST)


def _future(words: Words, candidate: Candidate) -> bool:
    return _lower(words.form(candidate.start)) == "the" or _lower(_before(words, candidate)) in ("near", "in", "for")


def _packed(words: Words, candidate: Candidate) -> bool:
    return _lower(_before(words, candidate)) in (
        "on",
        "back",
        "by",
        "since",
        "until",
        "from",
        "to",
        "dated",
    ) and _ends_phrase(words, candidate)


_CHECKS = {
    "calendar.year": _year,
    "calendar.month": _month,
    "calendar.season": _season,
    "calendar.weekday": _weekday,
    "calendar.the-day": _lone_day,
    "calendar.slashed": _slashed,
    "calendar.decimal": _decimal,
    "calendar.code": _code,
    "calendar.bare-short-decade": _short_decade,
    "calendar.apostrophe-year": _short_decade,
    "duration.number-unit": _no_age,
    "duration.more-number": _no_age,
    "duration.vague-units": _no_age,
    "set.often": _often,
    "clock.hour": _apart,
    "calendar.year-dash-month": _apart,
    "relative.the-unit": _unit,
    "duration.a-unit": _one_day,
    "duration.number-letter": _letter_unit,
    "clock.part": _part_of_day,
    "clock.overnight": _overnight,
    "relative.current": _current,
    "relative.former": _past,
    "relative.future": _future,
    "numeric.packed": _packed,
}
