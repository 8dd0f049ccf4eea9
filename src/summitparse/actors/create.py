"""What kind of actor a source is that nobody in the registry is: role, organisation, group or document."""

from collections.abc import Sequence

from summitparse.actors.find import Mention
from summitparse.actors.words import Words
from summitparse.language.parse import Token
from summitparse.lexicon import load

Description = tuple[str, str | None, tuple[str, ...], str | None, object]
_DETERMINERS = ("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our")
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "ent")


def describe(
    words: Words, tokens: Sequence[Token], head: Token | None, mention: Mention | None, text: str
) -> Description:
    """Kind, name, titles, affiliation, and a key under which the same source is found again."""
    lexicon = load("summitparse.actors", "sources")
    phrase = " ".join(text.split())
    bare = phrase
    if tokens and tokens[0].lower in _DETERMINERS and " " in bare:
        bare = bare.split(" ", 1)[1]
    if mention is not None and mention.roles and mention.run is None:
        role = mention.roles[0]
        if role.plural:
            return (
                "group",
                None,
                (role.title,),
                role.country.name if role.country else role.org,
                ("group", bare.casefold()),
            )
        affiliation = role.country.name if role.country else role.org
        return "person", None, (role.title,), affiliation, ("role", role.head, affiliation, role.portfolio)
    if mention is not None and mention.run is not None and mention.run.kinds != "A":
        return (
            "person",
            mention.run.name.text,
            tuple(r.title for r in mention.roles),
            None,
            ("person", mention.run.name.key),
        )
    if head is None or not tokens:
        return "organisation", bare, (), None, ("thing", bare.casefold())
    if head.pos == "PRON":
        kind = (
            "group"
            if head.lower in ("they", "we", "them", "us", "both", "all", "many", "some", "others", "those")
            else "person"
        )
        return kind, None, (), None, ("pronoun", head.i)
    lemma = head.lemma.lower()
    if lemma in lexicon["documents"]:
        return "document", bare, (), None, ("document", lemma)
    if head.text[0].isupper():
        country = words.country_from.get(tokens[0].i)
        name = country[1].country.name if country and len(tokens) == country[0] - tokens[0].i else bare
        return "organisation", name, (), None, ("thing", name.casefold())
    if lemma in lexicon["groups"] or head.tag in ("NNS", "NNPS"):
        return "group", None, (bare,), None, ("group", bare.casefold())
    if lemma in lexicon["institutions"]:
        return (
            "organisation",
            bare,
            (),
            None,
            ("thing", lemma if tokens[0].lower == "the" and len(tokens) == 2 else bare.casefold()),
        )
    if lemma in lexicon["persons"] or lemma.endswith(_PERSON_ENDINGS):
        return "person", None, (bare,), None, ("role", lemma)
    return "organisation", bare, (), None, ("thing", bare.casefold())
