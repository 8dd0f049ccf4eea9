"""What kind of actor a source is that nobody in the registry is: role, organisation, group or document."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from summitparse.actors.find import BELIEVED, Mention
from summitparse.findings import Span
from summitparse.grammar.words import words_of
from summitparse.language.parse import Token
from summitparse.language.tags import PROPER
from summitparse.lexicon import listed
from summitparse.names.person import plain
from summitparse.names.vocabulary import PACKAGE, office_words
from summitparse.names.words import Words

# Nouns that say what kind of source a phrase is, and pronouns for some, by section of lexicon/sources.toml.
nouns = partial(listed, PACKAGE, "sources")
_ARTICLES = ("the", "a", "an", "this", "that", "these", "those")
_POSSESSIVES = ("its", "their", "his", "her", "our", "my", "your")
_PRONOMINAL = frozenset({"PRON", "DET"})
# Sections for what has words of its own without being people.
_WITH_WORDS = ("institutions", "instruments", "documents")
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "ent")


@dataclass(frozen=True, slots=True)
class Description:
    """`key` finds the same source again; `noun` is what "the statement" or "the official" points back with."""

    kind: str
    name: str | None = None
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    key: Hashable = None
    noun: str = ""
    points_back: bool = False  # "the official", "the statement", "it": whoever was called so last


def can_speak(noun: Token) -> bool:
    """Whether a noun means people, or is a name."""
    lemma = noun.lemma.lower()
    people = lemma in nouns("persons") or lemma in nouns("groups") or lemma in office_words()
    return noun.pos == "PROPN" or people or lemma.endswith(_PERSON_ENDINGS)


def may_say(noun: Token) -> bool:
    """Whether a noun means somebody or something whose words there can be: people, an institution or a document."""
    lemma = noun.lemma.lower()
    return can_speak(noun) or any(lemma in nouns(kind) for kind in _WITH_WORDS)


def describe(
    words: Words, span: Span, tokens: Sequence[Token], head: Token | None, mention: Mention | None
) -> Description:
    """A new actor for the phrase at `span`; an abbreviation is named by what it stands for."""
    made = _describe(words, span, tokens, head, mention)
    full = words.abbreviations.get(made.name or "")
    return made if full is None else replace(made, name=full, key=("thing", full.casefold()))


def _describe(
    words: Words, span: Span, tokens: Sequence[Token], head: Token | None, mention: Mention | None
) -> Description:
    phrase = " ".join(words.layout.clean[span.start : span.end].split())
    if mention is not None and mention.roles and mention.run is None:
        return _of_role(mention, tokens, phrase)
    if mention is not None and mention.run is not None and "A" not in mention.run.kinds[:1]:
        in_label = head is None and " " in phrase and mention.evidence < BELIEVED
        if not in_label and not _is_last_word(tokens, mention):
            return _of_name(mention)
    if head is None:
        return Description("person", None, (phrase,), key=("label", phrase.casefold()))
    if head.pos in _PRONOMINAL:
        return _of_pronoun(head)
    return _of_noun(words, tokens, head, _without_article(tokens, phrase))


def _is_last_word(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "White House", "New York": a word that can be a surname ends the name of a place or an institution."""
    before = [token for token in tokens if token.i < mention.first]
    one = mention.run is not None and mention.run.kinds == "X" and mention.run.honorific is None and not mention.roles
    return one and bool(before) and before[-1].text[0].isupper() and before[-1].lower not in _ARTICLES


def _of_name(mention: Mention) -> Description:
    """A name without enough evidence in the text. One word alone is rather an agency's, unless somebody made before
    has it as a surname."""
    assert mention.run is not None
    name = mention.run.name
    surname = f"={plain(name.words[-1])}"
    titles = tuple(role.title for role in mention.roles)
    if len(name.words) == 1 and not titles and mention.run.kinds != "G":
        return Description(
            "organisation", name.text, key=("thing", name.text.casefold()), noun=surname, points_back=True
        )
    return Description(
        "person", name.text, titles, key=("person", name.key), noun=surname, points_back=len(name.words) == 1
    )


