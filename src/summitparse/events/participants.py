"""Who met."""

from summitparse.actors import Registry
from summitparse.events.candidates import Candidate
from summitparse.events.names import frames
from summitparse.events.presence import present_in
from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.layout.credits import is_agency
from summitparse.layout.questions import asks

# Who joined is told within so many sentences, a list of who attended within so many.
_FURTHER = 8
_LIST = 25
# Clauses that say who met whom are read in so many sentences.
_BODY = 60


def participants_of(
    layout: Layout, parse: Parse, registry: Registry, best: Candidate, sentences: list[int]
) -> tuple[int, ...]:
    """People named in title, subtitle and the event's sentences, where it is said who attended, and who take a turn in
    the transcript (but of a conference, where the press does so too)."""
    header = [span for span in (layout.header.title, layout.header.subtitle) if span]
    for_press = "press" in layout.clean[best.name.start : best.name.end].casefold()
    if for_press:  # whom it was about need not have been there
        sentences = [best.sentence]
    wanted = []
    last = max(sentences, default=0)
    for sentence in range(min(len(parse.sentences), last + _LIST)):
        span = parse.sentence_span(sentence)
        if (
            sentence in sentences
            or any(part.overlaps(span) for part in header)
            or _tells_who_came(parse.sentence_tokens(sentence), best, sentence >= last + _FURTHER)
        ):
            wanted.append(span)
    wanted += _told_present(layout, parse, best)
    people = [found for span in wanted for found in registry.people_in(span)]
    present = [actor for place, actor in people if not _is_absent(parse, parse.within(place), best)]
    labels = dict.fromkeys(block.label for block in layout.blocks if block.label)
    spoken = [layout.clean[label.start : label.end] for label in labels]
    # Where the press speaks, the turns are of a press conference, and not of the event that it is about.
    asked = any(asks(label) or is_agency(label) for label in spoken)
    if best.noun in frames("spoken") or (best.kind != "conference" and (for_press or not asked)):
        present += [actor for label in labels for _, actor in registry.people_in(label)]
    return tuple(dict.fromkeys(present))


def _told_present(layout: Layout, parse: Parse, best: Candidate) -> list[Span]:
    """The phrases of the body that say of somebody that they met others or were there; of a call nobody was."""
    if best.kind == "call":
        return []
    published = layout.header.published
    years = {str(published.day.year)} if published is not None and published.day else set()
    sentences = range(min(len(parse.sentences), _BODY))
    return [span for sentence in sentences for _, span in present_in(parse, sentence, years)]


def _is_absent(parse: Parse, name: list[Token], best: Candidate) -> bool:
    """Whether all that is said beside the name is no sign of its bearer's presence."""
    return bool(name) and (
        _only_mentioned(parse, name) or _speaks_for(parse, name) or _is_told_of(parse, name[-1], best)
    )


def _is_told_of(parse: Parse, name: Token, best: Candidate) -> bool:
    """ "Berg reported that Holm had been detained": of whom something is reported took part in nothing by that."""
    clause = next((a for a in parse.ancestors(name.i) if parse.tokens[a].dep == "ccomp"), None)
    if clause is None:
        return False
    return not parse.left_edge(clause) <= best.head <= parse.right_edge(clause)


def _speaks_for(parse: Parse, name: list[Token]) -> bool:
    """ "Statement by Spokesperson Kim Berg on …"."""
    first = parse.sentences[name[0].sentence][0]
    words = [token.lower for token in parse.tokens[max(first, name[0].i - 4) : name[-1].i + 1]]
    said_by = next((k for k, word in enumerate(words) if word in ("by", "from")), None)
    return said_by is not None and any(office in " ".join(words[said_by:]) for office in frames("speaking_for"))


def _tells_who_came(tokens: list[Token], best: Candidate, far: bool) -> bool:
    """ "The talks were attended by …", "Also present at the meeting were …", "Taking part in the meeting were …"; `far`
    from where the event is told, no mere "joined"."""
    verbs = frozenset({"attend", "participate"}) if far else frames("attending")
    came = any((t.lemma in verbs and t.tag[0] == "V") or (t.lower == "present" and t.tag == "JJ") for t in tokens)
    opening = [t.lower for t in tokens[:3]]
    came = came or opening in (["taking", "part", "in"], ["attending", "the", best.noun])
    came = came or (opening[:2] == ["participants", "in"] and any(t.lemma in ("include", "be") for t in tokens[:12]))
    return came and any(
        t.lower in (best.noun, "meeting", "talks", "event", "ceremony", "summit", "negotiations") for t in tokens
    )


def _only_mentioned(parse: Parse, name: list[Token]) -> bool:
    """Somebody about whom it is, or whose something it is, does not take part by that."""
    before = parse.tokens[name[0].i - 1] if name[0].i else None
    if before is not None and before.sentence == name[0].sentence and before.lower in frames("about"):
        return True
    after = parse.tokens[name[-1].i + 1] if name[-1].i + 1 < len(parse.tokens) else None
    if after is not None and after.tag == "POS" and after.sentence == name[0].sentence:
        thing = parse.tokens[after.i + 1 : after.i + 4]
        return not any(token.lower in frames("taking_part") for token in thing)
    return False
