"""The head of a release: headline, subtitle, publication line, place and credits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from summitparse.findings import Span
from summitparse.header.authors import named_author, speaker_line
from summitparse.header.beside import Stamps, agencies_beside, place_beside, title_beside, without_agency, words
from summitparse.header.closing_dates import date_in_head
from summitparse.header.credits import (
    closing_name,
    find_credits,
    is_agency,
    is_slug,
    names_source,
    publishers,
    signs_dateline,
    slug,
)
from summitparse.header.foot import is_finer, read_foot
from summitparse.header.headline import (
    LONGEST_TITLE,
    content,
    continues_capitals,
    has_form,
    is_deck,
    is_office,
    looks_like_title,
    stands_alone,
    title_end,
    without_markup,
)
from summitparse.header.letterhead import (
    holds_office,
    is_letterhead,
    is_no_headline,
    is_seat,
    of_letterhead,
    seat_of,
    tells,
)
from summitparse.header.place import is_dateline, is_known_place, is_place_line, is_topic, read_dateline
from summitparse.header.signing import with_clock
from summitparse.header.stamps import MOST_BEFORE_STAMP, Calendar, publication
from summitparse.lines.captions import is_caption
from summitparse.lines.forms import form
from summitparse.lines.furniture import is_byline, is_furniture, opens_field, place_of_field
from summitparse.lines.model import Header, Published
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence, wrap_width
from summitparse.rules import weigh

HEAD_LINES, LONGEST_SUBTITLE = 40, 450
# A headline in full stands so many lines below the cut one, and has so many times its words, at most.
MOST_BETWEEN, MOST_MORE = 5, 1.6
_ITALIC = frozenset("*_")  # a headline in Markdown's italics ends with them

Rows = tuple[int, int]


@dataclass(slots=True)
class Found:
    """The header with the lines that it took; `cut` is where the body begins in a line that opens with a dateline.
    `joined` are lines that go on from the line before, `furniture` lines of the head that are no part of the body."""

    header: Header = field(default_factory=Header)
    taken: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    furniture: set[int] = field(default_factory=set)
    cut: dict[int, int] = field(default_factory=dict)


def find_header(lines: Sequence[Line]) -> Found:
    """The header of a text, empty where a text has none."""
    return _Head(lines).find()


def _noted(rule: str, span: Span | None) -> Span | None:
    """What a rule found, noted for whoever asks."""
    if span is not None:
        weigh(rule, span)
    return span


def _dated(rule: str, found: Published | None) -> Published | None:
    """The same of a publication line."""
    if found is not None:
        weigh(rule, found.span)
    return found


class _Head:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.head = range(min(len(lines), HEAD_LINES))
        self.found = Found()
        self.taken = self.found.taken
        self.calendar = Calendar(lines)
        self.width = wrap_width(lines)
        self.place_field: Span | None = None
        self.furniture = self.found.furniture
        for i in self.head:
            self.pass_over(i)

    def find(self) -> Found:
        numbered = self.numbered()
        stamps = [] if numbered else self.calendar.first_stamps(self.head, self.furniture)
        rows = None if numbered else self.title_in_full(stamps)
        title = _noted("title.numbered", numbered[0]) if numbered else self.span(rows)
        kind, line = ("numbered", numbered[1]) if numbered else ("line", publication(stamps))
        published = _dated(f"published.{kind}", line)
        self.taken.update(i for i, _ in stamps)
        where = _noted("place.line", self.place(stamps, rows)) or _noted("place.field", self.place_field)
        if rows:
            self.furniture.update(range(rows[0]))
            self.taken.update(range(*rows))
            self.found.joined.update(range(rows[0] + 1, rows[1]))
        elif stamps and title is None:
            title = _noted("title.beside-date", title_beside(self.lines[stamps[0][0]], stamps[0][1]))
        slugs = self.slugs(bool(stamps)) if title or stamps else []
        credited = find_credits(self.lines, self.taken, HEAD_LINES)
        self.taken |= credited.lines
        subtitle = _noted("subtitle.apart", self.span(self.subtitle(rows, bool(stamps))))
        passed = self.taken | self.furniture | (set() if rows else publishers(self.lines[:MOST_BEFORE_STAMP]))
        dateline = read_dateline(self.lines, passed, self.calendar.day_first)
        if dateline:
            self.found.cut[dateline.line] = dateline.body
            where = where or _noted("place.dateline", dateline.place)
            published = published or _dated("published.dateline", self.calendar.dated(dateline))
            if dateline.agency and signs_dateline(words(self.lines[dateline.line], dateline.agency)):
                slugs.append(dateline.agency)
        where, agency = without_agency(self.lines, where)
        if dateline and dateline.place is None:
            where = where or _noted("place.letterhead", seat_of(self.lines, dateline.line))
        if title:
            foot = read_foot(self.lines, self.taken, self.calendar, self.is_place)
            if foot and (published is None or is_finer(foot[0], published)):
                published = _dated("published.foot", foot[0])
            where = where or _noted("place.foot", foot[1] if foot else None)
            where = where or _noted("place.letterhead", seat_of(self.lines, rows[0] if rows else 0))
            if published is None and rows:
                title, day, town = date_in_head(self.lines, self.calendar, title, rows)
                published = _dated("published.closing", day)
                where = where or _noted("place.field", town or self.place_field)
            published = with_clock(self.lines, published)
        slugs += [*agencies_beside(self.lines, stamps), *([agency] if agency else [])]
        for rule, spans in (("credits.slug", slugs), ("credits.named", credited.spans)):
            for span in spans:
                weigh(rule, span)
        credits = self.once(sorted([*slugs, *credited.spans]))
        self.found.header = Header(title, subtitle, published, where, credits)
        self.found.furniture -= self.taken
        return self.found

    def once(self, credits: Sequence[Span]) -> tuple[Span, ...]:
        """Each name where it stands first: an agency may sign above the text and in its dateline."""
        named: dict[str, Span] = {}
        for span in credits:
            line = next(line for line in self.lines if line.start <= span.start < line.end)
            named.setdefault(line.text[span.start - line.start : span.end - line.start].casefold(), span)
        return tuple(named.values())

    def pass_over(self, i: int) -> None:
        """Marks furniture of the head: lines that say nothing, and fields with their values ("From:" …)."""
        line = self.lines[i]
        if i and line.gap == 0 and line.text[0].islower() and i - 1 not in self.furniture:
            return  # the end of a wrapped line, whatever it would be alone
        if i == 0 and has_form(line.text) and self.calendar.at(1):
            return  # a headline, though "Watch: …" captions a film elsewhere
        if i + 1 < len(self.lines) and continues_capitals(line, self.lines[i + 1]):
            return  # "STATEMENT" / "BY THE MINISTER OF HARBOURS"
        name = opens_field(line.text)
        where = place_of_field(line.text)
        if where is not None and is_place_line(line.text[where:], None):
            self.place_field = Span(line.start + where, line.end)
            self.furniture.add(i)
        if is_furniture(line.text) or is_byline(line.text) or names_source(line.text):
            self.furniture.add(i)
        elif name and i + 1 < len(self.lines):
            value = self.lines[i + 1]
            if name == "date":
                if self.calendar.read(value):
                    self.furniture.add(i)
            else:
                self.furniture |= {i, i + 1}

    def numbered(self) -> tuple[Span, Published | None] | None:
        """`No: 14, 12 January 2024, Press release on …`, `2024-01-12 Interview with …`: all in one line."""
        i = next((i for i in self.head if i not in self.furniture and not is_letterhead(self.lines[i].text)), None)
        text = self.lines[i].text if i is not None else ""
        match = form("headline.behind-number").match(text) or form("headline.behind-date").match(text)
        if i is None or match is None or len(self.lines) < 2:
            return None
        at = self.lines[i].start
        part = Line(at + match.start("date"), at + match.end("date"), match["date"], 0)
        stamp = self.calendar.read(part)
        if stamp is None:
            return None
        self.taken.add(i)
        return Span(at + match.start("title"), at + match.end("title")), publication([(i, stamp)])

    def title_in_full(self, stamps: Stamps) -> Rows | None:
        """The lines of the headline, or of the same in full further below."""
        cut = self.title(stamps)
        if cut is None:
            return None
        rows = self.in_full(cut, stamps)
        where = "first-line" if not stamps else "above-date" if rows[0] < stamps[0][0] else "below-date"
        _noted(f"title.{'in-full' if rows != cut else where}", self.span(rows))
        return rows

    def title(self, stamps: Stamps) -> Rows | None:
        """The lines of the headline: above the publication line, below it, or a first line that looks like one."""
        dated = {i for i, _ in stamps}
        open_lines = [i for i in self.head if i not in self.furniture | dated]
        if not stamps:
            first = next((i for i in open_lines if not of_letterhead(self.lines, i, open_lines, self.width)), None)
            if first is None or not looks_like_title(self.lines, first, self.width):
                return None
            return first, title_end(self.lines, first, self.width)
        stamp = stamps[0][0]
        above = [i for i in open_lines if i < stamp]
        named = [i for i in above if self.may_head(self.lines[i].text) and not self.place_above(i, above, open_lines)]
        named = [i for i in named if not of_letterhead(self.lines, i, open_lines, self.width)]
        if named:
            return named[0], title_end(self.lines, named[0], self.width, stamp)
        under = [i for i in open_lines if i > stamp]
        under = [i for i in under if not of_letterhead(self.lines, i, open_lines, self.width)] or under
        below, after = (*under[:2], None, None)[:2]
        if below is not None and after and self.is_place(below) and looks_like_title(self.lines, after, self.width):
            below = after
        if below is not None and looks_like_title(self.lines, below, self.width):
            if not (above and self.is_place(below)):
                return below, title_end(self.lines, below, self.width)
        beside = above and is_letterhead(self.lines[above[-1]].text) and title_beside(self.lines[stamp], stamps[0][1])
        told = above and not beside and not is_no_headline(self.lines[above[-1]].text, offices=False)
        return (above[-1], above[-1] + 1) if told else None

    def in_full(self, rows: Rows, stamps: Stamps) -> Rows:
        """The same headline once more below, where it says more: pages cut headlines to a length."""
        named = content(self.joined_text(*rows))
        dated = {i for i, _ in stamps}
        below = [i for i in self.head if i >= rows[1] and i not in self.furniture | dated][:MOST_BETWEEN]
        for i in below:
            text = self.lines[i].text
            words = content(text)
            if len(text) > LONGEST_TITLE or not named or is_dateline(text):
                break
            alone = i + 1 == len(self.lines) or self.lines[i + 1].gap > 0
            if (
                alone
                and named < words
                and len(words) <= len(named) * MOST_MORE
                and looks_like_title(self.lines, i, self.width)
            ):
                self.taken.update(range(*rows))
                return i, title_end(self.lines, i, self.width)
        return rows

    def place_above(self, i: int, above: list[int], open_lines: list[int]) -> bool:
        """Is the only line above the date its place, with the headline below?"""
        below = next((k for k in open_lines if k > i), None)
        if len(above) > 1 or below is None or len(self.lines[i].text.split()) > 3 or not self.is_place(i):
            return False
        return (
            looks_like_title(self.lines, below, self.width)
            and len(self.lines[below].text.split()) > 3
            and not self.is_place(below)
        )

    def may_head(self, text: str) -> bool:
        """Could this line above a date be the headline?"""
        return (len(text.split()) > 1 or stands_alone(text)) and not text[0].islower() and not is_no_headline(text)

    def is_place(self, i: int) -> bool:
        after = self.lines[i + 1] if i + 1 < len(self.lines) and not self.lines[i + 1].gap else None
        text = self.lines[i].text
        other = is_agency(text) or holds_office(text) or tells(text)
        if other or not is_place_line(text, after.text if after else None) or is_topic(text, self.lines):
            return False
        if after is None or i == 0:
            return True
        name = f"{self.lines[i].text.split()[-1]} {after.text.split()[0]}"  # "Jane" / "Roe took part in …"
        return not any(name in self.lines[k].text for k in self.head)

    def place(self, stamps: Stamps, title: Rows | None) -> Span | None:
        """Beside the date, on a line of its own below it, or above it where the headline is below."""
        beside = place_beside(self.lines, stamps)
        below = self.lines[title[1]] if title and not stamps and title[1] < len(self.lines) else None
        if title and below and is_seat(below.text):
            self.taken.add(title[1])
            return Span(below.start, below.end)
        over = stamps[0][0] - 1 if stamps else -1
        if not beside and title and title[0] > over >= 0 and over not in self.taken and self.is_place(over):
            if not is_office(self.lines[over].text) and not is_furniture(self.lines[over].text):
                self.taken.add(over)
                return Span(self.lines[over].start, self.lines[over].end)
        i = self.next_line(stamps[-1][0] + 1) if stamps else None
        if not beside and title and self.stands_over(title[1], over, i):
            self.taken.add(over)
            return Span(self.lines[over].start, self.lines[over].end)
        if beside or i is None or not self.is_place(i) or i + 1 >= len(self.lines):
            return beside
        if title and self.says_again(i, title):
            return None
        end = i + 1
        while end < min(len(self.lines) - 1, i + 3) and end not in self.furniture and self.is_place(end):
            end += 1
        if not self.calendar.is_time(end):
            end = i + 1  # several lines are one place only where the time of a speech closes them
        else:
            self.taken.add(end)
        self.taken.update(range(i, end))
        return Span(self.lines[i].start, self.lines[end - 1].end)

    def says_again(self, i: int, title: Rows) -> bool:
        """Is the line the headline once more, in capitals or without what stands before its colon?"""
        here, named = content(self.lines[i].text), content(self.joined_text(*title))
        return here <= named and len(here) > len(named) / 2

    def stands_over(self, start: int, over: int, below: int | None) -> bool:
        """A place between the end of the headline at `start` and the date ("Rose Garden" / "12 January 2024"), apart
        from the headline, where none is below the date."""
        known = over >= start and is_known_place(self.lines[over].text)
        apart = known or any(self.lines[k].gap for k in range(start, over + 1))
        if not apart or over in self.furniture | self.taken or not self.is_place(over):
            return False
        return not is_office(self.lines[over].text) and (known or below is None or not self.is_place(below))

    def next_line(self, i: int) -> int | None:
        while i < len(self.lines) and (i in self.taken or i in self.furniture):
            i += 1
        return i if i < len(self.lines) else None

    def slugs(self, stamped: bool) -> list[Span]:
        """Agencies named on a line of their own, between the lines of the head."""
        spans = []
        for i in self.head[:MOST_BEFORE_STAMP]:
            after = self.lines[i + 1] if i + 1 < len(self.lines) else None
            if i and i not in self.taken | self.furniture and is_slug(self.lines[i], after, stamped):
                self.taken.add(i)
                spans.append(slug(self.lines[i]))
        last = closing_name(self.lines)
        if last:
            self.taken.add(len(self.lines) - 1)
            spans.append(last)
        return spans

    def subtitle(self, title: Rows | None, stamped: bool) -> Rows | None:
        """A paragraph below the headline that the layout sets apart from the body."""
        i = self.next_line(title[1]) if title else None
        if title is None or i is None or i >= HEAD_LINES or self.lines[i].text.count(" | ") > 1:
            return None
        dateline = read_dateline(self.lines, range(i), self.calendar.day_first)
        if dateline and dateline.line == i:
            return None
        end = i + 1
        marked = self.is_italic(i, i)
        while end < len(self.lines) and self.lines[end].gap == 0 and end not in self.taken | self.furniture:
            if self.is_italic(i, end) if marked else ends_sentence(self.lines[end - 1].text):
                break
            end += 1
        body = self.next_line(end)
        if body is None or self.lines[end - 1].end - self.lines[i].start > LONGEST_SUBTITLE:
            return None
        # What stands between the headline and the dateline that opens the body is no part of either.
        apart = any(k in self.taken for k in range(end, body)) or is_deck(self.lines, i, end, self.width)
        apart = apart or bool(dateline and dateline.line == body and dateline.published)
        text = self.joined_text(i, end)
        if is_letterhead(text) or len(text.split()) < 2 or speaker_line(text, Span(0, len(text)), ""):
            return None  # "Politics", "Jane Roe MP, Minister for Ports"
        speech = not ends_sentence(text) and named_author(text, Span(0, len(text))) is not None
        if not (apart or speech or self.is_italic(i, end) or (stamped and self.is_caption(i, end))):
            return None
        if content(text) == content(self.joined_text(*title)):  # once more
            return None
        self.taken.update(range(i, end))
        self.found.joined.update(range(i + 1, end))
        return i, end

    def is_caption(self, i: int, end: int) -> bool:
        """The caption of the first photograph, which stands where a subtitle does."""
        return is_caption(self.joined_text(i, end), commas=True)

    def joined_text(self, i: int, end: int) -> str:
        return " ".join(line.text for line in self.lines[i:end])

    def is_italic(self, i: int, end: int) -> bool:
        """Lines in Markdown's italics; with no lines, that they begin."""
        first, last = self.lines[i].text, self.lines[max(i, end - 1)].text
        return (
            first[0] in _ITALIC
            and first[1:2] not in (" ", first[0])
            and (i == end or last.rstrip(" .")[-1:] in _ITALIC)
        )

    def span(self, rows: Rows | None) -> Span | None:
        return Span(*without_markup(self.lines[rows[0]], self.lines[rows[1] - 1])) if rows else None
