"""What a verb of saying reports in English: content behind it, before it and around it."""

import pytest

from tests.extraction.tables import table, told

BEHIND = """
# a that-clause, a bare clause, a quotation, a colon
Mayor Ilse Noor said that the bridge was closed.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
Ali Kim, a lawyer for the dockers, said the bridge had been closed for a week.
  indirect by Ali Kim, a lawyer for the dockers cue said says the bridge had been closed for a week
The ministry said in a statement on Tuesday that the bridge was closed.
  indirect by The ministry cue said says the bridge was closed
Noor said: "The bridge is closed."
  direct by Noor cue said says The bridge is closed
Noor said the bridge was "not safe" for lorries.
  mixed by Noor cue said says the bridge was "not safe" for lorries
# to whom it was told
Noor told Orvela Press the bridge was closed.
  indirect by Orvela Press > Noor cue told says the bridge was closed
Noor told reporters in Venna that the bridge was closed.
  indirect by Noor cue told says the bridge was closed
"""

BEFORE = """
# a quotation or a clause before its cue
"The bridge is closed," said Ilse Noor, the mayor of Dernil.
  direct by Ilse Noor, the mayor of Dernil cue said says The bridge is closed
'The bridge is closed,' Ilse Noor said.
  direct by Ilse Noor cue said says The bridge is closed
The bridge is closed, Ilse Noor said on Tuesday.
  indirect by Ilse Noor cue said says The bridge is closed
# interrupted: two claims with one cue
"The bridge," Ilse Noor said, "is closed for a week."
  direct by Ilse Noor cue said says The bridge
  direct by Ilse Noor cue said says is closed for a week
"""


@pytest.mark.parametrize(("text", "claims"), table(BEHIND))
def test_what_stands_behind_the_cue_is_found(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims


@pytest.mark.parametrize(("text", "claims"), table(BEFORE))
def test_what_stands_before_the_cue_is_found(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
