"""The commands, in the order in which `--help` shows them. The file of a command is imported when it is called."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from summitparse.cli.streams import Ended, OutputEnds, standard_output

# Name, the function below `summitparse.cli`, and the example that its help ends with.
COMMANDS = {
    name: (place, f"Example:  summitparse {example}")
    for name, place, example in (
        ("parse", "parse.parse", "parse release.txt --format table"),
        ("batch", "batch.batch", "batch releases/ --output records.jsonl"),
        ("view", "view.view", "view release.txt --output report.html"),
        ("people", "people.people", "people records.db"),
        ("repeats", "repeats.repeats", "repeats records.db"),
        ("diff", "diff.diff", "diff old.html new.html"),
        ("evaluate", "evaluate.evaluate", "evaluate --gold corrected/ --pred records.jsonl"),
        ("export", "exchange.export", "export records.jsonl --to brat -o brat/"),
        ("import", "exchange.import_", "import brat/ records.jsonl --from brat"),
        ("apply", "apply.apply", "apply decisions.json records.jsonl"),
        ("lexicon-from", "lexicon_from.lexicon_from", "lexicon-from decisions.json > own.toml"),
        ("explain", "explain.explain", "explain release.txt F3.measure"),
        ("watch", "watch.watch", "watch inbox/ --output records.jsonl"),
        ("serve", "serve.serve", "serve --port 8000 --workers 2"),
        ("mcp", "serve.mcp", "mcp --folder releases/ --database records.sqlite"),
        ("demo", "demo.demo", "demo"),
        ("schema", "schema.schema", "schema > release.schema.json"),
    )
}
STYLE: dict[str, Any] = {
    "rich_markup_mode": "rich",
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


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


@cache
def build(name: str) -> Any:
    """The command of this name; raises KeyError where there is none."""
    place, example = COMMANDS[name]
    module, _, function = place.partition(".")
    alone = typer.Typer(add_completion=False, **STYLE)
    alone.command(name, cls=Command, epilog=example)(getattr(import_module(f"summitparse.cli.{module}"), function))
    return typer.main.get_command(alone)


class Built(Mapping[str, Any]):
    """The commands by name, each built when it is first asked for."""

    def __getitem__(self, name: str) -> Any:
        return build(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(_Shown, TyperGroup):
    """The group of commands; it hands on to `main` what ended one."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.commands = Built()  # type: ignore[assignment]

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
    **STYLE,
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
