"""The frames of lexicon/frames.toml: which words with which phrases make a position of which act."""

from dataclasses import dataclass
from functools import cache

from summitparse.grammar.words import words_of
from summitparse.lexicon import load

_KINDS = frozenset({"direct", "subject", "complement", "infinitive", "bidden", "question", "noun"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A phrase of a clause: direct, subject, complement (behind "be"), infinitive, bidden (an infinitive, whoever is
    to do it), question, noun (the cue's own noun), or `prepositions`; only with the verbs `only` if they are given
    ("with?deal")."""

    kind: str
    prepositions: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Slot":
        words, _, names = text.partition("?")
        only = tuple(names.split("|")) if names else ()
        if words in _KINDS:
            return cls(words, (), only)
        return cls("oblique", tuple(words.split("|")), only)


@dataclass(frozen=True, slots=True)
class Frame:
    """A construction. A verb frame without `nouns` has its object beside the verb, one with nouns behind the noun."""

    name: str
    act: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    subjects: frozenset[str]
    manner: frozenset[str]
    object: tuple[Slot, ...]
    addressee: tuple[Slot, ...]


# The keys of a frame that name classes of words, and the kind of the words.
_WORDS = {"verbs": "verbs", "nouns": "nouns", "adjectives": "adjectives", "subjects": "nouns", "manner": "nouns"}


@cache
def frames() -> tuple[Frame, ...]:
    """All frames in the order of the file."""
    out = []
    for entry in load("summitparse.positions", "frames")["frames"]:
        words = {
            key: frozenset(word for name in entry.get(key, ()) for word in words_of(kind, name))
            for key, kind in _WORDS.items()
        }
        objects, addressees = ([Slot.read(text) for text in entry.get(key, ())] for key in ("object", "addressee"))
        out.append(Frame(entry["name"], entry["act"], object=tuple(objects), addressee=tuple(addressees), **words))
    return tuple(out)


@cache
def frames_of(lemma: str) -> tuple[Frame, ...]:
    """The frames with a verb or an adjective."""
    return tuple(frame for frame in frames() if lemma in frame.verbs or lemma in frame.adjectives)


@cache
def deed_of(verb: str) -> str:
    """The kind of object that makes a verb a deed: amount or audience; "" for any other verb."""
    return str(load("summitparse.positions", "frames")["deeds"].get(verb, ""))


@cache
def predicates() -> frozenset[str]:
    """Every verb (without its particle) and adjective of a frame."""
    return frozenset(word.split()[0] for frame in frames() for word in (*frame.verbs, *frame.adjectives))


@cache
def cue_nouns() -> frozenset[str]:
    """Every noun of a frame: "concern", "tribute"."""
    return frozenset(noun for frame in frames() for noun in frame.nouns)
