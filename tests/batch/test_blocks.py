from summitparse.batch.blocks import LARGE, TOGETHER, blocks
from summitparse.batch.item import Item


def test_every_item_is_in_one_block_and_large_ones_are_alone() -> None:
    sizes = [10] * 40 + [LARGE * 3] + [LARGE // 3] * 5 + [10]
    items = [Item(number, str(number), size=size) for number, size in enumerate(sizes)]
    found = list(blocks(items))
    assert sorted(item.number for block in found for item in block) == list(range(len(items)))
    assert all(len(block) <= TOGETHER for block in found)
    assert all(len(block) == 1 for block in found if block[0].size >= LARGE)
    assert all(sum(item.size for item in block) <= LARGE for block in found if len(block) > 1)


def test_nothing_to_do_for_a_while_sends_out_what_there_is() -> None:
    one, two = Item(0, "0"), Item(9, "9")
    assert list(blocks([None, one, None, None, two])) == [[], [one], [], [two]]
