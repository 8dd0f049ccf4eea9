"""`summitparse serve` and `summitparse mcp`: releases parsed on request, over HTTP and for agents."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import MaxMemory, MaxSeconds

if TYPE_CHECKING:
    from summitparse.service.pool import Pool

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; others than this machine need --token.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")]
Token = Annotated[
    str | None,
    typer.Option(
        metavar="SECRET", envvar="SUMMITPARSE_TOKEN", help="Answer only who sends Authorization: Bearer SECRET."
    ),
]
Workers = Annotated[
    str,
    typer.Option("--workers", "-w", metavar="N|auto", help="Processes; auto: as many as cores and memory allow."),
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    token: Token = None,
    workers: Workers = "auto",
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
    max_body: Annotated[int, typer.Option(min=1, metavar="MB", help="The largest body of a request.")] = 16,
) -> None:
    """Answer over HTTP: POST /parse, POST /batch (JSONL), GET /schema, /health and /openapi.json.

    Only this machine is answered, unless there is a token. Each request gets so much memory and time as a release of
    `parse`. Exit codes: 0 ended, 2 wrong usage, 5 an optional part is missing.
    """
    from summitparse.service.guard import check_host

    check_host(host, token)
    try:
        from summitparse.service.http_app import make_app
    except ImportError:
        raise _missing("serve") from None
    app = make_app(_pool(workers, max_memory, max_seconds), most_body=max_body * 1_000_000)
    _listen(app, host, port, token)


def mcp(
    folder: Annotated[
        list[Path] | None,
        typer.Option(
            exists=True, file_okay=False, metavar="DIR", help="Files below it may be read; several are given."
        ),
    ] = None,
    database: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, metavar="FILE", help="What search_archive looks through (.sqlite)."),
    ] = None,
    http: Annotated[bool, typer.Option("--http", help="Listen on --host and --port; else standard input.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    token: Token = None,
    workers: Workers = "1",
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Serve agents by the Model Context Protocol: parse_text, explain, parse_file, search_archive.

    No file is read but those below --folder. Exit codes: 0 ended, 2 wrong usage, 5 an optional part is missing.
    """
    from summitparse.service.guard import check_host

    check_host(host, token)
    try:
        from summitparse.service.agent_tools import make_server
    except ImportError:
        raise _missing("mcp") from None
    pool = _pool(workers, max_memory, max_seconds)
    server = make_server(pool, folder or [], database)
    try:
        if http:
            _listen(server.streamable_http_app(host=host), host, port, token)
        else:
            server.run("stdio")
    finally:
        pool.close()


def _pool(workers: str, memory: int, seconds: int) -> "Pool":
    from summitparse.batch import cores
    from summitparse.service.pool import Pool

    return Pool(cores.workers(workers), Allowance(memory, seconds))


def _listen(app: Any, host: str, port: int, token: str | None) -> None:
    import uvicorn

    from summitparse.say import say
    from summitparse.service.guard import Guard

    server = uvicorn.Server(
        uvicorn.Config(Guard(app, token), host=host, port=port, log_level="warning", access_log=False, lifespan="on")
    )
    started = server.startup

    async def startup(*words: Any, **more: Any) -> None:
        await started(*words, **more)
        for listening in server.servers:
            for socket in listening.sockets:
                say(f"Listening on http://{host}:{socket.getsockname()[1]} (Ctrl-C ends it).")

    server.startup = startup  # type: ignore[method-assign]
    server.run()


def _missing(command: str) -> Exception:
    from summitparse.extras import missing

    return missing(f"summitparse {command}", "serve")
