"""Ledger, roll, modules, pages and cases belong together."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import argmap.rules
from argmap.core.codes import LEDGER
from argmap.rules import RULES
from argmap.rules.base import Rule
from tests.unit.rules.document_cases import DocumentCase, document_cases, document_cases_of
from tests.unit.rules.rule_cases import Case, blocks, cases_of, findings, names_on_disk, sections

READ_ELSEWHERE = {"unreadable-file", "odd-encoding", "too-large", "invalid-configuration", "broken-template"}
"""Their pages show no map: the finding is about bytes, size, the configuration, or a template of reports."""

HOUSEHOLD = {
    "__init__",
    "base",
    "comments",
    "definitions",
    "likeness",
    "names_in_argdown",
    "removal",
    "suppressions",
    "unit_interval",
    "wording",
}

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)

of_maps = pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES.values() if not rule.is_of_documents and rule.name not in READ_ELSEWHERE],
    ids=lambda rule: rule.name,
)

of_documents = pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.is_of_documents], ids=lambda rule: rule.name
)

UNDRAWN = {"missing-figure"}
"""What is found in each document that was not embedded yet."""


def test_roll_and_ledger_agree() -> None:
    assert list(RULES) == list(LEDGER)
    codes = [entry.code for entry in LEDGER.values()]
    assert codes == sorted(codes)
    assert len(set(codes)) == len(codes)


def test_one_file_for_each_rule() -> None:
    files = {path.stem for path in Path(argmap.rules.__file__).parent.glob("*.py")}
    assert files - HOUSEHOLD == {name.replace("-", "_") for name in RULES}


def test_each_rule_has_cases() -> None:
    without = {"unreadable-file", "odd-encoding", "invalid-configuration", "broken-template"}
    assert set(names_on_disk()) == set(RULES) - without


@pytest.mark.parametrize("name", names_on_disk())
def test_cases_are_positive_and_negative(name: str) -> None:
    cases: Sequence[Case | DocumentCase] = document_cases_of(name) if RULES[name].is_of_documents else cases_of(name)
    positive = [case for case in cases if any(mark[2] == name for mark in case.marks)]
    assert positive
    assert len(positive) < len(cases)


@every_rule
def test_page(rule: Rule) -> None:
    titles = [title for title, _ in sections(rule.page)]
    assert titles == ["", "Why", "Example", "Better"]
    assert re.fullmatch(r"[A-Z`].*\.", rule.summary)
    assert max(len(line) for line in rule.page.splitlines()) <= 120
    assert rule.code.startswith("AM")
    assert rule.severity in ("error", "warning", "advice")


def example(rule: Rule, title: str) -> Case:
    found = [case for case in blocks(rule.page) if case.title == title]
    assert len(found) == 1
    return found[0]


@of_maps
def test_example_shows_the_finding(rule: Rule) -> None:
    case = example(rule, "Example")
    assert rule.name in [item.name for item in findings(case.source, case.texts)]


@of_maps
def test_example_has_no_other_error(rule: Rule) -> None:
    case = example(rule, "Example")
    others = {item.name for item in findings(case.source, case.texts) if item.severity == "error"}
    assert others <= {rule.name, "unknown-member"}


@of_maps
def test_better_is_clean(rule: Rule) -> None:
    case = example(rule, "Better")
    found = findings(case.source, case.texts)
    assert rule.name not in [item.name for item in found]
    assert "error" not in [item.severity for item in found]


def document_example(rule: Rule, title: str) -> DocumentCase:
    found = [case for case in document_cases(rule.page) if case.title == title]
    assert len(found) == 1
    return found[0]


@of_documents
def test_example_in_a_document_shows_the_finding(rule: Rule, tmp_path: Path) -> None:
    case = document_example(rule, "Example")
    found = case.findings(tmp_path)
    assert rule.name in [item.name for item in found]
    assert {item.name for item in found if item.file == case.document} <= {rule.name, *UNDRAWN}


@of_documents
def test_better_document_is_clean(rule: Rule, tmp_path: Path) -> None:
    found = document_example(rule, "Better").findings(tmp_path)
    assert {item.name for item in found} <= UNDRAWN - {rule.name}
