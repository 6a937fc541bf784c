"""Argdown's JSON export, read into a debate."""
