"""Who an instrument is between, and who put a name to it."""

import re
from collections.abc import Iterable
from functools import cache

from summitparse.countries import CountryMention, find_countries
from summitparse.lexicon import load

_BETWEEN = re.compile(r"\b(?:between|among)\s+", re.IGNORECASE)
_WITH = re.compile(r"\bwith (?:the )?(?=[A-Z])")
_PARTY_END = re.compile(
    r",? (?:on|concerning|regarding|for (?![A-Z])|about|to|with respect to|with regard to|"
    r"in the (?:field|fields|area|areas|sphere|spheres)|"
    r"relating|aimed|covering|dated|was|were|signed|as part of|until|from \d|through)\b|[;:]|,? in (?:[a-z]|\d)"
)
_NAMES_END = re.compile(
    r"\b(?:in the presence|on the sidelines|following|after|during|on behalf of the|at the|witnessed|in front of)\b|;"
)
_ON_BEHALF = re.compile(r",? (?:on behalf of|representing|for) [^,;]{3,80}(?=,? and by\b)")
_INTRO = re.compile(
    r"(?:In|During|After|Following|At|On|As|Also|Today|Yesterday|Earlier|Meanwhile|Aside|Besides|Before|Under|Upon|Within|For|"
    r"By|With|Later|Then|Additionally|Moreover|Furthermore|Finally)\b[^,]{0,160},\s+",
    re.IGNORECASE,
)
# "On the margins of the summit Kenya and Peru": no comma before the subject.
_OCCASION = re.compile(
    r"(?:At|During|In|On|After|Following|Within|Before|Upon)\b[^,;:]{0,120}?"
    r"\b(?:[Ss]ummit|[Mm]eeting|[Vv]isit|[Ff]orum|[Tt]alks|[Cc]onference|[Ss]ession|[Cc]eremony|[Cc]ongress|[Ee]vent)\s+"
    r"(?=(?:the )?[A-Z])"
)
_LINKED = re.compile(
    r"\b(?:links?|lines?|routes?|roads?|railways?|railroads?|highways?|motorways?|flights?|connections?|connectivity|services?"
    r"|ferr(?:y|ies)|bridges?|tunnels?|corridors?|pipelines?|cables?|borders?|trains?|buses|distances?)\s+$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^,? ?(?:which|that) (?=[A-Z]|the )")
_STATE = re.compile(
    r"(?:the )?(?:(?:Governments?|Presidents?|Leaders?|Heads? of State|Prime Ministers?|Foreign Ministers?|"
    r"Republic|Kingdom|People’s Republic|State|"
    r"Federal Republic) of ){0,6}(?:the )?$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:Ministr(?:y|ies)|Agency|Authority|Bank|Commission|Committee|Council|Institute|Academy|Fund|University|Chamber|Department|"
    r"Office|Board|Corporation|Company|Group|Service|Centre|Center|Foundation|Association|Region|Territory|Province|Holding|"
    r"Administration|Union|Organi[sz]ation|Inc|Ltd|LLC|PLC|JSC|PJSC|GmbH|Co|Corp"
    r"|AS|SA|AB|AG|Oyj?|SE|NV|BV|SpA|Pte|Pty|Bhd|Railways|Airlines|Airways|Motors|Shipyards?|Holdings|[A-Z]{3,})\b"
)
_COMPANY_FORM = re.compile(
    r"\b(?:AS|SA|AB|AG|Oyj?|SE|NV|BV|SpA|Pte|Pty|Bhd|Railways|Airlines|Airways|Motors|Shipyards?|Holdings)\b"
)
_NAME_WORD = r"(?:[A-Z]\.(?: ?[A-Z]\.)*|[^\W\d_a-z][\w’'-]*)"
_PARTICLE = r"(?:al|bin|ibn|ben|de|del|della|da|dos|do|di|van|von|der|den|ter|la|le|el|ul|bint|af|av|zu)"
_RUN = re.compile(rf"\b{_NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_WORD}){{0,6}}")
_LONGEST = 800  # characters in which names are looked for
_JOINT = re.compile(r"(?:,? and |, )(?=(?:the |The )?(?:[A-Z]|(?:city|town|region|province) of ))")
# "Chairman of the Federation of Independent Trade [Unions Mikhail Shmakov]": the run goes on with an office's words.
_OFFICE_BEFORE = re.compile(r"\b(?:of|for)(?: the)?(?: [A-Z][\w’'-]{0,40},?){0,12}(?: and)? $")
_ABBREVIATION = re.compile(r"\(([A-Z]{2,10})\)")
_MARKS = ' ,;.“”«»"()–—-'
_OFFICE_OF = re.compile(
    r"\b(?:Ministry|Department|Agency|Institute|Secretary|Minister|Bank|Fund|Office|Committee|Commission)\b.{0,200}\b(?:of|for)\b"
)
_PLACE_OF = re.compile(r"(?:city|town|municipality|region|province|state) of [A-Z]")
_INITIALS = re.compile(r"\b[A-Z](?:\.[A-Z]){1,12}$")  # "N.V" has lost its stop
_COMPANY = re.compile(r"\b(?:company|bank|corporation|group|agency|plant|firm|holding|fund)\b", re.IGNORECASE)
# "Norland on Thursday", "Ukraine, meeting in Lomund": where a party's name ends.
_BESIDES = re.compile(r", (?=[a-z])| [–—] | (?:today|yesterday)\b| on (?=\d|\w+day\b)")
_GENERIC = re.compile(
    r"^(?:the |both |two |three |our |their |its )*(?:\w+ )?(?:two|three|both|countries|governments|sides|parties"
    r"|ministries|agencies|academies|banks|states(?![’'])|them)\b",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("summitparse.documents", "people")[name])


