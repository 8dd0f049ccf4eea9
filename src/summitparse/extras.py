"""Optional parts that are not installed: the error that says so, with a command that installs what is missing."""

import shlex
import sys
from importlib.util import find_spec

from summitparse.errors import MissingExtra


def missing(what: str, extra: str) -> MissingExtra:
    """The error of an extra that is not installed; `what` says what needs it, as the subject of a sentence."""
    return MissingExtra(
        f"{what} needs an optional part ({extra}), which is not installed. Install it with: {install_command(extra)}"
    )


def install_command(extra: str) -> str:
    """Installs what an extra needs beside this Python, wherever summitparse itself came from: an index, a checkout that
    may be gone, or a file."""
    command = [sys.executable, "-m", "pip", "install"]
    if find_spec("pip") is None:  # environments made by uv have none
        command = ["uv", "pip", "install", "--python", sys.executable]
    return shlex.join([*command, *needed(extra)])


def needed(extra: str) -> list[str]:
    """What an extra requires on this Python, as in "lxml>=5.3"; the extra itself where that is not known."""
    from importlib.metadata import PackageNotFoundError, requires

    from packaging.requirements import Requirement

    try:
        asked = [Requirement(line) for line in requires("summitparse") or ()]
    except PackageNotFoundError:  # run from its source alone
        asked = []
    found = [
        f"{one.name}{one.specifier}"
        for one in asked
        if one.marker and not one.marker.evaluate({"extra": ""}) and one.marker.evaluate({"extra": extra})
    ]
    return found or [f"summitparse[{extra}]"]
