"""What stands beside a number, by name (forms.toml)."""

from functools import partial

from summitparse.figures.tables import PACKAGE
from summitparse.text import forms

form = partial(forms.form, PACKAGE)
form_before = partial(forms.form_before, PACKAGE)
