"""Word, OpenDocument and mail: what counts as text, and how lists are marked."""

import pytest

from summitparse.reading import read_bytes
from tests.reading.documents import docx, odt, paragraph


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(paragraph("One ", "two") + paragraph("Three"), "One two\n\nThree\n", id="runs"),
        pytest.param("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc\n", id="tab"),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            "new\n",
            id="tracked-changes",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr>"
            '<w:t>c</w:t></w:r><w:r><w:rPr><w:dstrike w:val="0"/></w:rPr><w:t>d</w:t></w:r></w:p>',
            "ad\n",
            id="hidden-and-struck",
        ),
        pytest.param("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "link\n", id="link"),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraph('in')}</w:sdtContent></w:sdt>", "in\n", id="content-control"),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{paragraph('Trade')}</w:tc><w:tc>{paragraph('40')}</w:tc></w:tr></w:tbl>",
            "Trade\t40\n",
            id="table",
        ),
        pytest.param("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>x</w:t></w:r></w:p>", "x\n", id="field"),
    ],
)
def test_word(body: str, text: str) -> None:
    assert read_bytes(docx(body), "a.docx").text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<text:h>Title</text:h><text:p>a<text:s text:c='3'/>b</text:p>", "Title\n\na b\n", id="spaces"),
        pytest.param("<text:p>a<text:line-break/>b<text:tab/>c</text:p>", "a\nb c\n", id="line-break"),
        pytest.param(
            "<text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p>"
            "</text:list-item></text:list>",
            "- a\n- b\n",
            id="list",
        ),
        pytest.param("<text:p>a<text:note><text:p>note</text:p></text:note> b</text:p>", "a b\n", id="note"),
        pytest.param(
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>"
            "<text:p>b</text:p></table:table-cell></table:table-row></table:table>",
            "a\tb\n",
            id="table",
        ),
        pytest.param(
            "<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", "new\n", id="old"
        ),
    ],
)
def test_open_document(body: str, text: str) -> None:
    assert read_bytes(odt(body), "a.odt").text == text


HEAD = "From: a@example.org\nMIME-Version: 1.0\nDate: Fri, 3 May 2024 18:00:00 +0300\nSubject: {}\n{}\n"
PLAIN = "Content-Type: text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("subject", "body", "text"),
    [
        ("Talks end", "They met.\n", "Talks end\n\n3 May 2024\n\nThey met.\n"),
        ("Fwd: Talks end", "TALKS END\n\nThey met on 1 May 2024.\n", "TALKS END\n\nThey met on 1 May 2024.\n"),
        ("Press release: Talks end today", "Talks end today\n\n2024\n", "Talks end today\n\n2024\n"),
    ],
)
def test_subject_and_day_stand_above_a_body_that_does_not_say_them(subject: str, body: str, text: str) -> None:
    assert read_bytes((HEAD.format(subject, PLAIN + "\n") + body).encode(), "a.eml").text == text


def test_lines_that_were_broken_to_be_sent_are_joined() -> None:
    mail = (
        HEAD.format("x 2024", PLAIN + "; format=flowed\n")
        + "They met on \nFriday.\n \n They left in 2024.\n-- \nThe Office\n"
    )
    assert read_bytes(mail.encode(), "a.eml").text.endswith("They met on Friday.\n\nThey left in 2024.")


def test_attachments_are_counted() -> None:
    part = "--b\nContent-Disposition: attachment\nContent-Type: application/pdf\n\nx\n"
    mail = (
        HEAD.format("x", "Content-Type: multipart/mixed; boundary=b\n")
        + f"--b\n\nThey met in 2024.\n{part}{part}--b--\n"
    )
    assert "2 attachments were not read" in read_bytes(mail.encode(), "a.eml").notices[0].message


def test_paragraphs_that_are_the_lines_of_a_text_stay_lines() -> None:
    """A text file opened in a word processor: each line is a paragraph, a blank line an empty one."""
    lines = [
        "Talks in Oslo",
        "",
        "The Presidents met and spoke",
        "about trade and about the new",
        "harbours of the North.",
        "",
        "The end.",
    ]
    text = read_bytes(docx("".join(map(paragraph, lines))), "a.docx").text
    assert text == "\n".join(lines) + "\n"


def test_paragraphs_of_a_document_are_parted_though_one_begins_small() -> None:
    lines = ["Talks in Oslo", "The Presidents met.", "iPhones were not discussed.", "They spoke of trade.", "The end."]
    text = read_bytes(docx("".join(map(paragraph, lines))), "a.docx").text
    assert text == "\n\n".join(lines) + "\n"
