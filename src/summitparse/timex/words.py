"""Text to words, each with a class: one letter a word, so that a rule is a regular expression over a short string.

A class is a name of the calendar ("month"), a kind of number ("n31": 13 to 31), a sign ("dash"), or a word that some
rule names ("ago"). Every other word is a dot, and no rule goes across a dot.
"""

import re
from dataclasses import dataclass

from summitparse.lexicon import load
from summitparse.numbers import words as number_words
from summitparse.text.calendar import MONTHS

OTHER = "."
_SHY_MONTHS = ("mar", "may", "sep", "jan", "dec")
# A number is bounded, so that no run of digits is read twice; what is longer is a word of no class.
_TOKEN = re.compile(
    r"[^\W\d_]+"
    r"|\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|\d{1,4}(?:(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,4}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d/]|\.\d|-\d{1,4}(?!\d*[./-]\d)))"
    r"|\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,9})?"
    r"|\d{1,15}\.\d{1,9}(?!\.?\d)"
    r"|\d{1,2}(?:<sup>(?:st|nd|rd|th)</sup>|(?:st|nd|rd|th)(?![^\W_]))"
    r"|\d+"
    r"|[^\s]|\n"
)
_DIGITS = frozenset("0123456789")
_SIGNS = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "‐": "dash",
    "‑": "dash",
    "‒": "dash",
    "–": "dash",
    "—": "dash",
    "―": "dash",
    "−": "dash",
    "/": "slash",
    "'": "apostrophe",
    "’": "apostrophe",
    "‘": "apostrophe",
    "(": "lparen",
    ")": "rparen",
    "½": "halfsign",
    "+": "plus",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, side by side: places, classes (one letter each) and the forms in lower case where known."""

    text: str
    starts: list[int]
    ends: list[int]
    classes: str
    meanings: list[object]

    def form(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Whether no space stands before the word."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def definite(self, index: int) -> bool:
        """Whether the word is the definite article."""
        return 0 <= index < len(self.starts) and self.form(index).lower() == "the"


# Classes of numbers in digits, those of them that count, and classes that are tables of the lexicon.
_NUMERIC = ["n12", "n31", "n99", "n999", "yyyy", "packed", "big", "hhmm", "o31", "o99", "decimal", "numeric"]
_COUNTS = ["n12", "n31", "n99", "n999", "decimal"]
_TABLES = ["unit", "units", "daypart", "season", "weekday", "often"]
_NAMED = ["numword", "tens", "scale", "ordword", "decadename", "zone", "monthname", "mon", "may"]
_SCALES = ["hundred", "thousand"]
_LAST_DAY = 31  # of the ordinals no later one is a day of a month
_SHY = ["shymonth", "shyweekday", "shyseason"]
CLASSES = frozenset([*_NUMERIC, *_TABLES, *_NAMED, *_SHY, *_SIGNS.values()])


class Alphabet:
    """Class names to letters. Letters are handed out as names are asked for, in the order of the rules."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

        self._also: dict[str, str] = {}

    def letter(self, name: str) -> str:
        return self._letters.setdefault(name, chr(0x4E00 + len(self._letters)))

    def letters(self, name: str) -> str:
        """The letter of the class, and those of the words of the class that have a letter of their own."""
        return self.letter(name) + self._also.get(name, "")

    def adopt(self, name: str, word: str) -> None:
        self._also[name] = self._also.get(name, "") + self.letter(word)

    def names(self) -> tuple[str, ...]:
        return tuple(self._letters)


def variants(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())


