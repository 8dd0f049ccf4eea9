"""The commands, in the order in which `--help` shows them."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from summitparse.cli import (
    apply,
    batch,
    demo,
    diff,
    evaluate,
    exchange,
    explain,
    lexicon_from,
    parse,
    people,
    repeats,
    schema,
    serve,
    view,
    watch,
)
from summitparse.cli.streams import Ended, OutputEnds, standard_output


class _Shown:
    """Help and versions, which are written while the words of a command are read."""

    def make_context(self, *words: Any, **more: Any) -> Any:
        with standard_output():
            try:
                return super().make_context(*words, **more)  # type: ignore[misc]
            except SystemExit as end:  # how the library for help ends where nobody reads it
                raise OutputEnds from end


class Command(_Shown, TyperCommand):
    """One command."""


class Commands(_Shown, TyperGroup):
    """The group of commands; it hands on to `main` what ended one."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (OSError, KeyboardInterrupt, EOFError) as error:
            raise Ended(error) from error


app = typer.Typer(
    cls=Commands,
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


app.command("parse", cls=Command, epilog="Example:  summitparse parse release.txt --format table")(parse.parse)
app.command("batch", cls=Command, epilog="Example:  summitparse batch releases/ --output records.jsonl")(batch.batch)
app.command("view", cls=Command, epilog="Example:  summitparse view release.txt --output report.html")(view.view)
app.command("people", cls=Command, epilog="Example:  summitparse people records.db")(people.people)
app.command("repeats", cls=Command, epilog="Example:  summitparse repeats records.db")(repeats.repeats)
app.command("diff", cls=Command, epilog="Example:  summitparse diff old.html new.html")(diff.diff)
app.command("evaluate", cls=Command, epilog="Example:  summitparse evaluate --gold corrected/ --pred records.jsonl")(
    evaluate.evaluate
)
app.command("export", cls=Command, epilog="Example:  summitparse export records.jsonl --to brat -o brat/")(
    exchange.export
)
app.command("import", cls=Command, epilog="Example:  summitparse import brat/ records.jsonl --from brat")(
    exchange.import_
)
app.command("apply", cls=Command, epilog="Example:  summitparse apply decisions.json records.jsonl")(apply.apply)
app.command("lexicon-from", cls=Command, epilog="Example:  summitparse lexicon-from decisions.json > own.toml")(
    lexicon_from.lexicon_from
)
app.command("explain", cls=Command, epilog="Example:  summitparse explain release.txt F3.measure")(explain.explain)
app.command("watch", cls=Command, epilog="Example:  summitparse watch inbox/ --output records.jsonl")(watch.watch)
app.command("serve", cls=Command, epilog="Example:  summitparse serve --port 8000 --workers 2")(serve.serve)
app.command("mcp", cls=Command, epilog="Example:  summitparse mcp --folder releases/ --database records.sqlite")(
    serve.mcp
)
app.command("demo", cls=Command, epilog="Example:  summitparse demo")(demo.demo)
app.command("schema", cls=Command, epilog="Example:  summitparse schema > release.schema.json")(schema.schema)
