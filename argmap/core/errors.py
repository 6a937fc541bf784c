"""Trouble in the environment (a file that is not there, a font that is missing), as opposed to trouble in a map."""


class ArgmapError(Exception):
    """A fault of the environment that stops a command.

    Trouble in a user's map is never raised: it is a `Diagnostic`. This error is caught only in `argmap.cli.main`.

    Args:
        slug: A short stable name of the fault, such as `cannot-read`.
        message: One sentence for the user, without the slug.
        hint: What the user can do about it, if that is known.
    """

    def __init__(self, slug: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.hint = hint
