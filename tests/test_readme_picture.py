"""The committed picture of the README shows the map as it is now."""

import pytest

from tests.documents import ROOT
from tests.drawing import drawn
from tests.generated import README_PICTURE, pictures
from tests.pictures import content


def test_the_readme_shows_the_picture():
    assert f'src="{README_PICTURE.relative_to(ROOT)}"' in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [path for path in pictures() if "examples" not in path.parts], ids=lambda path: path.name
)
def test_committed_pictures_are_fresh(path, tmp_path):
    assert content(path.read_text(encoding="utf-8")) == content(drawn(pictures()[path], tmp_path)), (
        "run `python -m tests.refresh`"
    )


def test_a_changed_picture_is_noticed(tmp_path):
    text = README_PICTURE.read_text(encoding="utf-8")
    plain = content(text)
    assert plain == content(text.replace('x="', 'x="1'))
    assert plain != content(text.replace("Ukraine", "Utopia"))
    assert plain != content(text.replace("is-pro", "is-con", 1))
    assert plain != content(text.replace("line ", "line x", 1))
