"""Commands that edit an argument file in place: one file a command."""
