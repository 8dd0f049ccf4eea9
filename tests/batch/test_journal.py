import json
import random
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from summitparse.batch.item import Options
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.batch.ownership import MADE_BY
from summitparse.batch.run import Report
from summitparse.errors import UnwritableOutput, UsageError

Batch = Callable[..., Report]


def names(output: Path) -> list[str]:
    return [Path(json.loads(line)["source"]["name"]).name for line in output.read_bytes().splitlines()]


def test_lines_stand_in_input_order_and_nothing_but_the_output_stays(
    folder: Path, batch: Batch, tmp_path: Path
) -> None:
    report = batch(folder)
    assert (report.done, report.kept, report.failed) == (20, 0, 0)
    assert names(tmp_path / "out.jsonl") == [f"{number:02}.txt" for number in range(20)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl", "out.jsonl.run.json"]


def test_an_output_that_is_there_is_refused_and_stays_as_it_is(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("mine")
    with pytest.raises(UnwritableOutput, match="--resume"):
        batch(folder)
    assert (tmp_path / "out.jsonl").read_text() == "mine"


def test_an_interrupted_batch_is_refused_without_a_word_on_what_to_do(
    folder: Path, batch: Batch, tmp_path: Path
) -> None:
    (tmp_path / "out.jsonl.part").write_text("{}\n")
    (tmp_path / "out.jsonl.part.run.json").write_text(json.dumps(MADE_BY))
    with pytest.raises(UnwritableOutput, match="--resume"):
        batch(folder)
    assert batch(folder, force=True).done == 20


@pytest.mark.parametrize("cut", [0, 1, 300, 1000, -1, -7, 10**9])
def test_a_torn_file_is_gone_on_with_and_ends_the_same(folder: Path, batch: Batch, tmp_path: Path, cut: int) -> None:
    batch(folder)
    files = Names(tmp_path / "out.jsonl")
    whole, made = files.output.read_bytes(), json.loads(files.run.read_bytes())
    files.output.unlink()
    files.part.write_bytes(whole[:cut])
    files.part_run.write_text(json.dumps(made))
    report = batch(folder, resume=True)
    assert files.output.read_bytes() == whole
    assert report.kept == whole[:cut].count(b"\n")


def test_rubbish_in_the_working_file_is_cut(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder)
    files = Names(tmp_path / "out.jsonl")
    whole, made = files.output.read_bytes(), json.loads(files.run.read_bytes())
    files.output.unlink()
    files.part.write_bytes(whole[: len(whole) // 2].rpartition(b"\n")[0] + b"\n" + b"\0" * 5000)
    files.part_run.write_text(json.dumps(made))
    batch(folder, resume=True)
    assert files.output.read_bytes() == whole


def test_only_what_is_new_or_changed_is_done_and_what_is_gone_goes(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder)
    (folder / "05b.txt").write_text("a new one\n")
    (folder / "07.txt").write_text("changed\n")
    (folder / "09.txt").unlink()
    report = batch(folder, resume=True)
    assert (report.done, report.kept) == (2, 18)
    resumed = (tmp_path / "out.jsonl").read_bytes()
    batch(folder, force=True)
    assert (tmp_path / "out.jsonl").read_bytes() == resumed


def test_nothing_new_leaves_the_same_file(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder)
    before = (tmp_path / "out.jsonl").read_bytes()
    assert batch(folder, resume=True).kept == 20
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_other_options_do_all_again(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder)
    assert batch(folder, resume=True, options=Options(text=True)).done == 20
    assert b"release 7" in (tmp_path / "out.jsonl").read_bytes()


def test_another_reference_date_is_another_release(batch: Batch, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": 1, "text": "a", "reference_date": "2024-01-30"}\n{"id": 2, "text": "b"}\n')
    batch(lines)
    lines.write_text('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n')
    report = batch(lines, resume=True)
    assert (report.done, report.kept) == (1, 1)


def test_failed_releases_are_listed_and_tried_again(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "03.txt").write_text("BAD\n")
    assert batch(folder).failed == 1
    listed = [json.loads(line) for line in (tmp_path / "out.jsonl.failures.jsonl").read_bytes().splitlines()[1:]]
    assert [Path(failure["name"]).name for failure in listed] == ["03.txt"]
    assert (batch(folder, resume=True).failed, (tmp_path / "out.jsonl.failures.jsonl").exists()) == (1, True)
    (folder / "03.txt").write_text("well now\n")
    report = batch(folder, resume=True)
    assert (report.done, report.kept, report.failed) == (1, 19, 0)
    assert names(tmp_path / "out.jsonl")[3] == "03.txt"
    assert not (tmp_path / "out.jsonl.failures.jsonl").exists()


def test_the_same_text_twice_is_two_lines_before_and_after(batch: Batch, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "x", "text": "same", "source": "s"}\n' * 3)
    batch(lines)
    before = (tmp_path / "out.jsonl").read_bytes()
    assert before.count(b"\n") == 3
    batch(lines, resume=True)
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_an_output_that_is_an_input_is_refused_and_one_in_the_folder_is_passed_over(
    folder: Path, batch: Batch, tmp_path: Path
) -> None:
    (folder / "01.jsonl").write_text('{"id": "1", "text": "Talks were held."}\n')
    with pytest.raises(UsageError, match="both input and output"):
        batch(folder / "01.jsonl", out="in/01.jsonl", force=True)
    (folder / "01.jsonl").unlink()
    (folder / "link.txt").symlink_to(tmp_path / "in" / "all.jsonl")
    assert batch(folder, out="in/all.jsonl").done == 20
    assert batch(folder, out="in/all.jsonl", force=True).done == 20


def test_two_batches_on_one_output_are_told_apart(folder: Path, batch: Batch, tmp_path: Path) -> None:
    names = Names(tmp_path / "out.jsonl")
    lock = Lock(names.lock, names.output)
    with pytest.raises(UnwritableOutput, match="Another batch"):
        batch(folder)
    lock.release()
    assert batch(folder).done == 20


def test_a_folder_that_is_not_there_is_a_sentence(folder: Path, batch: Batch) -> None:
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        batch(folder, out="nowhere/out.jsonl")


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder, out="whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) // 2, hard))
    try:
        with pytest.raises(UnwritableOutput, match="make room"):
            batch(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    report = batch(folder, resume=True)
    assert report.kept > 5
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def test_random_orders_of_ready_outcomes_give_one_file(folder: Path, batch: Batch, tmp_path: Path) -> None:
    from summitparse.batch.emit import Emitter, Failures
    from summitparse.batch.item import Outcome
    from summitparse.batch.journal import Journal
    from summitparse.batch.sinks import choose

    chance = random.Random(3)
    for trial in range(5):
        output = tmp_path / f"{trial}.jsonl"
        journal = Journal(Names(output), choose(output), {}, resume=False, force=False)
        emitter = Emitter(journal, Failures(tmp_path / "failures"), lambda outcome: None, ordered=True)
        order = list(range(30))
        chance.shuffle(order)
        for number in order:
            emitter.put(Outcome(number, str(number), f"{number}\n".encode()))
        journal.finish()
        assert output.read_text().split() == [str(number) for number in range(30)]
