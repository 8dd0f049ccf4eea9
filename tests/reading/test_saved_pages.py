"""Pages in the ways in which governments' sites are built, as a browser saves them: the release, and nothing else."""

import pytest

from summitparse.reading import read_bytes

RELEASE = """Norway and Portugal sign a plan for the open ocean

14 March 2031

Prime Minister Ingrid Solheim met Prime Minister Duarte Falcão in Lisbon. “We began,” she said.

They signed:

- the plan for ocean research until 2035;
- the protocol on fishing quotas.

Trade reached 3.2 billion euros in 2030.
"""
BODY = """<p>Prime Minister <a href="/pm">Ingrid Solheim</a> met Prime Minister Duarte Falcão in Lisbon.
“We began,” she said.</p><p>They signed:</p><ul>
<li>the plan for ocean research until 2035;</li>
<li>the protocol on <em>fishing</em> quotas.</li></ul><p>Trade reached 3.2&nbsp;billion euros in&nbsp;2030.</p>"""
TITLE = "Norway and Portugal sign a plan for the open ocean"
LINKS = '<ul><li><a href="/a">Prime Minister opens a school on 3 May</a></li><li><a href="/b">All news</a></li></ul>'
SITES = {
    # A design system: banner for cookies, phase banner, breadcrumbs, metadata, related content, a form for feedback.
    "design-system": f"""<div id="global-cookie-message" class="cookie-banner" role="region">
<h2>Cookies on this site</h2>
<p>We use some cookies.</p><button>Accept</button></div><a class="skip-link" href="#content">Skip to main content</a>
<header role="banner"><a href="/">The Government</a><form role="search"><label for="q">Search</label><input id="q">
</form>
</header><div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></div>
<main id="content" role="main"><h1>{TITLE}</h1><p><time datetime="2031-03-14T18:00">14 March 2031</time></p>
<div class="body">{BODY}</div><div class="share-links"><h2>Share this page</h2><ul><li><a href="#">Facebook</a>
</li></ul></div>
<aside class="related"><h2>Related content</h2>{LINKS}</aside></main><div class="feedback" role="complementary">
<h2>Is this page useful?</h2><button>Yes</button></div><footer role="contentinfo"><p>© Crown</p></footer>""",
    # A content management system: divs with names, a picture with its words, the way to neighbours.
    "blog-system": f"""<div id="page" class="site"><div class="site-header">
<nav class="main-navigation">{LINKS}</nav></div>
<div id="content"><div id="primary"><main><article class="post type-post"><header class="entry-header">
<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">14 March 2031</span></div>
</header>
<div class="entry-content"><figure class="wp-caption"><img src="a.jpg" alt="">
<figcaption>The two in Lisbon. Photo: Office
</figcaption></figure>{BODY}<div class="sharedaddy sharing"><h3>Share</h3></div></div></article>
<nav class="post-navigation"><a href="/x">Previous</a></nav><div id="comments" class="comments"><p>2 comments</p>
</div></main>
</div><div id="secondary" class="widget-area sidebar"><h2>Newsletter</h2>{LINKS}</div></div>
<div id="footer" class="site-footer footer"><p>Imprint</p></div></div>""",
    # Tables for the layout, lines parted by breaks, capitals for tags: an old site.
    "old-site": f"""<TABLE width=100%><TR><TD colspan=2><DIV class=menu><A href=/>HOME</A> | <A href=/n>NEWS</A>
</DIV></TD></TR>
<TR><TD width=150 valign=top class="sidebar">{LINKS}</TD><TD><H1>{TITLE}</H1><P>14 March 2031<P>{BODY}</TD></TR>
<TR><TD colspan=2 class=footer>Webmaster</TD></TR></TABLE>""",
    # Scripts hold the data of the page; dialogs, hidden parts and a bar to share lie around it.
    "application": f"""<div id="__next"><div role="dialog" class="modal"><p>Choose your language</p></div>
<script type="application/json">{{"title": "Not this <p>text</p>"}}</script><div class="toolbar">
<button>Print</button></div>
<section class="hero"><h1>{TITLE}</h1><p class="date">14 March 2031</p></section>
<section class="article-body">{BODY}</section>
<section aria-hidden="true" hidden><p>Loading</p></section><section class="recommended">
<h2>Read next</h2>{LINKS}</section>
<div class="social"><span>Follow us</span></div></div>""",
}


@pytest.mark.parametrize("site", SITES)
def test_a_saved_page_is_the_release(site: str) -> None:
    page = f"<!DOCTYPE html><html><head><title>{TITLE} - Gov</title></head><body>{SITES[site]}</body></html>"
    text = read_bytes(page.encode(), "page.html").text.replace("\u00a0", " ")
    assert text == RELEASE
