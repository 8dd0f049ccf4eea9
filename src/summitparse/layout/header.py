"""The head of a release: headline, subtitle, publication line, place and credits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from summitparse.findings import Span
from summitparse.layout.captions import is_caption
from summitparse.layout.credits import find_credits, is_slug, slug
from summitparse.layout.furniture import is_furniture
from summitparse.layout.lines import Line
from summitparse.layout.model import Header, Published
from summitparse.layout.place import is_dateline, is_place_line, read_dateline
from summitparse.layout.publication import Stamp, read_stamp
from summitparse.layout.turns import is_sure, read_label
from summitparse.lexicon import load

HEAD_LINES = 40
FOOT_LINES = 8
# A stamp this many lines of text below the top is no publication line.
MOST_BEFORE_STAMP = 6
LONGEST_TITLE = 400
LONGEST_SUBTITLE = 450
SENTENCE_END = re.compile(r"[.!?…:;][”’\"')\]*_»]*$")
_FULL_STOP = re.compile(r"[.…:;,][”’\"')\]*_»]*$")
_MARKUP = re.compile(r"(?:#{1,6}\s+|[*_]{1,3}(?=\S))")


@dataclass(slots=True)
class Found:
    """The header with the lines that it took; `cut` is where the body begins in a line that opens with a dateline.
    `joined` are lines that go on from the line before."""

    header: Header = field(default_factory=Header)
    taken: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    cut: dict[int, int] = field(default_factory=dict)


def find_header(lines: Sequence[Line]) -> Found:
    """The header of a text, empty where a text has none."""
    return _Head(lines).find()


class _Head:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.found = Found()
        self.taken = self.found.taken
        self.day_first = True
        self.furniture = {i for i, line in enumerate(lines[:HEAD_LINES]) if is_furniture(line.text)}

    def find(self) -> Found:
        stamps = self.stamps()
        title = self.title(stamps[0][0] if stamps else None, {i for i, _ in stamps})
        published = self.published(stamps)
        self.taken.update(i for i, _ in stamps)
        if title:
            self.taken.update(range(*title))
        where = self.place(stamps, title)
        slugs = self.slugs() if title or stamps else []
        credited = find_credits(self.lines, self.taken, HEAD_LINES)
        self.taken |= credited.lines
        subtitle = self.subtitle(title, bool(stamps))
        dateline = read_dateline(self.lines, self.taken | self.furniture, self.day_first)
        if dateline:
            self.found.cut[dateline.line] = dateline.body
            where = where or dateline.place
            published = published or dateline.published
        if published is None and title:
            published = self.foot()
        self.found.header = Header(
            self.span(title), self.span(subtitle), published, where, tuple(sorted([*slugs, *credited.spans]))
        )
        return self.found

    def stamps(self) -> list[tuple[int, Stamp]]:
        """The first publication line of the head and those that stand with it."""
        stamps: list[tuple[int, Stamp]] = []
        passed = 0
        for i, line in enumerate(self.lines[:HEAD_LINES]):
            stamp = read_stamp(line, day_first=self.day_first)
            if stamp and (stamp.date or self.belongs(i, stamp, stamps)):
                stamps.append((i, stamp))
            elif i not in self.furniture:
                passed += 1
                label = read_label(line.text)
                if (stamps and passed > 2) or passed > MOST_BEFORE_STAMP or (label and is_sure(label.text)):
                    break
        alone = len(self.lines) - len(stamps) < 1 + bool(stamps and stamps[0][1].prefix == "")
        return [] if alone or not any(stamp.date for _, stamp in stamps) else stamps

    def belongs(self, i: int, stamp: Stamp, stamps: list[tuple[int, Stamp]]) -> bool:
        """A time on a line of its own is the publication's where it stands right below the date."""
        return bool(stamps) and stamps[-1][0] == i - 1 and self.lines[i].gap == 0 and not stamps[-1][1].time

    def published(self, stamps: list[tuple[int, Stamp]]) -> Published | None:
        """Of several stamps the first that is no update."""
        updated = load("summitparse.layout", "publication")["updated"]
        dated = [k for k, (_, stamp) in enumerate(stamps) if stamp.date and stamp.value]
        if not dated:
            return None
        k = next((k for k in dated if stamps[k][1].prefix not in updated), dated[0])
        _, stamp = stamps[k]
        assert stamp.date and stamp.value
        start, end, value = stamp.date.start, stamp.date.end, stamp.value
        time = stamp
        if stamp.time is None and k + 1 < len(stamps) and stamps[k + 1][1].date is None:
            time = stamps[k + 1][1]
            value = f"{value}T{time.clock}"
        if time.time:
            start, end = min(start, time.time.start), max(end, time.time.end)
        return Published(Span(start, end), value, stamp.day)

    def title(self, stamp: int | None, stamps: set[int]) -> tuple[int, int] | None:
        """The lines of the headline: above the publication line, below it, or a first line that looks like one."""
        if stamp is not None:
            above = [i for i in range(stamp) if i not in self.furniture]
            if above:
                return self.pick(above, stamp)
            below = next(
                (i for i in range(stamp, min(len(self.lines), HEAD_LINES)) if i not in self.furniture | stamps), None
            )
            if below is None:
                return None
            if self.is_place(below) and self.looks_like_title(below + 1):
                below += 1
            return self.joined(below) if self.looks_like_title(below) else None
        first = next((i for i in range(min(len(self.lines), HEAD_LINES)) if i not in self.furniture), None)
        return self.joined(first) if first is not None and self.looks_like_title(first) else None

    def pick(self, above: list[int], stamp: int) -> tuple[int, int] | None:
        """Of the lines above the publication line the headline: the first that is no name of an office."""
        offices = load("summitparse.layout", "offices")["words"]
        for i in above:
            words = self.lines[i].text.split()
            office = len(words) <= 8 and any(word.strip(",").casefold() in offices for word in words)
            if (not office and len(words) > 1) or i == above[-1]:
                return self.joined(i, stamp)
        return None

    def joined(self, i: int, before: int | None = None) -> tuple[int, int]:
        """The headline that begins in line `i` with the lines that it is broken over."""
        end = i + 1
        limit = min(len(self.lines), before if before is not None else i + 4)
        while end < limit and self.lines[end].gap == 0 and self.goes_on(end, before):
            self.found.joined.add(end)
            end += 1
        return i, end

    def goes_on(self, i: int, before: int | None) -> bool:
        above, line = self.lines[i - 1].text, self.lines[i].text
        if SENTENCE_END.search(above):
            return False
        if line[0].islower() or above.endswith(",") or above.split()[-1].casefold() in function_words():
            return True
        last = i + 1 == (before if before is not None else len(self.lines)) or self.lines[i + 1].gap > 0
        return (
            last
            and len(above) >= 40
            and len(line) <= len(above) * 1.3
            and capitals(above) >= 0.6
            and capitals(line) >= 0.6
        )

    def looks_like_title(self, i: int) -> bool:
        """Short, no full stop at its end, a hard break after it and text below."""
        if i + 1 >= len(self.lines):
            return False
        text, after = self.lines[i].text, self.lines[i + 1]
        words = text.split()
        if len(text) > LONGEST_TITLE or not 2 <= len(words) <= 40 or _FULL_STOP.search(text):
            return False
        if ((label := read_label(text)) and is_sure(label.text)) or is_dateline(text):
            return False
        if after.gap == 0 and (after.text[0].islower() or words[-1].casefold() in function_words()):
            return self.joined_length(i) <= 3
        if text[0] in '“"‘-–—•*' and not _MARKUP.match(text):
            return text[0] in '“"‘'
        return text[0].isupper() or text[0].isdigit() or text[0] in '“"‘#*_'

    def joined_length(self, i: int) -> int:
        """How many lines are set together with line `i`, up to the next blank line."""
        end = i + 1
        while end < len(self.lines) and self.lines[end].gap == 0 and end - i < 5:
            end += 1
        return end - i if end < len(self.lines) else 5

    def is_place(self, i: int) -> bool:
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        return is_place_line(self.lines[i].text, after.text if after and after.gap == 0 else None)

    def place(self, stamps: list[tuple[int, Stamp]], title: tuple[int, int] | None) -> Span | None:
        """Beside the date, or on a line of its own below it."""
        for _, stamp in stamps:
            for span in stamp.other:
                text = self.words(span)
                if is_place_line(text, None):
                    return span
        i = self.next_line(stamps[-1][0] + 1) if stamps else None
        if i is None or not self.is_place(i) or i + 1 >= len(self.lines):
            return None
        end = i + 1
        while end < len(self.lines) - 1 and end - i < 3 and end not in self.furniture and self.is_place(end):
            if self.lines[end].gap > 1 or read_stamp(self.lines[end], day_first=self.day_first):
                break
            end += 1
        if end - i > 1 and not self.is_time(end):
            end = i + 1  # only where the time of a speech closes the lines are all of them its place
        if self.is_time(end):
            self.taken.add(end)
        self.taken.update(range(i, end))
        return Span(self.lines[i].start, self.lines[end - 1].end)

    def is_time(self, i: int) -> bool:
        stamp = read_stamp(self.lines[i], day_first=self.day_first) if i < len(self.lines) else None
        return bool(stamp and stamp.time and not stamp.date)

    def words(self, span: Span) -> str:
        line = next(line for line in self.lines if line.start <= span.start < line.end)
        return line.text[span.start - line.start : span.end - line.start]

    def next_line(self, i: int) -> int | None:
        while i < len(self.lines) and (i in self.taken or i in self.furniture):
            i += 1
        return i if i < len(self.lines) else None

    def slugs(self) -> list[Span]:
        spans = []
        for i in range(1, min(len(self.lines), HEAD_LINES)):
            after = self.lines[i + 1] if i + 1 < len(self.lines) else None
            if i not in self.taken | self.furniture and is_slug(self.lines[i], self.lines[i - 1], after):
                self.taken.add(i)
                spans.append(slug(self.lines[i]))
        return spans

    def subtitle(self, title: tuple[int, int] | None, stamped: bool) -> tuple[int, int] | None:
        """A paragraph below the headline that the layout sets apart from the body."""
        if title is None:
            return None
        i = self.next_line(title[1])
        if i is None or i >= HEAD_LINES:
            return None
        end = i + 1
        while end < len(self.lines) and self.lines[end].gap == 0 and end not in self.taken and not self.full(end - 1):
            end += 1
        length = self.lines[end - 1].end - self.lines[i].start
        if length > LONGEST_SUBTITLE or end >= len(self.lines):
            return None
        apart = any(k in self.taken for k in range(end, min(end + 2, len(self.lines)))) or self.is_italic(i, end)
        if not apart and not (stamped and self.captions(i, end)):
            return None
        self.taken.update(range(i, end))
        self.found.joined.update(range(i + 1, end))
        return i, end

    def captions(self, i: int, end: int) -> bool:
        """The caption of the first photograph, which stands where a subtitle does."""
        return is_caption(" ".join(line.text for line in self.lines[i:end]), commas=True)

    def full(self, i: int) -> bool:
        return bool(SENTENCE_END.search(self.lines[i].text))

    def is_italic(self, i: int, end: int) -> bool:
        first, last = self.lines[i].text, self.lines[end - 1].text
        return first[0] in "*_" and first[1:2] not in (" ", first[0]) and last.rstrip(" .")[-1] in "*_"

    def span(self, rows: tuple[int, int] | None) -> Span | None:
        if rows is None:
            return None
        first, last = self.lines[rows[0]], self.lines[rows[1] - 1]
        start, end = first.start, last.end
        if mark := _MARKUP.match(first.text):
            start += mark.end()
            while end > start and last.text[end - last.start - 1] in "*_ #" and end > last.start:
                end -= 1
        return Span(start, end) if start < end else Span(first.start, last.end)

    def foot(self) -> Published | None:
        """A publication line at the very end."""
        for line in self.lines[: -FOOT_LINES - 1 : -1]:
            stamp = read_stamp(line, day_first=self.day_first)
            if stamp and stamp.date and stamp.value and line.gap > 0:
                end = max(stamp.date.end, stamp.time.end if stamp.time else 0)
                self.taken.add(self.lines.index(line))
                return Published(Span(stamp.date.start, end), stamp.value, stamp.day)
        return None


@cache
def function_words() -> frozenset[str]:
    """Words that no line of sense ends with."""
    return frozenset(load("summitparse.layout", "words")["function"])


def capitals(text: str) -> float:
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0
