"""Of a web page the article is read, all of it, in order; what stands around it is not."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from summitparse.errors import UnreadableInput
from summitparse.reading import read_bytes
from summitparse.reading.html import page_text
from tests.cost import cost


def read(body: str) -> str:
    return page_text(f"<html><body>{body}</body></html>", "page")


ARTICLE = "<h1>Talks end</h1><p>The Presidents met on Friday and spoke for an hour about trade.</p>"
TEXT = "Talks end\n\nThe Presidents met on Friday and spoke for an hour about trade.\n"


@pytest.mark.parametrize(
    "around",
    [
        "<nav><p>Home</p></nav>{}",
        "{}<footer><p>© Office</p></footer>",
        "<header><p>The Government</p></header>{}",
        '<div class="main-menu"><p>Home</p></div>{}',
        '<div id="cookie_banner"><p>We use them</p></div>{}',
        '<ul role="navigation"><li>Home</ul>{}',
        "<main>{}</main><div><p>Other news</p></div>",
        "<main><article>{}</article><aside><p>Other</p></aside></main>",
        "{}<script>var p = '<p>no</p>'</script><style>p{{}}</style><noscript>No</noscript>",
        '{}<p style="display: none">hidden</p><p hidden>hidden</p>',
        '{}<figure><img alt="no"><figcaption>A picture</figcaption></figure>',
        "<form>{}<input value=x><button>Send</button><select><option>one</select></form>",
        '<div class="has-sidebar navy">{}</div>',
        '<div class="print">{}</div>',
    ],
)
def test_what_stands_around_an_article_is_left_out(around: str) -> None:
    assert read(around.format(ARTICLE)) == TEXT


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p>One<p>Two", "One\n\nTwo\n", id="paragraphs"),
        pytest.param("<p>3 May 2024<p>11:20<p>Riga", "3 May 2024\n11:20\n\nRiga\n", id="time-below-its-date"),
        pytest.param("One<br><br>Two<br>three", "One\n\nTwo\nthree\n", id="line-breaks"),
        pytest.param("<div>One</div>Two<div>Three</div>", "One\n\nTwo\n\nThree\n", id="text-between-blocks"),
        pytest.param("<p>a <b>bold</b><i>ly</i>\n said&nbsp;so", "a boldly said\u00a0so\n", id="inline"),
        pytest.param("<ul><li>One<li>Two</ul>Three", "- One\n- Two\n\nThree\n", id="list"),
        pytest.param("<ol start=3><li>One<li value=7>Two<li>x</ol>", "3. One\n7. Two\n8. x\n", id="numbers"),
        pytest.param("<ul><li>— One<li>• Two</ul>", "— One\n- Two\n", id="written-bullets"),
        pytest.param("<ul><li><p>One</p><p>more</p></ul>", "- One\n\nmore\n", id="paragraphs-of-an-item"),
        pytest.param("<table><tr><td>Trade<td>40 billion</table>", "Trade\t40 billion\n", id="table"),
        pytest.param("<table><tr><td><p>One</p><p>Two</p></table>", "One\n\nTwo\n", id="table-for-layout"),
        pytest.param("<p>5 km<sup>2</sup> said<sup><a href=#n>[1]</a></sup>", "5 km² said\n", id="superscripts"),
        pytest.param("<p>He said <q>yes</q>", "He said “yes”\n", id="quotation"),
        pytest.param("<pre>One\n  two</pre>", "One\ntwo\n", id="verbatim"),
        pytest.param("<p>co&shy;operation\u200b\ufeff</p>", "cooperation\n", id="unseen"),
        pytest.param("<p>a &lt;b&gt; &amp;amp; c</p>", "a <b> &amp; c\n", id="entities"),
    ],
)
def test_blocks(body: str, text: str) -> None:
    assert read(body) == text


@pytest.mark.parametrize(
    "body",
    [
        '<p>The ferry <span class="sr-only">opens in a new tab</span>sails.</p>',
        '<p>The ferry <b class="gov-visually-hidden">Link</b>sails.</p>',
        '<p>The ferry <i style="position:absolute; left: -9999px">Link</i>sails.</p>',
        '<p>The ferry <i style="clip-path: inset(50%)">Link</i>sails.</p>',
        "<p>The ferry <s>sinks</s><del>sank</del>sails.</p>",
        '<p>The ferry <u style="text-decoration: line-through">sinks</u>sails.</p>',
        "<style>/* .a{} */ @media print{.b{left:0}} .sub, p.vh {position:absolute;left:-5000px}</style><p>The ferry "
        '<span class="vh">Link</span>sails.</p><p class="b"></p>',
        '<p>The <span class="tooltip" title="A ship">ferry</span> sails<span class="tooltiptext">A ship</span>.</p>',
        '<p>The <span class="tooltip">ferry<span class="tooltiptext">A ship</span></span> sails.</p>',
        '<p>The ferry <em role="tooltip">A ship</em>sails.</p>',
        '<p>The ferry sails.</p><p class="image-caption">Minister Roe said “well done”. Photo: Office</p>',
        '<p>The ferry sails.</p><p class="photo-credit">Photo: Office</p>',
    ],
)
def test_what_is_not_shown_or_struck_is_no_text(body: str) -> None:
    assert read(ARTICLE + body) == TEXT + "\nThe ferry sails.\n"


@pytest.mark.parametrize(
    "style",
    [".lead{position:relative;left:-10px}", "@media print{.lead{left:-9999px}}", ".lead{display:none}", ".lead{"],
)
def test_what_a_style_sheet_shows_somewhere_stays(style: str) -> None:
    assert "The ferry sails." in read(f'<style>{style}</style>{ARTICLE}<p class="lead">The ferry sails.</p>')


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<blockquote><p>It sails.</p><footer>— Jane Roe, <cite>Minister</cite></footer></blockquote>",
            "“It sails.” — Jane Roe, Minister",
        ),
        (
            "<figure><blockquote><p>It sails.<p>We wait.</blockquote><figcaption>Jane Roe</figcaption></figure>",
            "“It sails.\n\n“We wait.” — Jane Roe",
        ),
        (
            '<div class="quote-card"><p>“It sails.”</p><p class="quote-name">Jane Roe</p><p class="role">Minister</p>',
            "“It sails.” — Jane Roe, Minister",
        ),
        (
            "<blockquote><p>It sails.</p>&mdash; Jane Roe (@roe) <a href=x>May 3, 2024</a></blockquote>",
            "“It sails.” — Jane Roe",
        ),
        ("<blockquote><p>Two lines of a law,</p><p>set apart.</p></blockquote>", "Two lines of a law,\n\nset apart."),
        ("<blockquote>It sails.<footer>all rights reserved</footer></blockquote>", "It sails."),
    ],
)
def test_a_quotation_that_names_its_source_gets_marks(body: str, text: str) -> None:
    assert read(ARTICLE + body) == TEXT + f"\n{text}\n"


@pytest.mark.parametrize(
    "stamp",
    [
        '<meta name="dcterms.issued" content="2024-05-03">',
        '<script type="application/ld+json">{"author": "x", "datePublished": "2024-05-03T10:00:00Z"}</script>',
        '<p><time datetime="2024-05-03" class="published">Friday</time><time datetime="2024-06-01"></time></p>',
        '<div class="sidebar"><time datetime="2024-05-03T10:00">Friday</time></div>',
    ],
)
def test_the_day_of_publication_is_found_in_what_pages_say_for_machines(stamp: str) -> None:
    assert page_text(f"<html><body>{stamp}<main>{ARTICLE}</main>", "page").startswith("Talks end\n\n2024-05-03")


def test_of_several_days_that_are_marked_none_is_taken() -> None:
    times = '<time datetime="2024-05-03">Friday</time> <time datetime="2024-06-01">June</time>'
    assert "2024" not in read(f"<main>{ARTICLE}</main><p>{times}</p>")


def test_headline_and_date_of_the_head_are_put_in_where_the_article_lacks_them() -> None:
    head = '<meta property="og:title" content="Talks end">'
    head += '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
    body = "<article><p>The Presidents met.</p></article>"
    assert page_text(f"<html><head>{head}</head><body>{body}", "page").startswith(
        "Talks end\n\n2024-05-03 10:00\n\nThe"
    )
    dated = "<article><h1>Talks end</h1><p>3 May 2024</p><p>The Presidents met.</p></article>"
    assert page_text(f"<html><head>{head}</head><body>{dated}", "page").startswith("Talks end\n\n3 May 2024\n\nThe")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252"), ("iso-8859-2", "iso8859-2")],
)
def test_the_declared_encoding_is_used(declared: str, encoding: str) -> None:
    said = "Президент" if "1251" in declared else "“Dvořák”" if declared.endswith("2") else "Müller"
    said = said.strip("“”") if declared.endswith("2") else said
    page = f"<html><head><meta charset='{declared}'></head><body><p>{said} said yes</p></body></html>"
    source = read_bytes(page.encode(encoding), "page.html")
    assert source.text == f"{said} said yes\n" and source.encoding == encoding


def test_a_declared_encoding_that_is_wrong_is_told() -> None:
    source = read_bytes(b"<html><meta charset=cp1252><p>\x81 said", "page.html")
    assert [n.code for n in source.notices] == ["converted", "decoded-with-loss"]


def test_pictures_inside_a_page_do_not_count() -> None:
    picture = "data:image/png;base64," + "A" * 6_000_000
    assert read(f'<img src="{picture}">{ARTICLE}') == TEXT
    with pytest.raises(UnreadableInput, match="larger than the 5 MB"):
        read("<p>a" * 2_000_000)


MANY = "".join(f" a{i}=x" for i in range(1_001))


@pytest.mark.parametrize("tag", [f"<p{MANY}>", f"<p{MANY}", f"<p a=\">\" b='>'{MANY}>", f'<p "{MANY}', f"<p/{MANY}/>"])
@pytest.mark.parametrize(
    "before", ["", "<!-->", "<!--->", "<!-- a --!>", "<script-a>", "<script\u00a0>", "<\u017ftyle>", "<script/>"]
)
def test_a_tag_of_more_attributes_than_any_has_is_refused(before: str, tag: str) -> None:
    """The parser looks through all attributes of a tag for each of them, and none of these hides one from it."""
    with pytest.raises(UnreadableInput, match="a tag of more than 1,000 attributes"):
        read(f"{ARTICLE}{before}{tag}Yes")


@pytest.mark.parametrize("name", ["script", "STYLE", "script/", "style\f"])
def test_a_tag_whose_content_is_no_markup_has_attributes_too(name: str) -> None:
    with pytest.raises(UnreadableInput, match="a tag of more than 1,000 attributes"):
        read(f"{ARTICLE}<{name}{MANY}>a</{name}>Yes")


@pytest.mark.parametrize(
    "around",
    [
        f"<!-- <p{MANY}> -->",
        f"<script>if (a<b {MANY}) c()</script>",
        f"<div data-state='{MANY * 9}'></div>",
        f'<div data-state="{MANY * 9}" class=x></div>',
        f"<p title={'a/' * 5_000}></p>",
        "<b class=x id=y></b>" * 2_000,
    ],
)
def test_what_only_looks_like_attributes_is_none(around: str) -> None:
    assert read(ARTICLE + around) == TEXT


@pytest.mark.cost
@pytest.mark.parametrize(
    "made",
    [
        lambda n: f"<p {' '.join(f'a{i}=x' for i in range(n))}>Yes",
        lambda n: "<a " * n + ">Yes",
        lambda n: '<a "' * n + ">Yes",
        lambda n: "<h1><b>" * 900 + "Yes" + "<i>x</i>" * n,
    ],
    ids=["attributes", "open", "quotes", "headlines"],
)
def test_twice_the_markup_costs_twice(made: Callable[[int], str]) -> None:
    def tried(page: bytes) -> None:
        with suppress(UnreadableInput):
            read_bytes(page, "a.html")

    once, twice = (f"<html><body>{made(n)}".encode() for n in (200_000, 400_000))
    assert cost(lambda: tried(twice)) <= 2.2 * cost(lambda: tried(once)) + 0.02


def test_headlines_in_headlines_are_several() -> None:
    assert read(f"<p>{'Before it. ' * 90}</p><h1>Talks <h1>end</h1></h1>").startswith("Before it")
    assert read(f"<p>{'Before it. ' * 90}</p><h1> </h1><h1>Talks end</h1>").startswith("Talks end")


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "none-such"])
def test_a_character_set_for_no_text_is_passed_over(charset: str) -> None:
    page = f"<html><meta charset='{charset}'><p>The minister left a café in Quito.".encode("cp1252")
    assert "café" in read_bytes(page, "a.html").text
