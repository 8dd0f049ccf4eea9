"""Coverage-guided fuzzing of one target: `python -m fuzz.fuzz TARGET FOLDER [libFuzzer options]`, see `make fuzz`.

A finding is any exception but the documented errors, or a release that breaks the contract. It is written to
`FOLDER/findings/` and shown once; the fuzzer goes on, for one fault must not hide the next.
"""

import hashlib
import importlib
import pkgutil
import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summitparse", "striprtf"], enable_loader_override=False):
    import striprtf.striprtf  # noqa: F401
    from fuzz.targets import TARGETS, run

    import summitparse

    # Readers and rules are imported where they are used: that would be too late to count what they do.
    for module in pkgutil.walk_packages(summitparse.__path__, "summitparse."):
        if not module.name.startswith(("summitparse.batch", "summitparse.__main__", "summitparse.language.factories")):
            importlib.import_module(module.name)

from fuzz.seeds import seeds, words


def quoted(word: bytes) -> str:
    """A line of a libFuzzer dictionary."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in word) + '"'


def prepare(name: str, folder: Path) -> Path:
    """Writes the seeds into the corpus folder and the dictionary beside it, whose path it gives."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (folder / "findings").mkdir(exist_ok=True)
    for data in seeds(name):
        (corpus / hashlib.sha256(data).hexdigest()[:20]).write_bytes(data)
    dictionary = folder / "dictionary"
    dictionary.write_text("".join(f"{quoted(word)}\n" for word in sorted(set(words(name)))), "ascii")
    return dictionary


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    dictionary = prepare(name, folder)
    target = TARGETS[name]
    seen: set[str] = set()

    def one(data: bytes) -> None:
        try:
            run(target, data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
            if where not in seen:
                seen.add(where)
                path = folder / "findings" / hashlib.sha256(data).hexdigest()[:20]
                path.write_bytes(data)
                sys.stderr.write(f"FINDING {where}: {error!s:.200} ({path})\n{traceback.format_exc(limit=-6)}\n")

    options = [f"-dict={dictionary}", f"-artifact_prefix={folder}/findings/", "-timeout=60", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], str(folder / "corpus"), *options, *sys.argv[3:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
