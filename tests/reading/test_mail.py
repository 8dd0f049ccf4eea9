"""Mails: header fields are read within bounds, character sets and flowed lines as the standards have them."""

import tracemalloc

import pytest

from summitparse.errors import UnreadableInput
from summitparse.reading import read_bytes
from summitparse.reading.mail import convert
from tests.cost import cost

HEAD = "From: press@example.org\nMIME-Version: 1.0\n"


def mail(fields: str = "Content-Type: text/plain\n", body: str = "The minister spoke in Quito.\n") -> bytes:
    return f"{HEAD}{fields}\n{body}".encode()


def inner(fields: str) -> bytes:
    """A mail whose only part has these fields."""
    part = f"--b\n{fields}\n\nThe minister spoke in Quito.\n--b--\n"
    return mail("Content-Type: multipart/mixed; boundary=b\n", part)


def disposition(length: int) -> str:
    return "Content-Type: text/plain\nContent-Disposition: " + '"' * length


def parameters(length: int) -> str:
    return "Content-Type: text/plain; " + "; ".join(f"a{i}=x" for i in range(length))


def comments(length: int) -> str:
    return "Content-Type: text/plain; " + "(" * length


def flowed(length: int) -> bytes:
    return mail("Content-Type: text/plain; format=flowed\n", "Talks \n" * length)


FIELDS = {"disposition": (disposition, 90_000), "parameters": (parameters, 15_000), "comments": (comments, 90_000)}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_any_length_takes_little_memory(name: str) -> None:
    """The standard library's parser makes objects of each character."""
    made, length = FIELDS[name]
    for data in (inner(made(length)), mail(made(length) + "\n")):
        tracemalloc.start()
        try:
            text = read_bytes(data, "a.eml").text
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert text.strip() == "The minister spoke in Quito."
        assert peak < 20 * len(data) + 5_000_000


@pytest.mark.cost
@pytest.mark.parametrize(
    ("made", "length"),
    [
        pytest.param(lambda n: inner(disposition(n)), 1_000_000, id="disposition"),
        pytest.param(lambda n: inner(parameters(n)), 200_000, id="parameters"),
        pytest.param(lambda n: inner(comments(n)), 2_000_000, id="comments"),
        pytest.param(flowed, 400_000, id="flowed"),
    ],
)
def test_twice_the_mail_costs_twice(made: object, length: int) -> None:
    once, twice = (made(n) for n in (length, 2 * length))  # type: ignore[operator]
    assert cost(lambda: convert(twice, "a")) <= 2.2 * cost(lambda: convert(once, "a")) + 0.02


def test_flowed_lines_are_one_again() -> None:
    data = mail(
        "Content-Type: text/plain; format=flowed\n", "The minister \nspoke.\n\n > Yes. \n No.\n-- \nPress office\n"
    )
    assert read_bytes(data, "a.eml").text == "The minister spoke.\n\n> Yes. No."
    assert read_bytes(flowed(400_000), "a.eml").text.count("Talks ") == 400_000


def test_a_long_subject_is_read_and_one_that_nobody_writes_refused() -> None:
    word = "=?utf-8?B?VGFsa3M=?="
    subject = "Subject: {}\nContent-Type: text/plain\n"
    assert read_bytes(mail(subject.format(" ".join([word] * 20))), "a.eml").text.startswith("Talks" * 20)
    with pytest.raises(UnreadableInput, match="more header fields or parts than any mail"):
        read_bytes(mail(subject.format(" ".join([word] * 8_000))), "a.eml")


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Press release: the minister spoke in Quito", True),
        ("News: Press release: the minister spoke in Quito", True),
        ("The minister spoke in Quito: a long report", False),
        ("Minutes: of it", False),
        ("x: " * 3_000 + "the minister spoke in Quito", True),
    ],
)
def test_a_subject_that_the_body_says_is_no_headline(subject: str, said: bool) -> None:
    text = read_bytes(mail(f"Subject: {subject}\nContent-Type: text/plain\n"), "a.eml").text
    assert (text.strip() == "The minister spoke in Quito.") is said


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "none-such", "a\x00b"])
@pytest.mark.parametrize(("coded", "encoding"), [("utf-8", "utf-8"), ("cp1252", "cp1252")])
def test_a_character_set_for_no_text_is_passed_over(charset: str, coded: str, encoding: str) -> None:
    data = f'{HEAD}Content-Type: text/plain; charset="{charset}"\n\nTalks in a café\n'.encode(coded)
    source = read_bytes(data, "a.eml")
    assert (source.text, source.encoding) == ("Talks in a café\n", encoding)


