"""The settings of the handbook."""

project = "Handbook"
author = "The team"
copyright = "the team"
version = "1"
extensions = ["argmap.embed.adapters.sphinx"]
exclude_patterns = ["_build", "README.md"]
numfig = True
html_theme = "alabaster"
latex_documents = [("index", "handbook.tex", "Handbook", "The team", "howto")]
