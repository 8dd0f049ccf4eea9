"""`summitparse schema`: the JSON Schema of the output."""

from importlib.resources import files

from summitparse.cli.options import Output


def schema(output: Output = None) -> None:
    """Print the JSON Schema (2020-12) that every output of this version satisfies."""
    from summitparse.cli.output import write

    # The committed copy is printed: a test holds it against the models, and nothing need be imported for it.
    write(files("summitparse").joinpath("release.schema.json").read_text("utf-8"), output)
