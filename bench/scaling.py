"""Cost per doubling of a hostile text's length, each finder and the whole: `python bench/scaling.py [--only dates]`.

Linear work doubles; the bar is 2.2 a doubling, taken over the last two, where start-up no longer counts.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.hostile import UNITS, grown

from summitparse import parse
from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.layout import find_layout

TARGETS: dict[str, Callable[[str], object]] = {
    "layout": find_layout,
    "dates": find_dates,
    "figures": find_figures,
    "whole": lambda text: parse("Talks.\n" + text),
}
BAR = 2.2
# Below this a doubling says more about the machine than about the code.
LEAST_SECONDS = 0.05


def seconds(target: Callable[[str], object], text: str, tries: int) -> float:
    """CPU seconds, the best of some tries: one says as much about what else the machine does."""
    best = float("inf")
    for _ in range(tries):
        started = time.process_time()
        target(text)
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--whole", type=int, default=125_000, help="the same for the whole pipeline, which parses")
    parser.add_argument("--tries", type=int, default=3, help="runs of each, of which the quickest counts")
    parser.add_argument("--only", default="", help="one of " + ", ".join(TARGETS))
    parser.add_argument("--unit", default="", help="one kind of hostile text")
    arguments = parser.parse_args()
    worst = 0.0
    for name, target in TARGETS.items():
        if arguments.only and name != arguments.only:
            continue
        target("Nothing at all happened on 3 May 2024.")
        most = arguments.whole if name == "whole" else arguments.most
        for kind, unit in UNITS.items():
            if arguments.unit and kind != arguments.unit:
                continue
            times = [seconds(target, grown(unit, most // 4 * factor), arguments.tries) for factor in (1, 2, 4)]
            ratio = (times[2] / times[0]) ** 0.5 if times[0] > LEAST_SECONDS / 4 else 0.0
            worst = max(worst, ratio)
            mark = "  <-- over the bar" if ratio > BAR else ""
            sys.stdout.write(f"{name:8} {kind:18} {times[2]:8.2f} s  x{ratio:.2f} a doubling{mark}\n")
            sys.stdout.flush()
    sys.stdout.write(f"worst: x{worst:.2f} a doubling (bar x{BAR})\n")


if __name__ == "__main__":
    main()
