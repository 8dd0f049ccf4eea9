"""Headlines that say whose words the body is: which name an author, and which bodies are the author's."""

import pytest

from summitparse.layout import Layout, find_layout
from summitparse.voices import OWN, find_voices

BODY = "We are glad that the harbour of Velden is open again.\n\nI thank all who have worked on it.\n"


def laid_out(text: str) -> Layout:
    return find_voices(find_layout(text)).layout


def author_of(title: str, body: str = BODY) -> str | None:
    layout = laid_out(f"{title}\n2024-05-03\n\n{body}")
    labels = {layout.text[block.label.start : block.label.end] for block in layout.blocks if block.label}
    assert len(labels) < 2
    return labels.pop() if labels else None


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Statement by President Jane Roe on the Harbour of Velden", "President Jane Roe"),
        ("Statement from Vice President Jane Roe Marking One Year Since the Flood", "Vice President Jane Roe"),
        ("Statement by President of Arvenia Jane Roe", "President of Arvenia Jane Roe"),
        ("Statement by the President on the Harbour", "President"),
        ("Remarks as Prepared for Delivery by First Lady Jane Roe at the Harbour", "First Lady Jane Roe"),
        ("Video message from Prime Minister John Doe to the Harbour Forum", "Prime Minister John Doe"),
        (
            "Statement by Deputy National Security Advisor for International Trade John Doe",
            "Deputy National Security Advisor for International Trade John Doe",
        ),
        ("Statement by President Joseph R. Roe, Jr. on the Harbour", "President Joseph R. Roe, Jr."),
        ("President Roe's statement on the harbour", "President Roe"),
        ("PRIME MINISTER JANE ROE – SPEECH AT THE OPENING OF THE HARBOUR", "PRIME MINISTER JANE ROE"),
        ("Address by the Minister for Ports, Law and Fisheries, Jane Roe T.D., Harbour Committee", "Jane Roe"),
        ("English rendering of Prime Minister Jane Roe's address at the harbour", "Prime Minister Jane Roe"),
        ("State of the Nation Address by President Jane Roe", "President Jane Roe"),
        ("Address to the Nation by President Jane Roe", "President Jane Roe"),
        ("Budget Speech 2024 delivered by the Minister of Finance, Mr. John Doe", "Mr. John Doe"),
        ("Prime Minister John Doe’s opening remarks at the harbour forum", "Prime Minister John Doe"),
        ("Address of His Excellency Mr John Doe to the Parliament of Arvenia", "Mr John Doe"),
        ("Speech by Prime Minister Jane Roe: Our harbour, our future", "Prime Minister Jane Roe"),
        ("Briefing of the Prime Minister of Arvenia Jane Roe", "Prime Minister of Arvenia Jane Roe"),
        ("Stand firm: Address by President Jane Roe", "President Jane Roe"),
        ("We stand firm - address by President Jane Roe", "President Jane Roe"),
        (
            "Opening Address by Ms Jane Roe, Minister of State, Ministry of Ports & Ministry of Law, at the Forum",
            "Ms Jane Roe",
        ),
        ("Speech by Minister for Ports and Law, Ms Jane Roe, at the Forum", "Ms Jane Roe"),
        (
            "Speech by Minister for Ports and Minister for Law Jane Roe SC at the Forum",
            "Minister for Ports and Minister for Law Jane Roe SC",
        ),
        ("Briefing by Jane Roe, Adviser to the Head of the Office", "Jane Roe"),
        ("Opening of the New Harbour - Ms Jane Roe", "Ms Jane Roe"),
        ("Premier Jane Roe made a statement at the daily briefing", "Premier Jane Roe"),
        ("Vice President Jane Roe Statement on the Harbour", "Vice President Jane Roe"),
        ("Speech by the President of Norway in the Parliament of Chile", "President of Norway"),
        ("Speech by DPM Prof Jane Roe at the Forum", "DPM Prof Jane Roe"),
        ("Speech by Senior Parliamentary Secretary (Ports and Law) Ms Jane Roe at the Forum", "Ms Jane Roe"),
        (
            "Opening Speech by Parliamentary Secretary, Ministry of Ports and Law, Mr John Doe at the Forum",
            "Mr John Doe",
        ),
        (
            "Guest of Honour Speech by Minister of State for Ports Jane Roe at the Forum",
            "Minister of State for Ports Jane Roe",
        ),
        ("Oral answer by Senior Minister of State for Ports, Jane Roe, to a Question on the Harbour", "Jane Roe"),
        ("Doorstop Interview by Minister Jane Roe, Minister for Ports and Law, on the Harbour", "Minister Jane Roe"),
        ("Ranking Member Roe’s opening statement at the hearing on harbours", None),
        # not one author, or none
        ("Joint Statement by the Minister for Ports and the Minister for Law and Trade", None),
        ("Statement of President John Doe and First Lady Jane Doe on the Flood", None),
        ("Arvenia's statement on the harbour", None),
        ("Joint Statement by President Jane Roe and Prime Minister John Doe", None),
        ("Statement of President Jane Roe and First Lady Mary Roe on the Harbour", None),
        ("Statement on the harbour of Velden", None),
        ("Statement by Arvenia on the harbour", None),
        ("President Jane Roe made a statement on the harbour", None),
        ("Premier Jane Roe opened the harbour - full text", None),
        ("Press statements following talks with President Jane Roe", None),
    ],
)
def test_the_headline_names_the_author(title: str, author: str | None) -> None:
    assert author_of(title) == author


