import gzip
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from summitparse.batch.cluster import parts as dividing
from summitparse.batch.cluster.engine import begin, client_of, finish
from summitparse.batch.cluster.parts import parts
from summitparse.batch.cluster.work_part import do_one, do_part
from summitparse.batch.inputs import Inputs, share
from summitparse.batch.item import Options
from summitparse.batch.key import how_made
from summitparse.errors import UnwritableOutput, UsageError

OPTIONS = Options()
FAKE = "fake_work:work"


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "RELEASES", 7)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    with path.open("w") as file:
        for number in range(20):
            file.write(json.dumps({"id": number, "text": f"release {number}"}) + "\n" * (1 + number % 3))
        file.write('{"no text": 1}')
    return path


def divided(*paths: Path) -> list[Any]:
    return list(parts(Inputs([str(path) for path in paths]), how_made(OPTIONS), OPTIONS))


def test_parts_one_after_another_are_what_one_machine_writes(
    folder: Path, lines: Path, tmp_path: Path, batch: Callable[..., Any]
) -> None:
    report = batch(folder, lines, folder / "03.txt")
    found = divided(folder, lines, folder / "03.txt")
    assert len(found) > 6
    done = [do_part(part, str(tmp_path / "parts"), FAKE) for part in reversed(found)]
    written = sorted((tmp_path / "parts").glob("part-*[0-9a-f].jsonl"))
    assert (
        b"".join(path.read_bytes() for path in written if "failures" not in path.name)
        == (tmp_path / "out.jsonl").read_bytes()
    )
    assert sum(part.done for part in done) == report.done == 41
    assert sum(len(part.failed) for part in done) == report.failed == 1


def test_a_release_of_a_part_alone_is_the_same(lines: Path, tmp_path: Path) -> None:
    part = divided(lines)[1]
    do_part(part, str(tmp_path / "parts"), FAKE)
    whole = (tmp_path / "parts" / part.name).read_bytes()
    assert b"".join(do_one(part, number, FAKE).line or b"" for number in range(len(part.items()))) == whole


def test_a_part_is_known_by_its_content(lines: Path, folder: Path) -> None:
    before = [part.name for part in divided(lines, folder)]
    assert [part.name for part in divided(lines, folder)] == before
    lines.write_text(lines.read_text().replace("release 9", "release X"))
    (folder / "19.txt").write_text("longer than before\n")
    after = [part.name for part in divided(lines, folder)]
    assert len(before) == len(after)
    assert [old != new for old, new in zip(before, after, strict=True)].count(True) == 2


def done(part: Any, output: Path) -> tuple[int, list[tuple[str, str]]]:
    found = do_part(part, str(output), FAKE)
    return found.done, found.failed


def test_lines_that_changed_after_they_were_divided_are_not_done(lines: Path, tmp_path: Path) -> None:
    found = divided(lines)
    lines.write_text(lines.read_text().replace("release 9", "release X"))
    (changed,) = [part for part in found if done(part, tmp_path)[0] == 0]
    (failed,) = done(changed, tmp_path)[1]
    assert failed[0] == f"{lines}:{changed.content.first}" and "--resume" in failed[1]
    assert f"{changed.count} lines" in failed[1] and (tmp_path / changed.failures).exists()
    outcome = do_one(changed, 5, FAKE)
    assert (outcome.number, outcome.failure) == (5, failed[1])
    again = divided(lines)
    assert [old.name != new.name for old, new in zip(found, again, strict=True)].count(True) == 1
    assert sum(done(part, tmp_path)[0] for part in again) == 20


def test_lines_that_are_added_or_cut_off(lines: Path, tmp_path: Path) -> None:
    found = divided(lines)
    whole = lines.read_bytes()
    lines.write_bytes(whole + b'\n{"text": "new"}\n')
    assert sum(done(part, tmp_path)[0] for part in found) == 20
    lines.write_bytes(whole[:-30])
    assert "has changed" in done(found[-1], tmp_path)[1][0][1]


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_packed_lines_that_changed(lines: Path, tmp_path: Path, kind: str) -> None:
    packed = tmp_path / f"in.jsonl.{kind}"
    pack = gzip.compress if kind == "gz" else pytest.importorskip("backports.zstd").compress
    packed.write_bytes(pack(lines.read_bytes()))
    (part,) = divided(packed)
    assert done(part, tmp_path)[0] == 20
    packed.write_bytes(pack(lines.read_bytes() + b"\n"))
    (failed,) = done(part, tmp_path)[1]
    assert failed == (
        str(packed),
        f"{packed} has changed since the batch began. Run the same command again with --resume.",
    )