def strip_intro(subject: str) -> str:
    """Without "In the presence of the ministers, " before it."""
    subject = _RELATIVE.sub("", subject[subject.rfind(": ") + 1 :].strip())
    for _ in range(4):
        intro = _INTRO.match(subject) or _OCCASION.match(subject)
        if intro is None:
            break
        subject = subject[intro.end() :]
    return subject


def names_body(text: str) -> bool:
    """Whether a ministry, council, company or the like is named."""
    return _ORGANISATION.search(text) is not None


def until_adjunct(text: str) -> str:
    """What follows "by", as far as the names go."""
    text = _ON_BEHALF.sub("", text)
    end = _NAMES_END.search(text)
    return text[: end.start()] if end else text


def parties_of(own: str, title: str, subject: str, behind: str, *, anywhere: str = "") -> tuple[str, ...]:
    """The parties of an instrument: named by "between" in its words or behind the verb, else the subject of the
    verb, else two countries or more in its words, else those in `anywhere` (the release's headline and event).

    States stand under their common English names; a ministry, company or region as in the text, with its state
    after it.
    """
    for text in (title, own, behind):
        match = next((m for m in _BETWEEN.finditer(text) if not _LINKED.search(text[: m.start()])), None)
        if match:
            found = _normal(_split(_until(text[match.end() : match.end() + _LONGEST])))
            if len(found) > 1:
                return found
    subject = strip_intro(subject).strip()
    if subject and len(subject) < 240:
        found = (
            _normal(_split(subject)) if not persons_of(subject) or _ORGANISATION.search(subject) else _states(subject)
        )
        if len(found) > 1:
            return found
        partner = _WITH.search(own) or _WITH.search(behind)
        others = _normal(_split(_until(partner.string[partner.end() :][:_LONGEST]))) if partner and found else ()
        if others:
            return tuple(dict.fromkeys(found + others))
    for text in (title, subject, anywhere):
        states = _states(text)
        if len(states) > 1:
            return states
    return ()


def _until(text: str) -> str:
    end = _PARTY_END.search(text)
    return text[: end.start()] if end else text


def _split(text: str) -> list[str]:
    """A, B and C; "and" within a name ("Ministry of Energy and Mineral Resources") divides nothing."""
    joined: list[str] = []
    start = gap = 0
    for mark in [*_JOINT.finditer(text), None]:
        part = text[start : mark.start() if mark else len(text)]
        if joined and _continues_name(joined[-1], part):
            joined[-1] += text[start - gap : start] + part
        else:
            joined.append(part)
        if mark:
            start, gap = mark.end(), mark.end() - mark.start()
    return joined


def _abbreviated(name: str, part: str) -> bool:
    """ "National Rivers" + "Lakes Agency (NRLA)": the abbreviation is of both together."""
    abbreviation = _ABBREVIATION.search(part)
    if abbreviation is None:
        return False
    letters = "".join(word[0] for word in f"{name} {part[: abbreviation.start()]}".split() if word[0].isupper())
    own = sum(word[0].isupper() for word in part[: abbreviation.start()].split())
    return letters.endswith(abbreviation.group(1)) and own < len(abbreviation.group(1))