@pytest.mark.parametrize(
    ("body", "authored"),
    [
        (BODY, True),
        ("Our neighbours know that the harbour is open to us.\n", True),
        ("I thank President John Doe and Mary Roe, and all who have worked on it.\n", True),
        ("The Roe plan for the harbour is working. I am glad of it.\n", True),
        ("As the mayor said, “Jane Roe has kept her word.” I try to.\n", True),
        (f"{BODY}\nThank you.\n\nJANE ROE\nPRESIDENT\n", True),
        (f"{BODY}\nThank you.\n\nJane Roe, President of Velden\n", True),
        (f"{BODY}\nJane Roe said: “Thank you.”\n", False),
        (f"Jane Roe\n\n{BODY}\nRoe added that it was open.\n\nThank you.\n\nThe end.\n\nOf it.\n\nAll.\n", False),
        ("The harbour of Velden is open again, the Government announced.\n", False),
        ("“I am glad that we have opened the harbour,” it says.\n", False),
        ("President Jane Roe opened the harbour. “I am glad of it.” We were there.\n", False),
        ("Ms Roe opened the harbour, and we were there.\n", False),
        ("Roe added that the harbour was open, as we learned.\n", False),
        ("President Roe: We are glad.\n\nJohn Doe: So are we.\n", False),
    ],
)
def test_the_body_is_the_authors_where_it_speaks_and_does_not_tell_of_her(body: str, authored: bool) -> None:
    layout = laid_out(f"Statement by President Jane Roe on the Harbour\n2024-05-03\n\n{body}")
    title = layout.header.title
    assert title is not None
    assert any(block.label and title.overlaps(block.label) for block in layout.blocks) == authored


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Speech by Ms Jane Roe, Minister for Ports, at the opening of the harbour", "Ms Jane Roe"),
        ("Statement given by the First Minister Jane Roe at a media briefing on Friday.", "First Minister Jane Roe"),
        ("OPENING SPEECH BY MS JANE ROE, MINISTER FOR PORTS, AT THE HARBOUR", "MS JANE ROE"),
        ("By Jane Roe", "Jane Roe"),
        ("Watch Minister Roe’s remarks here and read them below.", "Minister Roe"),
        ("Report by the Harbour Board on the flood", None),
        ("By the Harbour Board", None),
    ],
)
def test_a_line_below_the_headline_names_the_author_and_is_no_part_of_the_speech(line: str, author: str | None) -> None:
    voices = find_voices(find_layout(f"The Harbour of Velden is Open\n2024-05-03\n\n{line}\n\n{BODY}"))
    layout = voices.layout
    said = [layout.clean[slice(*block.span)] for block in layout.blocks if block.label]
    assert (voices.author and layout.clean[slice(*voices.author)]) == author
    assert line not in said
    assert len(said) == (2 if author else 0)