@pytest.mark.parametrize("name", ["gone.jsonl", "gone.jsonl.gz", "folder.jsonl"])
def test_lines_that_cannot_be_read_cost_only_themselves(folder: Path, lines: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    found = [done(part, tmp_path / "out") for part in divided(tmp_path / name, lines, folder)]
    assert sum(count for count, _ in found) == 40
    assert found[0][0] == 0 and "cannot be read" in found[0][1][0][1] and name in found[0][1][0][1]


def test_packed_lines_that_break_off_are_done_as_far_as_they_go(lines: Path, tmp_path: Path) -> None:
    packed = tmp_path / "in.jsonl.gz"
    lines.write_text("".join(json.dumps({"text": f"{n} {n * 977 % 1009}" * 9}) + "\n" for n in range(9000)))
    packed.write_bytes(gzip.compress(lines.read_bytes())[:-500])
    (part,) = divided(packed)
    count, failed = done(part, tmp_path / "out")
    assert 1000 < count < 9000 and len(failed) == 1 and "cannot be read" in failed[0][1]


def test_lines_that_vanish_behind_the_division(lines: Path, tmp_path: Path) -> None:
    found = divided(lines)
    lines.unlink()
    assert all("cannot be read" in done(part, tmp_path / "out")[1][0][1] for part in found)


PART = "part-000000-0123456789abcdef.jsonl"


def test_parts_that_are_there_are_refused_or_allowed(tmp_path: Path) -> None:
    (tmp_path / PART).write_text("")
    with pytest.raises(UnwritableOutput, match="--resume"):
        begin(str(tmp_path), False, False)
    assert begin(str(tmp_path), True, False) == {PART}
    assert begin(str(tmp_path), False, True) == frozenset()
    assert list(tmp_path.iterdir()) == []


def test_files_of_others_in_the_folder_of_the_parts_stay(tmp_path: Path) -> None:
    others = ("part-00000-0123456789abcdef.snappy.parquet", "part-1.jsonl", "part-000000-x.jsonl", "notes.txt")
    for name in (*others, PART):
        (tmp_path / name).write_text("mine")
    run = SimpleNamespace(names=[], failures={0: [("a.txt", "a.txt is bad.")]})
    for words in ((False, True), (True, False)):
        begin(str(tmp_path), *words)
        finish(str(tmp_path), run)  # type: ignore[arg-type]
        assert {path.name for path in tmp_path.iterdir()} == {*others, "failures.jsonl"}
    finish(str(tmp_path), SimpleNamespace(names=[], failures={}))  # type: ignore[arg-type]
    assert {path.name for path in tmp_path.iterdir()} == {*others}
    (tmp_path / "failures.jsonl").write_text('{"mine": 1}\n')
    for words in ((False, False), (False, True), (True, False)):
        with pytest.raises(UnwritableOutput, match=r"failures\.jsonl is there, and no batch made it"):
            begin(str(tmp_path), *words)


def test_a_scheduler_with_certificates_and_none_here_is_a_sentence() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="certificates"), client_of("tls://127.0.0.1:9", 1, FAKE):
        pytest.fail("without certificates there is no client")


def test_another_version_on_a_worker_is_refused(folder: Path, tmp_path: Path) -> None:
    (part, *_) = parts(Inputs([str(folder)]), {"versions": "others"}, OPTIONS)
    with pytest.raises(UsageError, match="other versions"):
        do_part(part, str(tmp_path), FAKE)


def test_shares_are_apart_complete_and_stay_when_a_folder_grows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A share hangs on the names as given: relative ones are the same on every machine, a temporary folder's are not.
    monkeypatch.chdir(folder.parent)

    def named() -> list[set[str]]:
        return [{item.name for item in Inputs([folder.name], shard=(index, 3))} for index in (1, 2, 3)]

    before = named()
    assert sum(map(len, before)) == len(set().union(*before)) == 20
    assert min(map(len, before)) > 1
    (folder / "000.txt").write_text("new")
    assert all(old <= new for old, new in zip(before, named(), strict=True))


@pytest.mark.parametrize("wrong", ["", "0/3", "4/3", "1", "a/b", "-1/2", "1/0"])
def test_a_share_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError, match="3/8"):
        share(wrong)
