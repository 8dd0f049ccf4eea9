"""The HTTP interface, asked as a client does but without a socket; one test asks a server of its own."""

import asyncio
import json
import re
import subprocess
import sys
from typing import Any

import httpx
import pytest

from summitparse import parse
from summitparse.errors import UsageError
from summitparse.serialise import to_json
from summitparse.service.guard import Guard, check_host, is_loopback
from summitparse.service.http_app import make_app
from summitparse.service.pool import Pool
from tests.reading.documents import docx, paragraph
from tests.waiting import NEVER

TIMING = re.compile(r"queue;dur=([\d.]+), parse;dur=([\d.]+)")
TEXT = "OSLO, January 30, 2024. “We sold more than 12 ships last year,” Prime Minister Ingrid Solheim said."


def asked(pool: Pool, *calls: dict[str, Any], token: str | None = None, most: int = 100_000) -> list[httpx.Response]:
    """The answers to calls that are made at once."""
    app: Any = Guard(make_app(pool, most_body=most), token)

    async def all_of_them() -> list[httpx.Response]:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://localhost", timeout=NEVER
        ) as client:
            return list(await asyncio.gather(*(client.request(**call) for call in calls)))

    return asyncio.run(all_of_them())


def post(path: str, **more: Any) -> dict[str, Any]:
    return {"method": "POST", "url": path, **more}


def get(path: str, **more: Any) -> dict[str, Any]:
    return {"method": "GET", "url": path, **more}


def test_a_text_and_a_file_give_what_the_library_gives(real: Pool) -> None:
    word = {"content": docx(paragraph(TEXT)), "params": {"name": "a.docx"}}
    text, file, short = asked(
        real,
        post("/parse", json={"text": TEXT, "id": "7"}),
        post("/parse", **word),
        post("/parse", json={"text": TEXT, "compact": True}),
    )
    assert text.json() == json.loads(to_json(parse(TEXT, id="7"))) | {"source": text.json()["source"]}
    assert [quote["text"] for quote in file.json()["quotes"]] == ["We sold more than 12 ships last year"]
    assert file.json()["source"]["name"] == "a.docx"
    assert short.json()["quotes"][0]["speaker"] == "Ingrid Solheim"


def test_a_batch_answers_line_by_line_in_order(real: Pool) -> None:
    lines = [{"id": str(i), "text": TEXT} for i in range(5)]
    body = "\n".join(
        [json.dumps(lines[0]), "no json", *map(json.dumps, lines[1:]), json.dumps({"id": "e", "text": " "})]
    )
    (answer,) = asked(real, post("/batch", content=body.encode()))
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert [one.get("id") for one in found] == ["0", None, "1", "2", "3", "4", "e"]
    assert (found[1]["error"], found[1]["line"]) == ("UsageError", 2)
    assert found[-1]["error"] == "UnreadableInput"


def test_two_hundred_requests_at_once(standing_in: Pool) -> None:
    answers = asked(standing_in, *(post("/parse", json={"text": "x", "id": str(i)}) for i in range(200)))
    assert [answer.json()["id"] for answer in answers] == [str(i) for i in range(200)]


def test_each_answer_tells_queue_and_work_apart(standing_in: Pool) -> None:
    answers = asked(standing_in, *(post("/parse", json={"text": "wait"}) for _ in range(4)))
    found = [TIMING.fullmatch(answer.headers["server-timing"]) for answer in answers]
    times = sorted((float(one[1]), float(one[2])) for one in found if one)
    # Two at a time: the others wait until the first are answered.
    assert len(times) == 4 and all(work >= 300 for _, work in times)
    assert times[0][0] < 300 <= times[-1][0]


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (post("/parse", json={"texts": "x"}), 400, "Send JSON"),
        (post("/parse", content=b"{", headers={"content-type": "application/json"}), 400, "Send JSON"),
        (post("/parse", json={"text": "x", "only": ["verbs"]}), 400, "none of quotes"),
        (post("/parse", json={"text": "x", "reference_date": "soon"}), 400, "YYYY-MM-DD"),
        (post("/parse", json={"text": "refuse"}), 422, "nothing to read"),
        (post("/parse", json={"text": "spin"}), 413, "--max-seconds"),
        (post("/parse", content=b"x" * 200_000), 413, "--max-body"),
        (post("/parse", json={"text": "fault"}), 500, "fault of summitparse"),
        (get("/nowhere"), 404, "Not Found"),
    ],
)
def test_what_cannot_be_answered_is_said(standing_in: Pool, call: dict[str, Any], status: int, said: str) -> None:
    (answer,) = asked(standing_in, call)
    assert answer.status_code == status and said in answer.text


def test_health_schema_and_description(standing_in: Pool) -> None:
    health, schema, about = asked(standing_in, get("/health"), get("/schema"), get("/openapi.json"))
    assert health.json()["status"] == "ok" and health.json()["workers"] == 2
    assert schema.json()["title"] == "Release"
    quote = about.json()["components"]["schemas"]["Quote"]["properties"]
    assert quote["speaker_name"]["description"].startswith("The name")
    assert set(about.json()["paths"]) == {"/parse", "/batch", "/schema", "/health"}


def test_with_a_token_only_who_knows_it_is_answered(standing_in: Pool) -> None:
    knows = {"authorization": "Bearer s3cret"}
    answers = asked(standing_in, get("/health"), get("/health", headers=knows), token="s3cret")
    assert [answer.status_code for answer in answers] == [401, 200]


def test_without_a_token_only_names_of_this_machine_are_answered(standing_in: Pool) -> None:
    hosts = ("localhost:8000", "127.0.0.1", "[::1]:8000", "evil.example", "evil.example:8000")
    answers = asked(standing_in, *(get("/health", headers={"host": host}) for host in hosts))
    assert [answer.status_code for answer in answers] == [200, 200, 200, 421, 421]


def test_other_machines_need_a_token() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and not is_loopback("0.0.0.0")
    check_host("0.0.0.0", "s3cret")
    for host in ("0.0.0.0", "example.org", "::"):
        with pytest.raises(UsageError, match="--token"):
            check_host(host, None)


def test_the_command_listens_and_ends_with_ctrl_c() -> None:
    import signal

    command = [sys.executable, "-m", "summitparse", "serve", "--port", "0", "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None and process.stdout is not None
        line = process.stderr.readline()
        address = re.search(r"http://[\d.:]+", line)
        assert address, line
        answer = httpx.post(f"{address[0]}/parse", json={"text": TEXT, "compact": True}, timeout=NEVER)
        assert answer.json()["quotes"][0]["speaker"] == "Ingrid Solheim"
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == ""
        assert process.wait(NEVER) in (0, 130)
