"""The language server: `argmap lsp` speaks the Language Server Protocol over standard input and output."""
