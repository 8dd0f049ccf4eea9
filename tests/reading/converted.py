"""The same release in every format: made by LibreOffice, Chromium and the standard library, once a session."""

import html
import shutil
import subprocess
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from summitparse.layout import find_layout
from tests.waiting import NEVER

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Made by the standard library alone; by LibreOffice; by Chromium.
PLAIN = ("html", "site.html", "eml", "page.eml", "mhtml")
BY_OFFICE = ("docx", "odt", "rtf", "office.pdf")
# The text file itself, opened in LibreOffice and saved.
OPENED = ("opened.docx", "opened.odt", "opened.rtf", "opened.html", "opened.pdf")
BY_CHROMIUM = ("pdf", "columns.pdf")
NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
OTHER = '<li><a href="/1">“Other news,” President Other said on 1 May</a></li>'
ASIDE = f'<aside class="sidebar"><h3>Latest</h3><ul>{OTHER}</ul></aside>'
FOOTER = "<footer><p>© 2031 Office of the President, 12 Main Street</p></footer>"
COLUMNS = "@page{size:A4;margin:20mm} .c{column-count:2;column-gap:9mm;text-align:justify} p{margin:0;text-indent:1em}"


def paragraphs(text: str) -> list[str]:
    """The lines of a release as they were meant: those that were only broken to fit are joined."""
    return [line.strip() for line in find_layout(text).clean.split("\n") if line.strip()]


def markup(lines: list[str], style: str = "") -> str:
    """A plain page; items with a dash, bullet or number are lists."""
    parts, kind = [], ""
    for line in lines:
        mark, _, rest = line.partition(" ")
        listed = "ol" if mark.rstrip(".").isdigit() and mark.endswith(".") else "ul" if mark in "—–-•" else ""
        if listed != kind:
            parts.append((f"</{kind}>" if kind else "") + (f"<{listed}>" if listed else ""))
            kind = listed
        tag, words = ("li", rest) if listed else ("p", line)
        parts.append(f"<{tag}>{html.escape(words)}</{tag}>")
    parts.append(f"</{kind}>" if kind else "")
    head = f"<meta charset='utf-8'><title></title><style>{style}</style>"
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><div class='c'>{''.join(parts)}</div></body></html>"
    )


def site(lines: list[str]) -> str:
    """The same on a web site, with what sites put around an article."""
    body = markup(lines).split("<div class='c'>")[1].removesuffix("</div></body></html>")
    article = f"<main><article><div class='share'><a href='#'>Share</a></div>{body}</article>{ASIDE}</main>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{NAVIGATION}{article}{FOOTER}</body></html>"


def mail(text: str, lines: list[str], *, page: bool) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Press Office <press@example.org>"
    message["Date"] = "Fri, 14 Mar 2031 18:00:00 +0100"
    message["Subject"] = "Press release: " + next(line for line in lines if not line.startswith("Posted"))
    message.set_content("See the page." if page else text, cte="quoted-printable")
    if page:
        del message["Content-Type"], message["Content-Transfer-Encoding"]
        message.set_content(markup(lines), subtype="html")
    return message.as_bytes()


def saved_page(lines: list[str]) -> bytes:
    """As browsers write MHTML."""
    message = EmailMessage(policy=SMTP)
    message["Snapshot-Content-Location"] = "https://example.org/news"
    message["Subject"] = "News"
    message.set_content(site(lines), subtype="html", cte="quoted-printable")
    message.make_related()
    return message.as_bytes()


def write_plain(name: str, text: str, folder: Path) -> None:
    """What needs no other program."""
    lines = paragraphs(text)
    (folder / f"{name}.html").write_text(markup(lines), "utf-8")
    (folder / f"{name}.site.html").write_text(site(lines), "utf-8")
    (folder / f"{name}.columns.html").write_text(markup(lines, COLUMNS), "utf-8")
    (folder / f"{name}.opened.txt").write_text(text, "utf-8")
    (folder / f"{name}.eml").write_bytes(mail(text, lines, page=False))
    (folder / f"{name}.page.eml").write_bytes(mail(text, lines, page=True))
    (folder / f"{name}.mhtml").write_bytes(saved_page(lines))


def write_office(names: list[str], folder: Path) -> None:
    """Word, OpenDocument, RTF and PDF of all pages, in one run of LibreOffice a format."""
    pages = [str(folder / f"{name}.html") for name in names]
    office([*pages], "docx:MS Word 2007 XML", folder, "--infilter=HTML (StarWriter)")
    office([*pages], "odt:writer8", folder, "--infilter=HTML (StarWriter)")
    documents = [str(folder / f"{name}.docx") for name in names]
    office(documents, "rtf:Rich Text Format", folder)
    made = folder / "office"
    office(documents, "pdf", made)
    for name in names:
        (made / f"{name}.pdf").rename(folder / f"{name}.office.pdf")


def write_opened(names: list[str], folder: Path) -> None:
    """Text files as LibreOffice takes them: each line a paragraph."""
    files = [str(folder / f"{name}.opened.txt") for name in names]
    filters = {"docx": ":MS Word 2007 XML", "odt": ":writer8", "rtf": ":Rich Text Format", "html": "", "pdf": ""}
    for suffix, written in filters.items():
        office(files, suffix + written, folder, "--infilter=Text (encoded):UTF8")


def office(files: list[str], to: str, folder: Path, *options: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(OFFICE), profile, "--headless", *options, "--convert-to", to, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=NEVER)


def write_chromium(name: str, folder: Path) -> None:
    """The page as it is printed, and in two columns."""
    for kind in ("", ".columns"):
        page, target = folder / f"{name}{kind}.html", folder / f"{name}{kind}.pdf"
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium"]
        if kind:
            options.append("--no-pdf-header-footer")
        command = [str(CHROMIUM), *options, f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=NEVER)
