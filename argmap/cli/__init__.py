"""The command line: one file a command, what they share in `options`, `console`, `files` and `inputs`."""
