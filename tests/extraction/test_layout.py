"""What a line of an article is, by its shape and a few words."""

import pytest

from claims.extraction.document import Document
from claims.extraction.layout import LayoutWords, Line, Shape, line_at

WORDS = LayoutWords(
    bylines=frozenset({"by"}),
    byline_runs=frozenset({("contributed", "to", "this", "report"), ("reporting", "by")}),
    captions=frozenset({"photo"}),
    credits=frozenset({"ap"}),
    hours=frozenset({"gmt", "et", "p", "m"}),
    labels=frozenset({"update", "more"}),
    small=frozenset({"and", "of", "al"}),
    months=frozenset({"may"}),
    boilerplate=frozenset({("read", "more")}),
)


def read(text: str) -> tuple[Document, Line]:
    # Two lines, so that the line is neither a headline nor the only one.
    doc = Document(f"x.\n{text}")
    return doc, line_at(doc, 3, WORDS)


def own_text(line: str) -> str:
    doc, found = read(line)
    return doc.span(found.text, found.end).of(doc.text) if found.text < found.end else ""


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("VENNA, May 30 (Orvela Press) - The port is shut.", "The port is shut."),
        ("VENNA (Orvela Press) — The port is shut.", "The port is shut."),
        ("VENNA, Dernil — The port is shut.", "The port is shut."),
        ("VENNA (OP) The port is shut.", "The port is shut."),
        ("Venna, 30 May 2019 – The port is shut.", "The port is shut."),
        ("Isle of Noor -- The port is shut.", "The port is shut."),
        ("14:35 The port is shut.", "The port is shut."),
        ("[09.20 GMT] The port is shut.", "The port is shut."),
        ("3:15 p.m. ET - The port is shut.", "The port is shut."),
        ("• The port is shut.", "The port is shut."),
        ("- The port is shut.", "The port is shut."),
        ("NOOR: The port is shut.", "The port is shut."),
        ("Q: Is the port shut?", "Is the port shut?"),
        ("Mayor Ilse Noor: The port is shut.", "The port is shut."),
        # What only looks like it.
        ("The port — the largest of all — is shut.", "The port — the largest of all — is shut."),
        ("Noor — who is 70 — left.", "Noor — who is 70 — left."),
        ("Ali Noor said: The port is shut.", "Ali Noor said: The port is shut."),
        ("Update: The port is shut.", "Update: The port is shut."),
        ("10:30 was the hour of the ferry.", "10:30 was the hour of the ferry."),
        ("Venna-based Noor Lines is shut.", "Venna-based Noor Lines is shut."),
    ],
)
def test_what_stands_before_the_text_of_a_line_is_left_out(line: str, text: str) -> None:
    assert own_text(line) == text


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("The port is shut.", Shape.PROSE),
        ("Port of Venna stays shut", Shape.HEADING),
        ("What happens next?", Shape.PROSE),
        ("By Ilse Noor and Ali Kim", Shape.BYLINE),
        ("By Tuesday the port was shut.", Shape.PROSE),
        ("(Reporting by Ilse Noor; Editing by Ali Kim)", Shape.BYLINE),
        ("Ilse Noor contributed to this report.", Shape.BYLINE),
        ("Photo: the port of Venna on Monday", Shape.CAPTION),
        ("The port of Venna on Monday. (Ilse Noor/AP)", Shape.CAPTION),
        ("(END)", Shape.CODE),
        ("in/ak", Shape.CODE),
        ("***", Shape.CODE),
        ("— Ilse Noor (@noor) May 3, 2019", Shape.EMBED),
        ("Read more: the port of Venna.", Shape.HEADING),
        ("14:35", Shape.STAMP),
    ],
)
def test_the_shape_of_a_line_is_told(line: str, shape: Shape) -> None:
    assert read(line)[1].shape is shape


def test_a_speaker_in_capitals_is_clear() -> None:
    speakers = [read(line)[1] for line in ("NOOR: No.", "Ali Noor: No.", "Ali said: No.")]
    assert [(one.speaker is not None, one.speaker_is_clear) for one in speakers] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_a_long_line_is_not_looked_at_to_its_end() -> None:
    doc = Document("Noor " * 100_000)
    assert line_at(doc, 0, WORDS).shape is Shape.PROSE


def test_a_line_says_nothing_of_the_next() -> None:
    doc = Document("The port is shut, Noor said.\n(Reporting by Ali Kim)")
    assert line_at(doc, 0, WORDS).shape is Shape.PROSE
