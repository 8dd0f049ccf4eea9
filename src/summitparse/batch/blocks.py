"""Items into blocks that go through the language model together."""

from collections.abc import Iterable, Iterator

from summitparse.batch.item import Item

# Enough to fill the model's batches, few enough to hold; a block is what is done again when a worker is killed.
TOGETHER = 16
# Bytes: a release this long fills batches alone, and must not make others wait for it.
LARGE = 150_000


def blocks(items: Iterable[Item | None]) -> Iterator[list[Item]]:
    """Blocks of at most `TOGETHER` items and about `LARGE` bytes; a large item comes alone, before its neighbours.

    None says that nothing has come for a while: then what there is goes out, be it nothing.
    """
    block: list[Item] = []
    size = 0
    for item in items:
        if item is None and not block:
            yield []
        elif item is not None and item.size >= LARGE:
            yield [item]
        elif item is None or (block and (len(block) == TOGETHER or size + item.size > LARGE)):
            yield block
            block, size = ([], 0) if item is None else ([item], item.size)
        else:
            block.append(item)
            size += item.size
    if block:
        yield block
