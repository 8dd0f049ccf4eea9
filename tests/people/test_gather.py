"""Who is one person over releases, and who is not."""

from typing import Any

import pytest

from summitparse.people.gather import gather
from summitparse.people.person import Person
from tests.people.made import actor, found, record


def names(people: list[Person]) -> list[dict[str, int]]:
    return [dict(person.names) for person in people]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Yuri Borisenko", "Yury Borysenka"),
        ("Viktor Petrovich Orlov", "Viktor Orlov"),
        ("Viktor Petrovich", "Viktor Petrovich Orlov"),
        ("Tanaka Keiko", "Keiko Tanaka"),
        ("ANNE MEYER", "Anne Meyer"),
        ("Sergei Ivannikov", "Sergey Ivannikov"),
        ("Anne B. Meyer", "Anne Meyer"),
        ("Edward M. Orlov", "Edward “Ned” Orlov"),
    ],
)
def test_spellings_of_one_name_are_one_person(first: str, second: str) -> None:
    assert len(gather(found(record("a", actor(first)), record("b", actor(second))))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (actor("Anne B. Meyer"), actor("Anne C. Meyer")),
        (actor("Anne Meyer"), actor("Karl Meyer")),
        (actor("Anne Meyer", "Senator", country="AU"), actor("Anne Meyer", "Minister of Trade", country="NO")),
        (actor("Anne B. Meyer", "President"), actor("Anne Meyer", "Senator")),
        (actor("Joseph Meyer"), actor("Joe Meyer")),
        (actor("Clara Hyun"), actor("Hyeyoun")),
    ],
)
def test_other_people_of_one_surname_stay_apart(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert len(gather(found(record("a", first), record("b", second)))) == 2


def test_a_short_form_of_a_given_name_needs_an_office() -> None:
    people = gather(found(record("a", actor("Joseph Meyer", "Governor")), record("b", actor("Joe Meyer", "Governor"))))
    assert names(people) == [{"Joseph Meyer": 1, "Joe Meyer": 1}]


def test_an_office_tells_whose_surname_it_is() -> None:
    releases = [
        record("a", actor("Joseph Meyer", "President"), actor("Jill Meyer", "First Lady")),
        record("b", actor("Meyer", "President of Freedonia", "President")),
        record("c", actor("Meyer")),
    ]
    people = gather(found(*releases))
    assert names(people) == [{"Joseph Meyer": 1, "Meyer": 1}, {"Jill Meyer": 1}], "without an office it is nobody's"


def test_a_shorter_title_is_the_same_office() -> None:
    releases = [record("a", actor("Anne Meyer", "Secretary of State")), record("b", actor("Karl Meyer", "Senator"))]
    people = gather(found(*releases, record("c", actor("Meyer", "Secretary"))))
    assert names(people) == [{"Anne Meyer": 1, "Meyer": 1}, {"Karl Meyer": 1}]


def test_a_surname_alone_is_the_only_one_of_its_publisher() -> None:
    releases = [record("a", actor("Anne Meyer")), record("b", actor("Meyer")), record("c", actor("Meyer"), issuer="NZ")]
    assert names(gather(found(*releases))) == [{"Anne Meyer": 1, "Meyer": 1}, {"Meyer": 1}]


def test_mr_is_no_clara() -> None:
    (clara,) = gather(found(record("a", actor("Clara Lind")), record("b", actor("Lind", said="Mr Lind"))))
    assert len(clara.found) == 1
    (clara,) = gather(found(record("a", actor("Clara Lind")), record("b", actor("Lind", said="Ms Lind"))))
    assert len(clara.found) == 2


def test_a_surname_that_many_releases_name_in_full_is_taken_for_theirs() -> None:
    releases = [record(f"a{i}", actor("Anne Meyer")) for i in range(3)]
    assert len(gather(found(*releases, record("c", actor("Meyer"), issuer="NZ")))) == 1
    years_before = record("c", actor("Meyer"), issuer="NZ", day="1998-05-05")
    assert len(gather(found(*releases, years_before))) == 2


def test_a_given_name_alone_is_nobody() -> None:
    assert gather(found(record("a", actor("Karl"), actor(None, "President"), actor("they")))) == []
    assert gather(found(record("a", actor("Ministry", kind="organisation")))) == []


def test_one_letter_in_a_surname_is_a_slip_where_the_office_says_so() -> None:
    releases = [record(f"a{i}", actor("Gavin Newbridge", "Governor of Sylvania")) for i in range(2)]
    wrong = record("b", actor("Gavin Newbrigde", "Governor of Sylvania"))
    assert len(gather(found(*releases, wrong))) == 1
    other = record("b", actor("Gavin Newbrigde", "nurse"))
    assert len(gather(found(*releases, other))) == 2


def test_what_is_told_of_a_person() -> None:
    releases = [
        record("a", actor("ANNE MEYER", "Minister", country="NO"), day="2024-03-01"),
        record("b", actor("Anne Meyer", "minister", "Minister of Trade", country="NO"), day="2020-01-01"),
        record("c", actor("Anne Meyer", "Minister"), day="2022-01-01"),
    ]
    (person,) = gather(found(*releases))
    assert (person.shown_name, person.country) == ("Anne Meyer", "NO")
    assert person.offices == ["Minister", "Minister of Trade"]
    assert (str(person.first), str(person.last)) == ("2020-01-01", "2024-03-01")
