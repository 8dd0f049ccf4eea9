"""How sure it is that a capitalised run names a person, from the words around it."""

from summitparse.actors.find_names import Run, looks_personal
from summitparse.actors.find_roles import Role
from summitparse.grammar.words import words_of
from summitparse.language.parse import Token
from summitparse.language.tags import PLURAL, SUBJECTS
from summitparse.names.vocabulary import human_verbs, names, office_list, surnames_too, word_list
from summitparse.names.words import Words

# What an office before a name is worth, and one that only says what somebody is.
_OF_OFFICE, _OF_GROUP = 4, {"occupation": 1, "description": 2}
ACTING = SUBJECTS | {"agent"}


def evidence(words: Words, run: Run, end: int, role: Role | None, head: Token) -> int:
    """How sure it is that the run names a person; 3 is enough to believe it."""
    tokens, score = words.tokens, 0
    several = len(run.name.words) > 1
    if role is not None:
        score += _OF_GROUP.get(role.office.group, _OF_OFFICE)
        if role.office.head in office_list("any_office") and several:
            score += 2
        if not role.office.describes and not several and not _can_be_surname(words, run, role):
            score -= 3
    if run.honorific:
        score += 5
    if looks_personal(run, names().gender):
        score += 3
    if run.before_institution and not run.honorific:
        score -= 5
    before = tokens[run.begin - 1].lower if run.begin > words.sentence_start(run.first) else ""
    if role is None and not run.honorific:
        if before in words_of("determiners", "articles"):
            score -= 4
        elif before in word_list("before_towns") and ("G" not in run.kinds or run.kinds[-1] in "XC"):
            score -= 2
    if head.dep in ACTING and tokens[head.head].lemma in human_verbs():
        score += 2 if several else 1
    if several and run.end + 1 < end and words.follows(run.end, ",") and words.follows(run.end + 1, "who"):
        score += 3
    return score


def _can_be_surname(words: Words, run: Run, role: Role) -> bool:
    """ "President Putin" is one; "Chair of the Council of Economic Advisers" and "Justice Practices" are not."""
    token = words.tokens[run.first]
    if role.office.head not in office_list("titular"):
        return False
    several = token.tag in PLURAL and token.lower not in surnames_too()
    return not several and not (role.has_complement and role.org) and not words.is_common(token)
