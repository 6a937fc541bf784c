"""What an editor shows and offers: a module a feature, functions from a document to the types of the protocol."""
