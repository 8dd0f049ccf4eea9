"""Which English model reads the releases: the one that comes with summitparse, or another spaCy pipeline."""

import os
from importlib.util import find_spec
from json import JSONDecodeError, loads
from pathlib import Path

from summitparse.errors import UsageError

# Our own: what `models/language` holds.
OWN = "models/language"
# Names the chosen pipeline, so that every process hears of it which this one starts.
VARIABLE = "SUMMITPARSE_MODEL"


def chosen() -> str:
    """The package or the folder of the pipeline."""
    return os.environ.get(VARIABLE) or OWN


def choose(name: str | None) -> str:
    """Takes another pipeline from now on, in this process and in those that it starts; None changes nothing. Gives back
    the one that is chosen.

    Raises `UsageError` where neither a package nor a folder with a pipeline has this name.
    """
    if name is None:
        return chosen()
    if name == OWN:
        os.environ.pop(VARIABLE, None)
        return OWN
    if not _is_folder(name) and not (name.isidentifier() and find_spec(name)):
        raise UsageError(
            f"--model {name}: no spaCy pipeline of this name is installed, and there is no such folder. Give the name "
            "of its package, such as en_core_web_md, or the folder that holds its config.cfg."
        )
    os.environ[VARIABLE] = str(Path(name).resolve()) if _is_folder(name) else name
    return chosen()


def version_of(name: str) -> str:
    """The version of the pipeline's package, or what the folder's meta.json says."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        pass
    try:
        return str(loads((Path(name) / "meta.json").read_text("utf-8"))["version"])
    except (OSError, JSONDecodeError, KeyError, TypeError):
        return "unknown"


def _is_folder(name: str) -> bool:
    return (Path(name) / "config.cfg").is_file()
