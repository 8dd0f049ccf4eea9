"""Every error that a user can meet, with its exit code. A message ends with what to try.

Exit codes: 0 fine; 1 some releases of a batch failed; 2 wrong usage; 3 an input cannot be read; 4 an output cannot be
written; 5 a part that is not installed is needed; 70 a fault of summitparse itself; 130 interrupted.
"""

SOME_FAILED = 1
INTERRUPTED = 130


class SummitparseError(Exception):
    """The root of the tree; only `cli/` catches it."""

    exit_code = 70


class UsageError(SummitparseError):
    """The options or the arguments do not fit together."""

    exit_code = 2


class UnreadableInput(SummitparseError):
    """The input is missing, is a folder, is empty, or cannot be opened."""

    exit_code = 3


class UndecodableText(UnreadableInput):
    """The bytes are no text that we know how to read."""


class TooCostly(UnreadableInput):
    """Reading and parsing it takes more memory or processor time than one release is allowed."""


class UnwritableOutput(SummitparseError):
    """The output cannot be written, or is there already."""

    exit_code = 4


class MissingExtra(SummitparseError):
    """A format or an engine needs an optional part that is not installed."""

    exit_code = 5


class InternalError(SummitparseError):
    """A state that should be impossible: our bug, not the user's input."""
