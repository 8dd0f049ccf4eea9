"""What "it" or "the figure" points back to, and what a figure without any syntax may belong to."""

from summitparse.figures.phrases import NOUNS, Reading, measure_words
from summitparse.findings import Span
from summitparse.language.parse import Token


class Back(Reading):
    """Searches backwards through the text from a figure."""

    def before(self, place: int, end: int | None = None) -> Span | None:
        """The measure of the figure before in the last sentences, or the nearest noun that releases measure; where
        `end` is given, where the word begins that points back, one before it."""
        figure = self.figures[place]
        here = self.parse.sentence_at(figure.span.start)
        if here is None:
            return None
        if place and self.found.get(place - 1) and self.figures[place - 1].kind == figure.kind:
            there = self.parse.sentence_at(self.figures[place - 1].span.start)
            if there is not None and here - there <= 2:
                return self.found[place - 1]
        for sentence in range(here, max(-1, here - 4), -1):
            for token in reversed(self.parse.sentence_tokens(sentence)):
                if (
                    token.start >= (figure.span.start if end is None else end)
                    or token.pos not in NOUNS
                    or token.i in self.inside
                ):
                    continue
                if token.lemma.lower() in measure_words().measured and token.lower not in measure_words().pronouns:
                    return self.phrases.phrase(token, figure)
        return None

    def loose(self, place: int, top: Token) -> Span | None:
        """A figure that hangs on nothing: the noun phrase right before it in its sentence."""
        figure = self.figures[place]
        for token in reversed(
            self.parse.sentence_tokens(top.sentence)[: max(0, top.i - self.parse.sentences[top.sentence][0])]
        ):
            if token.end <= figure.span.start and token.pos in NOUNS and token.i not in self.inside:
                return self.phrases.phrase(token, figure)
        return None
