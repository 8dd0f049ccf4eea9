"""The HTML report: one file with everything in it, that asks for nothing over the network."""

import base64
import hashlib
import re
from collections.abc import Sequence
from importlib.resources import files

from summitparse.records import Release
from summitparse.view.markup import Html, element, join, void
from summitparse.view.page import release_page, table, title_of
from summitparse.view.people import find_people, people_index, person_page
from summitparse.view.review import review_bar
from summitparse.view.summary import COUNTED, index, summary

# In the order in which they need each other.
SCRIPTS = ("pages.js", "filters.js", "copy.js", "report.js", "review.js")
_SCRIPT = re.compile("<(/?)script")


def build_report(releases: Sequence[Release]) -> str:
    """A whole HTML document for one release or many; every release must carry its text.

    Raises ValueError for no release, or for one without text.
    """
    if not releases:
        raise ValueError("there is no release to show")
    alone = len(releases) == 1
    pages = [release_page(release, number, alone=alone) for number, release in enumerate(releases, 1)]
    titles = [title_of(release) for release in releases]
    style, scripts = _asset("report.css"), [_asset(name) for name in SCRIPTS]
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(scripts)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="color-scheme", content="light dark"),
        element("title", f"{titles[0]} – summitparse" if alone else f"{len(releases)} releases – summitparse"),
        element("style", Html(style)),
    )
    main = element("main", pages[0], id="main") if alone else _many(releases, titles, pages)
    note = element("div", id="note", role="status", class_="note", hidden=True)
    body = element(
        "body",
        element("a", "Skip to the text", href="#main", class_="skip"),
        main,
        note,
        review_bar(),
        *(element("script", Html(script)) for script in scripts),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _many(releases: Sequence[Release], titles: Sequence[str], pages: Sequence[Html]) -> Html:
    """An index with search, the summary, and each page as text that is opened when it is asked for."""
    search = element(
        "search",
        element("label", "Search the releases: ", for_="search"),
        void("input", type="search", id="search", autocomplete="off"),
        element("output", f"{len(releases)} releases", id="found", for_="search"),
    )
    listed = table("All releases", ["Release", "Published", *COUNTED], [index(releases, titles)], id="releases")
    people, names = find_people(releases)
    shown = summary(releases, names)
    persons = people_index(people)
    below = element(
        "p",
        element("a", "The people in them", href="#people") if persons else None,
        " · ",
        element("a", "Who said how much, documents and figures of all of them", href="#summary"),
    )
    noscript = element("noscript", element("p", "The pages of the releases need JavaScript."))
    start = element(
        "div",
        element("h1", f"{len(releases)} releases", tabindex="-1"),
        noscript,
        search,
        below if shown or persons else None,
        listed,
        persons,
        shown,
        id="index",
    )
    kept = [_inert(page, f"t{number}") for number, page in enumerate(pages, 1)]
    kept += [_inert(person_page(one, titles), f"p{number}") for number, one in enumerate(people, 1)]
    return element("main", start, element("div", id="page", hidden=True), join(kept), id="main")


def _inert(page: Html, id_: str) -> Html:
    """A page as text that the browser does not read before `pages.js` asks for it; nothing in it ends the block."""
    return element("script", Html(_SCRIPT.sub(r"<\\\1script", page)), type="text/html", id=id_, class_="page")


def _policy(scripts: Sequence[str]) -> str:
    """Nothing may be loaded, and of scripts only ours run: were an escape forgotten, nothing would come of it."""
    digests = (base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii") for script in scripts)
    sources = " ".join(f"'sha256-{digest}'" for digest in digests)
    kinds = ("default-src 'none'", "style-src 'unsafe-inline'", f"script-src {sources}", "base-uri 'none'")
    return "; ".join([*kinds, "form-action 'none'"])


def _asset(name: str) -> str:
    return files("summitparse.view").joinpath("assets", name).read_text("utf-8")
