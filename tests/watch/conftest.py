"""A server of this machine with a feed and its pages, which counts what it is asked for."""

import http.server
import threading
from collections import Counter
from collections.abc import Iterator

import pytest

PAGE = (
    "<html><head><link rel=canonical href=/news/{0}><title>x</title></head><body><main><h1>Talks {0} end</h1><p>“We "
    "sail {0} times,” Minister Ann Roe said.</p></main></body></html>"
)


class Site:
    """`items` are the numbers of the pages that the feed lists; `broken` pages answer 500; `files` are other pages."""

    def __init__(self) -> None:
        self.items: list[int] = []
        self.broken: set[int] = set()
        self.asked: Counter[str] = Counter()
        self.address = ""
        self.files: dict[str, bytes] = {}

    def feed(self) -> str:
        items = "".join(
            f"<item><title>{i}</title><link>/p/{i}#top</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item>"
            for i in reversed(self.items)
        )
        return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = int(self.path.rpartition("/")[2]) if self.path.startswith("/p/") else None
            body = (found.feed() if number is None else PAGE.format(number)).encode()
            body = found.files.get(self.path, body)
            tag = f'"{len(found.items)}"' if number is None else ""
            status = 500 if number in found.broken else 304 if tag and self.headers.get("If-None-Match") == tag else 200
            found.asked[f"{self.path} {status}"] += 1
            if self.path == "/loop":
                self.send_response(302)
                self.send_header("Location", "/loop")
                self.end_headers()
                return
            self.send_response(status)
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield found
        server.shutdown()
        thread.join()
