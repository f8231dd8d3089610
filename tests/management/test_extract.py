"""The engine on files and standard input, without a database."""

import io
import json
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from claims.extraction.types import (
    Claim,
    Construction,
    Extraction,
    Kind,
    Link,
    Modality,
    ResolvedBy,
    Role,
    Span,
    TimeExpression,
)
from claims.management.commands.extract import show_as_table
from claims.management.given import Given
from claims.management.terminal import console_for

ARABIC = "قال محافظ درنيل إن «الجسر مغلق». وأضاف: «المدارس مفتوحة»."


@pytest.fixture
def run(capsys, monkeypatch):
    """What the command prints, says on the side, and ends with."""

    def run(*args: str, stdin: bytes = b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            call_command("extract", *args)
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return said.out, said.err.splitlines(), code

    return run


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def as_lines(*articles: dict) -> bytes:
    return "\n".join(json.dumps(article) for article in articles).encode()


def written(tmp_path: Path, name: str, raw: bytes | str) -> str:
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return str(path)


def test_files_come_out_as_lines_in_their_order(run, tmp_path):
    first = written(tmp_path, "b.txt", ARABIC)
    second = written(tmp_path, "a.txt", "The bridge is closed, the mayor said.")
    out, said, code = run(first, second, "--format", "jsonl")
    assert [(told["id"], told["language"]) for told in lines(out)] == [
        (first, "ar"),
        (second, "en"),
    ]
    assert (said, code) == ([], 0)


def test_every_claim_stands_with_its_words_and_its_chain(run, tmp_path):
    article = written(tmp_path, "article.txt", ARABIC)
    [told] = lines(run(article, "--format", "jsonl")[0])
    assert told["language_known"]
    assert [claim["content"]["quote"] for claim in told["claims"]] == [
        "الجسر مغلق",
        "المدارس مفتوحة",
    ]
    for claim in told["claims"]:
        [origin] = claim["attribution"]
        named = origin["antecedent"] or origin["mention"]
        assert named["quote"] == ARABIC[named["start"] : named["end"]] == "محافظ درنيل"


def test_articles_as_json_lines_keep_what_they_say_of_themselves(run, tmp_path):
    articles = written(
        tmp_path,
        "articles",
        as_lines(
            {"id": "first", "language": "ar", "published": "2026-11-24", "text": ARABIC},
            {"id": 2, "language": None, "publisher": "Orvela", "text": ARABIC},
            {"text": "Der Bürgermeister sagte, die Brücke sei gesperrt."},
        ),
    )
    out, said, code = run("--input", articles, "--format", "jsonl", "--language", "TR")
    assert [(told["id"], told["language"]) for told in lines(out)] == [
        ("first", "ar"),
        (2, "tr"),
        (f"{articles}:3", "tr"),
    ]
    assert (said, code) == ([], 0)


def test_a_file_named_as_json_lines_is_read_as_such(run, tmp_path):
    articles = written(tmp_path, "articles.jsonl", as_lines({"id": "one", "text": ARABIC}))
    assert lines(run(articles, "--format", "jsonl")[0])[0]["id"] == "one"


def test_standard_input_is_one_text_or_json_lines(run):
    pasted = run("--format", "jsonl", stdin=ARABIC.encode())
    named = run("-", "--format", "jsonl", stdin=ARABIC.encode())
    given = run("--input", "-", "--format", "jsonl", stdin=as_lines({"id": "x", "text": ARABIC}))
    assert [lines(out)[0]["id"] for out, _, _ in (pasted, named, given)] == [
        "standard input",
        "standard input",
        "x",
    ]


def test_windows_1256_and_line_ends_are_read_as_they_are_stored(run, tmp_path):
    text = "قال محافظ درنيل إن الجسر الحجري أغلق أمام السيارات والشاحنات.\r\nوعاد الناس.\r\n"
    out, _, code = run(
        written(tmp_path, "old.txt", text.encode("cp1256")),
        written(tmp_path, "new.txt", text.replace("\r\n", "\n")),
        "--format",
        "jsonl",
    )
    old, new = lines(out)
    assert old["text_sha256"] == new["text_sha256"]
    assert code == 0


BAD = [
    (b"nonsense", "This is not JSON (Expecting value, column 1)."),
    (b'{"text": "a"', "This is not JSON (Expecting ',' delimiter, column 13)."),
    (b'["text"]', 'Each line holds one object like {"text": "…"}.'),
    (b"{}", '"text" is missing or not text; it holds the words of the article.'),
    (b'{"text": 5}', '"text" is missing or not text; it holds the words of the article.'),
    (b'{"text": ""}', "There is no text; paste or upload the article's words."),
    (b'{"text": "a\\u0000b"}', "This is not text: it holds NUL characters."),
    (b'{"text": "a\\ud800b"}', "This text holds half of a character (a lone surrogate);"),
    (b'{"text": "\xff\xfe"}', "The encoding of this text cannot be told;"),
    (b'{"text": "a", "published": "soon"}', "soon is not a date; write it as 2026-11-24"),
    (b'{"text": "a", "published": 2026}', '"published" is not text.'),
    (b'{"text": "a", "language": "Arabic"}', "Arabic is not the code of a language;"),
    (b'{"text": "a", "id": ["x"]}', '"id" is neither text nor a whole number.'),
    (b'{"text": "a", "id": true}', '"id" is neither text nor a whole number.'),
    (b'{"text": "a", "id": "\\udc00"}', '"id" holds half of a character (a lone surrogate).'),
    (b'{"text": ' + b"[" * 100_000, "This is JSON that cannot be read (too deep or too long)."),
    (b'{"id": ' + b"9" * 5_000, "This is JSON that cannot be read (too deep or too long)."),
]


@pytest.mark.parametrize(("line", "sentence"), BAD, ids=[sentence[:40] for _, sentence in BAD])
def test_a_bad_line_costs_one_sentence_and_only_itself(run, line, sentence):
    good = as_lines({"id": "good", "text": ARABIC})
    out, said, code = run("--input", "-", "--format", "jsonl", stdin=b"\n".join([good, line, good]))
    assert [told["id"] for told in lines(out)] == ["good", "good"]
    assert len(said) == 1
    assert said[0].startswith(f"standard input, line 2: {sentence}")
    assert code == 1


def test_a_bad_file_costs_one_sentence_and_only_itself(run, tmp_path):
    picture = written(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    long = written(tmp_path, "long.txt", "س" * 5_000_000)
    good = written(tmp_path, "good.txt", ARABIC)
    gone = str(tmp_path / "gone.txt")
    lost = str(tmp_path / "lost.jsonl")
    out, said, code = run(gone, str(tmp_path), picture, long, lost, good, "--format", "jsonl")
    assert [told["id"] for told in lines(out)] == [good]
    assert said == [
        f"{gone}: There is no such file.",
        f"{tmp_path}: This is a folder; name the files in it.",
        f"{picture}: This is not text: it holds NUL characters. Give the article as plain text.",
        f"{long}: The text has 5,000,000 characters; one article may have up to 400,000.",
        f"{lost}: There is no such file.",
    ]
    assert code == 1


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        (["--format", "xml"], "--format is 'xml'; it may be table or jsonl."),
        (["--published", "soon"], "soon is not a date; write it as 2026-11-24 or 24/11/2026."),
        (["--language", "Arabic"], "Arabic is not the code of a language;"),
    ],
)
def test_an_option_that_means_nothing_is_refused_before_any_work(run, option, sentence):
    with pytest.raises(CommandError, match=sentence.split(";")[0]):
        run("nothing.txt", *option)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def table(text: str, *claims: Claim, known: bool = True, explain: bool = False) -> str:
    out = io.StringIO()
    given, found = Given("one.txt", text, None, None), Extraction("ar", known, claims, 1)
    show_as_table(given, found, console_for(out), explain)
    return out.getvalue()


