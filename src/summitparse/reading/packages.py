"""Documents that are zip files of XML (Word, OpenDocument): opened within bounds, parsed without entities."""

import io
import zipfile

from lxml import etree

from summitparse.errors import UnreadableInput
from summitparse.reading.limits import MEGABYTE, check_size

Element = etree._Element
# Uncompressed: all parts with their pictures, and one part of XML.
MOST_PARTS = 128 * MEGABYTE
MOST_XML = 16 * MEGABYTE


def check_package(data: bytes, name: str) -> None:
    """Raises `UnreadableInput` for a document that unpacks to more than is read, or that is protected."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
    check_size(sum(member.file_size for member in members), MOST_PARTS, name, ", unpacked,")
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            check_size(member.file_size, MOST_XML, name, f": {member.filename}")
        if member.flag_bits & 1:
            raise UnreadableInput(f"{name} is protected by a password. Save it without one.")


def parse_part(data: bytes, member: str) -> Element:
    """The tree of one XML part; nothing is fetched and no entity is expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(member) as file:
        return etree.fromstring(file.read(MOST_XML + 1), parser)
