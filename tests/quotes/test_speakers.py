"""Speakers through the registry: carried from the text around a quotation, and never over a change of speaker."""

from dataclasses import replace

import pytest

from summitparse import calibration
from summitparse.actors import Registry, build_registry
from summitparse.findings import QuoteFinding, Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout
from summitparse.quotes import assign_speakers, find_quotes
from summitparse.voices import find_voices
from tests.quotes.test_find import plain_layout


def assigned(layout: Layout) -> tuple[tuple[QuoteFinding, ...], Registry]:
    parse = analyse([(layout.clean, layout.stretches())])[0]
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    quotes = find_quotes(voices, parse).quotes
    return assign_speakers(quotes, layout=layout, parse=parse, registry=registry), registry


def speakers(text: str) -> list[tuple[str | None, str]]:
    """Name or title of the speaker and the attribution of each direct quote."""
    layout = plain_layout(text)
    quotes, registry = assigned(layout)
    actors = registry.findings()

    def name(quote: QuoteFinding) -> str | None:
        if quote.speaker is None:
            return None
        actor = actors[quote.speaker]
        return actor.name or " ".join(actor.titles)

    return [(name(quote), quote.attribution) for quote in quotes if quote.type == "direct"]


OPENING = "President of Iceland Oto Brandt met Prime Minister of Malta Ms Ilva Daren on Monday.\n"


def test_a_name() -> None:
    assert speakers(OPENING + "“The tunnel is ready,” Oto Brandt said.") == [("Oto Brandt", "explicit")]


def test_a_pronoun() -> None:
    text = OPENING + "Ilva Daren opened the tunnel. “The tunnel is ready,” she said."
    assert speakers(text) == [("Ilva Daren", "anaphor")]


def test_a_pronoun_behind_a_sentence_without_a_subject() -> None:
    text = OPENING + "Ilva Daren opened the tunnel. Good news for all. “The tunnel is ready,” she said."
    assert speakers(text) == [("Ilva Daren", "anaphor")]


def test_a_role_points_back_to_a_name() -> None:
    text = OPENING + "“The tunnel is ready,” the President of Iceland said."
    assert speakers(text) == [("Oto Brandt", "anaphor")]


def test_carried_from_the_quote_before() -> None:
    text = (
        OPENING
        + "“The tunnel is ready,” Oto Brandt said. The works had begun in May.\n"
        + "“It has cost us many years of work and many sleepless nights.”"
    )
    assert speakers(text)[1] == ("Oto Brandt", "context")


def test_a_paragraph_in_marks_goes_on_from_the_report_above() -> None:
    more = "“It has cost us many years of work and many sleepless nights.”"
    assert speakers(f"{OPENING}“The tunnel is ready,” Oto Brandt said.\n{more}") == [("Oto Brandt", "explicit")]
    assert len(speakers(f"{OPENING}“The tunnel is ready,” Oto Brandt said. Ilva Daren was there.\n{more}")) == 2


def test_carried_from_the_sentence_before() -> None:
    text = (
        OPENING
        + "Ilva Daren spoke about the new ferry.\n“It will cross the strait four times a day and carry many cars.”"
    )
    assert speakers(text) == [("Ilva Daren", "context")]


def test_not_carried_over_a_change_of_speaker() -> None:
    text = (
        OPENING + "“The tunnel is ready,” Oto Brandt said.\nIlva Daren spoke about the ferry.\n"
        "“It will cross the strait four times a day and carry many cars.”"
    )
    assert speakers(text)[1] == ("Ilva Daren", "context")


def test_nobody_to_carry_from() -> None:
    text = "The tunnel is ready.\n“It has cost us many years of work and many sleepless nights.”"
    assert speakers(text) == [(None, "none")]