@pytest.mark.parametrize(
    ("title", "lines", "author"),
    [
        ("Opening the Harbour", "Jane Roe MP\n\nAddress to the Harbour Forum", "Jane Roe"),
        ("Roe: Opening the Harbour", "Speech: The Harbour Party\n\nJane Roe\n\nVelden Town Hall", "Jane Roe"),
        ("Opening the Harbour", "Speech: The Harbour Party\n\nJane Roe, Spokesperson for Ports", "Jane Roe"),
        ("Opening the Harbour", "Speech: The Harbour Party\n\nVelden Hall", None),
        ("Opening the Harbour", "Hon Jane Roe\n\nVelden Hall", None),
        ("Velden Hall", "Speech to the Harbour Forum", None),
    ],
)
def test_a_line_with_a_name_and_one_with_the_kind_of_words_name_the_author(
    title: str, lines: str, author: str | None
) -> None:
    voices = find_voices(find_layout(f"{title}\n2024-05-03\n\n{lines}\n\n{BODY}"))
    layout = voices.layout
    assert (voices.author and layout.clean[slice(*voices.author)]) == author
    assert sum(block.label is not None for block in layout.blocks) == (2 if author else 0)


def test_whoever_gives_an_interview_or_answers_in_parliament_says_the_answers() -> None:
    answered = "Question: Is the harbour open?\n\nAnswer: It is, and we are glad.\n\nWe thank the crews.\n"
    asked = "Reporter: Is the harbour open?\n\nIt is, and we are glad.\n\nReporter: Is it safe?\n\nI think so.\n"
    for title, author, body in (
        ("Written reply by Minister Jane Roe to a question on the harbour", "Minister Jane Roe", answered),
        ("Transcript of Media Interview with Ms Jane Roe on the Harbour", "Ms Jane Roe", asked),
    ):
        layout = laid_out(f"{title}\n2024-05-03\n\n{body}")
        labels = [layout.clean[slice(*block.label)] for block in layout.blocks if block.label]
        assert set(labels) == {body.partition(":")[0], author}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "Attorney General Jane Roe released the following statement Monday on the harbour:",
            "Attorney General Jane Roe",
        ),
        ("VELDEN – Jane Roe, Minister for Ports, issued the following statement:", "Jane Roe, Minister for Ports"),
        ("Ministers issued the following statement:", None),
        ("Attorney General Jane Roe released the following statement on the harbour.", None),
    ],
)
def test_a_statement_that_follows_is_the_authors_until_it_tells_of_her(line: str, author: str | None) -> None:
    body = "The harbour is safe.\n\nIt will stay so.\n\nMs Roe has been in office since May."
    voices = find_voices(find_layout(f"On the Harbour of Velden\n2024-05-03\n\n{line}\n\n{body}\n"))
    layout = voices.layout
    said = [layout.clean[slice(*block.span)] for block in layout.blocks if block.label]
    assert (voices.author and layout.clean[slice(*voices.author)]) == author
    assert said == (["The harbour is safe.", "It will stay so."] if author else [])


def test_what_others_say_of_the_author_in_marks_is_no_sign_against_her() -> None:
    for said in ("“Ms Roe added much.”", "«Ms Roe added much.»", "‘Ms Roe added much.’"):
        body = f"I thank all who built it.\n\nThe mayor told me: {said}\n\nWe go on.\n"
        assert author_of("Statement by President Jane Roe on the Harbour", body) == "President Jane Roe"
    told = "I thank all who built it.\n\nMs Roe added much.\n\nWe go on.\n"
    assert author_of("Statement by President Jane Roe on the Harbour", told) is None


COLUMN = "On Friday I got back from Velden.\n\nI met the crews, and my wife met the mayor.\n\nWe want more of it.\n"


@pytest.mark.parametrize(
    ("text", "author", "paragraphs"),
    [
        (
            f"RELEASE\n\nThe Hon Mary Bishop MP\n\n3 May 2024\n\nA HARBOUR FOR VELDEN\n\n{COLUMN}",
            "Mary Bishop",
            3,
        ),
        (f"The Hon Mary Bishop MP\n\n3 May 2024\n\nA HARBOUR FOR VELDEN\n\n{BODY}", None, 0),  # "I" is rare
        (f"Velden Notes\n\n3 May 2024\n\nColumn: Harbour Party\n\nby Hon. Jane Roe MP\n\n{COLUMN}", "Jane Roe MP", 3),
        (f"Ranking Member Roe’s opening statement at the hearing\n\n3 May 2024\n\n{COLUMN}", "Ranking Member Roe", 3),
        (f"Arvenia News’ statement on the harbour\n\n3 May 2024\n\n{BODY}", None, 0),
        (
            f"Harbour Notes\n\n3 May 2024\n\n{COLUMN}\nBest wishes,\n\nJane Roe\n\nPrime Minister\n\n"
            "Click here to comment on this newsletter.\n\nClick here to read another one.\n",
            "Jane Roe",
            3,
        ),
        (f"Harbour Notes\n\n3 May 2024\n\n{COLUMN}\nSee you soon,\n\nThe Harbour\n\nClick here.\n", None, 0),
        (
            f"Speech by Minister Jane Roe\n\n3 May 2024\n\n{COLUMN}\nTo subscribe write to harbour@example.org\n\n"
            "We go on.\n",
            "Minister Jane Roe",
            4,
        ),
        (
            "Harbour update\n\nStatement given by Minister Jane Roe at the harbour.\n\n3 May 2024\n\n"
            "Minister Jane Roe – 3 May 2024 Good evening. I thank you all, and we go on.\n",
            "Minister Jane Roe",
            1,
        ),
    ],
)
def test_columns_and_letterheads_of_somebody_who_says_i(text: str, author: str | None, paragraphs: int) -> None:
    voices = find_voices(find_layout(text))
    name = voices.author and voices.layout.clean[slice(*voices.author)]
    assert name is None if author is None else str(name).endswith(author)
    assert sum(len(turn.spans) for turn in voices.turns) == paragraphs


