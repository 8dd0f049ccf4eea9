"""Cuts the English model out of spaCy's own small one: tokenizer, tagger, parser, and the tables of lemmas and norms.

    python models/language/cut.py FOLDER [--output models/language]

FOLDER is the pipeline's, with its config.cfg: `…/en_core_web_sm/en_core_web_sm-3.8.0`, or that of any package with the
same files. Files are copied as they are, but for those that list what the pipeline has; the same source gives the same
bytes, and `SHA256SUMS` names both. The result is a spaCy pipeline of its own: `spacy.load("models/language")`.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

from thinc.api import Config

COPIED = (
    "LICENSE",
    "LICENSES_SOURCES",
    "lemmatizer/lookups/lookups.bin",
    "parser/cfg",
    "parser/model",
    "parser/moves",
    "tagger/cfg",
    "tagger/model",
    "tok2vec/cfg",
    "tok2vec/model",
    "tokenizer",
    "vocab/key2row",
    "vocab/lookups.bin",
    "vocab/vectors",
    "vocab/vectors.cfg",
)
PIPELINE = ["tok2vec", "tagger", "parser"]
META = ("lang", "version", "author", "url", "license", "spacy_version")


def written(source: Path) -> dict[str, str]:
    """The files that are not copied, by their names."""
    config = Config().from_disk(source / "config.cfg", interpolate=False)
    config["nlp"]["pipeline"], config["nlp"]["disabled"] = PIPELINE, []
    config["components"] = {name: config["components"][name] for name in PIPELINE}
    meta = json.loads((source / "meta.json").read_text("utf-8"))
    tags, relations = meta["labels"]["tagger"], meta["labels"]["parser"]
    cut = {"name": "summitparse_language", **{key: meta[key] for key in META}, "pipeline": PIPELINE}
    return {
        "config.cfg": Config({key: config[key] for key in ("nlp", "components")}).to_str(interpolate=False),
        "meta.json": json.dumps(cut, indent=1, sort_keys=True) + "\n",
        "vocab/strings.json": json.dumps(sorted({*tags, *relations}), indent=0) + "\n",
    }


def cut(source: Path, output: Path) -> None:
    """Writes all files of the model below `output`."""
    for name in COPIED:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, output / name)
    for name, text in written(source).items():
        (output / name).write_text(text, "utf-8")
    names = sorted({*COPIED, *written(source)})
    (output / "SHA256SUMS").write_text("".join(f"{checksum(output / name)}  {name}\n" for name in names), "utf-8")


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--output", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    cut(arguments.source, arguments.output)
