"""`summitparse batch`: many releases in, a record each out."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.batch_options import (
    Cluster,
    Engine,
    EngineName,
    FollowLinks,
    Force,
    Format,
    Glob,
    Inputs,
    LogFormat,
    LogFormatName,
    MaxTasks,
    Ordered,
    Output,
    People,
    Quiet,
    Resume,
    Shard,
    Timeout,
    Workers,
)
from summitparse.cli.destination import Destination
from summitparse.cli.options import (
    Lexicon,
    MaxMemory,
    MaxSeconds,
    MinConfidence,
    Model,
    Only,
    ReferenceDate,
    Text,
    kinds,
)
from summitparse.errors import INTERRUPTED, SOME_FAILED
from summitparse.language.choice import choose
from summitparse.reference import reference_day
from summitparse.say import say


def batch(
    inputs: Inputs,
    output: Output,
    glob: Glob = None,
    follow_links: FollowLinks = False,
    reference_date: ReferenceDate = None,
    text: Text = False,
    only: Only = None,
    min_confidence: MinConfidence = 0.0,
    lexicon: Lexicon = None,
    model: Model = None,
    format: Format = None,
    workers: Workers = "auto",
    max_tasks: MaxTasks = 0,
    timeout: Timeout = 300,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
    ordered: Ordered = True,
    resume: Resume = False,
    force: Force = False,
    shard: Shard = None,
    engine: EngineName = Engine.LOCAL,
    cluster: Cluster = None,
    people: People = False,
    quiet: Quiet = False,
    log_format: LogFormatName = LogFormat.TEXT,
) -> None:
    """Parse many releases into one file, a record each in input order.

    A release that cannot be done is reported, listed in OUTPUT.failures.jsonl and passed over. Exit codes: 0 fine,
    1 some releases failed, 2 wrong usage, 3 there is no release, 4 the output cannot be written, 5 an optional part is
    missing.
    """
    day, chosen, pipeline = reference_day(reference_date, "--reference-date"), kinds(only), choose(model)
    from summitparse.batch import Options, cores
    from summitparse.batch import inputs as given
    from summitparse.batch.processes import Processes
    from summitparse.batch.progress import watch

    to = Destination(output, format, engine is Engine.DASK, cluster, ordered, resume, force, people, shard is not None)
    to.check()
    source = given.Inputs(inputs, glob, day, shard=given.share(shard), follow_links=follow_links)
    options, count = Options(text, chosen, own_words(lexicon), min_confidence, pipeline), cores.workers(workers)
    source.check()
    pool = Processes(count, max_tasks, timeout, Allowance(max_memory, max_seconds))
    with stoppable(), watch(source, quiet=quiet, machine=log_format is LogFormat.JSON) as watcher:
        report = to.run(source, options, pool, watcher)
        watcher.end(report, output)
    if report.failed:
        sys.exit(SOME_FAILED)


def own_words(lexicon: Path | None) -> str | None:
    """The text of a user's lexicon; what does not fit is told before the first worker starts."""
    if lexicon is None:
        return None
    from summitparse.lexicon import adopt, read

    own = read(lexicon)
    adopt(own, str(lexicon))
    return own


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C, and the signal with which schedulers end jobs, as a sentence and exit code 130."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        say("Interrupted. What is done is kept: the same command with --resume goes on.")
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGTERM, before)