def test_a_quotation_of_nobody_is_as_sure_as_such_ones_are() -> None:
    quotes, _ = assigned(plain_layout("The tunnel is ready.\n“It has cost us many years and many sleepless nights.”"))
    assert [quote.confidence for quote in quotes] == [calibration.confidence("quotes", "none")]


def test_he_is_the_subject_of_his_own_sentence() -> None:
    text = (
        "Oto Brandt proposed a ferry. The Kenyan leader came late. Oto Brandt smiled when he said: “The road is ready.”"
    )
    assert speakers(OPENING + text) == [("Oto Brandt", "anaphor")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("“The tunnel is ready,” Oto Brandt said.\n“It is long,” the engineers said.", "Oto Brandt"),
        ("“The tunnel is ready,” Oto Brandt said.\nA nurse said that it was long.", "Oto Brandt"),
        ("Ilva Daren spoke. “The tunnel is ready,” an engineer said.", "engineer"),
    ],
)
def test_carried_past_several_and_from_nobody_before_the_last_quote(before: str, speaker: str) -> None:
    more = "“It has cost us many years of work and many sleepless nights.”"
    assert speakers(f"{OPENING}{before}\nRain fell.\n{more}")[-1] == (speaker, "context")


def test_carried_from_a_letter_past_what_a_thing_confirmed() -> None:
    text = (
        "The letter reads: “The tunnel has cost us many years of hard work.”\n"
        "Its safety was confirmed by the outcome of the tests, which showed that the lamps burn.\n"
        "“I hope that it will serve the valley for many years to come.”"
    )
    assert speakers(text) == [("letter", "explicit"), ("letter", "context")]


def everybody(text: str) -> list[tuple[str, ...] | str | None]:
    """Of each quote the speaker's name or title, of a group the names of its members."""
    layout = plain_layout(text)
    layout = replace(layout, header=Header(title=layout.blocks[0].span), blocks=layout.blocks[1:])
    quotes, registry = assigned(layout)
    actors = registry.findings()
    found = [actors[quote.speaker] if quote.speaker is not None else None for quote in quotes]
    members = [tuple(sorted(str(actors[m].name) for m in a.members)) if a else () for a in found]
    return [a and (a.name or names or next(iter(a.titles), ())) for a, names in zip(found, members, strict=True)]


def test_they_are_the_two_who_said_so_and_not_whom_they_spoke_of() -> None:
    text = (
        "The tunnel\nMinister Ana Berg and Minister Oto Brandt said that President Daren and Secretary Lind want it. "
        "They added that it was ready."
    )
    assert everybody(text) == [("Ana Berg", "Oto Brandt")] * 2


def test_they_are_the_two_of_a_call() -> None:
    text = (
        "Telephone conversation with Prime Minister of Malta Oto Brandt\nPresident Ilva Daren spoke with the Prime "
        "Minister on Monday. They said that the tunnel was safe."
    )
    assert everybody(text) == [("Ilva Daren", "Oto Brandt")]


def test_they_are_nobody_in_a_text_about_other_things() -> None:
    text = (
        "Prime Minister of Malta Oto Brandt opened a tunnel\nPresident Ilva Daren came on Monday. They said that the "
        "tunnel was safe."
    )
    assert everybody(text) == [None]


def test_who_is_the_noun_before_it() -> None:
    text = "The tunnel\nThe programme gives help with the safe transit of pilots who say that the valley is dark."
    assert everybody(text) == ["pilots"]


def test_a_label_belongs_to_the_person_whose_name_ends_it() -> None:
    text = (
        "Ilva Daren: Welcome.\nHead of the Maltese party Open Valley – For Life Oto Brandt: Thank you, Mr Brandt says."
    )
    labels = [Span(0, 10), Span(text.index("Head"), text.index(": Thank"))]
    starts = [(text.index("Welcome"), text.index("\n")), (text.index("Thank"), len(text))]
    layout = plain_layout("Minister Oto Brandt came.\n" + text)
    shift = len(layout.text) - len(text)
    turns = tuple(
        Block(Span(a + shift, b + shift), "turn", None, Span(label.start + shift, label.end + shift))
        for label, (a, b) in zip(labels, starts, strict=True)
    )
    layout = replace(layout, blocks=(layout.blocks[0], *turns))
    parse = analyse([(layout.clean, layout.stretches())])[0]
    registry = build_registry(find_voices(layout), parse)
    assert registry.findings()[registry.ensure(turns[1].label)].name == "Oto Brandt"
    assert registry.findings()[registry.ensure(turns[0].label)].name == "Ilva Daren"