@pytest.mark.parametrize(
    ("above", "below", "author"),
    [
        ("Jane Roe, Minister for Ports", "", "Jane Roe"),
        ("Minister for Ports, Hon. Jane Roe", "", "Hon. Jane Roe"),
        ("Jane Roe (Minister for Ports)", "", "Jane Roe"),
        ("Minister for Ports Jane Roe", "", "Minister for Ports Jane Roe"),
        ("Senator Jane Roe MINISTER FOR PORTS AND LAW", "", "Senator Jane Roe"),
        ("Velda Roe\n\nMinister for Ports", "", "Velda Roe"),
        ("JANE ROE\n\nMINISTER FOR PORTS", "", "JANE ROE"),
        ("Author: Jane Roe", "", "Jane Roe"),
        ("From the desk of Minister Jane Roe", "", "Minister Jane Roe"),
        ("JANE ROE WRITES", "", "JANE ROE"),
        ("This opinion piece by Minister Jane Roe was first published in The Harbour Times.", "", "Minister Jane Roe"),
        ("", "Jane Roe", "Jane Roe"),
        ("", "Velda Roe\nMinister for Ports", "Velda Roe"),
        ("", "Warm regards,\n\nVelda Roe", "Velda Roe"),
        ("", "Jane Roe is the Minister for Ports.", "Jane Roe"),
        ("", "The writer, Velda Roe, is Minister for Ports.", "Velda Roe"),
        # nobody
        ("MEDIA RELEASE\n\nMINISTER FOR PORTS", "", None),
        ("Velda Harbour", "Velda Harbour", None),
        ("Memorandum for the harbour", "The harbour is the place for ports.", None),
    ],
)
def test_lines_beside_a_text_that_says_i_name_its_author(above: str, below: str, author: str | None) -> None:
    voices = find_voices(
        find_layout(f"A harbour for everyone\n\n3 May 2024\n\n{above}\n\n{COLUMN}\nSo do I.\n\n{below}\n")
    )
    assert (voices.author and voices.layout.clean[slice(*voices.author)]) == author
    assert sum(len(turn.spans) for turn in voices.turns) == (4 if author else 0)


def test_the_author_behind_the_headline_and_what_ends_the_words() -> None:
    text = f"A harbour for everyone | Jane Roe\n\n3 May 2024\n\n{COLUMN}\nSee: Index of columns\n"
    voices = find_voices(find_layout(text))
    assert voices.author and voices.layout.clean[slice(*voices.author)] == "Jane Roe"
    assert voices.at(text.index("We want")).kind == "turn"
    assert voices.at(text.index("Index")) == OWN


def test_a_name_with_an_office_at_the_foot_is_the_author_of_a_text_that_says_i() -> None:
    body = (
        "I was in Velden on Friday.\n\nMy old school is open again.\n\nIt is a good school.\n\nThe harbour is next.\n\n"
    )
    assert author_of("A Week in Velden", f"{body}Jane Roe, Minister for Ports\n") == "Jane Roe"
    assert author_of("A Week in Velden", f"{body}Jane Roe, friend of the harbour\n") is None
    told = body.replace("I was", "She was").replace("My old", "An old")
    assert author_of("A Week in Velden", f"{told}Jane Roe, Minister for Ports\n") is None


