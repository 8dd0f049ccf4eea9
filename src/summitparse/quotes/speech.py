"""Whether a reported clause is speech: a verb of saying with somebody who can say it, and not what a visit "reflected",
what a fund is to "support" or what an agreement "concluded".

The rankers of content and source were trained on news alone. This small model weighs what they say together with what
is told about cue, source and clause by name; its weights were fitted on releases of many services and on news.
"""

from functools import partial

from summitparse.actors import can_speak
from summitparse.cues.find import ACCORDING, KIND_NAMES, Cue, cue_words, saying
from summitparse.findings import Span
from summitparse.grammar.clauses import IF, is_passive, is_that
from summitparse.grammar.phrases import head_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import COMPLEMENTS, FINITE, NOMINAL, VERBAL, WH
from summitparse.lexicon import listed
from summitparse.quotes.candidate import Frame
from summitparse.quotes.confidence import odds
from summitparse.quotes.things import asks
from summitparse.quotes.trees import Floats
from summitparse.ranking.linear import Features, shipped_model

# A clause less likely than this to be speech is left out.
LEAST_SPEECH = 0.4
# What a clause behind "said that" or "urged … to" is worth, whatever else is told about it.
PLAIN = 0.6
# Features of a source that can speak, and of how a clause opens.
_SPEAKERS = ("speaks", "somebody", "institution", "document", "source PROPN")
_OPENINGS = ("that", "wh", "to", "finite")
_SOMEBODY = frozenset({"he", "him", "she", "her", "who", "whom", "they", "them", "i", "me", "we", "us"})
_sources = partial(listed, "summitparse.actors", "sources")
_ACCORDING = f"kind {KIND_NAMES[ACCORDING]}"


def speech_chance(features: Features) -> float:
    """How likely a clause is speech, from 0 to 1. What stands behind "said that" or beside "according to her"
    is never left out for its looks."""
    model = shipped_model("quotes", "speech")
    chance = model.chance(model.score(features))
    that = features["that"] or not features["after"] or (features["hangs on cue"] and features["clause"])
    speaker = any(features.get(name) for name in _SPEAKERS)
    if not speaker or features["title"]:
        return chance
    told = (features["saying"] and that) or features.get(_ACCORDING)
    if (features["finite"] and told) or features["asks"]:
        return max(chance, PLAIN)
    return max(chance, LEAST_SPEECH) if not features["known"] and features["that"] and features["finite"] else chance


def speech_features(
    parse: Parse, frame: Frame, statistics: Floats, source: Span | None, found: float
) -> dict[str, float]:
    """What the model knows about a frame; `found` is the chance of its source."""
    cue = parse.tokens[frame.cue.i]
    features = {
        "score": odds(frame.score),
        "chance": odds(frame.chance),
        "source chance": odds(found),
        f"kind {KIND_NAMES[frame.cue.kind]}": 1.0,
        f"tag {cue.tag}": 1.0,
        f"dep {cue.dep}": 1.0,
        "title": float(frame.passage.is_title),
        "saying": float(cue.lemma in saying() or frame.cue.kind == ACCORDING),
        "known": float(bool(frame.cue.lemma)),
    }
    if frame.cue.lemma:
        features[f"lemma {frame.cue.lemma}"] = 1.0
        features.update({f"statistic {k}": float(x) / 4 for k, x in enumerate(statistics)})
    features.update(_of_cue(parse, frame.cue, cue))
    features.update(_of_source(parse, source))
    features.update(_of_content(parse, frame))
    if features["saying"]:
        features.update({f"saying {name}": features[name] for name in _OPENINGS})
    return features


def _of_cue(parse: Parse, cue: Cue, token: Token) -> dict[str, float]:
    children = [parse.tokens[i] for i in token.children]
    return {
        "passive": float(is_passive(parse, token)),
        "modal": float(any(child.tag == "MD" for child in children)),
        "infinitive": float(any(child.tag == "TO" and child.i == token.i - 1 for child in children)),
        "subject": float(cue.subject >= 0),
        "object": float(any(child.dep == "dobj" for child in children)),
        "clause": float(any(child.dep == "ccomp" for child in children)),
        "openclause": float(any(child.dep == "xcomp" for child in children)),
    }


def _of_source(parse: Parse, source: Span | None) -> dict[str, float]:
    tokens = parse.within(source) if source else []
    if not tokens:
        return {"no source": 1.0}
    head = head_of(tokens)
    pronoun = head.pos == "PRON" or head.tag in WH
    noun = head.lemma.lower()
    return {
        f"source {head.pos}": 1.0,
        "thing": float(not pronoun and not can_speak(head)),
        "speaks": float(not pronoun and head.pos == "NOUN" and can_speak(head)),
        "institution": float(noun in _sources("institutions")),
        "document": float(noun in _sources("instruments") | _sources("documents")),
        "inert": float(noun in cue_words("inert")),
        "it": float(head.lower in cue_words("it")),
        "somebody": float(head.lower in _SOMEBODY),
        "long source": float(len(tokens) > 8),
    }


def _of_content(parse: Parse, frame: Frame) -> dict[str, float]:
    tokens = parse.tokens
    parts = frame.content.parts
    words = [token for first, last in parts for token in tokens[first : last + 1]]
    inside = {token.i for token in words}
    tops = [token for token in words if token.head not in inside or token.head == token.i]
    first = words[0]
    after = parts[0][0] > frame.cue.i
    hangs = any(token.head == frame.cue.i and token.dep in COMPLEMENTS for token in tops)
    return {
        "asks": float(asks(parse, frame.cue, parts)),
        "that": float(is_that(first)),
        "wh": float(first.tag in WH or first.lower in IF),
        "to": float(first.tag == "TO"),
        "finite": float(any(token.tag in FINITE for token in words)),
        "verb on top": float(any(token.pos in VERBAL for token in tops)),
        "noun on top": float(bool(tops) and all(token.pos in NOMINAL for token in tops)),
        "hangs on cue": float(hangs),
        "after": float(after),
        "gap": float(after and parts[0][0] > frame.cue.i + 1),
        "short": float(len(words) < 4),
        "long": float(len(words) > 12),
        "preposition": float(first.pos == "ADP"),
    }