def test_he_is_the_office_named_before_without_a_name() -> None:
    text = "The Prime Minister spoke of the wildfires and offered his condolences. “The tunnel is ready,” he said."
    assert speakers(text) == [("Prime Minister", "anaphor")]


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("The Kenyan leader said that the costs were unknown.", "he asked", "Kenyan leader"),
        ("The Kenyan leader arrived late.", "he asked", "Kenyan leader"),
        ("The spokeswoman of the Kenyan ministry did not comment.", "she asked", "spokeswoman of the Kenyan ministry"),
        ("The spokeswoman of the Kenyan ministry did not comment.", "he asked", "Oto Brandt"),
        ("The costs were unknown.", "he asked", "Oto Brandt"),
        ("The Kenyan leader arrived late. Oto Brandt smiled as he heard it.", "he asked", "Oto Brandt"),
    ],
)
def test_the_office_that_the_sentence_before_is_about(before: str, said: str, speaker: str) -> None:
    text = f"{OPENING}Oto Brandt proposed a new ferry. {before} “Who will pay for that?” {said}."
    assert speakers(text) == [(speaker, "anaphor")]


def test_the_spokesman_whose_name_stands_between_commas() -> None:
    text = OPENING + "The President’s spokesman, Levan Gogia, later said the road was ready. “It is open,” he said."
    assert speakers(text) == [("Levan Gogia", "anaphor")]


# (text, who says each direct quote: the name, or the role of somebody without one)
WHO = [
    ("A pupil asked Minister Ilva Daren about the lamps. “They are lit,” she said.", ["Ilva Daren"]),
    ("Our reporter asked whether President Oto Brandt would sail. “Tonight,” he answered.", ["Oto Brandt"]),
    ("A sailor asked the Minister about the lamps. “They are lit,” she replied.", ["Minister"]),
    ("President Oto Brandt’s wife, Ida, lit the lamps. “They were my idea,” she said.", ["Ida"]),
    ("President Oto Brandt’s bodyguard found the key. “It was under the mat,” he said.", ["bodyguard"]),
    ("President Oto Brandt’s press secretary met us. “He sleeps,” she said.", ["press secretary"]),
    ("President Oto Brandt and Mrs. Brandt lit the lamps. “They shine,” Mrs. Brandt said.", ["Brandt"]),
    ("Minister Petr Orlov spoke. “They shine,” Ms Orlova said.", ["Orlova"]),
    ("Former President Oto Brandt met Minister Ilva Daren. “I rest,” the former president said.", ["Oto Brandt"]),
    ("Ex-Premier Oto Brandt sat in Valletta. “I rest,” the ex-premier said.", ["Oto Brandt"]),
    ("Minister Ilva Daren met Ambassador Oto Brandt. “I rest,” the latter said.", ["Oto Brandt"]),
    ("President Oto Brandt received Premier Ilva Daren. “I rest,” the guest said.", ["Ilva Daren"]),
    ("Ilva Daren, who was elected Mayor on Sunday, said: “I rest.”", ["Ilva Daren"]),
    ("“They shine,” Minister Bern said. “We stay,” President Chad added.", ["Bern", "Chad"]),
    ("Dr Lim See Wan, Minister for Ports, met President Park Min-seo. “Good,” Park said.", ["Park Min-seo"]),
    ("“They shine.”\n— Ilva Daren, Minister of Lamps", ["Ilva Daren"]),
    ("“They shine at night.” (Ilva Daren, Minister of Lamps)", ["Ilva Daren"]),
    ("“They shine at night.”\nThe Honourable Ilva Daren\nMinister of Lamps", ["Ilva Daren"]),
    ("From the desk of Ilva Daren, Minister of Lamps\n“They shine at night.”", ["Ilva Daren"]),
    ("Oto Brandt sent greetings to the crew.\nThe message reads, in part: “You keep the lamps lit.”", ["Oto Brandt"]),
    ("Ilva Daren and Oto Brandt met. In her letter, Daren wrote: “You keep the lamps lit.”", ["Ilva Daren"]),
    ("President Oto Brandt’s message says: “You keep the lamps lit at night.”", ["Oto Brandt"]),
    ("The ministers said:\n“They shine” – Ilva Daren, Minister of Lamps;", ["Ilva Daren"]),
    ("The Ports Authority said: “No date was set.” They added: “The rules remain.”", ["Ports Authority", None]),
    ("“The tunnel is ready,” he said. The Kenyan leader left.", [None]),
    ("The nurse told Minister Ilva Daren about the lamps. “They are lit,” she said.", ["nurse"]),
    ("The safety of the pilots, who said: “The valley is dark,” is at risk.", ["pilots"]),
    ("President Oto Brandt said: “I told her, and I said: ‘The lamps are lit.’”", ["Oto Brandt"] * 2),
]


