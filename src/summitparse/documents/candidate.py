"""What the reading of a sentence or list hands on: an instrument with the words around it that say more of it."""

from dataclasses import dataclass

from summitparse.findings import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instrument before its date, place, parties and signatories are resolved.

    `sentence` is where its verb stands (of a list, the announcement) and `around` the spans of all instruments of that
    sentence. `subject` and `behind` are the words before the verb and behind verb and object, `signers` stretches
    (cells of a table, a sentence that follows) that name who signed. `signs` are features by name for the ranker,
    `chance` is how likely it is a record.
    """

    span: Span
    title: str
    type: str
    status: str
    lemma: str
    rule: str
    sentence: Span
    around: tuple[Span, ...] = ()
    subject: str = ""
    behind: str = ""
    signers: tuple[Span, ...] = ()
    signs: frozenset[str] = frozenset()
    chance: float = 0.0

    @property
    def voice(self) -> str:
        """How the verb stands to the instrument, by the rule's name: "active" of "documents.active-sign"."""
        return self.rule.removeprefix("documents.").partition("-")[0]
