"""The forms of lines by name (forms.toml)."""

from functools import partial

from summitparse.text import forms

form = partial(forms.form, "summitparse.layout")
