"""A person's name as words, and when two written names can be one person's."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

from summitparse.lexicon import load
from summitparse.names.vocabulary import PACKAGE, PARTICLES, PATRONYMIC, names, suffixes

# Words whose reading is remembered: enough for some dozen releases, bounded for a worker that sees millions.
MOST_WORDS = 20_000
# Slavic surnames of men that take an "a" for women.
_MASCULINE = ("ov", "ev", "in", "yn", "iy")


@lru_cache(MOST_WORDS)
def plain(word: str) -> str:
    """Lower case without marks: "Şahin" → "sahin"."""
    text = word.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o")
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    pairs = (entry.partition(" ") for entry in load(PACKAGE, "sounds")["sounds"])
    return tuple((written, letter) for written, _, letter in pairs)


@lru_cache(MOST_WORDS)
def sound(word: str) -> str:
    """The same for most transliterations of one word: "Lukashenka" and "Lukashenko", "Yury" and "Yuri"."""
    text = plain(word)
    for written, letter in _sounds():
        text = text.replace(written, letter)
    text = "".join(letter for i, letter in enumerate(text) if i == 0 or letter != text[i - 1])
    return text.removesuffix("i") or text


@lru_cache(MOST_WORDS)
def given_key(word: str) -> str:
    number = names().same.get(word.lower())
    return f"#{number}" if number is not None else sound(word)


@dataclass(frozen=True)
class Name:
    """`words` as written, without title, honorific and suffix ("Jr.")."""

    words: tuple[str, ...]
    suffix: str = ""
    text: str = field(default="", compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(plain(word) for word in self.words)


def is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or (len(word) <= 6 and word.count(".") >= 2)


def is_patronymic(word: str) -> bool:
    return PATRONYMIC.match(word.lower()) is not None


def same_given(a: str, b: str) -> bool:
    """One given name, or an initial of it."""
    if is_initial(a) or is_initial(b):
        return plain(a)[:1] == plain(b)[:1]
    return given_key(a) == given_key(b) or plain(a).startswith(plain(b) + "-") or plain(b).startswith(plain(a) + "-")


def same_word(a: str, b: str) -> bool:
    return plain(a) == plain(b) or (sound(a) == sound(b) and len(sound(a)) > 2)


def split(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surname: the last word with the particles before it is the surname."""
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return words[:at], words[at:]


def is_surname(name: Name) -> bool:
    """A surname alone, particles before it or not: "Jong", "De Jong"."""
    return all(word.lower() in PARTICLES for word in name.words[:-1])


def fits(short: Name, full: Name) -> int:
    """How well `short` can be another form of `full`: 0 not at all; higher is better evidence."""
    a, b = short.words, full.words
    if short.suffix and full.suffix and plain(short.suffix).strip(".") != plain(full.suffix).strip("."):
        return 0
    if len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True)):
        return 9
    if len(a) == 1:
        return _one_word(a[0], b)
    if len(b) == 1:
        return 0
    if len(a) == 2 and is_patronymic(a[1]) and not is_patronymic(b[-1]):
        middle = [word for word in b[1:-1] if is_patronymic(word)]
        return 6 if same_given(a[0], b[0]) and (not middle or same_word(middle[0], a[1])) else 0
    if len(a) == len(b) and sorted(map(sound, a)) == sorted(map(sound, b)):
        return 7
    if len(a) < len(b) and all(same_word(x, y) for x, y in zip(a, b[-len(a) :], strict=True)):
        return 8
    given_a, last_a = split(a)
    given_b, last_b = split(b)
    if given_a and given_b and same_word(last_a[-1], last_b[-1]) and same_given(given_a[0], given_b[0]):
        return 7 if _middles_agree(given_a[1:], given_b[1:]) else 0
    if len(a) < len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=False)):
        return 5
    return 0


def _one_word(word: str, full: tuple[str, ...]) -> int:
    if same_word(word, full[-1]):
        return 8
    if any(same_word(word, part) for part in full if part.isupper() and len(part) > 2) and not all(
        map(str.isupper, full)
    ):
        return 8  # a surname in capitals: "TANABE Keiko"
    given, _ = split(full)
    if len(full) > 1 and same_word(word, full[0]):
        return 3
    if any(same_word(word, part) for part in given[1:]):
        return 4
    return 0


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Middle names contradict each other only where both are given: "George W. Bush" and "George H. W. Bush" differ."""
    if not a or not b:
        return True
    return any(same_given(x, y) for x in a for y in b) and (plain(a[0])[:1] == plain(b[0])[:1])


def near(a: str, b: str) -> bool:
    """One letter changed, added or lost in a word of four letters or more: a slip of the pen."""
    a, b = plain(a), plain(b)
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or len(b) < 4:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    return a[i:] == b[i + 1 :] if len(a) < len(b) else a[i + 1 :] == b[i + 1 :]


def is_feminine(a: str, b: str) -> bool:
    """Whether one surname is the other's form for women: "Karimova" and "Karimov" are two people."""
    short, long = sorted((plain(a), plain(b)), key=len)
    return long == short + "a" and short.endswith(_MASCULINE)


def has_suffix(word: str) -> bool:
    return word.lower() in suffixes()
