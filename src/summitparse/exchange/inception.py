"""INCEpTION: a UIMA CAS as XMI with a layer a kind, by dkpro-cassis, and the type system beside it.

Offsets in the file are UTF-16 code units; cassis counts code points on this side and converts.
"""

import re
from collections.abc import Iterator
from typing import Any

from summitparse.errors import UnreadableInput
from summitparse.exchange.marked import KIND_OF, LABELS, Marked, as_marked, fields_json, marked, read_fields, text_of
from summitparse.extras import missing
from summitparse.records import Release

NAMESPACE = "summitparse."
FEATURES = ("identifier", "part", "fields", "confidence")
# XML 1.0 has no place for these; each is shown as U+FFFD, so that no offset changes.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _cassis() -> Any:
    try:
        import cassis
    except ImportError:
        raise missing("INCEpTION's format", "inception") from None
    return cassis


def type_system() -> Any:
    """A layer a kind: each has the record's id, the number of the part, its fields as JSON, and its confidence."""
    system = _cassis().TypeSystem()
    for label in LABELS.values():
        layer = system.create_type(NAMESPACE + label, "uima.tcas.Annotation")
        for feature in FEATURES:
            system.create_feature(layer, feature, "uima.cas.String")
    return system


def type_system_xml() -> str:
    """What INCEpTION imports as layers (Settings, Layers, Import)."""
    return str(type_system().to_xml())


def to_inception(release: Release) -> str:
    """The CAS as XMI. Raises `MissingExtra`, and `UsageError` for a release without its text."""
    system = type_system()
    cas = _cassis().Cas(system)
    cas.sofa_string = _NO_XML.sub("\ufffd", text_of(release))
    cas.sofa_mime = "text/plain"
    for one in marked(release):
        layer = system.get_type(NAMESPACE + LABELS[one.kind])
        for number, (start, end) in enumerate(one.places):
            fields = fields_json(one.fields) if number == 0 else None
            sure = None if one.confidence is None else str(one.confidence)
            cas.add(layer(begin=start, end=end, identifier=one.id, part=str(number), fields=fields, confidence=sure))
    return str(cas.to_xmi(pretty_print=True))


def from_inception(xmi: str, release: Release) -> Release:
    """The release as an XMI has it. Raises `UnreadableInput` for what is none, or is of another text."""
    cassis = _cassis()
    try:
        cas = cassis.load_cas_from_xmi(xmi, typesystem=type_system(), lenient=True)
        text, found = cas.sofa_string, list(_marks(cas))
    except Exception as error:  # noqa: BLE001 - the library raises what its parsers raise
        said = " ".join(str(error).split())[:100]
        raise UnreadableInput(f"This is no UIMA CAS as XMI 1.1 ({said}). Export it as that from INCEpTION.") from None
    if text != _NO_XML.sub("\ufffd", text_of(release)):
        raise UnreadableInput(f"The XMI is of another text than {release.source.name}.")
    return as_marked(release, found)


def _marks(cas: Any) -> Iterator[Marked]:
    """Parts with one id are one record; what was marked in the tool has none."""
    parts: dict[tuple[str, str], list[Any]] = {}
    for label, kind in KIND_OF.items():
        for number, annotation in enumerate(cas.select(NAMESPACE + label)):
            parts.setdefault((kind, annotation.identifier or f" {number}"), []).append(annotation)
    for (kind, id_), annotations in parts.items():
        annotations.sort(key=lambda annotation: annotation.begin)
        places = tuple((annotation.begin, annotation.end) for annotation in annotations)
        fields = next((read_fields(annotation.fields) for annotation in annotations if annotation.fields), {})
        yield Marked(kind, None if id_.startswith(" ") else id_, places, fields)
