"""Noun phrases around a figure: where the words begin and end that name a thing."""

from summitparse.figures.model import AMOUNTS
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, Span, TimeFindings
from summitparse.language.parse import Parse, Token
from summitparse.text.signs import DASH_TOKENS

NOUNS = ("NOUN", "PROPN")
PROPER = ("PROPN",)
VERBS = ("VERB", "AUX")
PLURALS = ("NNS", "NNPS")
# Tokens behind a noun that still belong to what it names.
LONGEST_PHRASE = 16
LONGEST_PARTICIPLE = 7
# Tokens of a word with hyphens.
LONGEST_WORD = 8
# What a noun phrase opens with that is no part of what it names.
_OPENING_TAGS = ("DT", "PRP$", "WP$", "PDT", "WDT", "IN", "RB")
_OPENING = ("PUNCT", "NUM", "ADP", "CCONJ", "SYM")
_CLOSING = ("PUNCT", "ADP", "CCONJ", "PRON", "DET", "PART")
_PARTICIPLES = ("VBN", "VBG")
_LEFT = ("compound", "amod", "nmod", "poss", "advmod", "nummod")
_HANGING = ("prep", "relcl")
_NAMING = ("of", "for", "per")
_HYPHENS = ("-", "‑", "–")
_APART = ("relcl", "advcl", "appos")
_LOOSE = ("ADP", "ADV", "ADJ", "PART", "PUNCT", "CCONJ", "VERB")


def is_of(token: Token) -> bool:
    return token.lower == "of"


