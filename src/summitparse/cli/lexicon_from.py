"""`summitparse lexicon-from`: words that a review has shown to be lacking."""

from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Output


def lexicon_from(
    decisions: Annotated[Path, typer.Argument(metavar="DECISIONS", help="What the report has saved.")],
    output: Output = None,
) -> None:
    """Propose a lexicon of your own from a review: cues of missed quotes, titles before speakers' names, units.

    What comes out is TOML for --lexicon, each word with where it was seen: read it, and take out what does not belong.
    Exit codes: 0 fine, 3 the decisions cannot be read, 4 the output cannot be written.
    """
    from summitparse.cli.output import write
    from summitparse.review import read_decisions
    from summitparse.review.lexicon import propose, to_toml

    write(to_toml(propose(read_decisions(decisions))), output)