def test_a_mail_without_a_character_set_is_read_as_utf8() -> None:
    assert read_bytes(mail(body="Talks in a café\n"), "a.eml").text == "Talks in a café\n"


def test_a_subject_that_is_not_encoded_is_read_as_utf8() -> None:
    data = mail("Subject: Café talks\nContent-Type: text/plain\n")
    assert read_bytes(data, "a.eml").text.startswith("Café talks\n")


def test_mails_in_mails_without_end_are_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.eml holds mails in mails, deeper than they are read"):
        read_bytes(mail("Content-Type: message/rfc822\n", "Content-Type: message/rfc822\n\n" * 5_000), "a.eml")


def test_parts_that_hold_parts_are_counted_however_the_boundary_is_written() -> None:
    nested = "".join(f'Content-Type: multipart/mixed;\n boundary*0="b{i}"\n\n--b{i}\n' for i in range(400))
    with pytest.raises(UnreadableInput, match="more header fields or parts than any mail"):
        read_bytes(mail(nested), "a.eml")


def part(kind: str, body: str, more: str = "") -> str:
    return f"--b\nContent-Type: {kind}; charset=utf-8\n{more}\n{body}\n"


RELEASE = "Talks end\n\n" + "The minister spoke about the harbour for an hour. " * 9
PAGE = "".join(f"<p>{line}</p>" for line in RELEASE.split("\n\n"))
STUB = "Your program shows no pages. Read this mail at example.org/1."


@pytest.mark.parametrize(("plain", "read"), [(STUB, "Talks end"), (RELEASE.replace("end", "begin"), "Talks begin")])
def test_a_plain_part_that_only_points_at_the_page_is_passed_over(plain: str, read: str) -> None:
    body = part("text/plain", plain) + part("text/html", PAGE) + "--b--\n"
    assert read_bytes(mail("Content-Type: multipart/alternative; boundary=b\n", body), "a.eml").text.startswith(read)


def test_the_release_in_a_mail_that_is_forwarded_is_read_with_its_own_subject() -> None:
    inner = f"{HEAD}Subject: Talks in Quito\nDate: Fri, 3 May 2024 10:00:00 +0200\nContent-Type: text/plain\n\n" + (
        "The minister spoke about the harbour. " * 9
    )
    body = part("text/plain", "See below.") + "--b\nContent-Type: message/rfc822\n\n" + inner + "\n--b--\n"
    source = read_bytes(mail("Subject: Fwd\nContent-Type: multipart/mixed; boundary=b\n", body), "a.eml")
    assert source.text.startswith("Talks in Quito\n\n3 May 2024\n\nThe minister")
    assert "an e-mail that another one carries" in source.notices[0].message


def test_a_long_mail_with_a_short_one_attached_is_read_itself() -> None:
    body = part("text/plain", RELEASE) + "--b\nContent-Type: message/rfc822\n\n" + f"{HEAD}\nThanks.\n--b--\n"
    assert read_bytes(mail("Content-Type: multipart/mixed; boundary=b\n", body), "a.eml").text.startswith("Talks end")


@pytest.mark.parametrize(
    ("declared", "coded", "text", "warned"),
    [
        ("us-ascii", "utf-8", "“Yes”\n", False),
        ("iso-8859-1", "cp1252", "“Yes”\n", False),
        ("utf-8", "cp1252", "\ufffdYes\ufffd\n", True),
        ("", "cp1252", "“Yes”\n", True),
    ],
)
def test_a_character_set_that_is_wrong_or_missing(declared: str, coded: str, text: str, warned: bool) -> None:
    kind = f"text/plain; charset={declared}" if declared else "text/plain"
    source = read_bytes(f"{HEAD}Content-Type: {kind}\n\n“Yes”\n".encode(coded), "a.eml")
    assert source.text == text
    assert ("decoded-with-loss" in [notice.code for notice in source.notices]) is warned


def test_a_saved_page_is_decoded_as_the_page_says() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><h1>Příští léto</h1><p>Řeka.</p>'
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=b\n\n--b\n'
    data = (
        head + b"Content-Type: text/html\nContent-Transfer-Encoding: binary\n\n" + page.encode("cp1250") + b"\n--b--\n"
    )
    assert read_bytes(data, "a.mhtml").text == "Příští léto\n\nŘeka.\n"
