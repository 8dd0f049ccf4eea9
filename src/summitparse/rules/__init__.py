"""Named rules: what each proposes, with examples that it must match and examples that it must not.

To add a rule, give it an entry in `rules.toml` beside the code of its package (or in a file of `rules/`, where a
package has many), and let the code write its name into the field `rule` of the finding:

    [[rules]]
    name = "age.old"
    proposes = "the age of somebody, before “old” or “of age”"
    yes = ["The pilot is [52 years old]."]
    no = ["The bridge was closed for 52 years."]

`yes` are texts with all that this rule makes in brackets, `no` are texts in which it makes nothing: near misses. Both
are asked of the whole program, so the rule has to win there, and one of each is the least. Above the rules a file says
what they make, a kind of record or one of its fields, and, where all propose the same, what that is:

    record = "figures"
    field = "measure"
    proposes = "what a figure measures"
    code = "quotes/speakers.py"

The last is for names that do not stand whole in the code: in that file, "speaker.turn" is "turn". A rule may have a
`code` of its own too, with the function that carries it out: `code = "figures/beside.py:of"`.

An example with a value is a list: `["In [2019] it rained.", "2019"]`, for dates with the day of the release as a third.
Rules that have a table of their own, with names and examples in it, are registered by its path, `frames =
"lexicon/frames.toml"`; what stands in braces in `proposes` is then a key of the frame.

A name that ends with a dash or a full stop ("unit.rate-") is that of a family, whose members are rows of a lexicon; one
that begins with a dash ("-parsed") is added to others by a later step. `tests/rules` holds that each rule has examples,
that they are right, and that no name in the code is unknown here; `make docs` writes `docs/rules`, `summitparse
explain` shows the examples, `make bench-rules` counts how often each rule fires.

A finder that chooses among proposals notes those that lost, and why, with `weigh`, for `summitparse explain`. Records
without a field `rule` (actors, event, issuer, header) have theirs from there too: what won is noted without a reason.
"""

from summitparse.rules.registry import Example, Rule, packages, parts_of, rules
from summitparse.rules.trace import Weighed, traced, weigh

__all__ = ["Example", "Rule", "Weighed", "packages", "parts_of", "rules", "traced", "weigh"]
