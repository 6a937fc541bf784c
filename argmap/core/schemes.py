"""The argumentation schemes that argmap knows by name, after Walton, Reed & Macagno (2008)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

SCHEMES: tuple[str, ...] = (
    # whom one relies on
    "position-to-know",
    "expert-opinion",
    "witness-testimony",
    "popular-opinion",
    "popular-practice",
    "perception",
    "memory",
    "ethotic",
    # cases and comparison
    "example",
    "analogy",
    "practical-reasoning-from-analogy",
    "precedent",
    "exceptional-case",
    "random-sample-to-population",
    # parts, wholes and opposites
    "composition",
    "division",
    "group-and-its-members",
    "oppositions",
    "rhetorical-oppositions",
    "alternatives",
    "pragmatic-alternatives",
    # words
    "definition-to-verbal-classification",
    "verbal-classification",
    "vagueness-of-a-verbal-classification",
    "arbitrariness-of-a-verbal-classification",
    # rules and values
    "rule",
    "constitutive-rule-claims",
    "plea-for-excuse",
    "values",
    "interaction-of-act-and-person",
    # action
    "practical-reasoning",
    "two-person-practical-reasoning",
    "consequences",
    "positive-consequences",
    "negative-consequences",
    "sacrifice",
    "waste",
    "sunk-costs",
    "threat",
    "fear-appeal",
    "danger-appeal",
    "need-for-help",
    "distress",
    # cause, evidence and explanation
    "cause-to-effect",
    "correlation-to-cause",
    "sign",
    "abductive",
    "evidence-to-hypothesis",
    "falsification-of-hypothesis",
    "ignorance",
    # the person and what the person has said
    "commitment",
    "inconsistent-commitment",
    "pragmatic-inconsistency",
    "generic-ad-hominem",
    "circumstantial-ad-hominem",
    "bias",
    "bias-ad-hominem",
    # step by step
    "gradualism",
    "slippery-slope",
    "precedent-slippery-slope",
    "sorites-slippery-slope",
    "verbal-slippery-slope",
    "full-slippery-slope",
)
"""Canonical names: lower case, words joined by hyphens, without "argument from"."""

_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "abduction": "abductive",
        "abductive-argumentation-scheme": "abductive",
        "act-and-person": "interaction-of-act-and-person",
        "ad-hominem": "generic-ad-hominem",
        "arbitrariness": "arbitrariness-of-a-verbal-classification",
        "authority": "expert-opinion",
        "best-explanation": "abductive",
        "cause": "cause-to-effect",
        "character": "ethotic",
        "circumstantial": "circumstantial-ad-hominem",
        "correlation": "correlation-to-cause",
        "danger": "danger-appeal",
        "definition": "definition-to-verbal-classification",
        "established-rule": "rule",
        "ethos": "ethotic",
        "eyewitness-testimony": "witness-testimony",
        "fear": "fear-appeal",
        "generalisation": "example",
        "generalization": "example",
        "goal": "practical-reasoning",
        "group-membership": "group-and-its-members",
        "inference-to-the-best-explanation": "abductive",
        "lack-of-evidence": "ignorance",
        "means-end-reasoning": "practical-reasoning",
        "negative-consequence": "negative-consequences",
        "opposite": "oppositions",
        "positive-consequence": "positive-consequences",
        "popularity": "popular-opinion",
        "sample-to-population": "random-sample-to-population",
        "sunk-cost": "sunk-costs",
        "testimony": "witness-testimony",
        "vagueness": "vagueness-of-a-verbal-classification",
        "verification-of-hypothesis": "evidence-to-hypothesis",
        "witness": "witness-testimony",
    }
)

_LEAD = re.compile(r"^(?:the-)?(?:(?:argument|appeal|reasoning)-(?:from|by|to|for)-|from-)(?:(?:an?|the)-)?")
_TAIL = re.compile(r"-(?:argument|argumentation|scheme)$")
_KNOWN = frozenset(SCHEMES)


def scheme_named(text: str) -> str | None:
    """Return the canonical name of the scheme that a text means, or None if argmap knows none of that name.

    Case, spaces, underscores, `CamelCase` and a leading "argument from" make no difference; some common other names
    are understood too: `Argument from Expert Opinion`, `ExpertOpinion` and `authority` are all `expert-opinion`.
    """
    if text in _KNOWN:
        return text
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", text.strip()).casefold()
    slug = re.sub(r"[\s_-]+", "-", words).strip("-")
    for candidate in (slug, _LEAD.sub("", slug), _TAIL.sub("", _LEAD.sub("", slug))):
        for name in (candidate, f"{candidate}s", candidate.removesuffix("s")):
            if name in _KNOWN:
                return name
            if name in _ALIASES:
                return _ALIASES[name]
    return None
