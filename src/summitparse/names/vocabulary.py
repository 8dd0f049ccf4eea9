"""The lexicons of this package as sets and tables, read once."""

import re
from dataclasses import dataclass
from functools import cache, partial

from summitparse.grammar.words import words_of
from summitparse.lexicon import listed, load

PACKAGE = "summitparse.actors"

# Latin letters with marks count as the letters that a transliteration without marks would have.
PATRONYMIC = re.compile(
    r"\w{3,40}(?:ovich|evich|yevich|ievich|ovych|yovych|ovna|evna|yevna|ivna|inichna|ichna|ogly|oglu|kyzy)$"
)
PARTICLES = listed(PACKAGE, "sounds", "particles")
# Sections of lexicon/words.toml, as written there, and lists of offices.
word_list = partial(listed, PACKAGE, "words")
office_list = partial(listed, PACKAGE, "offices", "offices")

# The lists of offices, and the group that an office of each is in.
_LISTS = {
    "state": "state",
    "government": "government",
    "other": "other",
    "occupations": "occupation",
    "descriptions": "description",
}
_NOT_NAMES = ("institutions", "places", "cities", "events", "common", "firms")
# What honorifics, given names and offices tell: the name of their list to m, f or e (either).
GENDERS = {"male": "m", "female": "f", "either": "e"}
KNOWN_GENDERS = frozenset({"m", "f"})
_SIBILANTS = ("s", "ch")
# Classes of verbs in grammar/lexicon/words.toml that nothing but somebody does.
_OF_PEOPLE = ("ask", "blame", "condemn", "inform", "invite", "promise", "reaffirm", "reject", "stress", "thank", "warn")
_OF_STATE = frozenset({"state", "government"})
_DESCRIBING = frozenset({"occupation", "description"})


@dataclass(frozen=True)
class Office:
    """An office as the lexicon has it: its head in the singular, and in which list it stands."""

    head: str
    group: str  # state | government | other | occupation | description
    plural: bool

    @property
    def of_state(self) -> bool:
        """Does whoever has it head a state or a government?"""
        return self.group in _OF_STATE

    @property
    def describes(self) -> bool:
        """Does it say what somebody is, and name no office?"""
        return self.group in _DESCRIBING


@dataclass(frozen=True)
class Names:
    gender: dict[str, str]  # given name in lower case → m | f | e (either)
    same: dict[str, int]  # given name in lower case → number of the group of its forms


@cache
def names() -> Names:
    table = load(PACKAGE, "given_names")
    gender: dict[str, str] = {}
    for section, letter in GENDERS.items():
        for name in table.get(section, "").lower().split():
            gender[name] = letter if gender.get(name, letter) == letter else "e"
    same: dict[str, int] = {}
    for number, group in enumerate(table["same"]):
        forms = group.lower().split()
        known = next((gender[form] for form in forms if form in gender), "e")
        for form in forms:
            same.setdefault(form, number)
            gender.setdefault(form, known)
    for form in table["words_too"]:
        gender.pop(form, None)
    return Names(gender, same)


@cache
def not_names() -> frozenset[str]:
    """Capitalised words, in lower case, that are no part of a person's name."""
    words = (word.lower() for section in _NOT_NAMES for word in word_list(section))
    return frozenset(words) - frozenset(names().gender)


@cache
def surnames_too() -> frozenset[str]:
    return frozenset(word.lower() for word in word_list("surnames_too"))


@cache
def portfolios() -> frozenset[str]:
    return frozenset(load(PACKAGE, "offices")["portfolios"]["words"])


@cache
def offices() -> dict[str, tuple[tuple[tuple[str, ...], Office], ...]]:
    """First word in lower case → the phrases that begin with it, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Office]]] = {}
    for section, group in _LISTS.items():
        for head in load(PACKAGE, "offices")["offices"][section]:
            for phrase, plural in ((head, False), (plural_of(head), True)):
                words = tuple(phrase.lower().replace("-", " - ").split())
                office = Office("prime minister" if head == "PM" else head, group, plural)
                if all(known != words for known, _ in index.get(words[0], [])):
                    index.setdefault(words[0], []).append((words, office))
    return {word: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0]))) for word, phrases in index.items()}


@cache
def office_words() -> frozenset[str]:
    """Single words that are an office or a rank, and so no part of a name ("Attorney", "Deputy")."""
    singles = {words[0] for phrases in offices().values() for words, _ in phrases if len(words) == 1}
    return (frozenset(singles) | office_list("ranks")) - office_list("surnames")


def plural_of(head: str) -> str:
    """The last word is made plural, or the noun before a preposition or before "general"."""
    words = head.split()
    at = len(words) - 1
    for i, word in enumerate(words[1:], 1):
        if word in office_list("behind_plurals"):
            at = i - 1
            break
    word = words[at]
    if word.endswith("man"):
        word = word[:-2] + "en"
    elif word.endswith("y") and word[-2] not in "aeo":
        word = word[:-1] + "ies"
    elif word.endswith(_SIBILANTS):
        word += "es"
    elif word.endswith("wife"):
        word = word[:-2] + "ves"
    else:
        word += "s"
    return " ".join([*words[:at], word, *words[at + 1 :]])


@cache
def honorifics() -> dict[str, str]:
    """Honorific in lower case → m | f | e."""
    table = load(PACKAGE, "offices")["honorifics"]
    return {word.lower(): letter for section, letter in GENDERS.items() for word in table[section]}


@cache
def suffixes() -> frozenset[str]:
    return frozenset(suffix.lower() for suffix in load(PACKAGE, "offices")["honorifics"]["suffixes"])


@cache
def letters() -> frozenset[str]:
    """Letters of honours, degrees and seats behind a name, as written there: "KC", "M.P."."""
    return frozenset(load(PACKAGE, "offices")["honorifics"]["letters"])


@cache
def human_verbs() -> frozenset[str]:
    """Verbs that people do: those of this package, and of grammar's classes those that need somebody."""
    return word_list("human_verbs").union(*(words_of("verbs", kind) for kind in _OF_PEOPLE))
