"""Settings of the whole suite."""

import os

from hypothesis import settings

# The same examples in every run, so that a pass is a pass on every machine; ARGMAP_EXPLORE=1 looks for new and more.
EXPLORES = "ARGMAP_EXPLORE" in os.environ
settings.register_profile("argmap", deadline=None, derandomize=not EXPLORES, max_examples=300 if EXPLORES else 60)
settings.load_profile("argmap")

# Figures are made anew in every test; one that is about the cache names a folder of its own.
os.environ["ARGMAP_CACHE"] = ""
