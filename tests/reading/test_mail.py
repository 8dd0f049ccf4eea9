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
