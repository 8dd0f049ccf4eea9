import asyncio
import json
from collections.abc import Sequence
from typing import Any

from summitparse.allowance import Allowance
from summitparse.errors import InternalError, TooCostly, UnreadableInput
from summitparse.service.pool import Busy, Pool
from summitparse.service.wanted import Wanted


def ask(pool: Pool, *texts: str) -> Sequence[Any]:
    async def all_of_them() -> Sequence[Any]:
        asked = [pool.answer(Wanted("a", text=text, id=str(i))) for i, text in enumerate(texts)]
        return await asyncio.gather(*asked, return_exceptions=True)

    return asyncio.run(all_of_them())


def test_two_hundred_at_once_get_their_own_answers_from_two_processes(standing_in: Pool) -> None:
    found = [json.loads(said) for said in ask(standing_in, *["x"] * 200)]
    assert [one["id"] for one in found] == [str(i) for i in range(200)]
    assert len({one["pid"] for one in found}) == 2
    assert standing_in.waiting == 0


def test_what_goes_wrong_is_that_of_its_own_request(standing_in: Pool) -> None:
    refused, fault, died, filled, spun, fine = ask(standing_in, "refuse", "fault", "die", "fill", "spin", "x")
    assert isinstance(refused, UnreadableInput) and str(refused) == "nothing to read"
    assert isinstance(fault, InternalError) and "by zero" in str(fault)
    assert all(isinstance(error, TooCostly) for error in (died, filled, spun))
    assert json.loads(fine)["id"] == "5"


def test_a_process_that_ends_is_replaced(standing_in: Pool) -> None:
    worker = standing_in._idle.get()
    worker.process.kill()
    worker.process.join()
    standing_in._idle.put(worker)
    found = ask(standing_in, "x", "x", "x", "x")
    assert sum(isinstance(one, TooCostly) for one in found) <= 1
    assert all(isinstance(one, str) for one in ask(standing_in, "x", "x", "x"))


def test_more_than_may_wait_are_sent_away() -> None:
    pool = Pool(1, Allowance(), work="tests.service.fakes:answer", most_waiting=2)
    try:
        found = ask(pool, "wait", "x", "x", "x")
        assert [isinstance(one, Busy) for one in found] == [False, False, True, True]
    finally:
        pool.close()
