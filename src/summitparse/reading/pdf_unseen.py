"""Which lines of a PDF page nobody sees: drawn in no colour, or in white on the white page."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from summitparse.reading.pdf_lines import Line

# Text render mode 3 of ISO 32000-1, 9.3.6: neither filled nor stroked. What scanners recognise lies so over a picture.
INVISIBLE = 3
# From here on a colour is as good as white.
WHITE = 250
# A page of drawings is not searched for what lies behind its text.
MOST_OBJECTS = 4000


def is_invisible(text_page: Any, i: int) -> bool:
    """Whether character `i` is drawn in no colour at all."""
    import pypdfium2.raw as pdfium

    drawn = pdfium.FPDFText_GetTextObject(text_page, i)
    return bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == INVISIBLE


def is_white(text_page: Any, i: int) -> bool:
    """Whether character `i` is white, or so transparent that nothing of it is seen."""
    import ctypes

    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text_page, i, red, green, blue, alpha):
        return False
    return alpha.value < 255 - WHITE or min(red.value, green.value, blue.value) >= WHITE


def seen_lines(page: "PdfPage", lines: list["Line"], objects: int) -> list["Line"]:
    """The lines without what is not seen; all where most are not, for then a picture of the text lies over them."""
    unseen = [line for line in lines if line.shade == "invisible"]
    white = [line for line in lines if line.shade == "white"]
    if white and objects <= MOST_OBJECTS:
        behind = list(_coloured(page))
        unseen += [line for line in white if not any(_covers(box, line) for box in behind)]
    if not unseen or 2 * len(unseen) > len(lines):
        return lines
    hidden = set(map(id, unseen))
    return [line for line in lines if id(line) not in hidden]


def _coloured(page: "PdfPage") -> Any:
    """Boxes of pictures, and of filled shapes that are not white: left, bottom, right, top."""
    import ctypes

    import pypdfium2.raw as pdfium

    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
    for drawn in page.get_objects(filter=kinds, max_depth=3):
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            known = pdfium.FPDFPageObj_GetFillColor(drawn.raw, red, green, blue, alpha)
            if known and min(red.value, green.value, blue.value) >= WHITE:
                continue
        yield drawn.get_bounds()


def _covers(box: tuple[float, float, float, float], line: "Line") -> bool:
    left, bottom, right, top = box
    return left <= line.left + 1 and bottom <= line.middle <= top and right >= line.left + 1
