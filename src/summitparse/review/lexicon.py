"""Words that the built-in lexicons lack, proposed from what a person has corrected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.language.model import english
from summitparse.lexicon import load
from summitparse.names.vocabulary import offices
from summitparse.review.decisions import Decision, Decisions, Verdict
from summitparse.serialise import inert

# Words beside a quote in which its verb of saying is looked for.
NEAR = 8
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word for the list `key` of the table `table`, and the words that it was seen in."""

    table: str
    key: str
    word: str
    seen: str


def propose(decisions: Decisions) -> list[Proposal]:
    """Each word once, in the order of the lists and of the words."""
    found: dict[tuple[str, str, str], Proposal] = {}
    for reviewed in decisions.releases:
        for decision in reviewed.decisions:
            for proposal in (*_cues(decision), *_titles(decision), *_units(decision)):
                found.setdefault((proposal.table, proposal.key, proposal.word), proposal)
    return [found[key] for key in sorted(found)]


def _cues(decision: Decision) -> Iterator[Proposal]:
    """The verb nearest to a quote that was missed, where it is none that introduces speech so far."""
    if decision.verdict is not Verdict.MISSING or decision.kind != "quotes":
        return
    cues = load("summitparse.quotes", "cues")
    known = {word for words in cues.values() if isinstance(words, list) for word in words}
    before, after = (decision.before or "").rstrip("“\"' "), (decision.after or "").lstrip("”\"', ")
    for beside, nearest_last in ((after, False), (before, True)):
        verbs = [token for token in _tokens(beside, nearest_last) if token[1].startswith("VB")]
        for lemma, _ in reversed(verbs) if nearest_last else verbs:
            if lemma not in known:
                yield Proposal("quotes.cues", "saying", lemma, beside)
            return


def _tokens(words: str, last: bool) -> list[tuple[str, str]]:
    """Lemma and tag of the words beside the quote, within its sentence."""
    sentence = re.split(r"(?<=[.!?])\s", words)[-1 if last else 0]
    nlp, forms = english()
    [doc] = nlp.pipe([sentence], batch_size=1)
    tokens = [(forms.lemmatize(token.text, token.tag_, "VERB"), token.tag_) for token in doc if token.is_alpha]
    return tokens[-NEAR:] if last else tokens[:NEAR]


def _titles(decision: Decision) -> Iterator[Proposal]:
    """The words in capitals before the name of a speaker whom the records did not have."""
    if not decision.speaker_name:
        return
    around = " ".join(filter(None, (decision.before, decision.text, decision.after)))
    at = around.find(decision.speaker_name)
    if at <= 0:
        return
    words: list[str] = []
    for found in reversed(_WORD.findall(around[:at].rpartition(". ")[2])):
        if not found[0].isupper():
            break
        words.insert(0, found)
    title = " ".join(words).lower()
    if title and not any(phrase == tuple(title.split()) for phrase, _ in offices().get(title.split()[0], ())):
        yield Proposal("actors.offices.offices", "other", title, around)


def _units(decision: Decision) -> Iterator[Proposal]:
    """The words of a figure that stand for the unit which was given: "{keg} keg". Currencies are another list."""
    unit, text = decision.fields.get("unit"), decision.text
    if decision.kind != "figures" or not isinstance(unit, str) or not text or (len(unit) == 3 and unit.isupper()):
        return
    words = " ".join(_WORD.findall(text)).lower()
    if words and unit not in (words, words.removesuffix("s")):
        yield Proposal("figures.units", "names", f"{unit} {words}", text)


def to_toml(proposals: list[Proposal]) -> str:
    """A lexicon for `--lexicon`, each word with where it was seen."""
    if not proposals:
        return "# The decisions show no word that is lacking.\n"
    lines: list[str] = []
    for table in dict.fromkeys(proposal.table for proposal in proposals):
        mine = [proposal for proposal in proposals if proposal.table == table]
        lines.append(f"[{table}]")
        for key in dict.fromkeys(proposal.key for proposal in mine):
            lines.append(f"{key} = [")
            lines += [f"  {_quoted(one.word)},  # {_comment(one.seen)}" for one in mine if one.key == key]
            lines.append("]")
        lines.append("")
    return inert("\n".join(lines))


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment(words: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(shown.split())[:100]
