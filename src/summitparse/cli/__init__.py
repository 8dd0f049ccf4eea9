"""The command line: one file a command, each a few lines around the library."""

import sys

from summitparse.say import say


def main() -> None:
    """Runs the command line. Everything a user can cause ends in a sentence on standard error and a documented code."""
    from summitparse.cli.app import app
    from summitparse.errors import INTERRUPTED, SummitparseError
    from summitparse.language.matrix import one_thread

    one_thread()
    try:
        app()
    except SummitparseError as error:
        say(str(error))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("Interrupted; what was written is complete up to its last line.")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of the pipe has gone (`| head`); Python must not complain again when it flushes at exit.
        sys.stdout = None
        sys.exit(0)
