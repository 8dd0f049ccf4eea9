"""What a piece of work costs, for the tests marked `cost`: a timing is a benchmark, so `make test` leaves them out.

`make test-cost` runs them one after the other, for beside other work a time says little.
"""

import gc
import time
from collections.abc import Callable


def cost(work: Callable[[], object], tries: int = 3) -> float:
    """CPU seconds of the process, the best of some tries. The collector's passes over all that pytest holds are no cost
    of the work."""
    best = float("inf")
    for _ in range(tries):
        gc.collect()
        gc.disable()
        try:
            started = time.process_time()
            work()
            best = min(best, time.process_time() - started)
        finally:
            gc.enable()
    return best
