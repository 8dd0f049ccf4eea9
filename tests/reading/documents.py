"""Small documents and hostile ones, made byte by byte: no program is needed for them."""

import io
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
LISTS_TYPE = (
    '<Override PartName="/word/numbering.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
)
_LEVELS = (
    '<w:abstractNum w:abstractNumId="{0}"><w:lvl w:ilvl="0"><w:numFmt w:val="{1}"/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="{1}"/></w:lvl></w:abstractNum>'
)
LISTS = (
    f'<?xml version="1.0"?><w:numbering {W}>{_LEVELS.format(0, "decimal")}{_LEVELS.format(1, "bullet")}'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(files: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, prologue: str = "", *, lists: bool = False) -> bytes:
    """A Word document around the XML of its body; with `lists`, list 1 counts and list 2 has bullets."""
    document = f'<?xml version="1.0"?>{prologue}<w:document {W}><w:body>{body}</w:body></w:document>'
    files = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document}
    if lists:
        files["[Content_Types].xml"] = TYPES.replace("</Types>", LISTS_TYPE + "</Types>")
        files["word/_rels/document.xml.rels"] = RELATIONS.replace('officeDocument" T', 'numbering" T').replace(
            "word/document.xml", "numbering.xml"
        )
        files["word/numbering.xml"] = LISTS
    return zipped(files)


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def odt(body: str) -> bytes:
    """An OpenDocument text around the XML of its body."""
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(pages: list[list[tuple[float, float, str]]], *, size: int = 11, extra: bytes = b"") -> bytes:
    """A PDF with words at places (points from the lower left), one list a page; `extra` goes into the trailer."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for i, page in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', '[').replace(')', ']')}) Tj ET\n" for x, y, words in page
        )
        stream = zlib.compress(drawn.encode("cp1252"))
        about = f"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {about} >>".encode())
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start)
    return bytes(data)


def encrypted_pdf() -> bytes:
    """Asks for a password that nobody knows."""
    words = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %b /U %b /P -4 >> /ID [<00> <00>]" % (words, words)
    return pdf([[(72, 700, "Nobody reads this")]], extra=lock)


def deflated(unit: bytes, times: int) -> bytes:
    """A bare stream of Deflate that unpacks to so many units; one is packed, and stands there again and again."""
    packer = zlib.compressobj(1, wbits=-15)
    return (packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)) * times + b"\x03\x00"


def bomb(megabytes: int) -> bytes:
    """An archive of a few megabytes that unpacks to this much, by a checksum that nobody will come to."""
    packed = deflated(b"0" * 1_000_000, megabytes)
    archive = bytearray(zipped({"release.txt": ""}, stored=True))
    directory = archive.index(b"PK\x01\x02")
    for at in (8, directory + 10):
        struct.pack_into("<H", archive, at, zipfile.ZIP_DEFLATED)
    for at in (18, directory + 20):
        struct.pack_into("<LL", archive, at, len(packed), megabytes * 1_000_000)
    end = archive.index(b"PK\x05\x06")
    struct.pack_into("<L", archive, end + 16, directory + len(packed))
    return bytes(archive[:directory] + packed + archive[directory:])


def nested_html(depth: int) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"The President said yes." + b"</div>" * depth + b"</body></html>"


def deflated_pdf(drawing: bytes, times: int = 1) -> bytes:
    """A page drawn by these commands so many times, packed; without a table of objects, which readers make anew."""
    checksum = 1
    for _ in range(times):
        checksum = zlib.adler32(drawing, checksum)
    packed = b"\x78\x01" + deflated(drawing, times) + checksum.to_bytes(4, "big")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    numbered = b"".join(b"%d 0 obj%b endobj\n" % (i, thing) for i, thing in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"
