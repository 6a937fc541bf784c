"""What the parts of the parser share: the tokens and how far they have been read, and what was found so far."""

from argmap.core.diagnostics import Diagnostic, finding
from argmap.formats.argdown.text.braces import read_braces
from argmap.formats.argdown.text.content import USUAL
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Braces, Element, Place
from argmap.formats.argdown.text.tokens import Kind, Remark, Token

WORDS = frozenset(
    {Kind.TEXT, Kind.ESCAPED, Kind.SHORTCODE, Kind.LINK, Kind.TAG, Kind.MENTION, Kind.OPEN, Kind.CLOSE, Kind.NEWLINE}
)
"""What a text consists of."""


class Cursor:
    """A place in a row of tokens.

    Attributes:
        at: Number of the token that comes next.
        wording: How the settings ask for texts to be read.
        loose: Elements that stand where they cannot belong to anything; they become blocks of their own.
    """

    def __init__(self, script: Manuscript, tokens: list[Token]) -> None:
        self.script = script
        self.tokens = tokens
        self.at = 0
        self.wording = USUAL
        self.found: list[Diagnostic] = []
        self.loose: list[Element] = []

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.at]

    @property
    def kind(self) -> Kind:
        """The kind of the token that comes next."""
        return self.tokens[self.at].kind

    @property
    def following(self) -> Kind:
        """The kind of the token after that."""
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)].kind

    def take(self) -> Token:
        """Go on by one token and return it."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def skip(self, kind: Kind) -> bool:
        """Go on by one token if it is of this kind, and return whether it is."""
        found = self.tokens[self.at].kind is kind
        self.at += found
        return found

    def braces(self) -> Braces:
        """Take a token of data and read it."""
        token = self.take()
        braces, found = read_braces(self.script, Place(token.start, token.end))
        self.found += found
        return braces

    def remark(self, item: Remark) -> None:
        """Report a remark."""
        place = self.script.span(Place(item.start, item.end))
        notes = (item.note,) if item.note else ()
        self.found.append(finding(item.name, item.message, place, notes=notes, help=item.help))

    def error(self, message: str, token: Token, help: str | None = None) -> None:
        """Report that a token cannot be read."""
        self.remark(Remark("syntax-error", message, token.start, token.end, help))

    def unportable(self, message: str, token: Token, help: str | None = None, note: str | None = None) -> None:
        """Report that Argdown's own tools would not read what stands at a token."""
        said = note or "Argdown's own tools refuse the text because of it"
        self.remark(Remark("unportable-syntax", message, token.start, token.end, help, said))
