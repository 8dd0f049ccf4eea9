from summitparse.actors import build_registry
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout, clean_copy


def release(*paragraphs: str, title: str = "") -> Layout:
    text = "\n".join([title, *paragraphs] if title else paragraphs)
    blocks, at = [], len(title) + 1 if title else 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 1
    return Layout(text, clean_copy(text), Header(title=Span(0, len(title)) if title else None), tuple(blocks))


def registry_of(layout: Layout):
    spans = [span for span in (layout.header.title, layout.header.subtitle) if span]
    return build_registry(layout, analyse([(layout.clean, spans + [block.span for block in layout.blocks])])[0])


def test_distributed_offices_roles_and_pronouns() -> None:
    layout = release(
        "Presidents of Chile and Peru Iosif Talberg and Ana Quispe met in Lima.",
        "The Peruvian leader thanked her guest. “We are glad,” she said.",
    )
    registry = registry_of(layout)
    names = [actor.name for actor in registry.findings()]
    assert names == ["Iosif Talberg", "Ana Quispe"]
    at = layout.text.index("she said")
    assert registry.resolve(Span(at, at + 3)) == 1
    at = layout.text.index("The Peruvian leader")
    assert registry.resolve(Span(at, at + 19)) == 1


def test_ensure_makes_a_role_and_finds_it_again() -> None:
    layout = release("“It is late,” a spokesman said. The ministry said more.")
    registry = registry_of(layout)
    at = layout.text.index("a spokesman")
    made = registry.ensure(Span(at, at + 11))
    assert registry.findings()[made].kind == "person"
    assert registry.findings()[made].name is None
    at = layout.text.index("The ministry")
    made = registry.ensure(Span(at, at + 12))
    assert registry.findings()[made].kind == "organisation"
