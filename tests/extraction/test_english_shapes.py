"""Shapes of text in English: datelines, stamps, transcripts, posts, lines that say nothing."""

import pytest

from tests.extraction.tables import table, told

SHAPES = """
# what stands before the text of a line
VENNA, May 3 (Orvela Press) - Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
14:35 Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
• Noor said the bridge was closed
  indirect by Noor cue said says the bridge was closed
# lines that say nothing
The bridge is closed, Noor said.¶By Ilse Noor¶(Reporting by Ali Kim)
  indirect by Noor cue said says The bridge is closed
The bridge is closed, Noor said.¶Photo: the bridge said to be closed (Ali Kim/AP)
  indirect by Noor cue said says The bridge is closed
The bridge is closed, Noor said.¶What the mayor said
  indirect by Noor cue said says The bridge is closed
# a transcript
NOOR: The bridge is closed. The dam is not.¶KIM: Why?
  direct by NOOR says The bridge is closed. The dam is not
  direct by KIM says Why
Ilse Noor: The bridge is closed.
  direct by Ilse Noor says The bridge is closed
Q: Is the bridge closed?¶A: It is.
  direct by nobody says Is the bridge closed
  direct by nobody says It is
# what is said stands in the next line, without marks
Reacting to the vote, the mayor, Ilse Noor, said:¶The bridge is closed. So is the dam.
  direct by the mayor, Ilse Noor cue said says The bridge is closed. So is the dam
# an embedded post
The mayor was angry.¶The bridge is a disgrace!¶— Ilse Noor (@noor) May 3, 2019
  narration says The mayor was angry
  direct by Ilse Noor says The bridge is a disgrace
# points of initials end a sentence before another
Noor lives in the U.S. She said the bridge was closed.
  narration says Noor lives in the U.S
  indirect by She = Noor cue said says the bridge was closed
# short forms that end a sentence, or do not
Noor left Halvard Inc. The company said it was sorry.
  narration says Noor left Halvard Inc
  indirect by The company cue said says it was sorry
Noor said Kim was ill. Ms Lee said the bridge was closed.
  indirect by Noor cue said says Kim was ill
  indirect by Ms Lee cue said says the bridge was closed
Mr. A. Kim said the bridge was closed.
  indirect by Mr. A. Kim cue said says the bridge was closed
Noor said No. 4 was closed.
  indirect by Noor cue said says No. 4 was closed
# a verb of a relative clause before marks is nobody's
Trade, which fell by half in a year, "will recover well before Christmas".
  narration future says Trade, which fell by half in a year, "will recover well before Christmas"
"""


@pytest.mark.parametrize(("text", "claims"), table(SHAPES))
def test_a_shape_of_text_is_read(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
