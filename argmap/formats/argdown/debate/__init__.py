"""Argdown's own model of a debate, and how a syntax tree is put together to one."""
