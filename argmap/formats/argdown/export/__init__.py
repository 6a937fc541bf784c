"""Argdown's own JSON export of a debate, with the map that it shows."""
