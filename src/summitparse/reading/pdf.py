"""PDF files with a text layer: pypdfium2 gives the characters and their places; order and paragraphs are told here."""

from summitparse.errors import UnreadableInput
from summitparse.reading.blocks import lay_out
from summitparse.reading.limits import MOST_PAGES
from summitparse.reading.pdf_furniture import without_furniture
from summitparse.reading.pdf_lines import Line, read_page
from summitparse.reading.pdf_notes import without_notes
from summitparse.reading.pdf_order import reading_order
from summitparse.reading.pdf_paragraphs import read_paragraphs
from summitparse.reading.pdf_weight import MOST_DRAWN, check_weight, too_much_text
from summitparse.reading.source import Converted

# Texts, paths and pictures of all pages; a page of a map has some 100,000. Several at one place are one character.
MOST_OBJECTS = 1_000_000
# A text layer of this share of characters without meaning was made with fonts that do not say what they show.
MOST_UNKNOWN = 0.3


def convert(data: bytes, name: str) -> Converted:
    """The text of a PDF in reading order. Raises `UnreadableInput` for one that is scanned, protected or too long."""
    check_weight(data, name)
    pages, bare = _read_pages(data, name)
    lines = [line for page in pages for line in page]
    if not lines:
        raise UnreadableInput(
            f"{name} has no text layer: its pages are pictures. Make text of them first (OCR, for example ocrmypdf)."
        )
    check_text(lines, name)
    text_pages = [without_notes(page) for page in without_furniture(pages)]
    # Where nothing is left, all pages are alike: what they say is no furniture.
    ordered = [reading_order(page) for page in (text_pages if any(text_pages) else pages)]
    text = lay_out(read_paragraphs(ordered))
    return Converted(text, f"a PDF of {len(pages)} page{'s' if len(pages) > 1 else ''}{_about(bare)}")


def check_text(lines: list[Line], name: str) -> None:
    """Raises `UnreadableInput` where the characters say nothing."""
    text = "".join(line.text for line in lines)
    unknown = sum(c in "\x00\ufffd\ufffe" or "\ue000" <= c <= "\uf8ff" for c in text)
    if unknown > MOST_UNKNOWN * len(text):
        raise UnreadableInput(
            f"{name} shows text in fonts that do not say which letters they show. Make text of it first (OCR)."
        )


def _about(bare: int) -> str:
    if not bare:
        return ""
    return f", {bare} of which {'have' if bare > 1 else 'has'} no text (pictures were not read)"


def _read_pages(data: bytes, name: str) -> tuple[list[list[Line]], int]:
    """The lines of each page, and how many pages have none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(f"{name} is protected by a password. Save it without one.") from None
        raise UnreadableInput(f"{name} is a damaged PDF. Open it and save it anew.") from None
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableInput(
                f"{name} has {len(document):,} pages; at most {MOST_PAGES:,} are read as one release. Split it."
            )
        pages: list[list[Line]] = []
        characters = objects = 0
        for number in range(len(document)):
            page = read_page(document, number, MOST_DRAWN - characters)
            characters += page.characters
            objects += page.objects
            if characters > MOST_DRAWN:
                raise too_much_text(name)
            if objects > MOST_OBJECTS:
                raise UnreadableInput(f"{name} draws more than {MOST_OBJECTS:,} objects. Split it into releases.")
            pages.append(page.lines)
    except pypdfium2.PdfiumError:
        raise UnreadableInput(f"{name} is a damaged PDF. Open it and save it anew.") from None
    finally:
        document.close()
    return pages, sum(not page for page in pages)
