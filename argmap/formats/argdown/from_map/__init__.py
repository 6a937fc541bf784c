"""From the map to a debate in Argdown's terms."""
