"""`summitparse export` and `summitparse import`: records for annotation tools, and back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Output


class Tool(StrEnum):
    LABEL_STUDIO = "label-studio"
    INCEPTION = "inception"
    BRAT = "brat"
    SPACY = "spacy"


FOLDERS = (Tool.BRAT, Tool.INCEPTION)
Records = Annotated[Path, typer.Argument(metavar="RECORDS", help="Records with their text, JSON or JSONL.")]


def export(
    records: Records,
    to: Annotated[Tool, typer.Option(help="The tool; brat and inception take a folder, the others one file.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE|FOLDER", help="The file, or an empty folder.")
    ],
) -> None:
    """Write records for an annotation tool: every record at its place, with its kind, its values and its confidence.

    Exit codes: 0 fine, 2 records without their text, 3 an input cannot be read, 4 the output cannot be written, 5 an
    optional part is missing.
    """
    from summitparse.cli.output import write, write_bytes
    from summitparse.view.load import read_records

    releases = list(read_records(str(records)))
    if to in FOLDERS:
        from summitparse.exchange.files import write_folder

        write_folder(to, releases, output)
    elif to is Tool.LABEL_STUDIO:
        from summitparse.exchange.label_studio import to_label_studio
        from summitparse.versions import versions

        write(to_label_studio(releases, f"summitparse {versions()['summitparse']}"), output)
    else:
        from summitparse.exchange.docbin import to_docbin

        write_bytes(to_docbin(releases), output)


def import_(
    annotated: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="What the tool has exported.")],
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="The records that were exported to it.")],
    tool: Annotated[Tool, typer.Option("--from", help="The tool.")],
    output: Output = None,
) -> None:
    """Write records as they are after work in an annotation tool, one JSON object a line.

    What was deleted there is gone, what was marked there has come, and places and values are those of the tool. Exit
    codes: 0 fine, 3 an input cannot be read, 4 the output cannot be written, 5 an optional part is missing.
    """
    from summitparse.cli.output import write
    from summitparse.serialise import to_json
    from summitparse.view.load import read_records

    releases = list(read_records(str(records)))
    if tool in FOLDERS:
        from summitparse.exchange.files import read_folder

        after = read_folder(tool, releases, annotated)
    else:
        data = _read(annotated)
        if tool is Tool.LABEL_STUDIO:
            from summitparse.exchange.label_studio import from_label_studio

            after = from_label_studio(data.decode("utf-8", "replace"), releases)
        else:
            from summitparse.exchange.docbin import from_docbin

            after = from_docbin(data, releases)
    write("\n".join(to_json(release, text=True) for release in after), output)


def _read(path: Path) -> bytes:
    from summitparse.errors import UnreadableInput

    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Check the path.") from None
