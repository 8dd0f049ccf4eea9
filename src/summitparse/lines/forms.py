"""The forms of lines by name (layout/forms.toml; a user's own words go by the names of its lexicons)."""

from functools import partial

from summitparse.text import forms

form = partial(forms.form, "summitparse.layout")
form_within = partial(forms.form_within, "summitparse.layout")
