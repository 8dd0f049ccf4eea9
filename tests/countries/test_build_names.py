from summitparse.countries.build_names import TARGET, render, table
from summitparse.lexicon import load


def test_committed_names_are_those_of_the_libraries() -> None:
    assert TARGET.read_text("utf-8") == render()


def test_peoples_are_of_known_countries() -> None:
    peoples = load("summitparse.countries", "peoples")
    known = set(table())
    for section in ("names", "adjectives", "peoples"):
        assert set(peoples[section]) <= known
        assert list(peoples[section]) == sorted(peoples[section])


def test_no_form_stands_for_two_countries() -> None:
    peoples = load("summitparse.countries", "peoples")
    seen: dict[str, str] = {}
    for section in (
        load("summitparse.countries", "names"),
        peoples["names"],
        peoples["adjectives"],
        peoples["peoples"],
    ):
        for code, forms in section.items():
            for form in forms:
                assert seen.setdefault(form, code) == code, form
