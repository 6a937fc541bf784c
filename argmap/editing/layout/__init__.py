"""The canonical layout of argument files: one file a language."""
