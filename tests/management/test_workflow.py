"""The documentation tells the rules that the code has."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

PAGE = Path(__file__).resolve().parents[2] / "docs" / "review.md"


def test_the_page_on_reviewing_has_the_tables_of_the_code() -> None:
    out = StringIO()
    call_command("workflow", stdout=out)
    assert out.getvalue().strip() in PAGE.read_text(encoding="utf-8")


def test_every_status_but_none_can_be_reached() -> None:
    from claims.review.workflow import RULES, Status

    assert {rule.after for rule in RULES} == set(Status)
