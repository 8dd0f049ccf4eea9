"""Parties and people from the words around an instrument."""

import pytest

from summitparse.documents.parties import parties_of, persons_of, strip_intro


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister of Energy Aron Belk and Minister of Energy Dana Ruiz", ("Aron Belk", "Dana Ruiz")),
        ("Secretary Wanda Maria T. Otieno and Peruvian Minister Dr. Luis Kon", ("Wanda Maria T. Otieno", "Luis Kon")),
        ("Chairman of the Federation of Independent Trade Unions Milan Shkar", ("Milan Shkar",)),
        ("President of the Academy Isa Hab and Ambassador Dan Iancu", ("Isa Hab", "Dan Iancu")),
        ("Mr Arap and President Olen", ("Arap", "Olen")),
        ("President of Kenya Juma Otieno", ("Juma Otieno",)),
        ("Crown Prince Salim bin Omar Al Rashid", ("Salim bin Omar Al Rashid",)),
        ("Secretary Rita Sen, Director General", ("Rita Sen",)),
        ("the Export Board of Kenya and the Chamber of Commerce of Peru", ()),
        ("on Monday, Prime Minister", ()),
        ("", ()),
    ],
)
def test_persons(text: str, names: tuple[str, ...]) -> None:
    assert persons_of(text) == names


@pytest.mark.parametrize(
    ("own", "subject", "behind", "parties"),
    [
        ("an agreement between the Republic of Kenya and the Government of Peru", "", "", ("Kenya", "Peru")),
        (
            "an accord between the Kenyan Industry and Energy Ministry and the Peru Ministry of Energy and Mines",
            "",
            "",
            ("Kenyan Industry and Energy Ministry", "Peru Ministry of Energy and Mines", "Kenya", "Peru"),
        ),
        (
            "an accord between the Ministry of Education, Youth and Sport of Kenya and the Peruvian Sports Commission",
            "",
            "",
            ("Ministry of Education, Youth and Sport of Kenya", "Peruvian Sports Commission", "Kenya", "Peru"),
        ),
        ("a contract", "Rail Works Ltd and the city of Arlen", "", ("Rail Works Ltd", "city of Arlen")),
        (
            "a protocol",
            "Following the talks, the Kenyan Interior Ministry and the Peruvian Interior Ministry",
            "",
            ("Kenyan Interior Ministry", "Peruvian Interior Ministry", "Kenya", "Peru"),
        ),
        ("a treaty", "President Otieno of Kenya and President Kon of Peru", "", ("Kenya", "Peru")),
        ("a treaty", "Kenya and Peru on Thursday", "", ("Kenya", "Peru")),
        ("a memorandum", "", " between Tealoil and Ilm Gas in the presence of the leaders", ("Tealoil", "Ilm Gas")),
        ("a programme of actions of Kenya and Peru in the field of sport", "the two ministers", "", ("Kenya", "Peru")),
        ("a memorandum between the two ministries", "", "", ()),
        ("a memorandum on rail links between Lomund and Haven", "", "", ()),
        ("a memorandum on rail links between Lomund and Haven", "Kenya and Peru", "", ("Kenya", "Peru")),
        ("an agreement on flights between Tealoil and Ilm Gas", "", "", ()),
        (
            "a memorandum",
            "the Norland Rivers and Lakes Agency (NRLA) and the Peru Canal Board",
            "",
            ("Norland Rivers and Lakes Agency", "Peru Canal Board", "Peru"),
        ),
        (
            "an agreement between the Kenyan Government, Rail Works Ltd and Tealoil",
            "",
            "",
            ("Rail Works Ltd", "Tealoil", "Kenya"),
        ),
    ],
)
def test_parties(own: str, subject: str, behind: str, parties: tuple[str, ...]) -> None:
    assert parties_of(own, own, subject, behind) == parties


def test_intros_are_no_subject() -> None:
    assert strip_intro("Following the talks, in the presence of the presidents, the ministers") == "the ministers"
