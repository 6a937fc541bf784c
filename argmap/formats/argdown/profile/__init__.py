"""Fields of argmap's own in Argdown: in the front matter under `argmap:`, and in braces."""
