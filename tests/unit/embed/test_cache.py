"""The cache: what is kept is found again, and whatever is wrong with it is as good as nothing."""

import json
import os
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from argmap.embed.cache import Cache, Entry, digest_of, usual_folder

KEY = sha256(b"key").hexdigest()
ENTRY = Entry(b"<svg>\n\n\0</svg>", {"alt": "Tram \ud800", "width": 1.5, "notes": ["a"]})


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def the_file(cache):
    (path,) = [path for path in cache.folder.rglob("*") if path.is_file()]
    return path


def test_what_is_kept_is_found(cache):
    assert cache.find(KEY) is None
    cache.keep(KEY, ENTRY, [])
    assert cache.find(KEY) == ENTRY
    assert Cache(cache.folder).find(KEY) == ENTRY
    assert cache.find(sha256(b"other").hexdigest()) is None
    cache.keep(KEY, Entry(b"new", {}), [])
    assert cache.find(KEY) == Entry(b"new", {})


def test_no_folder_keeps_nothing(tmp_path):
    cache = Cache(None)
    cache.keep(KEY, ENTRY, [])
    assert cache.find(KEY) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_it_was_made_of(cache, tmp_path):
    copy, gone = tmp_path / "study.txt", tmp_path / "gone.txt"
    copy.write_text("One.")
    cache.keep(KEY, ENTRY, [str(copy), str(gone), "a\0b"])
    assert cache.find(KEY) == ENTRY
    copy.write_text("Two.")
    assert cache.find(KEY) is None
    copy.write_text("One.")
    assert cache.find(KEY) == ENTRY
    gone.write_text("here now")
    assert cache.find(KEY) is None


@pytest.mark.parametrize("change", [0, 30, 64, 65, 70, -15, -1])
def test_a_changed_byte_is_seen(cache, change):
    cache.keep(KEY, ENTRY, [])
    data = bytearray(the_file(cache).read_bytes())
    data[change] ^= 1
    the_file(cache).write_bytes(data)
    assert cache.find(KEY) is None


@pytest.mark.parametrize("length", [0, 10, 64, 65, 90, -1])
def test_a_part_of_an_entry_is_none(cache, length):
    cache.keep(KEY, ENTRY, [])
    the_file(cache).write_bytes(the_file(cache).read_bytes()[:length])
    assert cache.find(KEY) is None


@pytest.mark.parametrize(
    "head",
    [b"", b"[]", b"{}", b"null", b'{"facts": {}}', b'{"inputs": [], "facts": {}}', b'{"inputs": {"a": 1}, "facts": {}}',
     b"[" * 100_000, b"\xff", b"__import__('os')"],
)  # fmt: skip
def test_what_others_wrote_there_is_nothing(cache, head):
    cache.keep(KEY, ENTRY, [])
    for body in (head, head + b"\ndata"):
        the_file(cache).write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        assert cache.find(KEY) is None


def test_a_folder_in_the_place_of_an_entry(cache):
    (cache.folder / KEY[:2] / KEY).mkdir(parents=True)
    cache.keep(KEY, ENTRY, [])
    assert cache.find(KEY) is None


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "cache").write_text("mine")
    cache = Cache(tmp_path / "cache")
    cache.keep(KEY, ENTRY, [])
    assert cache.find(KEY) is None
    assert (tmp_path / "cache").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden here")
def test_a_folder_that_may_not_be_written(cache):
    cache.keep(KEY, ENTRY, [])
    folder = the_file(cache).parent
    folder.chmod(0o500)
    try:
        cache.keep(KEY, Entry(b"new", {}), [])
        assert cache.find(KEY) == ENTRY
    finally:
        folder.chmod(0o700)


def test_an_entry_that_cannot_be_touched_is_found(cache, monkeypatch):
    cache.keep(KEY, ENTRY, [])

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    assert cache.find(KEY) == ENTRY


def test_the_oldest_are_thrown_out(cache):
    keys = [f"{KEY[:2]}{number:062x}" for number in range(40)]
    for number, key in enumerate(keys):
        cache.keep(key, ENTRY, [])
        if cache.find(key):
            os.utime(cache.folder / key[:2] / key, (number, number))
    kept = [key for key in keys if cache.find(key)]
    assert kept == keys[-len(kept) :]
    assert 8 <= len(kept) <= 16


def test_what_was_used_lately_is_not_thrown_out(cache):
    keys = [f"{KEY[:2]}{number:062x}" for number in range(17)]
    for number, key in enumerate(keys[:-1]):
        cache.keep(key, ENTRY, [])
        os.utime(cache.folder / key[:2] / key, (number, number))
    cache.find(keys[0])
    cache.keep(keys[-1], ENTRY, [])
    assert cache.find(keys[0])
    assert cache.find(keys[1]) is None


def test_many_writers_at_once(cache):
    keys = [f"{KEY[:2]}{number:062x}" for number in range(12)]
    odd = []

    def write(data):
        for _ in range(3):
            for key in keys:
                cache.keep(key, Entry(data, {}), [])
                found = cache.find(key)
                if found is not None and found.data not in (b"a" * 9_000, b"b" * 9_000):
                    odd.append(found)

    writers = [threading.Thread(target=write, args=(data,)) for data in (b"a" * 9_000, b"b" * 9_000) * 2]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not odd
    assert [path.name for path in cache.folder.rglob("*.part")] == []


def test_entries_are_json(cache):
    cache.keep(KEY, ENTRY, [])
    _, head, data = the_file(cache).read_bytes().split(b"\n", 2)
    assert json.loads(head) == {"inputs": {}, "facts": dict(ENTRY.facts)}
    assert data == ENTRY.data


def test_digests(tmp_path):
    (tmp_path / "x").write_bytes(b"x")
    assert digest_of(str(tmp_path / "x")) == sha256(b"x").hexdigest()
    assert digest_of(str(tmp_path)) is None
    assert digest_of("a\0b") is None


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {"ARGMAP_CACHE": "/x/y"}, "/x/y"),
        ("linux", {"ARGMAP_CACHE": ""}, None),
        ("linux", {"HOME": "/home/ana"}, "/home/ana/.cache/argmap"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "/cache"}, "/cache/argmap"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "cache"}, "/home/ana/.cache/argmap"),
        ("darwin", {"HOME": "/Users/ana"}, "/Users/ana/Library/Caches/argmap"),
        ("win32", {"HOME": "/home/ana", "LOCALAPPDATA": "/local"}, "/local/argmap"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths are written otherwise there")
def test_the_usual_folder(monkeypatch, system, environment, folder):
    for name in ("ARGMAP_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert usual_folder() == (Path(folder) if folder else None)