@pytest.mark.parametrize(("text", "names"), WHO, ids=[text for text, _ in WHO])
def test_who_said_it(text: str, names: list[str]) -> None:
    assert [name for name, _ in speakers(text)] == names


def test_a_heading_is_about_nobody() -> None:
    lines = (
        "Minister Ilva Daren said: “The tunnel is ready.” She had worked on it for years.",
        "BRANDT BLASTS DAREN",
        "“It has cost us many years of work and many sleepless nights.”",
    )
    layout = plain_layout("\n".join(lines))
    at = len(lines[0]) + 1
    heading = Span(at, at + len(lines[1]))
    layout = replace(
        layout,
        blocks=tuple(replace(b, kind="heading") if b.span == heading else b for b in layout.blocks),
    )
    quotes, registry = assigned(layout)
    assert [registry.findings()[quote.speaker].name for quote in quotes if quote.speaker is not None] == [
        "Ilva Daren",
        "Ilva Daren",
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Ports Authority clarified that no date was set. It added that the rules of 1998 remain in force.", 0),
        ("The Ports Authority clarified that no date was set. Rain fell. It added that the rules remain.", None),
        ("Ilva Daren clarified that no date was set. It added that the rules of 1998 remain in force.", None),
    ],
)
def test_it_is_the_organisation_that_spoke_right_before(text: str, speaker: int | None) -> None:
    quotes, _ = assigned(plain_layout(text))
    assert quotes[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The two sides reviewed the treaty. They noted that the bridge was safe.", "two sides"),
        ("The study group met in May. It concluded that the bridge was safe.", "study group"),
        ("Rain fell in the valley. It concluded that the bridge was safe.", None),
        ("The study group met in May. They concluded that the bridge was safe.", None),
        ("The ministry noted that trade grew. They added that the bridge was safe.", None),
        ("The envoys noted that trade grew. They added that it would stop.", "envoys"),
    ],
)
def test_a_pronoun_is_the_subject_before_it_that_fits(text: str, speaker: str | None) -> None:
    assert everybody(f"Talks\n{text}")[-1] == speaker


def test_he_is_who_spoke_right_before_without_being_a_person_known_by_name() -> None:
    text = "Talks\nA lighthouse keeper of the valley noted that trade grew. He added that the bridge was safe."
    first, second = everybody(text)
    assert first == second == "lighthouse keeper of the valley"