def test_the_table_shows_words_source_through_whom_how_and_when():
    text = "نقلت وكالة سدرة عن المحافظ، وهو علي نور، قوله أمس إن\nالجسر مغلق."
    shown = table(
        text,
        Claim(
            at(text, "إن\nالجسر مغلق"),
            Kind.INDIRECT,
            Modality.DENIED,
            at(text, "نقلت"),
            Construction.RELAYED,
            (),
            (
                Link(Role.RELAYER, at(text, "وكالة سدرة"), None, ResolvedBy.NAMED),
                Link(Role.ORIGIN, at(text, "المحافظ"), at(text, "علي نور"), ResolvedBy.ANAPHORA),
            ),
            TimeExpression(at(text, "أمس"), date(2026, 11, 23)),
        ),
    )
    assert "one.txt (ar)" in shown
    assert "\u2068إن الجسر مغلق\u2069" in shown
    assert "\u2068علي نور\u2069 via \u2068وكالة سدرة\u2069" in " ".join(shown.split())
    assert "indirect, denied" in shown
    assert "2026-11-23" in shown


def test_the_table_says_why_on_demand():
    text = "قالت البلدية إن الجسر مغلق."
    claim = Claim(
        at(text, "الجسر مغلق"),
        Kind.INDIRECT,
        Modality.ASSERTED,
        at(text, "قالت"),
        Construction.THAT_CLAUSE,
        (at(text, "قالت"), at(text, "إن")),
    )
    assert "that clause" not in table(text, claim)
    shown = " ".join(table(text, claim, explain=True).replace("│", " ").split())
    assert "by that clause" in shown
    assert "\u2068قالت\u2069 \u2068إن\u2069" in shown


