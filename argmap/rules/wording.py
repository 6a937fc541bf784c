"""What the wording of a text shows: where a second sentence begins, words that draw conclusions, questions."""

import re
from functools import lru_cache

REMEMBERED = 8192
"""How many texts the answer to a question about wording is remembered for: an editor asks again at every keystroke."""

_END = re.compile(
    r"""
    (?P<mark>(?<![.!?…])[.!?…]++|[。！？।؟۔])
    (?P<close>["'”’»)\]]*+)
    (?P<space>\s+|(?<=[。！？])(?=\w))
    (?P<open>["'“‘«(\[¿¡]*)
    (?=(?P<next>\w))
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.&’'-]+$")
_ABBREVIATIONS = frozenset(
    """
    abs al alt anm approx apr art aug ave bd betr bspw bzw ca cap capt cf ch cit co col comm corp dec dept dez dipl
    dir doc dr ed eds eg eq esp est etc evtl ex feb ff fig figs fn fr fri frl ft gen gest ggf gov hon hr hrsg ie inc
    ing inkl insb int jan jg jr jul jun kap lit lt ltd m maj mar max messrs min mio misc mlle mme mon mr mrd mrs ms
    msgr mt mtn nos nov nr núm oct okt op orig p par para pp pres prof pt pub publ ref rep resp rev rs s sat sec
    sect sen sep sept sgt sog sp sr st ste str sun tab tel thu thurs tsd tue tues u univ usw v var vgl viz vol vols
    vs wed zit
    """.split()  # noqa: SIM905
)
_ROMAN = re.compile(r"[IVXLC]+")
_QUOTED = re.compile(
    r"“[^”]{0,400}”|«[^»]{0,400}»|„[^“”]{0,400}[“”]|\"[^\"]{0,400}\"|(?<!\w)‘[^’]{0,400}’(?!\w)|(?<!\w)'[^']{0,400}'(?!\w)"
)

_INFERENCE = re.compile(
    r"""
    \b(?:
        (?<!just\ )(?<!only\ )(?<!not\ )(?<!simply\ )(?<!partly\ )(?<!mainly\ )because(?!\ of\b)
      | therefore | hence(?!forth)(?!\ the\ name) | consequently
      | thus(?!\ far\b)
      | it\ follows\ that | which\ (?:means|implies|shows|proves)\ that
      | (?:for|from)\ (?:this|that|these|which)\ reasons?(?=,|\ we\b|\ the\b|\ it\b)
      | given\ that | inasmuch\ as | ergo | whence
    )\b
    | (?<=,\ )so(?=\ (?:the|an?|its?|they|we|he|she|this|these|those|there|nobody|every(?:one|body)|people|no|all)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINTS = (
    "because",
    "therefore",
    "hence",
    "conseq",
    "thus",
    "follows",
    "which ",
    "reason",
    "given",
    "inasm",
    ", so",
    "ergo",
)
_QUESTION = re.compile(r"[?？؟⁇⁈][)\]]?$")


@lru_cache(maxsize=REMEMBERED)
def second_sentence(text: str) -> str | None:
    """The text from where its second sentence begins, or None if it is one sentence.

    Abbreviations, initials, ordinals such as `3.`, decimals and what stands in quotation marks end no sentence. A dot
    or ellipsis before a small letter does not either; languages without capitals have only their own full stops.
    """
    if not _END.search(text):
        return None
    blanked = _QUOTED.sub(lambda found: _blank(found[0]), text)
    for found in _END.finditer(blanked):
        if _ends(blanked, found):
            return text[found.start("open") :]
    return None


def _blank(quoted: str) -> str:
    """A quotation of the same length without words; a quoted sentence at the end still ends the sentence."""
    inner = quoted[1:-1]
    if inner:
        inner = "x" * (len(inner) - 1) + (inner[-1] if inner[-1] in ".!?" else "x")
    return quoted[0] + inner + quoted[-1]


def _ends(text: str, found: re.Match[str]) -> bool:
    mark, following = found["mark"], found["next"]
    if mark in "。！？।؟۔":
        return True
    if following.islower() or (following.isdigit() and mark == "."):
        return False
    if mark != ".":
        return following.isupper() or (not mark.startswith(("…", "..")) and not following.islower())
    word = _LAST_WORD.search(text[max(0, found.start() - 40) : found.start()])
    return word is None or not _shortened(word[0])


def _shortened(word: str) -> bool:
    """Whether a dot after the word most likely belongs to it."""
    letters = word.strip("'’-")
    if "." in letters and not re.fullmatch(r"[\d.,]+", letters):
        return True  # U.S, e.g, z.B
    last = re.split(r"[-’']", letters)[-1]
    return (
        (len(last) == 1 and last.isalpha())
        or (last.isdigit() and len(last) <= 2)
        or last.casefold() in _ABBREVIATIONS
        or bool(_ROMAN.fullmatch(last))
    )


@lru_cache(maxsize=REMEMBERED)
def inference_word(text: str) -> str | None:
    """The first word of an English text that joins a reason to a conclusion, as it stands there, or None.

    "Since" and "as" are left alone, for they often speak of time; so is what stands in quotation marks.
    """
    lowered = text.casefold()
    if not any(hint in lowered for hint in _HINTS):
        return None
    found = _INFERENCE.search(_QUOTED.sub(lambda quoted: "x" * len(quoted[0]), text))
    return found[0] if found else None


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark of any script."""
    return bool(_QUESTION.search(text.rstrip()))
