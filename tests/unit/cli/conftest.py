"""A folder to work in, and ways to call the command line: inside this process, and as a process of its own."""

import os
import subprocess
import sys
from inspect import signature
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.main import cli

APART = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
"""Keeps standard error apart in click 8.1 too."""

SOUND = """\
argmap: 1
title: Should a town build a tram?
speakers:
  mayor: {name: The mayor}
questions:
  build: {text: Should the town build a tram line?, title: Tram?}
claims:
  tram:
    text: The town should build a tram line.
    title: Build the tram
    answers: build
    by: mayor
  faster: {text: A tram halves the trip., title: Faster trips, supports: tram, by: mayor, tags: [time]}
  cost: {text: The line costs more than the town can pay., title: Too expensive, attacks: tram, by: mayor}
groups:
  money: {title: Money, members: [cost]}
"""

BROKEN = SOUND.replace("supports: tram", "supports: tran")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "ARGMAP_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def put(here):
    def write(name: str, text: str = SOUND) -> Path:
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write


@pytest.fixture
def run(here):
    def call(*arguments: str, input: str | bytes | None = None):
        return CliRunner(**APART).invoke(cli, list(arguments), input=input, prog_name="argmap")

    return call


@pytest.fixture
def process(here):
    def call(*arguments: str, **settings):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
        environment |= settings.pop("env", {})
        settings.setdefault("stdin", subprocess.DEVNULL) if "input" not in settings else None
        return subprocess.run(
            [sys.executable, "-m", "argmap", *arguments],
            capture_output=True,
            env=environment,
            timeout=120,
            check=False,
            **settings,
        )

    return call
