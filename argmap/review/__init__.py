"""Two maps of one debate side by side: what became of it, and both maps in one picture."""
