"""When two written names can be one person's."""

import pytest

from summitparse.names.person import Name, fits, near, same_given, same_word


def score(short: str, full: str) -> int:
    return fits(Name(tuple(short.split())), Name(tuple(full.split())))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ortega", "Luis Ortega"),
        ("Tanabe", "TANABE Keiko"),
        ("Keiko Tanabe", "Tanabe Keiko"),
        ("Luis Ortega", "Luis Ortega Paz"),
        ("L. Ortega", "Luis Ortega"),
        ("Pavel Petrovich", "Pavel Sorokin"),
    ],
)
def test_another_form_of_a_name(short: str, full: str) -> None:
    assert score(short, full) >= 5


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ana Ortega", "Luis Ortega"),
        ("A. Ortega", "Luis Ortega"),
        ("Pavel Petrovich", "Pavel"),
        ("Pavel Petrovich", "Pavel Ivanovich Sorokin"),
        ("Keiko", "KEIKO TANABE"),
    ],
)
def test_no_other_form_of_a_name(short: str, full: str) -> None:
    assert score(short, full) < 5


def test_the_same_words_in_the_same_order_fit_best() -> None:
    assert score("Keiko Tanabe", "Keiko Tanabe") > score("Tanabe Keiko", "Keiko Tanabe")


@pytest.mark.parametrize(("a", "b"), [("Lukashevich", "Lukasevic"), ("Hrushenka", "Hrushenko"), ("Łukasz", "Lukasz")])
def test_one_word_in_two_transliterations(a: str, b: str) -> None:
    assert same_word(a, b)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("Y.", "Yury", True), ("A.", "Yury", False), ("Jean", "Jean-Luc", True), ("Jean-Luc", "Jean", True)],
)
def test_given_names(a: str, b: str, one: bool) -> None:
    assert same_given(a, b) is one


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("Hale", "Hall", True),
        ("Halle", "Hale", True),
        ("Hale", "Halle", True),
        ("Lee", "Leo", False),
        ("Hale", "Hallen", False),
        ("Hale", "Hull", False),
    ],
)
def test_a_slip_of_the_pen(a: str, b: str, slip: bool) -> None:
    assert near(a, b) is slip