def test_one_line_with_a_colon_does_not_divide_a_speech_among_speakers() -> None:
    body = f"{BODY}\nWe have a plan.\n\nIt is a good one.\n\nPresident John Doe: he has our thanks.\n\nWe go on.\n"
    assert author_of("Speech by President Jane Roe at the Harbour", body) == "President Jane Roe"


def test_a_spokesperson_who_tells_of_our_allies_is_no_author() -> None:
    told = "The Prime Minister met our allies and reaffirmed our plans.\n"
    assert author_of("Statement by Spokesperson John Doe on the visit", told) is None
    assert author_of("Statement by Spokesperson John Doe on the visit", "We condemn the attack.\n") is not None


def test_items_stay_items_headings_headings_and_notes_to_editors_are_nobodys() -> None:
    body = "I have signed two laws:\n\n- the Harbour Act;\n- the River Act.\n\nWhat comes next\n\nWe go on.\n"
    body += "\nNotes to editors\n\nThe River Act is old.\n"
    layout = laid_out(f"Statement by President Jane Roe on two Laws\n2024-05-03\n\n{body}")
    kinds = [(block.kind, block.label is not None) for block in layout.blocks]
    turn, item, heading = ("turn", True), ("item", True), ("heading", False)
    assert kinds == [turn, item, item, heading, turn, heading, ("paragraph", False)]


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("Dear Mr Speaker:\n\nI write to you of the harbour.\n\nIt is open.\n\nSincerely,\n\nJANE ROE\n", "JANE ROE"),
        ("Dear Mr Speaker:\n\nThe harbour is open.\n\nIt will stay so.\n\nSincerely,\n\nJANE ROE\n", None),
        ("Dear Mr Speaker:\n\nI write to you of the harbour.\n\nIt is open.\n\nSincerely,\n\nThe end of it.\n", None),
        ("The letter is long.\n\nI have read it.\n\nIt is on the harbour.\n\nSincerely,\n\nJANE ROE\n", None),
    ],
)
def test_a_letter_is_of_whoever_signs_it(body: str, author: str | None) -> None:
    assert author_of("Letter to the Speaker on the Harbour", body) == author


def test_the_words_that_close_a_letter_and_its_signature_are_no_part_of_it() -> None:
    body = "Dear Mr Speaker:\n\nI write to you of the harbour.\n\nIt is open.\n\nSincerely,\n\nJANE ROE\n"
    layout = laid_out(f"Letter to the Speaker on the Harbour\n2024-05-03\n\n{body}")
    said = [layout.clean[block.span.start : block.span.end] for block in layout.blocks if block.label]
    assert said == ["Dear Mr Speaker:", "I write to you of the harbour.", "It is open."]


PRESS = (
    "Good afternoon, we had good talks.\n\nQ. Is the harbour safe?\n\nIt is.\n\nWe have seen to that.\n\n"
    "Q. I was there last week. There was water in it.\n\nIs it dry?\n\nIt is a harbour.\n"
)


def test_where_only_the_press_has_labels_the_author_answers() -> None:
    layout = laid_out(f"Remarks by Minister Jane Roe at the press conference\n2024-05-03\n\n{PRESS}")
    told = [
        (layout.clean[block.label.start : block.label.end], layout.clean[block.span.start : block.span.end])
        for block in layout.blocks
        if block.label
    ]
    assert told == [
        ("Minister Jane Roe", "Good afternoon, we had good talks."),
        ("Q", "Is the harbour safe?"),
        ("Minister Jane Roe", "It is."),
        ("Minister Jane Roe", "We have seen to that."),
        ("Q", "I was there last week. There was water in it."),
        ("Q", "Is it dry?"),
        ("Minister Jane Roe", "It is a harbour."),
    ]


def test_without_an_author_nobody_answers() -> None:
    layout = laid_out(f"Talks on the harbour\n2024-05-03\n\n{PRESS}")
    said = [layout.clean[block.span.start : block.span.end] for block in layout.blocks if block.label]
    assert said == ["Is the harbour safe?", "I was there last week. There was water in it.", "Is it dry?"]


def test_a_transcript_in_which_others_have_labels_is_left_alone() -> None:
    body = "QUESTION: Is it safe?\n\nMINISTER ROE: It is.\n\nWe have seen to that.\n"
    layout = laid_out(f"Remarks by Minister Jane Roe at the press conference\n2024-05-03\n\n{body}")
    labels = [layout.clean[block.label.start : block.label.end] for block in layout.blocks if block.label]
    assert labels == ["QUESTION", "MINISTER ROE", "MINISTER ROE"]
