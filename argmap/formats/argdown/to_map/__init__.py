"""From a debate in Argdown's terms to the map."""
