"""The quotes of a release as schema.org `Quotation`s (JSON-LD), each with who said it, where and when."""

import json
from typing import Any

from summitparse.export.annotations import named
from summitparse.records import Actor, Quote, Release
from summitparse.serialise import inert
from summitparse.view.page import title_of
from summitparse.view.wording import actor_name

CONTEXT = "https://schema.org"
TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}


def to_quotations(release: Release, *, indent: int | None = None) -> str:
    """An article and its quotations, as one graph. A document that speaks is named, and is no agent."""
    name = named(release.source.sha256)
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": name, "headline": title_of(release), "inLanguage": "en"}
    if release.published:
        article["datePublished"] = release.published.value
    if release.issuer and release.issuer.name:
        article["publisher"] = {"@type": "Organization", "name": " ".join(release.issuer.name.text.split())}
    actors = {actor.id: actor for actor in release.actors}
    quotes = [_quotation(quote, actors.get(quote.speaker or ""), name) for quote in release.quotes]
    graph = {"@context": CONTEXT, "@graph": [article, *quotes]}
    return inert(json.dumps(graph, ensure_ascii=False, indent=indent))


def _quotation(quote: Quote, speaker: Actor | None, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Quotation",
        "@id": f"{name}#{quote.id}",
        "text": quote.text,
        "isPartOf": {"@id": name},
    }
    if speaker is not None and speaker.kind in TYPES:
        creator: dict[str, Any] = {"@type": TYPES[speaker.kind], "name": actor_name(speaker)}
        if speaker.kind == "person" and speaker.titles:
            creator["jobTitle"] = speaker.titles[0]
        if speaker.affiliation:
            creator["affiliation"] = {"@type": "Organization", "name": speaker.affiliation}
        found["creator"] = creator
    elif speaker is not None:
        found["citation"] = actor_name(speaker)
    return found
