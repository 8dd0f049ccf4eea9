"""The commands, in the order in which `--help` shows them."""

from typing import Annotated

import typer

from summitparse.cli import batch, demo, evaluate, parse, schema, view

app = typer.Typer(
    name="summitparse",
    help="Who said what, the figures, the dates and the signed documents of a government press release, as JSON.",
    epilog="Example:  summitparse parse release.txt",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(wanted: bool) -> None:
    """Versions of the tool and of what its output depends on."""
    if wanted:
        from summitparse.versions import versions

        for name, version in versions().items():
            typer.echo(f"{name} {version}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Versions of the tool and its models."),
    ] = False,
) -> None:
    """Nothing to do before a command."""


app.command("parse", epilog="Example:  summitparse parse release.txt --format table")(parse.parse)
app.command("batch", epilog="Example:  summitparse batch releases/ --output records.jsonl")(batch.batch)
app.command("view", epilog="Example:  summitparse view release.txt --output report.html")(view.view)
app.command("evaluate", epilog="Example:  summitparse evaluate --gold corrected/ --pred records.jsonl")(
    evaluate.evaluate
)
app.command("demo", epilog="Example:  summitparse demo")(demo.demo)
app.command("schema", epilog="Example:  summitparse schema > release.schema.json")(schema.schema)
