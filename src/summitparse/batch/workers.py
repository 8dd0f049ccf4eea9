"""Who does the blocks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from summitparse.batch.item import Item, Options, Outcome

Work = Callable[[Sequence[Item], Options], Iterator[Outcome]]


class Workers(Protocol):
    def run(
        self, todo: Iterable[Sequence[Item]], work: Work, options: Options, held: Callable[[], int]
    ) -> Iterator[Outcome | None]:
        """Outcomes as they are ready, None where there is none yet; `held()` outcomes wait for earlier ones."""


class ThisProcess:
    """No process beside this one: for a few releases, and to look into with a debugger."""

    def run(
        self, todo: Iterable[Sequence[Item]], work: Work, options: Options, held: Callable[[], int]
    ) -> Iterator[Outcome | None]:
        for block in todo:
            if block:
                yield from work(block, options)
            else:
                yield None
