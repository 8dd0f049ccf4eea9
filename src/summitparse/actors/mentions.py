"""Every mention of somebody in a release, those in the labels of turns too, and the head of the words of one."""

from summitparse.actors.find import Mention, find_mentions
from summitparse.actors.labels import parse_labels
from summitparse.grammar.phrases import head_of
from summitparse.language.parse import Token
from summitparse.language.tags import LINKING
from summitparse.names.words import Words
from summitparse.voices import Voices


def all_mentions(voices: Voices, words: Words) -> list[Mention]:
    """In text order. Who speaks in a turn is mentioned by its label."""
    mentions = find_mentions(words, voices)
    for mention in mentions:
        mention.span = words.span(mention.first, mention.end)
    labels, owners = parse_labels(voices.layout)
    if labels.tokens:
        label_words = Words(voices.layout, labels, labels=True)
        spoken = find_mentions(label_words, voices)
        for number, mention in enumerate(spoken):
            mention.span = label_words.span(mention.first, mention.end)
            mention.block = owners[labels.tokens[mention.first].sentence]
            mention.subject, mention.label = True, True
            first = number == 0 or spoken[number - 1].block != mention.block
            if mention.kind == "name" and first:
                mention.evidence += 4
        mentions = [*mentions, *spoken]
        mentions.sort(key=lambda mention: mention.span)
    return mentions


def head_token(tokens: list[Token]) -> Token | None:
    """The token of the phrase that hangs outside it: its head noun."""
    return head_of(tokens, but=LINKING) if tokens else None
