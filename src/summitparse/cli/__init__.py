"""The command line: one file a command, each a few lines around the library."""

import sys

from summitparse.say import say


def main() -> None:
    """Runs the command line. It ends in data, or in a sentence on standard error and a documented exit code; a
    developer sees the traceback behind the sentence with `python -X dev -m summitparse`."""
    try:
        code = _run()
    except Exception as error:  # the net: whatever nobody foresaw is a fault of ours
        from summitparse.errors import InternalError

        if sys.flags.dev_mode:
            raise
        say(_fault(error))
        code = InternalError.exit_code
    sys.exit(code)


def _run() -> int:
    from summitparse.cli.page import told
    from summitparse.cli.streams import Ended, OutputEnds, open_closed, standard_output
    from summitparse.errors import INTERRUPTED, SummitparseError

    open_closed()
    try:
        answer = told(sys.argv[1:])
        if answer is None:
            _command()
        else:
            with standard_output():
                sys.stdout.write(answer)
                sys.stdout.flush()
    except SummitparseError as error:
        say(str(error))
        return error.exit_code
    except OutputEnds:  # who read it has read enough (`| head`)
        return 0
    except Ended as ended:
        if not isinstance(ended.error, KeyboardInterrupt):
            raise ended.error from None
        say("Interrupted; what was written is complete up to its last line.")
        return INTERRUPTED
    return 0


def _command() -> None:
    from summitparse.cli.app import app
    from summitparse.language.matrix import set_up_numpy

    set_up_numpy()
    app()


def _fault(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "There is not enough memory. Free some, or try a shorter release."
    reason = " ".join(str(error).split())[:200]
    return f"A fault of summitparse itself ({type(error).__name__}: {reason}). Please report it with what led to it."
