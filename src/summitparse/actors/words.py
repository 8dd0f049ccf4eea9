"""The tokens of a release with what the lexicons say of each: country, given name, initial, institution …"""

from collections.abc import Sequence
from functools import cached_property

from summitparse.actors import vocabulary
from summitparse.actors.abbreviations import find_abbreviations
from summitparse.actors.names import is_initial
from summitparse.countries import CountryMention, find_countries
from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout

_ABBREVIATIONS = frozenset(("d.c.", "u.n.", "u.s.", "e.u.", "u.k.", "p.m.", "a.m.", "u.s.a.", "i.e.", "e.g."))
# Given names that are a country's too.
_COUNTRIES_TOO = frozenset(("chad", "jordan", "israel", "german", "georgia", "cuba"))
SAINTS = frozenset(("san", "santa", "saint", "st.", "st", "los", "são", "sao"))  # "San Francisco"
HYPHENS = ("-", "‐", "‑", "–", "⁠-")
_NAME_TAGS = (
    "NNP",
    "NNPS",
    "NN",
    "NNS",
    "JJ",
    "FW",
    "UH",
    "XX",
    "LS",
    "VBG",
    "RB",
    "IN",
    "VB",
    "VBP",
    "VBZ",
    "VBD",
    "VBN",
)


class Words:
    """`kind(i)` is one letter for a capitalised word (and for particles), "" for all others.

    C part of a country's name or adjective · G given name · I initial · P particle ("al", "van") · S "Jr."
    H honorific
    A all capitals · X institution, place, event, portfolio, common word · W any other word
    """

    def __init__(self, layout: Layout, parse: Parse, labels: bool = False) -> None:
        self.layout = layout
        self.parse = parse
        self.labels = labels
        self.tokens: Sequence[Token] = parse.tokens
        self.country_from: dict[int, tuple[int, CountryMention]] = {}  # first token → (end token, mention)
        self.country_to: dict[int, int] = {}  # end token → first token
        self.in_country: set[int] = set()
        self._kinds: dict[int, str] = {}
        self._small: set[str] | None = None
        self._headlines: dict[int, bool] = {}
        self._not_names = vocabulary.not_names()
        self._given = vocabulary.names().gender
        self._portfolios = vocabulary.portfolios()
        self._honorifics = vocabulary.honorifics()
        self._offices = vocabulary.office_words()
        for mention in find_countries(layout.clean):
            covered = parse.within(mention.span)
            if covered and covered[0].start <= mention.span.start:
                first, end = covered[0].i, covered[-1].i + 1
                self.country_from[first] = (end, mention)
                self.country_to[end] = first
                self.in_country.update(range(first, end))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """What each abbreviation of the release stands for."""
        return find_abbreviations(self.layout.clean)

    def kind(self, i: int) -> str:
        found = self._kinds.get(i)
        if found is None:
            found = self._kinds[i] = self._kind(i)
        return found

    def _kind(self, i: int) -> str:
        if i < 0 or i >= len(self.tokens):
            return ""
        token = self.tokens[i]
        text, lower = token.text, token.lower
        if i in self.in_country:
            return "G" if lower in _COUNTRIES_TOO and self._begins_name(i) else "C"
        if lower in vocabulary.PARTICLES and token.tag not in ("PRP", "POS"):
            return "P"
        if not text[0].isupper() or token.tag in ("PRP", "PRP$", "WP", "DT", "MD", "WDT", "EX"):
            return ""
        if is_initial(text) and text[0].isalpha() and text != "I":
            return "H" if lower in self._honorifics else "X" if lower in _ABBREVIATIONS else "I"
        if vocabulary.suffixes() and lower in vocabulary.suffixes():
            return "S"
        if lower in self._given and token.tag in _NAME_TAGS:
            return "X" if i and self.tokens[i - 1].lower in SAINTS else "G"
        if lower in self._honorifics:
            return "H"
        if (
            lower in self._not_names
            or lower in self._portfolios
            or lower in self._offices
            or not text.replace("'", "").replace("’", "").isalpha()
        ):
            return "X"
        if len(text) > 1 and text.isupper():
            return "W" if self.labels and len(text) > 3 else "A"
        if token.tag in ("NNP", "NNPS"):
            return "W"
        if token.tag in ("NN", "JJ", "FW", "NNS", "VBG", "XX") and not self.begins_sentence(i):
            return "W"
        return "X" if self.begins_sentence(i) or token.tag[0] != "V" else ""

    def _begins_name(self, i: int) -> bool:
        """ "Chad Bown", "German Gref": a surname follows, and no preposition makes it a place."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].sentence != self.tokens[i].sentence:
            return False
        before = self.tokens[i - 1].lower if i else ""
        if before in ("in", "of", "to", "from", "the", "with", "and", "visit") or i + 1 in self.in_country:
            return False
        surname = self.kind(i + 1) == "W" or self.tokens[i + 1].lower in vocabulary.surnames_too()
        return self.tokens[i + 1].tag == "NNP" and surname

    def may_begin_name(self, i: int) -> bool:
        """Words that are a surname or something else ("Young") count too: whose they are is seen later."""
        token = self.tokens[i]
        if token.text[0].islower() and token.lower not in vocabulary.PARTICLES and i not in self.in_country:
            return False  # most words, told without their kind
        kind = self.kind(i)
        surname = kind == "X" and token.lower in vocabulary.surnames_too()
        return kind in ("G", "W", "I", "P", "A") or (surname and not self.is_seat(i))

    def is_seat(self, i: int) -> bool:
        """ "White House": two common words that together name an institution."""
        following = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        return f"{self.tokens[i].text} {following}" in vocabulary.office_list("seats")

    def is_common(self, token: Token) -> bool:
        """Does the release write this capitalised word in small letters too?"""
        if self._small is None:
            self._small = {other.text for other in self.tokens if other.text.islower()}
        return token.lower in self._small

    def is_headline(self, i: int) -> bool:
        """Are nearly all words of the sentence of token `i` capitalised?"""
        sentence = self.tokens[i].sentence
        known = self._headlines.get(sentence)
        if known is None:
            tokens = self.parse.sentence_tokens(sentence)
            long = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
            known = len(long) > 3 and sum(text[0].isupper() for text in long) >= 0.75 * len(long)
            known = known and tokens[-1].text not in (".", ";", ":", ",")
            self._headlines[sentence] = known
        return known

    def begins_sentence(self, i: int) -> bool:
        first = self.parse.sentences[self.tokens[i].sentence][0]
        return i == first or (i == first + 1 and not self.tokens[first].text[0].isalnum())

    def sentence_start(self, i: int) -> int:
        return self.parse.sentences[self.tokens[i].sentence][0]

    def sentence_end(self, i: int) -> int:
        return self.parse.sentences[self.tokens[i].sentence][1]

    def follows(self, i: int, text: str) -> bool:
        """Is token `i` this very word or mark?"""
        return i < len(self.tokens) and self.tokens[i].text == text

    def hyphen_joins(self, i: int, end: int) -> bool:
        """Is token `i` a hyphen without spaces between two words?"""
        tokens = self.tokens
        return (
            0 < i < end - 1
            and tokens[i].text in HYPHENS
            and tokens[i - 1].end == tokens[i].start
            and tokens[i].end == tokens[i + 1].start
        )

    def span(self, first: int, end: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def text(self, first: int, end: int) -> str:
        span = self.span(first, end)
        return " ".join(self.layout.clean[span.start : span.end].split())
