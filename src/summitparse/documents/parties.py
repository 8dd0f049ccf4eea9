"""Who an instrument is between, and who put a name to it."""

import re
from collections.abc import Iterable
from functools import partial

from summitparse.countries import CountryMention, find_countries
from summitparse.documents.forms import form
from summitparse.documents.normalise import with_stop
from summitparse.lexicon import listed

_LONGEST = 800  # characters in which names are looked for
# "[the] Ports Office", "[the companies] Velm Gas": what stands before a party's own name.
_LEADING = re.compile(r"^(?:(?:the|The|both|a)\s+)?(?:[a-z]+s (?=[A-Z]))?")
# What parts people from each other.
_LINKS = frozenset((" and ", ", ", ", and "))
_MARKS = ' ,;.“”«»"()–—-'


_words = partial(listed, "summitparse.documents", "people")


def strip_intro(subject: str) -> str:
    """Without "In the presence of the ministers, " before it."""
    subject = form("relative").sub("", subject[subject.rfind(": ") + 1 :].strip())
    for _ in range(4):
        intro = form("intro").match(subject) or form("occasion").match(subject)
        if intro is None:
            break
        subject = subject[intro.end() :]
    return subject


def names_body(text: str) -> bool:
    """Whether a ministry, council, company or the like is named."""
    return form("organisation").search(text) is not None


def tells_who(text: str, *, bodies: bool = True) -> bool:
    """Whether people, their offices or (where asked) bodies are named."""
    offices = _words("roles") | _words("before_surname") | _words("leaders")
    return (bodies and names_body(text)) or any(word.lower() in offices for word in re.findall(r"\w+", text))


def until_adjunct(text: str) -> str:
    """What follows "by", as far as the names go."""
    text = form("on-behalf").sub("", text)
    end = form("names.end").search(text)
    return text[: end.start()] if end else text


def parties_of(own: str, title: str, subject: str, behind: str, *, anywhere: str = "") -> tuple[str, ...]:
    """The parties of an instrument: named by "between" in its words or behind the verb, else the subject of the
    verb, else two countries or more in its words, else those in `anywhere` (the release's headline and event).

    States stand under their common English names; a ministry, company or region as in the text, with its state
    after it.
    """
    for text in (title, own, behind):
        match = next((m for m in form("between").finditer(text) if not form("linked").search(text[: m.start()])), None)
        if match:
            found = _normal(_split(_until(text[match.end() : match.end() + _LONGEST])))
            if len(found) > 1:
                return found
    subject = strip_intro(subject).strip()
    if subject and len(subject) < 240:
        found = (
            _normal(_split(subject))
            if not persons_of(subject) or form("organisation").search(subject)
            else _states(subject)
        )
        if len(found) > 1:
            return found
        partner = form("with").search(own) or form("with").search(behind)
        others = _normal(_split(_until(partner.string[partner.end() :][:_LONGEST]))) if partner and found else ()
        if others:
            return tuple(dict.fromkeys(found + others))
    for text in (title, subject, anywhere):
        states = _states(text)
        if len(states) > 1:
            return states
    return ()


def _until(text: str) -> str:
    end = form("party.end").search(text)
    return text[: end.start()] if end else text


def _split(text: str) -> list[str]:
    """A, B and C; "and" within a name ("Ministry of Energy and Mineral Resources") divides nothing."""
    joined: list[str] = []
    start = gap = 0
    for mark in [*form("joint").finditer(text), None]:
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
    abbreviation = form("abbreviation").search(part)
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
    if form("organisation").search(part):
        national = bool(own) and own[0].form == "adjective"
        return not form("organisation").search(name) and (
            national or name.strip().startswith(("National ", "Federal "))
        )
    whole = bool(countries) and not own  # "Ministry of Youth" + "Sport of Kenya"
    if " and " in name or form("company").search(part) or (countries and not whole):
        return False
    return bool(form("office-of").search(name)) and len(part.split()) < 6


def _normal(parts: Iterable[str]) -> tuple[str, ...]:
    """Names of the parties, then their states; leaders stand for their states, and what only counts for nothing."""
    names: list[str] = []
    states: list[str] = []
    for part in parts:
        part = _LEADING.sub("", part.strip(_MARKS))
        part = form("party.marks").sub("", part)
        part = form("besides").split(part)[0].strip(_MARKS)
        countries = find_countries(part)
        states += [mention.country.name for mention in countries if not form("company-form").search(part)]
        if (countries and _is_state(part, countries[0])) or _is_leader(part) or part.lower() in _words("nobody"):
            continue
        part = with_stop(part)
        if (
            1 < len(part) < 120
            and (part[0].isupper() or form("place-of").match(part))
            and not form("generic").match(part)
        ):
            names.append(part)
    return tuple(dict.fromkeys(names + states))


def _is_state(part: str, mention: CountryMention) -> bool:
    """ "the Government of the Republic of Kenya", "Kenya": the state itself."""
    behind = part[mention.span.end :].strip().lower()
    return behind in ("", "government") and bool(form("state").fullmatch(part[: mention.span.start]))


def _is_leader(part: str) -> bool:
    """ "President Juma of Kenya": a person stands for the state."""
    leaders = _words("before_surname") | _words("leaders")
    return not form("organisation").search(part) and any(word.lower().rstrip(".") in leaders for word in part.split())


def _states(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.country.name for mention in find_countries(text[:_LONGEST])))


def persons_of(text: str) -> tuple[str, ...]:
    """Names of people in a stretch such as "Minister of Energy Aron Belk and Dr. Dana Ruiz, CEO of Ilm Steel"."""
    found: list[str] = []
    words = {word.lower().strip(".,") for word in text.split()}
    if form("organisation").search(text) and not words & (_words("roles") | _words("before_surname")):
        return ()  # "Nordkraft AS and Lisboa Energia": companies
    named = 0  # where the last name ends; what is joined to it is no part of the office before it
    for run in form("run").finditer(text[:_LONGEST]):
        if text[run.end() : run.end() + 1] == ":":
            continue
        before = text[max(0, run.start() - 80) : run.start()]
        states = find_countries(before)
        if states and before[states[-1].span.end :] in _LINKS:
            before = ""  # "Jane Roe of Norland and [John Doe]"
        joined = named and text[named : run.start()] in _LINKS
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
    if last < 0 and not countries and form("office-before").search(before) and not any(w.islower() for w in words):
        words = words[-2:] if len(words) > 2 else []
    if len(words) < (1 if titled else 2) or len(words) > 5 or (words[0].isupper() and len(words[0]) > 3):
        return None
    return " ".join(words)
