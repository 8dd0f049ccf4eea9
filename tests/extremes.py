"""Texts of any length, each extreme in one thing, for the tests of the whole; a length is roughly kept."""

from collections.abc import Callable, Iterator
from itertools import product
from string import ascii_lowercase, ascii_uppercase

from tests.hostile import grown

HEAD = "Talks in Oslo\n\nJanuary 30, 2024\n\n"
SENTENCE = "The President of Norway said on Monday that trade rose by 12% to $3 billion. "
DEPTH = 1000


def repeated(unit: str) -> Callable[[int], str]:
    return lambda length: HEAD + grown(unit, length)


def nested(length: int) -> str:
    """Marks inside marks, a thousand deep, all of them closed, as often as goes in."""
    deep = "“a ‘b " * (DEPTH // 2) + "c" + "’ ”" * (DEPTH // 2)
    return HEAD + f"He said {deep}. " * max(1, length // len(deep))


def names() -> Iterator[str]:
    for letters in product(ascii_uppercase, ascii_lowercase, ascii_lowercase, ascii_lowercase):
        yield "".join(letters)


def listed(line: str) -> Callable[[int], str]:
    """A line for each of so many people as go in: thousands in a text of a megabyte."""
    return lambda length: (
        HEAD
        + "".join(
            line.format(name=name, number=number)
            for number, name in zip(range(length // len(line)), names(), strict=False)
        )
    )


EXTREMES: dict[str, Callable[[int], str]] = {
    "unbalanced-marks": repeated('“He said ‘no" and « went » ”, »she« said: „yes’ '),
    "only-opening-marks": repeated("“No, he said. "),
    "only-closing-marks": repeated("No,” he said. "),
    "nested-marks": nested,
    "combining-marks": lambda length: HEAD + "He said e" + "\u0301" * length + ".",
    "marks-on-each-letter": repeated("H\u0301e\u0302\u0308 s\u0323a\u0304i\u0308d. "),
    "direction": repeated("\u202eHe\u2066 said\u202c \u200f12\u2069% "),
    "lone-surrogates": repeated("He \ud83d said \udc00. "),
    "emoji": repeated("\U0001f600\u200d\U0001f468"),
    "emoji-between-words": repeated("He said \U0001f600\u200d\U0001f468 no. "),
    "zero-width": repeated("He\u200b sa\u200did\ufeff 1\u20602. "),
    "spaces": lambda length: HEAD + "He said" + " " * length + "no.",
    "blank-lines": lambda length: HEAD + "He said" + "\n" * length + "no.",
    "digits": lambda length: HEAD + "It cost $" + "7" * length + ".",
    "digits-in-groups": lambda length: HEAD + "It cost $1" + ",777" * (length // 4) + ".",
    "one-word": lambda length: HEAD + "a" * length,
    "one-line": repeated(SENTENCE),
    "one-sentence": repeated("the President of Norway, who said on Monday that trade rose by 12% to $3 billion, and "),
    "punctuation": lambda length: grown("!?.,;:—“”()[]…-", length),
    "speakers": listed("“We sold {number} ships,” said Minister {name} Example. “We agreed.”\n\n"),
    "turns": listed("President {name} Example: We sold {number} ships to Norway.\n\n"),
    "arabic": repeated("قال الرئيس إن التجارة ارتفعت بنسبة ١٢٪ إلى ٣ مليارات دولار. "),
    "chinese": repeated("总统说:“贸易增长了百分之十二。”"),
    "thai": repeated("ประธานาธิบดีกล่าวว่าการค้าเพิ่มขึ้น ๑๒%"),
    "devanagari": repeated("राष्ट्रपति ने कहा कि व्यापार १२% बढ़ा। "),
    "cyrillic": repeated("Президент сказал: «Торговля выросла на 12 % в 2024 году». "),
    "hebrew": repeated("הנשיא אמר: „הסחר גדל ב-12%”. "),
}
