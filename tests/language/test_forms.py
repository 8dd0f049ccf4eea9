from summitparse.language.forms import Forms
from summitparse.language.lemma import Lemmatizer
from summitparse.language.model import english


class NoTables:
    def get_table(self, name: str) -> dict[str, dict[str, str]]:
        return {}


def test_a_form_is_found_once_and_forgotten_when_there_are_too_many(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    strings = english()[0].vocab.strings
    orth, verb, root, aux = (strings.add(word) for word in ("Said", "VBD", "ROOT", "aux"))
    forms = Forms(Lemmatizer(NoTables()))
    form = forms(strings, orth, verb, root)
    assert (form.text, form.lower, form.tag, form.pos, form.dep) == ("Said", "said", "VBD", "VERB", "ROOT")
    assert forms(strings, orth, verb, root) is form
    monkeypatch.setattr("summitparse.language.forms.MOST_KNOWN", 1)
    assert forms(strings, orth, verb, aux).pos == "AUX"
    assert forms(strings, orth, verb, root) is not form


def test_a_plural_verb_is_its_lemma() -> None:
    lemmatize = english()[1].lemmatize
    verbs = ("express", "discuss", "focus", "press", "meet", "are", "have")
    assert [lemmatize(verb, "VBP", "VERB") for verb in verbs] == [*verbs[:5], "be", "have"]
    assert lemmatize("expresses", "VBZ", "VERB") == "express"