class Phrases:
    """The phrases of one release, and which of its tokens are those of a figure or of a time expression."""

    def __init__(self, parse: Parse, figures: list[FigureFinding], times: TimeFindings) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.figures = figures
        self.timed = {token.i for date in times.dates for token in parse.within(date.span)}
        self.inside: dict[int, int] = {}
        for place, figure in enumerate(figures):
            for token in parse.within(figure.span):
                self.inside[token.i] = place

    def top(self, figure: FigureFinding) -> Token | None:
        """The token of the figure whose head is not one of the figure's."""
        inside = self.parse.within(figure.span)
        tops = [token for token in inside if token.head == token.i or not covers(figure.span, self.tokens[token.head])]
        numbers = [token for token in tops if token.pos not in _LOOSE]
        if figure.kind == "money" and len(numbers) > 1 and numbers[0] is inside[0] and numbers[0].dep == "pobj":
            return numbers[0]  # "exports of Rs. 5 crore": the preposition holds the sign, the parser parts the number
        return next(iter(reversed(numbers or tops)), None)

    def head_of(self, span: Span) -> Token | None:
        """The noun of a phrase whose own head is outside of it."""
        nouns = (token for token in self.parse.within(span) if token.pos in NOUNS)
        return next((t for t in nouns if t.head == t.i or not covers(span, self.tokens[t.head])), None)

    def noun_behind(self, preposition: Token) -> Token | None:
        """The noun that hangs on a preposition."""
        return next((self.tokens[c] for c in preposition.children if self.tokens[c].pos in NOUNS), None)

    def counted(self, count: FigureFinding) -> Span | None:
        """The noun that a count has in its own words."""
        inside = [token for token in self.parse.within(count.span) if token.start >= count.number.end]
        return Span(inside[0].start, inside[-1].end) if inside else None

    def names(self, noun: Token) -> bool:
        """Whether the noun names a thing: no pronoun, number or time."""
        if not any(map(str.isalpha, noun.text)):  # "S&P 500", but no mark of a list
            return noun.text[0].isalnum() and self.tokens[self.parse.left_edge(noun.i)].text[0].isalpha()
        if noun.lower in measure_words("pronouns") or noun.lower in measure_words("empty"):
            return False
        return noun.i not in self.timed

    def _is_person(self, noun: Token) -> bool:
        """Whether it is somebody in office, with a name or without: "President Example"."""
        before = [self.tokens[c].lower for c in noun.children if c < noun.i] if noun.pos == "PROPN" else []
        return not measure_words("persons").isdisjoint((noun.lower, *before))

    def phrase(self, noun: Token, figure: FigureFinding) -> Span | None:
        """The noun with what stands before it and the phrases with "of", "in", "for" … behind; never the figure.

        None where it names no thing, or only carries a figure ("a total of …").
        """
        if not self.names(noun) or covers(figure.span, noun) or (figure.kind != "age" and self._is_person(noun)):
            return None
        first, end = self._first(noun), self._end(noun, figure)
        if noun.lemma in measure_words("carriers") and end == noun.end and first == noun.i:
            return None
        start = self.tokens[self._word_begin(first)].start
        end = max(end, self.tokens[self._word_end(noun.i)].end)
        if "”" in (inside := [token.text for token in self.parse.within(Span(start, end))]) and "“" not in inside:
            start -= self.tokens[first - 1].text == "“"
        return Span(start, end)

    def _first(self, noun: Token) -> int:
        """The first token of the noun phrase, without articles, numbers and other figures."""
        left = [self.parse.left_edge(c) for c in noun.children if c < noun.i and self.tokens[c].dep in _LEFT]
        articles = [c + 1 for c in noun.children if c < noun.i and self.tokens[c].dep == "det"]  # "i.e. a rate"
        first = max(min([noun.i, *left]), *articles, 0)
        for i in range(first, noun.i):
            if (i in self.inside and self.tokens[i].dep != "poss") or self.parts(i) or self.tokens[i].text == ")":
                first = i + 1  # "V10 engine" of "a 5.2 litre V10 engine", "Sales" of "THE HAGUE - Sales"
        while first < noun.i and self._opens(self.tokens[first]):
            first += 1
        return first

    def _opens(self, token: Token) -> bool:
        """Whether a token before a noun is no part of what it names; that of a longer word is ("two-way trade")."""
        if token.end == self.tokens[token.i + 1].start and token.pos != "PUNCT":
            return False
        return token.tag in _OPENING_TAGS or token.pos in _OPENING

    def _end(self, noun: Token, figure: FigureFinding) -> int:
        end = self._name_end(noun)
        for child in noun.children:
            token = self.tokens[child]
            if child < noun.i or token.end <= end or token.pos == "PUNCT":
                continue
            last, whole = self._reach(child, figure)
            if token.dep == "prep" and token.lower in measure_words("within"):
                if any(self._measured(k, token) for k in range(child, last + 1)) or self._dates(token):
                    break
                end = self.tokens[last].end if last > child else end
            elif token.dep == "acl" and self._describes(child, last):
                end = self.tokens[last].end
            elif token.dep == "conj" and token.pos == noun.pos and end == noun.end and child - noun.i == 2:
                end = token.end if child not in self.inside else end  # "lands and waters"
            elif token.dep != "cc":
                break
            if not whole:
                break
        return end

    def _dates(self, preposition: Token) -> bool:
        """Whether a phrase says when: "growth in the first half of the year"; "wheat for December" is what it is."""
        noun = self.noun_behind(preposition)
        return noun is not None and noun.i in self.timed and preposition.lower not in _NAMING

    def _name_end(self, noun: Token) -> int:
        """The end of a name with its number ("S&P 500") or its short form ("Customs Union (CU)")."""
        behind = [token for token in self.tokens[noun.i + 1 : noun.i + 4] if token.i not in self.inside]
        if behind and behind[0].pos == "NUM" and noun.pos == "PROPN" and behind[0].sentence == noun.sentence:
            return behind[0].end
        short = len(behind) == 3 and behind[0].text == "(" and behind[2].text == ")" and behind[1].text.isupper()
        return behind[2].end if short else noun.end

    def _describes(self, child: int, last: int) -> bool:
        """Whether a participle behind a noun says which it is, and has no figure: "waste recycled in towns"."""
        participle = self.tokens[child].tag in _PARTICIPLES and 0 < last - child <= LONGEST_PARTICIPLE
        return participle and not any(k in self.inside for k in range(child, last + 1))

    def _reach(self, child: int, figure: FigureFinding) -> tuple[int, bool]:
        """The last token of a phrase behind a noun, relative clauses left out, and whether that is all of it."""
        last = self.parse.right_edge(child)
        if last - child > LONGEST_PHRASE or (child + 1 <= last and self.parts(child + 1)):
            return child, False
        if self.parse.subtree(child).overlaps(figure.span):
            return self._until_figure(child, last, figure), False
        cut = next((k for k in range(child + 1, last + 1) if self.tokens[k].dep in _APART or self.parts(k)), None)
        if cut is not None:
            last = (cut if self.parts(cut) else self.parse.left_edge(cut)) - 1
        return self._trimmed(child, last), cut is None

    def _until_figure(self, child: int, last: int, figure: FigureFinding) -> int:
        """The end of "of credit" in "a line of credit of $5 million", of "on railways" in "spending on railways, which
        was $5 million"; nothing of a phrase that is all of the figure."""
        inner = (k for k in range(child + 1, last + 1) if self.tokens[k].dep in _HANGING)
        cut = next((k for k in inner if self.parse.subtree(k).overlaps(figure.span)), None)
        if cut is None or self.tokens[self.parse.left_edge(cut)].start > figure.span.start:
            return child
        return self._trimmed(child, self.parse.left_edge(cut) - 1)

    def _trimmed(self, first: int, last: int) -> int:
        while last > first and self.tokens[last].pos in _CLOSING:
            last -= 1
        return last

    def _measured(self, i: int, preposition: Token) -> bool:
        """Whether the token is one of an amount, which is not part of a name, as a count or an age is behind "of"."""
        if i not in self.inside:
            return False
        inner = self.figures[self.inside[i]]
        return not is_of(preposition) or inner.kind in AMOUNTS

    def parts(self, i: int) -> bool:
        """Whether the token is a dash between two thoughts, and none within a word."""
        token = self.tokens[i]
        return token.text in DASH_TOKENS and (token.text not in _HYPHENS or self.tokens[i - 1].end < token.start)

    def _word_begin(self, i: int) -> int:
        """The first token of a word that the tokenizer splits at hyphens: "Ben-Yehuda"."""
        least = max(1, i - LONGEST_WORD)
        while i > least and self._hyphened(i - 2) and i - 2 not in self.inside:
            i -= 2
        return i

    def _word_end(self, i: int) -> int:
        most = i + LONGEST_WORD
        while i < most and self._hyphened(i) and i + 2 not in self.inside:
            i += 2
        return i

    def _hyphened(self, i: int) -> bool:
        """Whether the token and the next two are one word with a hyphen."""
        here = self.tokens[max(i, 0) : i + 3]
        if len(here) < 3 or here[1].text not in _HYPHENS:
            return False
        return here[0].end == here[1].start and here[1].end == here[2].start


def covers(span: Span, token: Token) -> bool:
    """Whether the token begins in the span."""
    return span.start <= token.start < span.end
