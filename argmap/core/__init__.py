"""What every other room knows: sources, diagnostics, the map and questions about it. Imports nothing else of argmap."""
