"""Texts to trees: JSON, YAML and XML, with the place of every value, bounds on everything, and nothing run."""
