"""Quotations in English: whose they are, in every kind of mark."""

import pytest

from tests.extraction.tables import table, told

QUOTATIONS = """
# before its cue, in every kind of mark
"The bridge is closed," Ilse Noor said.
  direct by Ilse Noor cue said says The bridge is closed
“The bridge is closed,” Ilse Noor said.
  direct by Ilse Noor cue said says The bridge is closed
'The bridge is closed,' Ilse Noor said.
  direct by Ilse Noor cue said says The bridge is closed
‘The bridge is closed’, Ilse Noor said.
  direct by Ilse Noor cue said says The bridge is closed
"Is the bridge closed?" Ilse Noor asked.
  direct by Ilse Noor cue asked says Is the bridge closed
# before its cue, the cue before its speaker
"The bridge is closed," said Ilse Noor, a nurse at the harbour clinic.
  direct by Ilse Noor, a nurse at the harbour clinic cue said says The bridge is closed
"The bridge is closed," says Ilse Noor, who lives beside it.
  direct by Ilse Noor cue says says The bridge is closed
# behind its cue
Noor said, "The bridge is closed."
  direct by Noor cue said says The bridge is closed
Noor said: 'The bridge is closed.'
  direct by Noor cue said says The bridge is closed
Noor told reporters in Venna on Tuesday: "The bridge is closed."
  direct by Noor cue told says The bridge is closed
The notice reads: "The bridge is closed until further notice."
  direct by The notice cue reads says The bridge is closed until further notice
# interrupted: each piece is a claim, with the same cue
"The bridge," Noor said, "is closed."
  direct by Noor cue said says The bridge
  direct by Noor cue said says is closed
"The bridge is closed," she said. "So is the dam."
  direct by she cue said says The bridge is closed
  direct by she cue said says So is the dam
"We go," Noor said, referring to the dockers, "and we stay."
  direct by Noor cue said says We go
  direct by Noor cue said says and we stay
# it goes on without a cue, in the same paragraph and in the next
"The bridge is closed," Noor said. "The dam is not. We shall see."
  direct by Noor cue said says The bridge is closed
  direct by Noor cue said says The dam is not. We shall see
"The bridge is closed," Noor said.¶"The dam will be closed in the spring."
  direct by Noor cue said says The bridge is closed
  direct future by … = Noor says The dam will be closed in the spring
Noor said: "The bridge is closed.¶"The dam is not."
  direct by Noor cue said says The bridge is closed
  direct by Noor cue said says The dam is not
# it is announced
Noor released a statement:¶"The bridge is closed and the dam will follow."
  narration says Noor released a statement
  direct by Noor says The bridge is closed and the dam will follow
# a long quotation is somebody's whatever the verb
"The bridge is closed and it will stay closed," Noor chuckled.
  direct by Noor cue chuckled says The bridge is closed and it will stay closed
Noor thumped the desk: "The bridge is closed and it will stay closed."
  direct by Noor cue thumped says The bridge is closed and it will stay closed
# part of what is said
Noor said the bridge was "not safe" for lorries.
  mixed by Noor cue said says the bridge was "not safe" for lorries
Noor called the bridge "a disgrace".
  mixed by Noor cue called says the bridge "a disgrace"
Noor dismissed the report as "a fairy tale" and left.
  mixed by Noor cue dismissed says the report as "a fairy tale"
The plan was dismissed as "a fairy tale" by Mayor Ilse Noor.
  direct by Mayor Ilse Noor cue dismissed says a fairy tale
Noor voiced "deep concern" about the dam.
  mixed by Noor cue voiced says "deep concern" about the dam
# apostrophes are no marks
The workers' union said the bridge wasn't the city's.
  indirect by The workers' union cue said says the bridge wasn't the city's
'We back the workers' demands,' Noor said.
  direct by Noor cue said says We back the workers' demands
# marks of names, and of a few words nobody says
The ship "Star of Venna" left the harbour on Monday.
  narration says The ship "Star of Venna" left the harbour on Monday
The so-called "bridge" is closed.
  narration says The so-called "bridge" is closed
# two speakers in one sentence
"The bridge is closed," Noor said, but Kim said the dam was open.
  direct by Noor cue said says The bridge is closed
  indirect by Kim cue said says the dam was open
"""


@pytest.mark.parametrize(("text", "claims"), table(QUOTATIONS))
def test_a_quotation_has_its_speaker(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
