"""Reading an Argdown text: from characters to the syntax tree, with a place for everything."""
