"""Pairs quotation marks to stretches of quoted words, over paragraphs and in spite of lost marks; linear time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from summitparse.findings import Notice, Span
from summitparse.lexicon import listed
from summitparse.voices.marks import CLOSING, EITHER, OPENING, Mark, find_marks

# A quotation that goes on without marks for more paragraphs than this has lost its end; a letter whose closing mark
# ends a paragraph further on may be longer.
UNMARKED = 3
LETTER = 40
_SENTENCE = re.compile(r"[.!?…]['’\"”)\]]*\s+")
SAID = rf"(?:{'|'.join(sorted(listed('summitparse.voices', 'reporting', 'said')))})\b"
# A reporting clause that follows quoted words: "…, the minister said".
_REPORT = re.compile(rf"[,.!?…]\s+(?:[\w.’'-]+\s+){{0,8}}?{SAID}")
# The same where the closing mark before it is lost: "“…, Minister Roe said." ends its sentence and names somebody.
_NAMED = r"(?:(?!(?:as|like|and|but|which|who|what|that|if|when)\b)[\w’'-]+\.?\s+){1,8}?"
_REPORT_ALONE = re.compile(
    rf"[,!?]\s+(?=[^.]{{0,80}}\b(?:[A-Z][a-z]|he|she)){_NAMED}{SAID}(?:(?<=told)(?:\s[\w’'-]+){{1,3}})?"
    r"(?:\s(?:on|in|at|to|after|during)\b[^.,]{0,80})?\."
    rf"|[,!?]\s+{SAID}\s+(?=[^.]{{0,60}}[A-Z])[^.,“\"]{{1,80}}\."
)
# Behind a closing mark: somebody else says this.
_REPORT_BEHIND = re.compile(
    rf"\s{{0,3}}(?:{SAID}\s+(?:[\w’'-]+\s+){{0,6}}?[A-Z]|(?=[^.]{{0,60}}[A-Z][a-z])[^.,“\"]{{1,60}}?\b{SAID})"
)
_LEAD = re.compile(rf"(?:\b{SAID}[,:]|:)\s+(?=[A-Z])")


@dataclass(slots=True)
class Stretch:
    """Words in quotation marks. `spans` lie between the marks, one for each paragraph; `outer` are the same with the
    marks; `passage` is the number of the passage that it begins in; `parent` the stretch that it stands inside."""

    passage: int
    spans: list[Span]
    outer: list[Span]
    single: bool = False
    closed: bool = True
    opened: bool = True
    parent: int | None = None
    glued: list[int] = field(default_factory=list)  # spans that go on from the one before without an opening mark

    def whole(self) -> tuple[Span, ...]:
        """The spans with words in them; a line without an opening mark is one with the line before it."""
        out: list[Span] = []
        for k, span in enumerate(self.spans):
            if k in self.glued and out:
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(span)
        return tuple(span for span in out if span.start < span.end)


@dataclass(slots=True)
class _Open:
    mark: Mark
    stretch: int


@dataclass(slots=True)
class Pairing:
    """The state of one pass over the passages of a text."""

    text: str
    passages: Sequence[Span]
    stretches: list[Stretch] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    pending: int | None = None  # a double quotation that the last passage left open
    unmarked: list[int] = field(default_factory=list)
    straight: bool = False  # what kind of mark the open quotation began with
    floor: int = 0  # where the words begin that a lost opening mark may stand in
    closers: list[int] = field(default_factory=list)  # see `_closers`


def pair_marks(text: str, passages: Sequence[Span]) -> tuple[list[Stretch], list[Notice]]:
    """All stretches in text order (an outer one before what stands inside it), and a notice for every repaired mark."""
    marks = [find_marks(text, passage.start, passage.end) for passage in passages]
    state = Pairing(text, passages, closers=_closers(text, passages, marks))
    for number in range(len(passages)):
        _read_passage(state, number, marks[number])
    _give_up(state)
    return _ordered(state.stretches), state.notices


def _closers(text: str, passages: Sequence[Span], marks: Sequence[Sequence[Mark]]) -> list[int]:
    """For each passage the next one with double marks, if the first of them closes and ends its paragraph; else -1."""
    out, following = [-1] * len(passages), -1
    for number in range(len(passages) - 1, -1, -1):
        out[number] = following
        doubles = [mark for mark in marks[number] if not mark.single]
        if doubles:
            first = doubles[0]
            ends = not any(map(str.isalnum, text[first.end : passages[number].end]))
            following = number if ends and first.role == CLOSING and not first.straight else -1
    return out


def _ordered(stretches: list[Stretch]) -> list[Stretch]:
    """In text order, without empty ones and single marks that were never closed."""
    kept = [i for i, s in enumerate(stretches) if s.spans and any(span.start < span.end for span in s.spans)]
    kept.sort(key=lambda i: (stretches[i].spans[0].start, -stretches[i].spans[-1].end))
    place = {i: k for k, i in enumerate(kept)}
    for i in kept:
        parent = stretches[i].parent
        stretches[i].parent = place.get(parent) if parent is not None else None
    return [stretches[i] for i in kept]


def _give_up(state: Pairing) -> None:
    """The quotation left open is closed where its last marked paragraph ended."""
    if state.pending is not None:
        stretch = state.stretches[state.pending]
        stretch.closed = False
        state.notices.append(Notice("unclosed-quote", "A quotation mark is opened and never closed.", stretch.outer[0]))
    state.pending = None
    state.unmarked = []


def _add_passage(state: Pairing, number: int, start: int, end: int, outer_start: int, outer_end: int) -> None:
    assert state.pending is not None
    stretch = state.stretches[state.pending]
    stretch.spans.append(_trim(state.text, start, end))
    stretch.outer.append(Span(outer_start, outer_end))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _read_passage(state: Pairing, number: int, marks: list[Mark]) -> None:
    passage = state.passages[number]
    marks = _settle(marks)
    doubles = [mark for mark in marks if not mark.single]
    stack: list[_Open] = []
    if state.pending is not None:
        carried = _carry_on(state, number, doubles)
        if carried is None:
            return
        stack = carried
        if stack:
            marks = [mark for mark in marks if mark.start >= stack[0].mark.end]
    balance = _balances(marks)
    singles = _next_closing_single(marks)
    for k, mark in enumerate(marks):
        if mark.role == OPENING:
            if mark.single:
                if not (stack and stack[-1].mark.single):
                    _push(state, stack, number, mark)
            elif _nests(stack, mark, balance[k]):
                _push(state, stack, number, mark)
            else:
                _drop_single(stack)
                _close_lost(state, stack, mark.start)
                _push(state, stack, number, mark)
        elif mark.single:
            if stack and stack[-1].mark.single and not _possessive(state.text, mark, singles[k]):
                _pop(state, stack, mark)
        elif _double_of(stack) is None:
            _open_lost(state, number, mark)
        else:
            _drop_single(stack)
            _pop(state, stack, mark)
    _leave_open(state, stack, passage.end)


def _leave_open(state: Pairing, stack: list[_Open], end: int) -> None:
    """What is open where a passage ends: the outermost double mark goes on in the next one, unless a report behind it
    tells that its closing mark is lost."""
    # an open single mark was an apostrophe, and what is nested and never closed ends where the outer one does
    stack = [entry for entry in stack if not entry.mark.single][:1]
    if not stack:
        return
    opened = stack[0]
    if _REPORT_ALONE.search(state.text, opened.mark.end, end):
        _close_lost(state, stack, end)
        return
    stretch = state.stretches[opened.stretch]
    stretch.spans.append(_trim(state.text, opened.mark.end, end))
    stretch.outer.append(Span(opened.mark.start, end))
    state.pending = opened.stretch
    state.straight = opened.mark.straight
    state.unmarked = []


def _nests(stack: list[_Open], mark: Mark, balance: int) -> bool:
    """Whether an opening double mark is no sign of a lost closing one: nothing is open, or the marks after it leave
    room for a pair, or it is curly inside straight ones (or the other way round) and has its partner."""
    outer = _double_of(stack)
    if outer is None or balance <= -2:
        return True
    return outer.mark.straight != mark.straight and balance == -1


def _settle(marks: list[Mark]) -> list[Mark]:
    """Gives each double mark whose shape says nothing the part that the marks before it leave to it."""
    depth, out = 0, []
    for mark in marks:
        if not mark.single and mark.role == EITHER:
            mark = replace(mark, role=CLOSING if depth else OPENING)
        if not mark.single:
            depth = depth + 1 if mark.role == OPENING else max(0, depth - 1)
        out.append(mark)
    return out


def _balances(marks: list[Mark]) -> list[int]:
    """For each mark the opening less the closing double marks after it: -2 and less leaves room for a nested pair."""
    out, balance = [0] * len(marks), 0
    for k in range(len(marks) - 1, -1, -1):
        out[k] = balance
        if not marks[k].single:
            balance += 1 if marks[k].role == OPENING else -1
    return out


def _next_closing_single(marks: list[Mark]) -> list[int | None]:
    """For each mark the next closing single mark, if no other opening single or any double mark comes before it."""
    out: list[int | None] = [None] * len(marks)
    following: int | None = None
    for k in range(len(marks) - 1, -1, -1):
        out[k] = following
        if marks[k].single:
            following = marks[k].start if marks[k].role == CLOSING else None
        else:
            following = None
    return out


def _possessive(text: str, mark: Mark, later: int | None) -> bool:
    """The workers’ rights’: an apostrophe after a plural s, where another mark still closes."""
    return (
        later is not None
        and text[mark.start - 1] in "sS"
        and re.match(r"\s[a-z]", text[mark.end : mark.end + 2]) is not None
    )


def _double_of(stack: list[_Open]) -> _Open | None:
    return next((entry for entry in reversed(stack) if not entry.mark.single), None)


def _push(state: Pairing, stack: list[_Open], number: int, mark: Mark) -> None:
    parent = stack[-1].stretch if stack else None
    state.stretches.append(Stretch(number, [], [], single=mark.single, parent=parent))
    stack.append(_Open(mark, len(state.stretches) - 1))


def _pop(state: Pairing, stack: list[_Open], mark: Mark) -> None:
    entry = stack.pop()
    stretch = state.stretches[entry.stretch]
    stretch.spans.append(_trim(state.text, entry.mark.end, mark.start))
    stretch.outer.append(Span(entry.mark.start, mark.end))


def _drop_single(stack: list[_Open]) -> None:
    """An open single mark where its quotation ends was an apostrophe."""
    while stack and stack[-1].mark.single:
        stack.pop()


def _close_lost(state: Pairing, stack: list[_Open], before: int) -> None:
    """Ends an open quotation whose closing mark is lost, before the next one opens at `before`."""
    entry = stack.pop()
    start = entry.mark.end
    report = _REPORT.search(state.text, start, before)
    ends = [found.end() for found in _SENTENCE.finditer(state.text, start, before)]
    if report:
        end = report.start() + 1
    elif ends:
        end = ends[-1]
    else:
        state.stretches[entry.stretch].spans.clear()
        return
    stretch = state.stretches[entry.stretch]
    stretch.spans.append(_trim(state.text, start, end))
    stretch.outer.append(Span(entry.mark.start, stretch.spans[-1].end))
    stretch.closed = False
    stack.clear()
    state.notices.append(Notice("unclosed-quote", "A quotation mark is opened and never closed.", stretch.outer[0]))


def _open_lost(state: Pairing, number: int, mark: Mark) -> None:
    """Begins a quotation whose opening mark is lost and that ends at `mark`."""
    text, passage = state.text, state.passages[number]
    if text[mark.start - 1 : mark.start].isdigit() and text[mark.start] in '"＂':
        return
    last = max((s.outer[-1].end for s in state.stretches[-4:] if s.outer and s.passage == number), default=None)
    floor = max(state.floor, passage.start if last is None else last)
    state.floor = mark.end
    leads = [found.end() for found in _LEAD.finditer(text, floor, mark.start)]
    if leads:
        start = leads[-1]
    elif last is None and floor == passage.start:
        start = floor
    else:
        found = _SENTENCE.search(text, floor, mark.start)
        if not found:
            return
        start = found.end()
    if start >= mark.start:
        return
    span = _trim(text, start, mark.start)
    state.stretches.append(Stretch(number, [span], [Span(span.start, mark.end)], opened=False))
    state.notices.append(
        Notice("unopened-quote", "A quotation mark is closed and never opened.", Span(span.start, mark.end))
    )


def _is_answered(state: Pairing, number: int, doubles: list[Mark]) -> bool:
    """Whether the open quotation has a speaker before it ("Roe said: “…") and these marks have another one behind."""
    assert state.pending is not None
    stretch, passage = state.stretches[state.pending], state.passages[number]
    before = state.text[state.passages[stretch.passage].start : stretch.outer[0].start]
    closing = next((mark for mark in doubles if mark.role == CLOSING), None)
    told = before.rstrip()[-1:] in ":," and any(map(str.isalpha, before))
    return told and closing is not None and bool(_REPORT_BEHIND.match(state.text, closing.end, passage.end))


def _glue(state: Pairing, number: int) -> None:
    """Notes that a passage without an opening mark goes on with the span before it, where no blank line parts them."""
    assert state.pending is not None
    stretch = state.stretches[state.pending]
    between = state.text[stretch.outer[-1].end : state.passages[number].start]
    if between.count("\n") < 2:
        stretch.glued.append(len(stretch.spans))


def _carry_on(state: Pairing, number: int, doubles: list[Mark]) -> list[_Open] | None:
    """What an open quotation of an earlier passage does here: the stack to go on with, or None if all is done."""
    passage = state.passages[number]
    assert state.pending is not None
    if not doubles:
        state.unmarked.append(number)
        closer = -1 if state.straight else state.closers[number]
        most = LETTER if closer >= 0 else UNMARKED
        if len(state.unmarked) > most or _REPORT.search(state.text, passage.start, passage.end):
            _give_up(state)
        return None
    first = doubles[0]
    straight = state.straight == first.straight
    goes_on = first.role == OPENING and first.start == passage.start and not state.unmarked and straight
    if goes_on and _is_answered(state, number, doubles):
        goes_on = False
    if first.role == OPENING and not goes_on:
        _give_up(state)
        return []
    for k in state.unmarked:
        whole = state.passages[k]
        _glue(state, k)
        _add_passage(state, k, whole.start, whole.end, whole.start, whole.end)
    if not goes_on:
        _glue(state, number)
    begin = Mark(passage.start, passage.start, OPENING, False, state.straight)
    entry = _Open(first if goes_on else begin, state.pending)
    state.pending = None
    state.unmarked = []
    return [entry]
