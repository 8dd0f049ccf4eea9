"""What the output depends on: the tool, its schema, and its models."""

from summitparse import __version__
from summitparse.language.choice import OWN, chosen, version_of
from summitparse.shipped import shipped

# Of the JSON: other than this where what an older reader relies on has changed.
SCHEMA_VERSION = "2"


def versions() -> dict[str, str]:
    """Name to version, in the order in which `--version` shows them."""
    from importlib.metadata import version

    model = chosen()
    return {
        "summitparse": __version__,
        "schema": SCHEMA_VERSION,
        "spacy": version("spacy"),
        **(
            {OWN: checksum("language", "tok2vec/model")}
            if model == OWN
            else {model.replace("_", "-") if model.isidentifier() else model: version_of(model)}
        ),
        "models/quotes": checksum("quotes", "weights.npz"),
    }


def checksum(model: str, weights: str) -> str:
    """The beginning of the SHA-256 of a trained model's weights, as `models/NAME/SHA256SUMS` has it."""
    sums = shipped("models", model).joinpath("SHA256SUMS").read_text("utf-8")
    return next(line for line in sums.splitlines() if line.endswith(f" {weights}"))[:12]
