"""Noun phrases around a figure: where the words begin and end that name a thing."""

from functools import cache
from typing import NamedTuple

from summitparse.figures.tables import PACKAGE
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.lexicon import load

NOUNS = ("NOUN", "PROPN")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Tokens behind a noun that still belong to what it names.
LONGEST_PHRASE = 16
LONGEST_PARTICIPLE = 7
# Tokens of a word with hyphens.
LONGEST_WORD = 8
# What a noun phrase opens with that is no part of what it names.
_OPENING = ("DT", "PRP$", "WP$", "PDT", "WDT", "IN", "RB")
_HYPHENS = ("-", "‑")
_LEFT = ("compound", "amod", "nmod", "poss", "advmod", "nummod")


class MeasureWords(NamedTuple):
    measured: frozenset[str]
    carriers: frozenset[str]
    pronouns: frozenset[str]
    backward: frozenset[str]
    within: frozenset[str]
    not_in: frozenset[str]
    reaching: frozenset[str]
    persons: frozenset[str]
    giving: frozenset[str]
    acts: frozenset[str]
    saying: frozenset[str]
    paying: frozenset[str]
    empty: frozenset[str]
    turned: frozenset[str]
    ranging: frozenset[str]
    parts: frozenset[str]
    telling: frozenset[str]
    sizes: frozenset[str]
    trading: frozenset[str]
    deals: frozenset[str]
    uncounted: frozenset[str]
    bases: frozenset[str]
    earning: frozenset[str]
    months: frozenset[str]
    extending: frozenset[str]
    changes: frozenset[str]
    undergoing: frozenset[str]
    comparatives: frozenset[str]
    goods: frozenset[str]
    two_objects: frozenset[str]
    spans: frozenset[str]
    edges: frozenset[str]
    ends: frozenset[str]


@cache
def measure_words() -> MeasureWords:
    """The tables of lexicon/measures.toml."""
    data = load(PACKAGE, "measures")
    return MeasureWords(*(frozenset(data[name]) for name in MeasureWords._fields))