class Vocabulary:
    """Word form → (letter, meaning). `literals` are the words that rules name."""

    def __init__(self, alphabet: Alphabet, literals: frozenset[str]) -> None:
        self.alphabet = alphabet
        self._literals = literals
        self.entries: dict[str, tuple[str, object]] = {}
        lexicon = load("summitparse.dates", "words")
        for word in sorted(literals):
            self._add(word, word, word)
        for name in _TABLES:
            for meaning, words in lexicon[name].items():
                for word in words:
                    self._add(word, name, int(meaning) if meaning.isdigit() else meaning)
        for meaning, words in lexicon["month"].items():
            for word in words:
                self._add(word, "monthname" if len(word) > 3 and word in MONTHS else "mon", int(meaning))
        numbers = number_words()
        for word, value in numbers.units.items():
            self._add(word, "numword", value)
        for word, value in numbers.tens.items():
            self._add(word, "tens", value)
        for word in _SCALES:
            self._add(word, "scale", 10 ** numbers.scales.get(word, 2))
        for word, value in numbers.ordinal_units.items():
            if 1 <= value <= _LAST_DAY:
                self._add(word, "ordword", value)
        for index, word in enumerate(lexicon["decade"]["names"]):
            self._add(word, "decadename", 192 + index)
        for word, hours in zip(lexicon["zone"]["words"], lexicon["zone"]["hours"], strict=True):
            self.entries[word] = (alphabet.letter("zone"), hours)
        self._shy(lexicon["shy"]["words"])
        for sign, name in _SIGNS.items():
            self.entries[sign] = (alphabet.letter(name), sign)
        self.entries["\n"] = ("\n", None)

    def _add(self, word: str, name: str, meaning: object) -> None:
        """A word that rules name keeps a letter of its own and belongs to the class as well."""
        if word in self._literals and word != name:
            self.alphabet.adopt(name, word)
            name = word
        for form in variants(word):
            self.entries[form] = (self.alphabet.letter(name), meaning)

    def _shy(self, words: list[str]) -> None:
        """Forms that are something else more often get a class of their own, which only careful rules name."""
        for word in words:
            meaning = self.entries[word][1]
            month = "shymonth" if word.lower()[:3] in _SHY_MONTHS else "shyweekday"
            name = "shyseason" if isinstance(meaning, str) else month
            self.entries[word] = (self.alphabet.letter(name), meaning)
        for form in variants("may")[1:]:
            self.entries[form] = (self.alphabet.letter("may"), 5)


def _digits(form: str) -> tuple[str, object]:
    """The class of a token that begins with a digit, and its value."""
    if form.isdigit():
        size = len(form)
        value = int(form) if size <= 15 else 0
        if size <= 2:
            return ("n12" if 1 <= value <= 12 else "n31" if 1 <= value <= 31 else "n99"), value
        if size == 3:
            return "n999", value
        if size == 4 and 1000 <= value <= 2199:
            return "yyyy", value
        return ("packed" if size == 8 else "big"), value
    if ":" in form and "T" not in form:
        return "hhmm", form
    if form[-1] == ">" or (form[-1].isalpha() and form[-1] != "Z"):
        value = int(form[:2]) if form[1].isdigit() else int(form[0])
        return ("o31" if 1 <= value <= 31 else "o99"), value
    if "," in form:
        number = float(form.replace(",", ""))
        return "big", int(number) if number.is_integer() else number
    if form.count(".") == 1 and "-" not in form and "/" not in form:
        return "decimal", float(form)
    return "numeric", form


