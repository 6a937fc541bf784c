"""The roll of ways to tell an answer: an evaluation, an explanation, a change, or what a conclusion hangs on."""

from argmap.core.registry import Registry, later
from argmap.reporters.answers.base import Account, Answer, AnswerFormat

__all__ = ["ANSWER_FORMATS", "Account", "Answer", "AnswerFormat"]

ANSWER_FORMATS: Registry[AnswerFormat] = Registry(
    "format of answers",
    (
        AnswerFormat("text", "for people: tables and sentences", later("argmap.reporters.answers.text", "write")),
        AnswerFormat("json", "for programs: versioned, by id", later("argmap.reporters.answers.json", "write")),
        AnswerFormat(
            "csv",
            "for spreadsheets: a line for each claim and relation",
            later("argmap.reporters.answers.csv", "write"),
            only_evaluations=True,
        ),
    ),
    name=lambda item: item.name,
)
"""Every way to tell an answer, the usual one first."""