class Phrases:
    """The phrases of one release, which of its tokens are those of a figure, and the measures `found` so far."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.figures = figures
        self.found: dict[int, Span | None] = {}
        self.inside: dict[int, int] = {}
        for place, figure in enumerate(figures):
            for token in parse.within(figure.span):
                self.inside[token.i] = place

    def top(self, figure: FigureFinding) -> Token | None:
        """The token of the figure whose head is not one of the figure's."""
        inside = self.parse.within(figure.span)
        tops = [token for token in inside if token.head == token.i or not covers(figure.span, self.tokens[token.head])]
        numbers = [t for t in tops if t.pos not in ("ADP", "ADV", "ADJ", "PART", "PUNCT", "CCONJ", "VERB")]
        if figure.kind == "money" and len(numbers) > 1 and numbers[0] is inside[0] and numbers[0].dep == "pobj":
            return numbers[0]  # "exports of Rs. 5 crore": the preposition holds the sign, the parser parts the number
        return next(iter(reversed(numbers or tops)), None)

    def head_of(self, span: Span) -> Token | None:
        """The noun of a phrase whose own head is outside of it."""
        nouns = (token for token in self.parse.within(span) if token.pos in NOUNS)
        return next((t for t in nouns if t.head == t.i or not covers(span, self.tokens[t.head])), None)

    def determined(self, noun: Token) -> bool:
        """Whether it is a place or a time rather than a thing: "in the region", "in March", "in 2 days"."""
        return any(self.tokens[c].tag in ("DT", "PRP$", "CD", "POS") for c in noun.children)

    def phrase(self, noun: Token, figure: FigureFinding) -> Span | None:
        """The noun with what stands before it and the phrases with "of", "in", "for" … behind; never the figure."""
        if noun.lower == "worth":
            noun = self.whole_of(noun) or noun  # "$3 billion worth of investments"
        owner = self._behind_dash(noun)
        noun = self._owned(owner)
        if not self.names(noun) or covers(figure.span, noun):
            return None
        if figure.kind != "age" and self._is_person(noun):
            return None
        if figure.kind == "count" and noun.pos == "NOUN" and noun.lower in measure_words().acts:
            return None
        first = min(noun.i, owner.i)
        for child in noun.children:
            if child < noun.i and self.tokens[child].dep in _LEFT:
                first = min(first, self.parse.left_edge(child))
        # No other figure stands in it before the noun: "V10 engine" of "a 5.2 litre V10 engine".
        for i in range(first, noun.i):
            if i in self.inside and self.tokens[i].dep != "poss":
                first = i + 1
        while first < noun.i and (
            self.tokens[first].tag in _OPENING or self.tokens[first].pos in ("PUNCT", "NUM", "ADP", "CCONJ")
        ):
            if self.tokens[first].end == self.tokens[first + 1].start and self._one_word(first):
                break  # "two-way trade", "5G data"
            first += 1
        dash = next((i for i in range(noun.i - 1, first, -1) if self._parts(i)), None)
        first = first if dash is None else dash + 1  # "THE HAGUE - Retail sales rose"
        if self.tokens[first].lower == "total" and first < noun.i:
            first += 1
        while noun.i > first and self._is_verb(noun, figure):
            noun = self.tokens[noun.i - 1]
            whole = self.holder(noun)
            if whole is None and self.is_time(noun) and self.tokens[noun.i - 1].pos == "ADP":
                whole = self.tokens[noun.i - 2] if self.tokens[noun.i - 2].pos in NOUNS else None
            if whole is not None:
                return self.phrase(whole, figure)  # "trade figures for April decrease to": no figure is April's
        end = self.end(noun, figure)
        if noun.lemma in measure_words().carriers and end == noun.end and first == noun.i:
            return None  # "a total of …": it carries the figure and names nothing
        start = self.tokens[self._word_begin(first)].start
        end = max(end, self.tokens[self._word_end(noun.i)].end)
        return self._unquoted(start, end, noun) if start < end else None

    def _unquoted(self, start: int, end: int, noun: Token) -> Span:
        """The phrase with the quotation mark that it opens with, without what a dash or a mark glues to its noun."""
        places = [at for sign in ("—", "”", '"') if (at := noun.text.find(sign)) > 0]
        if places and noun.end == end:
            end = noun.start + min(places)
        inside = self.parse.within(Span(start, end))
        before = self.tokens[inside[0].i - 1] if inside and inside[0].i else noun
        marks = [token.text for token in inside]
        if "”" in marks and "“" not in marks and before.text == "“":
            start = before.start
        if ")" in marks and "(" not in marks:
            start = next(token.end for token in inside if token.text == ")") + 1  # "(Reference) Exports to …"
        return Span(start, end)

    def _behind_dash(self, name: Token) -> Token:
        """ "Example Energy — Shares of the producer slid 0.8 %": a heading before a sentence is not its subject."""
        if name.pos != "PROPN" or name.dep not in SUBJECTS or name.head < name.i:
            return name
        for child in name.children:
            token, before = self.tokens[child], self.tokens[self.parse.left_edge(child) - 1]
            if token.dep == "appos" and token.pos == "NOUN" and before.i > name.i and self._parts(before.i):
                closed = any(self._parts(k) for k in range(child, name.head))
                return name if closed else token
        return name

    def names(self, noun: Token) -> bool:
        """Whether the noun names a thing: no pronoun, number or time; "the number of visitors" does."""
        words = measure_words()
        if noun.lower == "number":
            return self.whole_of(noun) is not None
        if noun.lower in ("amount", "figure") and any(
            self.tokens[c].dep in ("amod", "compound") and self.tokens[c].lower not in words.sizes
            for c in noun.children
        ):
            return True  # "a principal amount of", "the official figure"
        if not noun.text[0].isalnum():
            return False  # markup
        if not any(map(str.isalpha, noun.text)):  # "S&P 500"
            return any(map(str.isalpha, self.tokens[self.parse.left_edge(noun.i)].text))
        word = noun.lower.partition("—")[0]
        return word not in words.pronouns and word not in words.empty

    def is_time(self, noun: Token) -> bool:
        """Whether it is a month, a weekday or the like, beside a figure no thing: "measured in May at 5 %"."""
        words = measure_words()
        return noun.lower in words.empty or (noun.lower in words.months and noun.pos == "PROPN")

    def _is_person(self, noun: Token) -> bool:
        """Whether it is somebody in office, with a name or without: "President Example"."""
        persons = measure_words().persons
        titled = noun.pos == "PROPN" and any(
            self.tokens[c].lower in persons and self.tokens[c].dep == "compound" for c in noun.children
        )
        return titled or noun.lower in persons

    def _owned(self, noun: Token) -> Token:
        """The noun that a name ending in "s’" owns, where the parser sees no genitive: "Honduras’ total exports"."""
        at = noun.i + 1
        if not noun.lower.endswith("s") or at + 1 >= len(self.tokens) or self.tokens[at].text not in ("’", "'"):
            return noun
        if self.tokens[at].start != noun.end or self.tokens[at].end == self.tokens[at + 1].start:
            return noun
        last = noun
        while (at := at + 1) < len(self.tokens) and self.tokens[at].pos in ("ADJ", *NOUNS) and at not in self.inside:
            last = self.tokens[at] if self.tokens[at].pos in NOUNS else last
        return last if last.sentence == noun.sentence else noun

    def holder(self, noun: Token) -> Token | None:
        """The noun that the noun's own phrase with a preposition belongs to."""
        above = self.tokens[self.tokens[noun.head].head]
        if noun.dep != "pobj" or above.pos not in NOUNS or above.i >= noun.i or above.i in self.inside:
            return None
        if self.tokens[noun.head].lower in ("than", "as", "like", "versus", "against"):
            return None  # "higher sales than the goal of 8 %"
        return above

    def _one_word(self, i: int) -> bool:
        return self.tokens[i + 1].text == "-" or (self.tokens[i].text.isdigit() and self.tokens[i + 1].text.isalpha())

    def _word_begin(self, i: int) -> int:
        """The first token of a word that the tokenizer splits at hyphens: "Ben-Yehuda"."""
        least = max(1, i - LONGEST_WORD)
        while i > least and self.tokens[i - 1].text in _HYPHENS and self._glued(i - 2) and i - 2 not in self.inside:
            i -= 2
        return i

    def _word_end(self, i: int) -> int:
        most = i + LONGEST_WORD
        while i < most and self._glued(i) and self.tokens[i + 1].text in _HYPHENS and i + 2 not in self.inside:
            i += 2
        return i

    def _glued(self, i: int) -> bool:
        """Whether the token and the next two stand without a space."""
        here = self.tokens[i : i + 3]
        return len(here) == 3 and here[0].end == here[1].start and here[1].end == here[2].start

    def counted(self, count: FigureFinding) -> Span | None:
        """The noun that a count has in its own words."""
        inside = [token for token in self.parse.within(count.span) if token.start >= count.number.end]
        return Span(inside[0].start, inside[-1].end) if inside else None

    def whole_of(self, noun: Token) -> Token | None:
        """The noun behind "of" that hangs on the noun."""
        of = next((self.tokens[c] for c in noun.children if c > noun.i and self.tokens[c].lower == "of"), None)
        return self.noun_behind(of) if of else None

    def noun_behind(self, preposition: Token) -> Token | None:
        """The noun that hangs on a preposition."""
        return next((self.tokens[c] for c in preposition.children if self.tokens[c].pos in NOUNS), None)

    def _is_verb(self, noun: Token, figure: FigureFinding) -> bool:
        """Whether a noun right before the figure is the clause's verb, misread: "the panels measure 5 cm"."""
        before, behind = self.tokens[noun.i - 1], self.tokens[min(noun.i + 1, len(self.tokens) - 1)]
        if noun.tag == "NNS" and before.tag in ("NN", "NNP") and behind.i in self.inside:
            if noun.lemma not in measure_words().measured and before.end < noun.start:
                return True  # "the mirror spans 39 metres"
        return (
            noun.lower in measure_words().turned
            and (before.tag in ("NNS", "NNPS", "NNP") or noun.lower == "measure")
            and not (before.tag == "NNP" and any(self.tokens[c].pos == "DET" for c in noun.children))
            and before.pos in NOUNS
            and (covers(figure.span, behind) or behind.lower in ("by", "between", "to", "from"))
        )

    def end(self, noun: Token, figure: FigureFinding, *, own: bool = False) -> int:
        end = noun.end
        after = self.tokens[noun.i + 1] if noun.i + 1 < len(self.tokens) else noun
        if (
            after.pos == "NUM"
            and after.i not in self.inside
            and not after.start <= figure.span.start < after.end
            and after.sentence == noun.sentence
            and noun.pos == "PROPN"
        ):
            end = after.end  # "S&P 500"
        elif after.dep == "appos" and after.head == noun.i and noun.pos == after.pos == "PROPN":
            end = after.end  # "the i4 M50", a name in two
        end = self._short_name(noun) or end
        for child in noun.children:
            token = self.tokens[child]
            if child < noun.i or token.end <= end or token.text in ('"', "'", "”", "’"):
                continue
            if any(self._parts(k) for k in range(self.parse.left_edge(child), child)):
                break  # "a site in the capital - 50 miles from here"
            last, whole = self._reach(child, figure, own=own)
            if token.dep == "prep" and self._goes_with(noun, token):
                if any(self._measured(k, token) for k in range(child, last + 1)):
                    break
                end = self.tokens[last].end if last > child else end
            elif token.dep == "cc" and token.lower == "and" and end == noun.end:
                continue
            elif (
                token.dep == "conj"
                and token.pos == noun.pos
                and end == noun.end
                and child - noun.i <= 3
                and child not in self.inside
            ):
                end = token.end  # "lands and waters"
            elif (
                token.dep == "acl"
                and token.tag in ("VBN", "VBG")
                and token.lower != "compared"
                and 0 < last - child <= LONGEST_PARTICIPLE
                and (token.lower == "aged" or not any(k in self.inside for k in range(child, last + 1)))
                and self.parse.left_edge(child) == child
            ):
                end = self.tokens[last].end
            else:
                break
            if not whole:
                break
        return end

    def _goes_with(self, noun: Token, preposition: Token) -> bool:
        """Whether a phrase with the preposition is part of what is measured; "profit at the shipper", no "talks at"."""
        words = measure_words()
        return preposition.lower in words.within or (preposition.lower == "at" and noun.lemma in words.measured)

    def _reach(self, child: int, figure: FigureFinding, *, own: bool) -> tuple[int, bool]:
        """The last token of a phrase behind a noun, relative clauses left out, and whether that is all of it."""
        last, participle = self.parse.right_edge(child), self.tokens[child].dep == "acl"
        if last - child > LONGEST_PHRASE:
            return child, False
        if not own and self.parse.subtree(child).overlaps(figure.span):
            return self._until_figure(child, last, figure), False
        apart = ("relcl",) if participle else ("relcl", "advcl", "appos")
        cut = next((k for k in range(child, last + 1) if self.tokens[k].dep in apart), None)
        if cut is not None:
            last = self.parse.left_edge(cut) - 1
        dash = next((k for k in range(child, last + 1) if self._parts(k)), None)
        if dash is not None:
            cut, last = dash, dash - 1
        return self._trimmed(child, last), cut is None

    def _until_figure(self, child: int, last: int, figure: FigureFinding) -> int:
        """The end of "of credit" in "a line of credit of $5 million", of "on railways" in "spending on railways, which
        was $5 million"; nothing of a phrase that is all of the figure."""
        told = (k for k in range(child + 1, last + 1) if self.tokens[k].dep == "relcl")
        told_of = next((k for k in told if self.parse.subtree(k).overlaps(figure.span)), None)
        if told_of is not None and self.tokens[child].lower in ("of", "on"):
            return self._trimmed(child, self.parse.left_edge(told_of) - 1)
        inner = [k for k in range(child + 1, last + 1) if self.tokens[k].dep == "prep"]
        cut = next((k for k in inner if self.parse.subtree(k).overlaps(figure.span)), None)
        if cut is None or self.tokens[child].lower not in ("of", "per") or self.tokens[cut].start >= figure.span.start:
            return child
        return self._trimmed(child, cut - 1)

    def _parts(self, i: int) -> bool:
        """Whether the token is a dash between two thoughts, and none within a word."""
        token = self.tokens[i]
        return token.text in ("—", "--") or (token.text in ("-", "–") and self.tokens[i - 1].end < token.start)

    def _trimmed(self, first: int, last: int) -> int:
        if last + 1 in self.inside and self.tokens[last].lower in measure_words().turned:
            last -= 1  # "the modules from this factory cost 14 cents"
        while last > first and self.tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "PRON", "DET", "PART"):
            last -= 1
        return last

    def _short_name(self, noun: Token) -> int | None:
        """Where the brackets end that give the short name of the noun: "Customs Union (CU)"."""
        behind = self.tokens[noun.i + 1 : noun.i + 4]
        if len(behind) < 3 or behind[0].text != "(" or behind[2].text != ")" or behind[1].i in self.inside:
            return None
        return behind[2].end if behind[1].text.isupper() else None

    def _measured(self, i: int, preposition: Token) -> bool:
        """Whether the token is one of an amount, which is not part of a name, as a count or an age is behind "of"."""
        if i not in self.inside:
            return False
        inner = self.figures[self.inside[i]]
        if inner.rule.startswith("age.aged"):
            return False  # "employment of women aged 25 to 54"
        return preposition.lower != "of" or inner.kind in ("money", "percent", "quantity")


class Reading:
    """What asks one kind of question of the phrases of a release."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.parse = phrases.parse
        self.tokens = phrases.tokens
        self.inside = phrases.inside
        self.figures = phrases.figures
        self.found = phrases.found

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first child of the token that has one of the relations to it."""
        return next((self.tokens[c] for c in token.children if self.tokens[c].dep in relations), None)

    def figure_at(self, token: Token) -> FigureFinding | None:
        """The figure that the token is one of."""
        return self.figures[self.inside[token.i]] if token.i in self.inside else None

    def counts(self, whole: FigureFinding) -> Span | None:
        """What a figure counts that another one is said of; nothing where it is no count."""
        return self.phrases.counted(whole) if whole.kind == "count" else None


def covers(span: Span, token: Token) -> bool:
    """Whether the token begins in the span."""
    return span.start <= token.start < span.end
