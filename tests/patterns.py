"""Attacks on regular expressions, made from the expressions themselves: what each repeat eats, many times over.

`python -m tests.patterns` collects every pattern that the package compiles and prints those that an attack slows down,
as JSON. It is a process of its own, for a module that is already imported compiles nothing.

Counting steps takes minutes, and hardly a pattern changes from day to day: `patterns.judged` keeps the digests of those
that passed these very attacks, and only the others are attacked. `make patterns` attacks all and writes it anew.
"""

import contextlib
import hashlib
import importlib
import itertools
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.steps import NO_BOUND, UNBOUNDED, Matcher, TooMany

# Characters of every kind that our classes tell apart; those that match stand for a class.
KINDS = "a7 A\n\u00a0\t.,-—“\"'’(:;%$€éı\u0301_/•\x01"
# Behind what is eaten: something that hardly any pattern goes on with, nothing, and a line's end.
KILLERS = ("\x01", "", "\n")
# A repeat of fewer costs little, even inside another.
LEAST = 20
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
MOST_PUMPS = 24
# Steps are counted on three lengths, each twice the one before: of linear work the second difference is twice the
# first, of quadratic work four times.
LENGTHS = (60, 120, 240)
MOST_GROWTH = 3
FEW = 4  # the bound of all bounded repeats there
MOST_STEPS = 10_000  # a character, with the bounds as they are
# CPU seconds tell also what a bound costs. Below the least they say more about the machine.
LONG = 80_000
LEAST_SECONDS, MOST_SECONDS = 0.02, 10.0
# Where patterns see so few characters that growth is no matter: a module, and forms with a window of their own.
WINDOW = "a form's window"
WINDOWED = {"summitparse.header.authors", WINDOW}
# The tokenizer's patterns are spaCy's, kept with the model: they see one word, never the text.
BORROWED = {"summitparse.language.own"}
JUDGED = Path(__file__).with_name("patterns.judged")


