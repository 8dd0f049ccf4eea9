"""Who may ask: with a token who knows it, without one programs of this machine only."""

import hmac
import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from summitparse.errors import UsageError

App = Callable[..., Awaitable[None]]
# Names under which a service that only this machine reaches may be asked: a page that a browser shows cannot make it
# send another one there (DNS rebinding).
OWN_NAMES = frozenset(("localhost", "127.0.0.1", "[::1]"))


def is_loopback(host: str) -> bool:
    """Whether an address is only reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_host(host: str, token: str | None) -> None:
    """Raises `UsageError` where others could ask and no token keeps them out."""
    if not token and not is_loopback(host):
        raise UsageError(
            f"--host {host} lets other machines ask. Give --token with a long secret, or leave --host out."
        )


class Guard:
    """An application behind a token, or for this machine alone."""

    def __init__(self, app: App, token: str | None) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self.refusal(headers.get(b"authorization", ""), headers.get(b"host", ""))
        if refusal is None:
            await self.app(scope, receive, send)
            return
        status, message = refusal
        body = json.dumps({"error": "Refused", "message": message}).encode()
        head = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": head})
        await send({"type": "http.response.body", "body": body})

    def refusal(self, authorization: str, host: str) -> tuple[int, str] | None:
        """Status and sentence for whoever may not ask."""
        if self.token:
            known = hmac.compare_digest(authorization.encode(), f"Bearer {self.token}".encode())
            return None if known else (401, "Send the header Authorization: Bearer TOKEN.")
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return None if name.lower() in OWN_NAMES else (421, "Ask by the name localhost, or start it with --token.")
