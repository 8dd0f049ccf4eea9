"""Data that stands beside the code: in the package once it is built, at the top of the checkout before."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

# In the wheel `models/` is `summitparse/models/`, and `samples/` is `summitparse/samples/`.
CHECKOUT = Path(__file__).parents[2]


def shipped(folder: str, name: str) -> Traversable:
    """The file or folder `name` of `models` or `samples`; raises FileNotFoundError if this installation lacks it."""
    for home in (files("summitparse") / folder, CHECKOUT / folder):
        found = home.joinpath(name)
        if found.is_file() or found.is_dir():
            return found
    raise FileNotFoundError(f"{folder}/{name} is not part of this installation")
