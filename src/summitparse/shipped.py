"""Data that stands beside the code: in the package once it is built, at the top of the checkout before."""

from pathlib import Path

# In the wheel `models/` is `summitparse/models/`, and `samples/` is `summitparse/samples/`.
HOMES = (Path(__file__).parent, Path(__file__).parents[2])


def shipped(folder: str, name: str) -> Path:
    """The file or folder `name` of `models` or `samples`; raises FileNotFoundError if this installation lacks it."""
    for home in HOMES:
        found = home / folder / name
        if found.exists():
            return found
    raise FileNotFoundError(f"{folder}/{name} is not part of this installation")
