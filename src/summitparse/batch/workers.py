"""Who does the blocks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Protocol

from summitparse.batch.item import Item, Options, Outcome

Work = Callable[[Sequence[Item], Options], Iterator[Outcome]]


def found(work: str) -> Work:
    """The function that "module:function" names, once the module's `warm`, if it has one, has loaded what it needs."""
    module_name, _, name = work.partition(":")
    module = import_module(module_name)
    if hasattr(module, "warm"):
        module.warm()
    function: Work = getattr(module, name)
    return function


class Workers(Protocol):
    def run(
        self, todo: Iterable[Sequence[Item]], work: str, options: Options, held: Callable[[], int]
    ) -> Iterator[Outcome | None]:
        """Outcomes as they are ready, None where there is none yet.

        `work` names the function that does a block (see `found`); `held()` outcomes wait for earlier ones.
        """


class ThisProcess:
    """No process beside this one: for a few releases, and to look into with a debugger."""

    def run(
        self, todo: Iterable[Sequence[Item]], work: str, options: Options, held: Callable[[], int]
    ) -> Iterator[Outcome | None]:
        do = found(work)
        for block in todo:
            if block:
                yield from do(block, options)
            else:
                yield None
