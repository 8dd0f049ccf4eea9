"""The forms of what stands around an instrument, by name (forms.toml)."""

from functools import partial

from summitparse.text import forms

form = partial(forms.form, "summitparse.documents")
