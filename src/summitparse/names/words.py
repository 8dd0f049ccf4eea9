"""The tokens of a release with what the lexicons say of each: country, given name, initial, institution …"""

from collections.abc import Container, Sequence
from enum import StrEnum
from functools import cached_property, partial

from summitparse.countries import CountryMention, find_countries
from summitparse.findings import Span
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import COMMON, PROPER
from summitparse.layout import Layout
from summitparse.lexicon import listed
from summitparse.names import vocabulary
from summitparse.names.abbreviations import find_abbreviations, find_full_names
from summitparse.names.person import is_initial

_STOPS = frozenset(".;:,")
HYPHENS = ("-", "‐", "‑", "–", "⁠-")


class Kind(StrEnum):
    """What a capitalised word, or a particle, can be in a name; one letter, so that the kinds of a name are a word."""

    NONE = ""  # any other word of a text
    COUNTRY = "C"  # a part of a country's name or adjective
    GIVEN = "G"
    INITIAL = "I"
    PARTICLE = "P"  # "al", "van"
    SUFFIX = "S"  # "Jr."
    HONORIFIC = "H"
    CAPITALS = "A"  # nothing but capitals
    COMMON = "X"  # an institution, place, event, portfolio or common word
    WORD = "W"  # any other capitalised word


# Words of a person's name, and words of an institution's.
PERSONAL = frozenset({Kind.GIVEN, Kind.WORD})
INSTITUTIONAL = frozenset({Kind.COMMON, Kind.CAPITALS})
# What a name can begin with.
_FIRST = PERSONAL | {Kind.INITIAL, Kind.PARTICLE, Kind.CAPITALS}
CAPITAL = frozenset({*PERSONAL, *INSTITUTIONAL, Kind.COUNTRY, Kind.INITIAL, Kind.PARTICLE})
_TAGS_OF_NO_PARTICLE = frozenset({"PRP", "POS"})
_TAGS_OF_NO_NAME = frozenset({"PRP", "PRP$", "WP", "DT", "MD", "WDT", "EX"})
_UNKNOWN_TAGS = frozenset({"NN", "JJ", "FW", "NNS", "VBG", "XX"})
# A given name can have any of these where the tagger does not know it.
_NAME_TAGS = PROPER | _UNKNOWN_TAGS | {"UH", "LS", "RB", "IN", "VB", "VBP", "VBZ", "VBD", "VBN"}
_list = partial(listed, vocabulary.PACKAGE, "words")


class Words:
    """The tokens of a release or of its labels, each with its `Kind`, and where countries stand among them."""

    def __init__(self, layout: Layout, parse: Parse, labels: bool = False) -> None:
        self.layout = layout
        self.parse = parse
        self.labels = labels
        self.tokens: Sequence[Token] = parse.tokens
        self.country_from: dict[int, tuple[int, CountryMention]] = {}  # first token → (end token, mention)
        self.country_to: dict[int, int] = {}  # end token → first token
        self.in_country: set[int] = set()
        self._kinds: dict[int, Kind] = {}
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
        """What each abbreviation of the release stands for, and each noun that is short for an institution's name."""
        text = self.layout.clean
        return find_full_names(text, listed(vocabulary.PACKAGE, "sources", "bodies")) | find_abbreviations(text)

    def kind(self, i: int) -> Kind:
        found = self._kinds.get(i)
        if found is None:
            found = self._kinds[i] = self._kind(i)
        return found

    def _kind(self, i: int) -> Kind:
        if i < 0 or i >= len(self.tokens):
            return Kind.NONE
        token = self.tokens[i]
        text, lower = token.text, token.lower
        if i in self.in_country:
            return Kind.GIVEN if lower in _list("countries_too") and self._begins_name(i) else Kind.COUNTRY
        if lower in vocabulary.PARTICLES and token.tag not in _TAGS_OF_NO_PARTICLE:
            return Kind.PARTICLE
        if not text[0].isupper() or token.tag in _TAGS_OF_NO_NAME:
            return Kind.NONE
        if is_initial(text) and text[0].isalpha() and text != "I":
            known = Kind.COMMON if lower in _list("abbreviations") else Kind.INITIAL
            return Kind.HONORIFIC if lower in self._honorifics else known
        if lower in vocabulary.suffixes():
            return Kind.SUFFIX
        if lower in self._given and token.tag in _NAME_TAGS:
            return Kind.COMMON if i and self.tokens[i - 1].lower in _list("saints") else Kind.GIVEN
        if lower in self._honorifics:
            return Kind.HONORIFIC
        if (
            lower in self._not_names
            or lower in self._portfolios
            or lower in self._offices
            or not text.replace("'", "").replace("’", "").isalpha()
        ):
            return Kind.COMMON
        if len(text) > 1 and text.isupper():
            return Kind.WORD if self.labels and len(text) > 3 else Kind.CAPITALS
        return self._unknown(i, token.tag)

    def _unknown(self, i: int, tag: str) -> Kind:
        """A word of a name where no lexicon has it, unless only its place gives it a capital."""
        if tag in PROPER:
            return Kind.WORD
        if self.begins_sentence(i):
            return Kind.COMMON
        return Kind.WORD if tag in _UNKNOWN_TAGS else Kind.NONE if tag[0] == "V" else Kind.COMMON

    def _begins_name(self, i: int) -> bool:
        """ "Chad Bown", "German Gref": a surname follows, and no preposition makes it a place."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].sentence != self.tokens[i].sentence:
            return False
        before = self.tokens[i - 1].lower if i else ""
        if before in _list("before_places") or i + 1 in self.in_country:
            return False
        surname = self.kind(i + 1) == Kind.WORD or self.tokens[i + 1].lower in vocabulary.surnames_too()
        return self.tokens[i + 1].tag in PROPER and surname

    def may_begin_name(self, i: int) -> bool:
        """Words that are a surname or something else ("Young") count too: whose they are is seen later."""
        token = self.tokens[i]
        if token.text[0].islower() and token.lower not in vocabulary.PARTICLES and i not in self.in_country:
            return False  # most words, told without their kind
        kind = self.kind(i)
        surname = kind == Kind.COMMON and token.lower in vocabulary.surnames_too()
        return kind in _FIRST or (surname and not self.is_seat(i))

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
            known = known and tokens[-1].text not in _STOPS
            self._headlines[sentence] = known
        return known

    def begins_sentence(self, i: int) -> bool:
        first = self.parse.sentences[self.tokens[i].sentence][0]
        return i == first or (i == first + 1 and not self.tokens[first].text[0].isalnum())

    def sentence_start(self, i: int) -> int:
        return self.parse.sentences[self.tokens[i].sentence][0]

    def sentence_end(self, i: int) -> int:
        return self.parse.sentences[self.tokens[i].sentence][1]

    def behind(self, i: int, words: Container[str]) -> int:
        """The place behind token `i` if it is one of the words, else `i` itself."""
        return i + 1 if i < len(self.tokens) and self.tokens[i].lower in words else i

    def behind_article(self, i: int) -> int:
        """The place behind token `i` if it is an article, else `i` itself."""
        return self.behind(i, words_of("determiners", "articles"))

    def serves(self, i: int) -> bool:
        """ "Counsel to the President": at token `i`, behind an office, begins whom somebody serves."""
        office = self.behind_article(i + 1)
        named = i + 1 < office < len(self.tokens) and self.tokens[office].lower in self._offices
        return i > 0 and named and self.follows(i, "to") and self.tokens[i - 1].tag in COMMON | PROPER

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
