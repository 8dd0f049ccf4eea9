"""Where a number may begin, in digits or in words."""

import re
from functools import cache

from summitparse.numbers.words import words
from summitparse.text.words import any_of

# Number words that no table of theirs has.
# "by a percentage point", where no fraction of it is told.
_ONE_POINT = r"a(?<!\bof a)(?<!\bhalf a)(?<!\bquarter a)(?<![^\W_]a)(?= (?:full |whole )?percentage[ -]point(?![^\W_]))"
_OTHERS = frozenset({"half", "quarter", "third", "dozen", "hundred"})


@cache
def anchor_of_numbers() -> re.Pattern[str]:
    """Where a number may begin: a digit or a number word."""
    table = words()
    begin = {*table.units, *table.tens, *table.vague, *table.folds, *table.ordinal_units, *table.ordinal_powers}
    begin |= {*_OTHERS, *(word for word in table.scales if not word.endswith("s"))}
    named = any_of(begin, apart_from=r"[^\W_]")
    return re.compile(rf"\d|[{''.join(table.vulgar)}]|(?:{named})(?![^\W_])|{_ONE_POINT}")
