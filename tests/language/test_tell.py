import pytest

from summitparse.language.tell import tell_language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We sold ten more boats last week,” Chairman Aino Virtanen of Kemi Marine Oyj said.", id="short"),
        pytest.param("Chair Aino Virtanen", id="names-alone"),
        pytest.param("Steel pipes, copper wire, cement, timber, two river barges, spare parts, tyres.", id="list"),
        pytest.param("PRESS RELEASE\n\nTHE MINISTERS MET IN OSLO AND SIGNED A TREATY ON FISHING.", id="capitals"),
        pytest.param("30.01.2024 12:30 +48 22 555 01 02", id="no-words"),
    ],
)
def test_english(text: str) -> None:
    assert tell_language(text) == ("en", ())


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister reist morgen früh nach Wien und kehrt bald zurück.",
        "La ministre visitera demain le nouveau pont.",
        "DER MINISTER REIST MORGEN NACH WIEN UND TRIFFT DORT SEINEN KOLLEGEN.",
        "Министр завтра посетит новый мост через реку.",
        "Pani minister odwiedzi jutro nowy most na rzece Wisła.",
    ],
)
def test_another_language_from_five_words_on(text: str) -> None:
    language, notices = tell_language(text)
    assert language == "und" and [notice.code for notice in notices] == ["not-english"]
