"""No code of the current folder is run: it may be an archive of somebody else's."""

import os
import sys

from summitparse.errors import UsageError

# Python's own variable (3.11): the folder it is started in is no place to import from.
VARIABLE = "PYTHONSAFEPATH"


def leave_out_current_folder() -> None:
    """To be called before the first process of any kind is started, and as well by what the libraries start.

    New interpreters (`multiprocessing`, its resource tracker, Dask's nanny) are started with `python -c`, which looks
    for every module in the current folder first (https://docs.python.org/3/using/cmdline.html#cmdoption-c). Raises
    `UsageError` where they would not hear of it.
    """
    os.environ[VARIABLE] = "1"
    if sys.flags.ignore_environment and not sys.flags.safe_path:
        raise UsageError(
            "Python was started with -E, so that the processes it starts would run code of the current folder. "
            "Add -P, or leave -E out."
        )
