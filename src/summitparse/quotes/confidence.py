"""How sure a quote is: of quotes at 0.9, nine in ten have content and source right (on held-back articles)."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from summitparse.findings import ActorFinding, QuoteFinding
from summitparse.quotes.weights import Weights
from summitparse.ranking.linear import shipped_model


def calibration_row(score: float, source: float, share: float) -> tuple[float, ...]:
    """What the calibration knows: the content's score, the source's probability, and the share of words in marks."""
    direct, mixed = float(share >= 0.95), float(0.05 <= share < 0.95)
    return (odds(score), odds(source), direct, mixed, direct * odds(score), direct * odds(source))


def confidence(row: Sequence[float], weights: Weights) -> float:
    """Between 0 and 1, by a logistic regression."""
    if weights.calibration is None:
        return 0.5
    *slopes, base = weights.calibration.tolist()
    return 1 / (1 + exp(-(base + sum(slope * x for slope, x in zip(slopes, row, strict=True)))))


def odds(p: float) -> float:
    """The log-odds of a probability, kept away from certainty."""
    p = min(0.995, max(0.005, p))
    return log(p / (1 - p))


def is_settled(quote: QuoteFinding) -> bool:
    """Whether a quote has words in marks and stands in no other: a turn has none, a reported clause is weighed
    elsewhere."""
    return quote.type != "indirect" and quote.attribution != "turn" and quote.parent is None


def direct_features(quote: QuoteFinding, speaker: ActorFinding | None, *, article: bool) -> dict[str, float]:
    """What the last calibration knows of a quotation in marks whose speaker has been looked for: a person with a name
    is surer than an office, and anybody than nobody. In an article each of these may count more or less."""
    mixed = float(quote.type == "mixed")
    features = {
        "odds": odds(quote.confidence),
        "mixed": mixed,
        "mixed odds": mixed * odds(quote.confidence),
        f"attribution {quote.attribution}": 1.0,
        f"speaker {'nobody' if speaker is None else speaker.kind}": 1.0,
    }
    if speaker is not None and speaker.name is None:
        features[f"unnamed {speaker.kind}"] = 1.0
    if article:
        features |= {"article": 1.0} | {f"article {name}": value for name, value in features.items()}
    return features


def settle(
    quotes: Sequence[QuoteFinding], actors: Sequence[ActorFinding], *, article: bool
) -> tuple[QuoteFinding, ...]:
    """The quotes; how sure those in marks are is weighed again now that their speakers, by position in `actors`, are
    known."""
    model = shipped_model("quotes", "direct")

    def weighed(quote: QuoteFinding) -> float:
        speaker = None if quote.speaker is None else actors[quote.speaker]
        return model.chance(model.score(direct_features(quote, speaker, article=article)))

    return tuple(replace(quote, confidence=weighed(quote)) if is_settled(quote) else quote for quote in quotes)
