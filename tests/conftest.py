"""Property tests look for new counterexamples at a developer's desk, and try the same ones each time in CI."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