class Reader:
    """Cuts texts into words with the vocabulary of one grammar."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._entries = vocabulary.entries
        letter = vocabulary.alphabet.letter
        self._numeric = {name: letter(name) for name in _NUMERIC}
        self._letter = letter
        word = f"[{vocabulary.alphabet.letters('numword')}]"
        tens, scale, dash = letter("tens"), letter("scale"), letter("dash")
        joint, digit = letter("and"), "".join(self._numeric[name] for name in _COUNTS)
        plain = f"(?:{tens}(?:{dash}?{word})?|{word})"
        self._merge = re.compile(
            f"(?P<ordinal>{tens}{dash}?[{vocabulary.alphabet.letters('ordword')}])"
            f"|(?P<year>{word}{tens}(?:{dash}?{word})?|{tens}{tens}(?:{dash}?{word})?)"
            f"|(?P<count>(?:{plain}|[{digit}])(?:{scale}(?:{joint}?{plain})?){{1,3}}|{tens}{dash}{word}|{tens}{joint}?{word})"
            f"|(?P<half>(?:{plain}|[{digit}])(?:{dash}?{joint}{dash}?{letter('a')}?{dash}?{letter('half')}|{letter('halfsign')}))"
            f"|(?P<fraction>[{digit}]{dash}?{self._numeric['n12']}{letter('slash')}{self._numeric['n12']})"
        )

    def read(self, text: str) -> Words:
        known, other = self._entries, (OTHER, None)
        matches = list(_TOKEN.finditer(text))
        forms = [match.group() for match in matches]
        entries = [known.get(form) or (self._number(form) if form[0] in _DIGITS else other) for form in forms]
        starts = [match.start() for match in matches]
        ends = [match.end() for match in matches]
        letters = [letter for letter, _ in entries]
        meanings = [meaning for _, meaning in entries]
        return self._merged(Words(text, starts, ends, "".join(letters), meanings))

    def _number(self, form: str) -> tuple[str, object]:
        """The class and the value of a token that begins with a digit; one with digits of other scripts has none."""
        if not form.isascii():
            return OTHER, None
        name, value = _digits(form)
        return self._numeric[name], value

    def _merged(self, words: Words) -> Words:
        """Numbers of several words ("twenty-four", "5 1/2", "nineteen ninety-six") become one word each."""
        found = [match for match in self._merge.finditer(words.classes) if self._tight(words, match)]
        if not found:
            return words
        starts: list[int] = []
        ends: list[int] = []
        letters: list[str] = []
        meanings: list[object] = []
        done = 0
        for match in found:
            first, last = match.start(), match.end()
            name, value = self._value(words, match)
            starts += words.starts[done : first + 1]
            ends += [*words.ends[done:first], words.ends[last - 1]]
            letters += [words.classes[done:first], self._letter(name)]
            meanings += [*words.meanings[done:first], value]
            done = last
        starts += words.starts[done:]
        ends += words.ends[done:]
        letters.append(words.classes[done:])
        meanings += words.meanings[done:]
        return Words(words.text, starts, ends, "".join(letters), meanings)

    def _tight(self, words: Words, match: re.Match[str]) -> bool:
        """Two numbers beside each other are one only in some writings: "5 1/2", not "5 11/12"."""
        if match.lastgroup == "fraction":
            upper, lower = words.meanings[match.end() - 3], words.meanings[match.end() - 1]
            return (upper, lower) in ((1, 2), (1, 4), (3, 4), (1, 3), (2, 3)) and words.glued(match.end() - 1)
        if match.lastgroup == "year":
            return self._value(words, match)[1] != 0
        return True

    def _value(self, words: Words, match: re.Match[str]) -> tuple[str, object]:
        values = [words.meanings[i] for i in range(match.start(), match.end())]
        numbers = [value for value in values if isinstance(value, int | float)]
        if match.lastgroup == "ordinal":
            return "ordword", sum(numbers)
        if match.lastgroup == "year":
            head, tail = int(numbers[0]), int(sum(numbers[1:]))
            return ("yyyy", head * 100 + tail) if head in range(11, 21) and tail >= 10 else ("numword", 0)
        if match.lastgroup == "half":
            return "numword", sum(numbers) + 0.5
        if match.lastgroup == "fraction":
            return "numword", numbers[0] + numbers[1] / numbers[2]
        total, part = 0.0, 0.0
        for number in numbers:
            if number in (100, 1000):
                part = (part or 1) * number
                if number == 1000:
                    total, part = total + part, 0.0
            else:
                part += number
        total += part
        value = int(total) if total.is_integer() else total
        if isinstance(value, int) and len(numbers) > 1 and 1000 in numbers and 2000 <= value <= 2099:
            return "yyyy", value
        return "numword", value
