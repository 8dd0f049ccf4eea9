"""Whether a text is a newspaper's article and no release: what counts as reported there is wider.

Articles tell what people want, think and mean, and the rankers of cues and contents were trained on articles: there
their word holds. On releases they are weighed again (`speech.py`). A logistic regression over the rates of function
words and tags tells the two apart; it knows no topic and no name.
"""

from collections import Counter

from summitparse.language.parse import Parse
from summitparse.ranking.linear import shipped_model

# A text likelier than this to be an article is one; a shorter one than so many tokens is none.
LEAST_ARTICLE, SHORTEST = 0.65, 200
# Words that tell topics and names are not looked at. A rate (per hundred tokens) above the highest counts as that.
_TOPICAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"})
_HIGHEST = 6.0


def genre_features(parse: Parse) -> dict[str, float]:
    """How often in a hundred tokens each tag and each word without a topic stands."""
    tokens = parse.tokens
    counts = Counter(f"tag {token.tag}" for token in tokens)
    counts.update(f"word {token.lower}" for token in tokens if token.pos not in _TOPICAL)
    share = 100 / max(1, len(tokens))
    return {name: min(_HIGHEST, share * count) for name, count in counts.items()}


def is_article(parse: Parse) -> bool:
    """Whether the text is rather a newspaper's article than a release."""
    if len(parse.tokens) < SHORTEST:
        return False
    model = shipped_model("quotes", "genre")
    return model.chance(model.score(genre_features(parse))) >= LEAST_ARTICLE
