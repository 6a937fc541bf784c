"""The front matter: what it may set, what argmap follows, and what a map therefore shows."""