def digests(patterns: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """A name for each pattern under the attacks as they are now: another attack, or another count, is another name."""
    attacks = Path(__file__).read_bytes() + Path(__file__).with_name("steps.py").read_bytes()
    found = {}
    for pattern, flags in patterns:
        asked = b"%b\0%d\0%b" % (attacks, flags, pattern.encode("utf-8", "surrogatepass"))
        found[pattern, flags] = hashlib.sha256(asked).hexdigest()[:16]
    return found


def collect() -> dict[tuple[str, int], str]:
    """Every pattern that the package compiles, with its flags and its module: at import, and while it reads samples."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def record(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        module = str(frame.f_globals.get("__name__"))
        if isinstance(pattern, str) and module.startswith("summitparse") and module not in BORROWED:
            found.setdefault((pattern, int(flags)), module)
        return compile_(pattern, flags)

    re._compile = record  # type: ignore[attr-defined]
    try:
        import summitparse
        from summitparse.text import forms

        for module in pkgutil.walk_packages(summitparse.__path__, "summitparse."):
            if module.name != "summitparse.__main__":
                with contextlib.suppress(ImportError):  # of a part that is not installed
                    importlib.import_module(module.name)
        for package in sorted(path.parent.name for path in Path(summitparse.__file__).parent.glob("*/forms.toml")):
            for name, row in forms.forms(f"summitparse.{package}").items():
                if name != "parts":
                    pattern = forms.form(f"summitparse.{package}", name).pattern
                    key = pattern, int(re.IGNORECASE) if row.get("ignore_case") else 0
                    found[key] = WINDOW if row.get("window") else found[key]
        for sample in sorted((Path(__file__).parents[1] / "samples").glob("*.txt")):
            summitparse.parse(sample.read_text("utf-8"))
    finally:
        re._compile = compile_  # type: ignore[attr-defined]
    return found


class Attacks:
    """Texts that may slow one pattern down: what stands before a repeat, what it eats over and over, and a killer."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.flags = flags
        self.groups: dict[int, Any] = {}
        self.pumps: dict[tuple[str, str], bool] = {}  # whether the repeat has no bound
        self._walk(parser.parse(pattern, flags), "")

    def texts(self, length: int, *, all_: bool = False) -> Iterator[str]:
        """Attacks of so many characters on the repeats without a bound, or on those of many as well."""
        pumps = [pump for pump in self.pumps if all_ or self.pumps[pump]]
        for before, eaten in sorted(pumps, key=lambda pump: len("".join(pump)))[:MOST_PUMPS]:
            for killer in KILLERS[: 2 if before else 3]:
                yield before + eaten * (length // len(eaten)) + killer
            if before:
                yield (before + eaten) * (length // len(before + eaten))
                yield before * (length // len(before))

    def _walk(self, nodes: Sequence[Any], before: str) -> None:
        for op, argument in nodes:
            if op in REPEATS:
                _, most, body = argument
                if most >= LEAST:
                    for eaten in itertools.islice(self._samples(body), 6):
                        for pump in ((before, eaten), ("", eaten)):
                            self.pumps[pump] = most >= UNBOUNDED or self.pumps.get(pump, False)
                self._walk(body, before)
            else:
                for inner in _inner(op, argument):
                    self._walk(inner, before)
            before += self._witness([(op, argument)])

    def _samples(self, body: Sequence[Any]) -> Iterator[str]:
        """Texts that a repeat's body matches, one for each kind of character where it is a class."""
        if len(body) == 1 and body[0][0] in (codes.IN, codes.NOT_LITERAL, codes.ANY):
            yield from filter(self._test(body), KINDS)
        elif len(body) == 1 and body[0][0] is codes.BRANCH:
            for branch in body[0][1][1]:
                yield from itertools.islice(self._samples(branch), 2)
        elif found := self._witness(body):
            yield found

    def _test(self, node: Sequence[Any]) -> Any:
        piece = parser.SubPattern(parser.State(), list(node))
        piece.state.flags = self.flags or re.UNICODE
        compiled = re._compiler.compile(piece, self.flags)  # type: ignore[attr-defined]
        return compiled.fullmatch

    def _witness(self, nodes: Sequence[Any]) -> str:
        """A short text that the nodes match, look-arounds aside."""
        parts: list[str] = []
        for op, argument in nodes:
            if op is codes.LITERAL:
                parts.append(chr(argument))
            elif op in (codes.IN, codes.NOT_LITERAL, codes.ANY):
                parts.append(next(filter(self._test([(op, argument)]), KINDS), _member(argument)))
            elif op in REPEATS:
                parts.append(self._witness(argument[2]) * argument[0])
            elif op is codes.BRANCH:
                parts.append(min((self._witness(branch) for branch in argument[1]), key=len))
            elif op is codes.SUBPATTERN:
                self.groups[argument[0]] = argument[3]
                parts.append(self._witness(argument[3]))
            elif op is codes.ATOMIC_GROUP:
                parts.append(self._witness(argument))
            elif op is codes.GROUPREF:
                parts.append(self._witness(self.groups.get(argument, ())))
        return "".join(parts)


def _inner(op: Any, argument: Any) -> Iterator[Any]:
    """The sequences inside a node that is no repeat."""
    if op is codes.BRANCH:
        yield from argument[1]
    elif op is codes.SUBPATTERN:
        yield argument[3]
    elif op in (codes.ASSERT, codes.ASSERT_NOT):
        yield argument[1]
    elif op is codes.ATOMIC_GROUP:
        yield argument
    elif op is codes.GROUPREF_EXISTS:
        yield from (part for part in argument[1:] if part)


def _member(argument: Any) -> str:
    """A character that a class names, where none of `KINDS` is in it."""
    for op, value in argument if isinstance(argument, list) else ():
        if op is codes.LITERAL:
            return chr(value)
        if op is codes.RANGE:
            return chr(value[0])
    return ""


def grows(pattern: str, flags: int) -> str | None:
    """The beginning of the first attack that takes too many steps, or whose steps grow faster than it; or None."""
    attacks = Attacks(pattern, flags)
    whole = Matcher(pattern, flags)
    for text in attacks.texts(LENGTHS[-1], all_=True):
        if _steps(whole, text) is None:
            return text[:80]
    cut = Matcher(pattern, flags, FEW)
    for texts in zip(*map(attacks.texts, LENGTHS), strict=True):
        counts = [_steps(cut, text) for text in texts]
        short, middle, long = (count or NO_BOUND for count in counts)
        if long - middle > MOST_GROWTH * (middle - short) + LENGTHS[0]:
            return texts[0]
    return None


def _steps(matcher: Matcher, text: str) -> int | None:
    """What it takes to look for a pattern all over a text; None where that is too much."""
    try:
        matcher.spans(text, MOST_STEPS * len(text))
    except TooMany:
        return None
    return matcher.count


def slow(pattern: str, flags: int) -> str | None:
    """The beginning of the first attack that takes far more than four times as long when it is four times as long."""
    compiled = re.compile(pattern, flags)
    attacks = Attacks(pattern, flags)
    for short, long in zip(attacks.texts(LONG // 4), attacks.texts(LONG), strict=True):
        if all(_takes_longer(compiled, short, long) for _ in range(3)):  # once may be the machine
            return long[:80]
    return None


def _takes_longer(compiled: re.Pattern[str], short: str, long: str) -> bool:
    """Twice what is in line with the length. The longer is stopped then, for it might need minutes."""
    allowed = 8 * max(_seconds(compiled, short, MOST_SECONDS), LEAST_SECONDS)
    return allowed > MOST_SECONDS or _seconds(compiled, long, allowed) >= allowed


def _seconds(compiled: re.Pattern[str], text: str, most: float) -> float:
    """CPU seconds to look for a pattern all over a text, or the most that are allowed."""
    started = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_PROF, most)
        try:
            for _ in compiled.finditer(text):
                pass
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except TimeoutError:  # also one that came while the timer was stopped
        return most
    return time.process_time() - started


def _stop(*_: object) -> None:
    raise TimeoutError


def objections(pattern: str, flags: int) -> list[str]:
    """What regexploit says against a pattern. It knows no atomic group, which only makes a pattern safer."""
    from regexploit.ast.sre import SreOpParser  # type: ignore[import-not-found]
    from regexploit.redos import find  # type: ignore[import-not-found]

    plain = pattern.replace("(?>", "(?:")
    return [str(one) for one in find(SreOpParser().parse_sre(plain, flags))]


def main() -> None:
    """Prints how many patterns there are and those whose work grows too fast: by steps, or with `--clock` by CPU time;
    with `--tool` those that regexploit objects to. Steps are counted of what `patterns.judged` does not hold; with
    `--all` of everything, and the digests of what passes are written there."""
    found = collect()
    names = digests(found)
    signal.signal(signal.SIGPROF, _stop)
    judge = slow if "--clock" in sys.argv else grows
    asked = dict(found)
    if not {"--clock", "--tool", "--all"} & set(sys.argv):
        judged = set(JUDGED.read_text("ascii").split())
        asked = {pattern: module for pattern, module in found.items() if names[pattern] not in judged}
    slowed: list[tuple[str, str, str]] = []
    for (pattern, flags), module in asked.items():
        if "--tool" in sys.argv:
            slowed.extend((module, pattern, said) for said in objections(pattern, flags))
        elif module not in WINDOWED and (attack := judge(pattern, flags)):
            slowed.append((module, pattern, attack))
    if "--all" in sys.argv:
        bad = {pattern for _, pattern, _ in slowed}
        JUDGED.write_text("".join(sorted(f"{names[key]}\n" for key in found if key[0] not in bad)), "ascii")
    json.dump({"patterns": len(found), "attacked": len(asked), "slow": slowed}, sys.stdout)


if __name__ == "__main__":
    main()