def _continues_name(name: str, part: str) -> bool:
    """ "Ministry of Education" + "Science", "Russian Industry" + "Energy Ministry": one name with "and" in it."""
    countries = find_countries(part)
    if _abbreviated(name, part):
        return True
    if part.startswith(("the ", "The ")) or (countries and countries[0].span.start == 0):
        return False
    own = find_countries(name)
    if own and _is_state(name, own[0]):
        return False
    if _ORGANISATION.search(part):
        national = bool(own) and own[0].form == "adjective"
        return not _ORGANISATION.search(name) and (national or name.strip().startswith(("National ", "Federal ")))
    whole = bool(countries) and not own  # "Ministry of Youth" + "Sport of Kenya"
    if " and " in name or _COMPANY.search(part) or (countries and not whole):
        return False
    return bool(_OFFICE_OF.search(name)) and len(part.split()) < 6


def _normal(parts: Iterable[str]) -> tuple[str, ...]:
    """Names of the parties, then their states; leaders stand for their states, and what only counts for nothing."""
    names: list[str] = []
    states: list[str] = []
    for part in parts:
        part = re.sub(r"^(?:(?:the|The|both|a)\s+)?(?:[a-z]+s (?=[A-Z]))?", "", part.strip(_MARKS))
        part = re.sub(r"(?<!\s)\s*\([^()]*\)?|[“”«»\"]", "", part)
        part = _BESIDES.split(part)[0].strip(_MARKS)
        countries = find_countries(part)
        states += [mention.country.name for mention in countries if not _COMPANY_FORM.search(part)]
        if (countries and _is_state(part, countries[0])) or _is_leader(part) or part.lower() in _words("nobody"):
            continue
        part += "." if _INITIALS.search(part) else ""
        if 1 < len(part) < 120 and (part[0].isupper() or _PLACE_OF.match(part)) and not _GENERIC.match(part):
            names.append(part)
    return tuple(dict.fromkeys(names + states))


def _is_state(part: str, mention: CountryMention) -> bool:
    """ "the Government of the Republic of Kenya", "Kenya": the state itself."""
    behind = part[mention.span.end :].strip().lower()
    return behind in ("", "government") and bool(_STATE.fullmatch(part[: mention.span.start]))


def _is_leader(part: str) -> bool:
    """ "President Juma of Kenya": a person stands for the state."""
    leaders = _words("before_surname") | _words("leaders")
    return not _ORGANISATION.search(part) and any(word.lower().rstrip(".") in leaders for word in part.split())


def _states(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.country.name for mention in find_countries(text[:_LONGEST])))


def persons_of(text: str) -> tuple[str, ...]:
    """Names of people in a stretch such as "Minister of Energy Aron Belk and Dr. Dana Ruiz, CEO of Ilm Steel"."""
    found: list[str] = []
    words = {word.lower().strip(".,") for word in text.split()}
    if _ORGANISATION.search(text) and not words & (_words("roles") | _words("before_surname")):
        return ()  # "Nordkraft AS and Lisboa Energia": companies
    named = 0  # where the last name ends; what is joined to it is no part of the office before it
    for run in _RUN.finditer(text[:_LONGEST]):
        if text[run.end() : run.end() + 1] == ":":
            continue
        before = text[max(0, run.start() - 80) : run.start()]
        states = find_countries(before)
        if states and before[states[-1].span.end :] in (" and ", ", ", ", and "):
            before = ""  # "Jane Roe of Norland and [John Doe]"
        joined = named and text[named : run.start()] in (" and ", ", ", ", and ")
        apposed = before.endswith(", ") and text[run.end() : run.end() + 1] == "," and 1 < len(run.group().split()) < 4
        name = _person(run.group(), "" if joined or apposed else before)
        named = run.end() if name else 0
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _person(run: str, before: str) -> str | None:
    """The name at the end of a run of capitalised words: before it stand office, topic and country."""
    countries = find_countries(run)
    if countries and countries[-1].span.end == len(run):
        return None
    if countries:
        run = run[countries[-1].span.end :].strip()
    words = run.split()
    lower = [word.lower().rstrip(".") for word in words]
    if any(word in _words("nobody") for word in lower):
        return None
    if (lower[-1] in _words("roles") or lower[-1] in _words("topics")) and lower[-1] not in _words("also_names"):
        return None
    if lower[-1] in _words("organisations"):
        return None
    office = _words("roles") | _words("topics") | _words("organisations")
    last = max((i for i, word in enumerate(lower[:-1] if len(lower) > 1 else lower) if word in office), default=-1)
    titled = last >= 0 and lower[last] in _words("before_surname")
    words = words[last + 1 :]
    if last < 0 and not countries and _OFFICE_BEFORE.search(before) and not any(w.islower() for w in words):
        words = words[-2:] if len(words) > 2 else []
    if len(words) < (1 if titled else 2) or len(words) > 5 or (words[0].isupper() and len(words[0]) > 3):
        return None
    return " ".join(words)
