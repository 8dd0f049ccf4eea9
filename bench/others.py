"""Words a CPU second of other tools for one kind of record, beside ours, on the same texts in one run.

    python bench/others.py --texts releases.jsonl.gz [--python .bench/others/bin/python] [--count 40]

`--python` is the interpreter that has the other tools; `make bench-others` makes one. What it lacks is passed over.
Start-up and the first text, on which tools load their tables, are left out.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

TIMED = """
import json, sys, time
{prepare}
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
find("On 3 May 2024 trade rose by 5 percent to $2 billion.")
started = time.process_time()
for text in texts:
    find(text)
print(time.process_time() - started)
"""
OURS = {
    "dates": "from summitparse.dates import find_dates as find",
    "figures": "from summitparse.figures import find_figures as find",
}
# Each as its own documentation calls it over a text.
OTHERS = {
    "dates": {
        "recognizers-text": "from recognizers_date_time import recognize_datetime\n"
        "find = lambda text: recognize_datetime(text, 'en-us')",
        "dateparser": "from dateparser.search import search_dates\nfind = lambda text: search_dates(text, ['en'])",
    },
    "figures": {
        "quantulum3": "from quantulum3 import parser\nfind = parser.parse",
        "recognizers-text": "from recognizers_number_with_unit import recognize_currency, recognize_dimension\n"
        "find = lambda text: recognize_currency(text, 'en-us') + recognize_dimension(text, 'en-us')",
    },
}


def rate(python: str, prepare: str, lines: Path, words: int) -> str:
    """Words a CPU second, or why there is no figure."""
    command = [python, "-W", "ignore", "-c", TIMED.format(prepare=prepare), str(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        return "not installed" if "ModuleNotFoundError" in last[0] else f"failed: {last[0]}"
    return f"{words / float(done.stdout.split()[-1]):,.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, help="JSONL, .gz or not, with a text a line")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the other tools")
    parser.add_argument("--count", type=int, default=40, help="texts; some tools do a few hundred words a second")
    arguments = parser.parse_args()
    if not arguments.texts.is_file():
        sys.stdout.write(f"No texts at {arguments.texts}: nothing was measured.\n")
        return
    opener = gzip.open if arguments.texts.suffix == ".gz" else open
    with tempfile.TemporaryDirectory() as folder, opener(arguments.texts, "rt", encoding="utf-8") as file:
        some = list(islice(file, arguments.count))
        lines = Path(folder) / "texts.jsonl"
        lines.write_text("".join(some), encoding="utf-8")
        words = sum(len(json.loads(line)["text"].split()) for line in some)
        sys.stdout.write(f"{len(some)} texts, {words:,} words; words a CPU second\n")
        for kind, ours in OURS.items():
            sys.stdout.write(f"{kind:8} {'summitparse':18} {rate(sys.executable, ours, lines, words)}\n")
            for name, prepare in OTHERS[kind].items():
                sys.stdout.write(f"{kind:8} {name:18} {rate(arguments.python, prepare, lines, words)}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