def test_the_table_says_when_a_language_is_not_read_and_when_nothing_was_found():
    shown = table("مرحبا", known=False)
    assert "factlog does not read this language, it looked for quotations only" in shown
    assert "No claims were found." in shown
    quotation = Claim(
        Span(0, 5), Kind.DIRECT, Modality.ASSERTED, None, Construction.QUOTATION_ALONE
    )
    assert "nobody named" in table("مرحبا", quotation)
    shown = table("مرحبا", quotation, known=False)
    assert "not looked for" in shown and "nobody named" not in shown


def test_every_line_of_the_table_closes_what_it_opens():
    text = "قالت مصادر في الدفاع المدني إن الجسر الحجري الذي يصل ضفتي المدينة أغلق منذ الفجر."
    source = Link(Role.ORIGIN, Span(5, 30), None, ResolvedBy.NAMED)
    claim = Claim(
        Span(34, 79), Kind.INDIRECT, Modality.ASSERTED, None, Construction.CLAUSE, (), (source,)
    )
    lines = [line for line in table(text, claim).splitlines() if "\u2068" in line]
    assert len(lines) > 2
    for line in lines:
        cells = line.split("│")
        assert all(cell.count("\u2068") == cell.count("\u2069") for cell in cells)


def test_the_words_of_an_article_cannot_steer_the_terminal():
    text = "\x1b[2Jأ\u202eب[bold]\u2067ت"
    content = Claim(
        Span(0, len(text)), Kind.NARRATION, Modality.ASSERTED, None, Construction.NARRATION
    )
    assert "\u2068[2Jأب[bold]ت\u2069" in table(text, content)


def manage(*args: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *args],
        input=stdin.encode(),
        capture_output=True,
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_no_database_is_needed_and_none_is_made(tmp_path):
    told = manage(
        "extract",
        "--format=jsonl",
        "--input=-",
        stdin=json.dumps({"id": "درنيل", "text": ARABIC}),
        FACTLOG_VAR=str(tmp_path),
        DATABASE_URL="postgres://nobody@127.0.0.1:9/nothing",
        PYTHONIOENCODING="latin-1",
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout)["id"] == "درنيل"
    assert not list(tmp_path.glob("*sqlite*"))


def test_a_terminal_that_knows_no_arabic_gets_a_table_all_the_same():
    told = manage("extract", stdin=ARABIC, PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stderr) == (0, b"")


def test_who_waits_at_a_terminal_sees_how_far_the_work_is(tmp_path):
    articles = written(tmp_path, "many.jsonl", as_lines(*[{"text": ARABIC}] * 300))
    ours, theirs = pty.openpty()
    told = subprocess.run(
        [sys.executable, "manage.py", "extract", "--format=jsonl", "--input", articles],
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=settings.BASE_DIR,
        timeout=60,
        check=True,
    )
    assert "300 articles" in os.read(ours, 100_000).decode()
    assert len(told.stdout.splitlines()) == 300
    os.close(ours)
    os.close(theirs)


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path):
    articles = written(tmp_path, "many.jsonl", as_lines(*[{"text": ARABIC}] * 3_000))
    for shape in ("jsonl", "table"):
        piped = f"{sys.executable} manage.py extract --format {shape} {articles} | head -1"
        told = subprocess.run(
            ["sh", "-c", piped], capture_output=True, cwd=settings.BASE_DIR, timeout=60, check=True
        )
        assert told.stderr == b""
