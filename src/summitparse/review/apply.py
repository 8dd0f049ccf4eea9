"""Decisions to records: corrected ones, each with who decided it and when."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from summitparse.errors import UsageError
from summitparse.records import Release
from summitparse.review.decisions import Decision, Decisions, Reviewed, Verdict, text_hash
from summitparse.review.edit import EditError, add, change_fields, change_speaker, change_words, place, remove
from summitparse.serialise import KINDS

STATUS = {Verdict.ACCEPT: "accepted", Verdict.MISSING: "added"}


def apply_decisions(
    decisions: Decisions, releases: Iterable[Release], *, reviewed_only: bool = False
) -> Iterator[Release]:
    """Each release with what was decided of it, in order; `reviewed_only` leaves out those that nobody looked at.

    Raises `UsageError` for a release without its text, for decisions of a text that is none of these, and for a
    decision that does not fit its record.
    """
    waiting: dict[str, list[Reviewed]] = {}
    for reviewed in decisions.releases:
        waiting.setdefault(reviewed.text_sha256, []).append(reviewed)
    used: set[str] = set()
    for release in releases:
        if release.text is None:
            raise UsageError(f"{release.source.name}: decisions need the text. Write the records with --text.")
        hashed = text_hash(release.text)
        mine = [one for reviewed in waiting.get(hashed, ()) for one in reviewed.decisions]
        used.add(hashed)
        if mine:
            yield _applied(release, mine)
        elif not reviewed_only:
            yield release
    for reviewed in decisions.releases:
        if reviewed.text_sha256 not in used and reviewed.decisions:
            raise UsageError(
                f"The decisions on {reviewed.name} are about another text: none of the records has it. "
                "Give the records from which the report was made."
            )


def _applied(release: Release, decisions: list[Decision]) -> Release:
    whole = release.model_dump(mode="json", by_alias=True)
    # What is wrong goes last, so that no added record gets an id that was another's.
    for decision in sorted(decisions, key=lambda decision: decision.verdict is Verdict.WRONG):
        try:
            _apply(whole, decision)
        except EditError as error:
            named = decision.record or f"a missing record at {decision.start}"
            raise UsageError(f"{release.source.name}, {named}: {error}") from None
    for kind in KINDS:
        whole[kind].sort(key=place)
    try:
        return Release.model_validate(whole)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the release"
        raise UsageError(f"{release.source.name}: the decisions do not fit ({where}: {first['msg']}).") from None


def _apply(whole: dict[str, Any], decision: Decision) -> None:
    review = {"status": STATUS.get(decision.verdict, "corrected"), "by": decision.by, "at": decision.at}
    if decision.verdict is Verdict.MISSING:
        record = add(whole, decision)
    else:
        record = _named(whole[decision.kind], decision)
    if decision.verdict is Verdict.WRONG:
        remove(whole, decision.kind, record)
        return
    if decision.verdict is Verdict.SPEAKER:
        change_speaker(whole, decision.kind, record, decision)
    elif decision.verdict is Verdict.WORDS:
        change_words(whole, decision.kind, record, decision)
    elif decision.verdict is Verdict.VALUE:
        change_fields(decision.kind, record, decision.fields)
    if record.get("review", {}).get("status") == "added":
        review["status"] = "added"
    record["review"] = review
    if "confidence" in record:
        record["confidence"] = 1.0


def _named(records: list[dict[str, Any]], decision: Decision) -> dict[str, Any]:
    for record in records:
        if record["id"] == decision.record:
            return record
    raise EditError(f"the records have none of that id among the {decision.kind}.")
