"""The forms of lines by name (forms.toml)."""

from functools import partial

from summitparse.text import forms

form = partial(forms.form, "summitparse.layout")
form_within = partial(forms.form_within, "summitparse.layout")
