"""Hosts that take figures in while they build: one file or room each, loaded by the host alone."""
