"""A debate as Argdown text: the layout, the escapes, and data as YAML."""
