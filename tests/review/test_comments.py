"""Words about a statement, and whom they call."""

import pytest
from django.contrib.auth.models import User

from claims.models import Comment, Notice, Statement
from claims.review import comments
from tests.factories import UserFactory
from tests.review import desk
from tests.review.desk import again, refused

pytestmark = pytest.mark.django_db


def comment(row: Statement, text: str, by: User | None = None) -> Comment:
    return comments.comment(statement_id=row.pk, by=by or desk.reviewer(), text=text)


def test_whoever_is_named_is_told_and_nobody_else() -> None:
    row, by = desk.statement(), UserFactory(username="huda", role="editor")
    sami = UserFactory(username="sami.k", role="reviewer")
    UserFactory(username="sami", role="reviewer")
    before = row.version
    made = comment(row, "انظر @sami.k. وأنا @huda، لا a@b.example", by)
    assert set(made.mentioned.all()) == {sami, by}
    assert [(one.person, one.kind) for one in Notice.objects.all()] == [(sami, "mentioned")]
    assert again(row).version == before
    assert desk.verifies()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \0\n", "Write the comment"),
        ("x" * 20_001, "up to 20000 characters; this one has 20001"),
        ("@nobody", "Nobody here is called @nobody"),
        ("@gone", "Nobody here is called @gone"),
    ],
)
def test_what_is_no_comment(text: str, said: str) -> None:
    row, by = desk.statement(), desk.reviewer()
    UserFactory(username="gone", is_active=False)
    with refused(said):
        comment(row, text, by)
    assert not Comment.objects.exists()


def test_viewers_read() -> None:
    row, by = desk.statement(), UserFactory(role="viewer")
    with refused("Your role reads"):
        comment(row, "x", by)


def test_words_are_kept_without_what_no_database_can_hold() -> None:
    assert comment(desk.statement(), "a\0b\ud800\r\nc").text == "a b?\nc"
    assert desk.verifies()


def test_names_are_told_apart_from_the_words_around_them() -> None:
    text = "@rana.dalvar: انظر، يا @a+b_c-1. user@example.org"
    assert comments.in_parts(text) == [
        ("@rana.dalvar", True),
        (": انظر، يا ", False),
        ("@a+b_c-1", True),
        (". user@example.org", False),
    ]
    assert comments.in_parts("") == []
    assert "".join(words for words, _ in comments.in_parts(text)) == text