def _without_article(tokens: Sequence[Token], phrase: str) -> str:
    if tokens[0].lower in _ARTICLES + _POSSESSIVES and " " in phrase:
        phrase = phrase.split(" ", 1)[1]
    return phrase.removesuffix(",").removesuffix("’s").removesuffix("'s").removesuffix("’").strip()


def _of_role(mention: Mention, tokens: Sequence[Token], phrase: str) -> Description:
    role = mention.roles[0]
    affiliation = role.country.name if role.country else role.org
    if role.plural:
        title = _without_article(tokens, phrase) if tokens else role.title
        return Description("group", None, (title,), affiliation, ("group", title.casefold()), role.office.head)
    key: Hashable = ("role", role.head, affiliation, role.portfolio)
    if role.indefinite or role.possessor is not None:
        key = ("role", role.first)
    alone = role.definite and not affiliation and not role.portfolio and role.possessor is None
    return Description("person", None, (role.title,), affiliation, key, role.office.head, alone)


def _of_pronoun(head: Token) -> Description:
    if head.lower in nouns("pronouns_of_groups"):
        return Description("group", key=("pronoun", head.i))
    if head.lower in nouns("pronouns_of_things"):
        return Description("organisation", key=("pronoun", head.i), noun="it", points_back=True)
    return Description("person", key=("pronoun", head.i))


def _are_countries(words: Words, tokens: Sequence[Token]) -> bool:
    """ "Canada and Ireland": countries by name, "and" between them, and nothing else."""
    named = [words.country_from[token.i] for token in tokens if token.i in words.country_from]
    others = [token for token in tokens if token.i not in words.in_country]
    links = words_of("phrases", "joining") | words_of("determiners", "articles")
    joined = any(token.tag == "CC" for token in others) and all(token.lower in links for token in others)
    return joined and len(named) > 1 and all(mention.by_name for _, mention in named)


def _of_noun(words: Words, tokens: Sequence[Token], head: Token, name: str) -> Description:
    lemma = head.lemma.lower()
    proper = head.text[0].isupper() and (head.tag in PROPER or not words.begins_sentence(head.i))
    definite = (
        tokens[0].lower in words_of("determiners", "definite")
        and head.i - tokens[0].i <= 1
        and tokens[-1].i <= head.i + 1
    )
    key = name.casefold()
    if _are_countries(words, tokens):
        return Description("group", None, (name,), key=("group", key), noun="country")
    country = words.country_from.get(head.i) or words.country_from.get(tokens[0].i)
    if country and country[1].form == "demonym" and country[0] > head.i >= country[0] - 2:
        return Description("group", None, (name,), country[1].country.name, ("group", key), lemma)
    if country and tokens[-1].i < country[0] and country[1].by_name:
        return Description(
            "organisation", country[1].country.name, key=("thing", country[1].country.name.casefold()), noun=lemma
        )
    if lemma in nouns("instruments") or (lemma in nouns("documents") and (not proper or len(tokens) <= 2)):
        return Description("document", name, key=("document", key), noun=lemma, points_back=definite)
    if head.tag == "NNS" and not proper:
        return Description("group", None, (name,), key=("group", key), noun=lemma, points_back=definite)
    if lemma in nouns("institutions") or proper:
        return Description("organisation", name, key=("thing", key), noun=lemma, points_back=definite and not proper)
    if lemma in nouns("groups"):
        return Description("group", None, (name,), key=("group", key), noun=lemma, points_back=definite)
    if lemma in nouns("persons") or lemma.endswith(_PERSON_ENDINGS):
        key = name.casefold() if definite else str(head.i)
        owner = next((token for token in tokens if token.tag == "POS" and token.i < head.i), None)
        title = name if owner is None else words.text(owner.i + 1, tokens[-1].i + 1)
        return Description("person", None, (title,), key=("role", key), noun=lemma, points_back=definite)
    return Description("organisation", name, key=("thing", key), noun=lemma, points_back=definite)
