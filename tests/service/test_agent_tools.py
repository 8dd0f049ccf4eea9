"""The tools for agents, called by the client of the protocol's own package."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from summitparse import parse
from summitparse.batch.sinks import choose
from summitparse.errors import UsageError
from summitparse.serialise import to_json
from summitparse.service.agent_tools import allowed, make_server
from summitparse.service.pool import Pool

TEXT = (
    "Talks in Oslo\n\nJanuary 30, 2024\n\n“We sold more than 12 ships last year,” Prime Minister Ingrid Solheim said.\n"
)


def talk(server: Any, conversation: Callable[[Client], Awaitable[None]]) -> None:
    async def whole() -> None:
        async with Client(server) as client:
            await conversation(client)

    asyncio.run(whole())


def words(result: Any) -> str:
    return "".join(content.text for content in result.content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path / "in"


def test_an_agent_reads_texts_files_and_rules(real: Pool, folder: Path) -> None:
    async def conversation(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["parse_text", "explain", "parse_file"]
        assert all(tool.description for tool in tools)
        for name, given in (("parse_text", {"text": TEXT}), ("parse_file", {"path": "a.txt"})):
            found = json.loads(words(await client.call_tool(name, given)))
            assert found["quotes"][0]["speaker"] == "Ingrid Solheim" and found["figures"][0]["value"] == 12
        said = words(await client.call_tool("explain", {"text": TEXT, "record": "F1"}))
        assert said.startswith("F1") and "rule" in said

    talk(make_server(real, [folder], None), conversation)


@pytest.mark.parametrize(
    "path", ["../secret.txt", "link.txt", "{}/secret.txt", "in/../../secret.txt", ".", "a\0b", "no.txt"]
)
def test_nothing_outside_the_folders_is_read(real: Pool, folder: Path, path: str) -> None:
    with pytest.raises(UsageError, match="is no file below"):
        allowed(path.format(folder.parent), [folder.resolve()])

    async def conversation(client: Client) -> None:
        result = await client.call_tool("parse_file", {"path": path.format(folder.parent)})
        assert result.is_error and "Solheim" not in words(result)

    talk(make_server(real, [folder], None), conversation)


def test_an_archive_is_searched(real: Pool, tmp_path: Path) -> None:
    database = tmp_path / "records.sqlite"
    choose(database).write(iter([to_json(parse(TEXT), text=True).encode() + b"\n"]), database)

    async def conversation(client: Client) -> None:
        found = json.loads(words(await client.call_tool("search_archive", {"words": "ship sold"})))
        assert [(one["speaker"], one["date"]) for one in found] == [("Ingrid Solheim", "2024-01-30")]
        for hostile in ('" OR 1=1; DROP TABLE quotes', "NEAR(", "*", "zeppelin"):
            assert json.loads(words(await client.call_tool("search_archive", {"words": hostile}))) == []
        assert (await client.call_tool("search_archive", {"words": "x", "kind": "secrets"})).is_error

    talk(make_server(real, [], database), conversation)


def test_the_command_speaks_over_standard_input(folder: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "summitparse", "mcp", "--folder", str(folder)], cwd=str(folder)
    )

    async def conversation(client: Client) -> None:
        found = json.loads(words(await client.call_tool("parse_file", {"path": str(folder / "a.txt")})))
        assert found["quotes"][0]["speaker"] == "Ingrid Solheim"

    talk(command, conversation)
