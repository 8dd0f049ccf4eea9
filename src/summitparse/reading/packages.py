"""Documents that are zip files of XML (Word, OpenDocument): opened within bounds, parsed without entities."""

import io
import posixpath

from lxml import etree

from summitparse.reading.archive import open_archive, read_entry
from summitparse.reading.limits import MEGABYTE

Element = etree._Element
# One part of XML; parts that are not asked for, such as pictures, are never unpacked.
MOST_XML = 16 * MEGABYTE
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of a document by their names. Use it in a `with` statement."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises `UnreadableInput` where the file is no archive, or unpacks to more than is read."""
        self.name = name
        self.archive = open_archive(io.BytesIO(data), name)

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_: object) -> None:
        self.archive.close()

    def parse(self, part: str) -> Element:
        """The tree of one XML part; nothing is fetched and no entity is expanded.

        Raises `KeyError` where there is no such part, `UnreadableInput` and lxml's errors where it cannot be read.
        """
        data = read_entry(self.archive, self.archive.getinfo(part), MOST_XML, f"{self.name}/{part}")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        return etree.fromstring(data, parser)

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part of an Office document refers to, by the last word of the relation's type ("styles");
        those of the package itself for "" (ECMA-376-2, 9.3)."""
        folder, file = posixpath.split(part)
        try:
            root = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        except KeyError:
            return {}
        found: dict[str, str] = {}
        for relation in root.iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(posixpath.basename(relation.get("Type", "")), target.lstrip("/"))
        return found
