"""Pages and feeds over the network: the one place that asks for anything, and only where that is allowed."""

import datetime as dt
import ipaddress
import time
from dataclasses import dataclass, field

import httpx

from summitparse import __version__
from summitparse.errors import SummitparseError, UsageError
from summitparse.reading.limits import MEGABYTE

# Seconds for an answer to begin, and between two requests to one host.
PATIENCE = 30.0
PAUSE = 1.0
MOST_REDIRECTS = 5
# A page or feed as it comes, unpacked (bytes).
MOST_PAGE = 16 * MEGABYTE


class NotFetched(SummitparseError):
    """A page cannot be had; the next look tries again."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """`url` is the last one of redirects; `headers` are as they came."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    retrieved: dt.datetime


@dataclass(slots=True)
class Fetcher:
    """Asks politely: with the tags of the last answer, and not often. `home` is the host that the user named."""

    home: str
    pause: float = PAUSE
    tags: dict[str, dict[str, str]] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Answer | None:
        """The page; None where it has not changed since `tags` were noted. Raises `NotFetched`."""
        with httpx.Client(timeout=PATIENCE, headers={"User-Agent": f"summitparse/{__version__}"}) as client:
            conditions, wanted = self.tags.get(url, {}), url
            for _ in range(MOST_REDIRECTS + 1):
                self._check(wanted)
                self._wait(wanted)
                try:
                    with client.stream("GET", wanted, headers=conditions) as response:
                        if response.is_redirect and response.next_request is not None:
                            wanted = str(response.next_request.url)
                            continue
                        if response.status_code == httpx.codes.NOT_MODIFIED:
                            return None
                        if response.status_code != httpx.codes.OK:
                            raise NotFetched(f"{url} answers {response.status_code} {response.reason_phrase}.")
                        answer = _read(response, url)
                except httpx.HTTPError as error:
                    raise NotFetched(f"{url} cannot be fetched ({error or type(error).__name__}).") from None
                self._note(url, answer)
                return answer
        raise NotFetched(f"{url} leads on to other addresses without end.")

    def _note(self, url: str, answer: Answer) -> None:
        known = dict(answer.headers)
        tags = {"If-None-Match": known.get("etag"), "If-Modified-Since": known.get("last-modified")}
        self.tags[url] = {name: value for name, value in tags.items() if value}

    def _check(self, url: str) -> None:
        """Raises `NotFetched` for what is no page, or lies in a network that a feed from outside should not know of."""
        address = _parsed(url)
        if address is None:
            raise NotFetched(f"{url} is no address of a page.")
        if address.host != self.home and _is_inside(address.host):
            raise NotFetched(f"{url} lies in a private network, and the feed does not.")

    def _wait(self, url: str) -> None:
        address = _parsed(url)
        host = address.host if address else ""
        left = self._asked.get(host, -self.pause) + self.pause - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._asked[host] = time.monotonic()


def host_of(url: str) -> str:
    """The host of a feed's address. Raises `UsageError`."""
    address = _parsed(url)
    if address is None:
        raise UsageError(f"{url} is no address of a feed. Give one that begins with https://, or a folder.")
    return address.host


def joined(base: str, link: str) -> str | None:
    """A link of a page as a whole address; None for what leads to no page."""
    try:
        found = httpx.URL(base).join(link)
    except (httpx.InvalidURL, ValueError):
        return None
    return str(found.copy_with(fragment=None)) if found.scheme in ("http", "https") and found.host else None


def _parsed(url: str) -> httpx.URL | None:
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        return None
    return address if address.scheme in ("http", "https") and address.host else None


def _read(response: httpx.Response, url: str) -> Answer:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MOST_PAGE:
            raise NotFetched(f"{url} is larger than the {MOST_PAGE // MEGABYTE} MB that are taken of a page.")
    headers = tuple((name.lower(), value) for name, value in response.headers.multi_items())
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return Answer(str(response.url), response.status_code, headers, bytes(body), now)


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
