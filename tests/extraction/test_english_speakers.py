"""Who speaks in English: where a naming ends, and whom a short one means."""

import pytest

from tests.extraction.tables import lacking, table, told

SPEAKERS = """
# title, apposition, place; who and where are left out
Mayor Ilse Noor of Dernil said the bridge was closed.
  indirect by Mayor Ilse Noor of Dernil cue said says the bridge was closed
Ilse Noor, a lawyer for the dockers' union, said the bridge was closed.
  indirect by Ilse Noor, a lawyer for the dockers' union cue said says the bridge was closed
Ilse Noor, 45, said the bridge was closed.
  indirect by Ilse Noor, 45 cue said says the bridge was closed
Ilse Noor, who lives in Venna, said the bridge was closed.
  indirect by Ilse Noor cue said says the bridge was closed
Ilse Noor, speaking in Venna, said the bridge was closed.
  indirect by Ilse Noor cue said says the bridge was closed
Dernil's mayor, Ilse Noor, said the bridge was closed.
  indirect by Dernil's mayor, Ilse Noor cue said says the bridge was closed
Rep. Ali Kim (D-Venna) said the bridge was closed.
  indirect by Rep. Ali Kim (D-Venna) cue said says the bridge was closed
Ali Kim, chairman of the port council, said the bridge was closed.
  indirect by Ali Kim, chairman of the port council cue said says the bridge was closed
One witness, Ali Kim, a baker, said the bridge was closed.
  indirect by One witness, Ali Kim, a baker cue said says the bridge was closed
A man who asked not to be named said the bridge was closed.
  indirect by A man cue said says the bridge was closed
The union that runs the port says the bridge is closed.
  indirect by The union cue says says the bridge is closed
# what leads in is no part of it
On Tuesday Mayor Ilse Noor said the bridge was closed.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
In a statement the ministry said the bridge was closed.
  indirect by the ministry cue said says the bridge was closed
But the ministry said the bridge was closed.
  indirect by the ministry cue said says the bridge was closed
Mayor Ilse Noor on Tuesday said the bridge was closed.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
# he and she by title, first name, noun
Mrs Noor left the meeting with Mr Kim. She said the bridge was closed.
  narration says Mrs Noor left the meeting with Mr Kim
  indirect by She = Mrs Noor cue said says the bridge was closed
Ilse Noor said the bridge was closed. Ali Kim said the dam was open. She added it was late.
  indirect by Ilse Noor cue said says the bridge was closed
  indirect by Ali Kim cue said says the dam was open
  indirect by She = Ilse Noor cue added says it was late
The spokesman said the bridge was closed. He declined to comment further.
  indirect by The spokesman cue said says the bridge was closed
  no_comment declined by He = The spokesman cue declined says to comment further
# it, they
The ministry said the bridge was closed. It added that the dam was open.
  indirect by The ministry cue said says the bridge was closed
  indirect by It = The ministry cue added says the dam was open
Analysts said the bridge was closed. They expect it to stay closed.
  indirect by Analysts cue said says the bridge was closed
  indirect future by They = Analysts cue expect says it to stay closed
Police arrested a man. They said he was armed.
  narration says Police arrested a man
  indirect by They = Police cue said says he was armed
# surnames and titles
Mayor Ilse Noor closed the bridge. Noor said it was unsafe.
  narration says Mayor Ilse Noor closed the bridge
  indirect by Noor = Mayor Ilse Noor cue said says it was unsafe
Mayor Ilse Noor said the bridge was closed. The mayor said it was unsafe.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
  indirect by The mayor = Mayor Ilse Noor cue said says it was unsafe
Mayor Ilse Noor said the bridge was closed. Ms Noor said it was unsafe.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
  indirect by Ms Noor = Mayor Ilse Noor cue said says it was unsafe
Mayor Ilse Noor said the bridge was closed. Ali Noor said it was safe.
  indirect by Mayor Ilse Noor cue said says the bridge was closed
  indirect by Ali Noor cue said says it was safe
# bodies by a word for them, by their initials
Blue Reef Lines said the bridge was closed. The company said it would pay.
  indirect by Blue Reef Lines cue said says the bridge was closed
  indirect future by The company = Blue Reef Lines cue said says it would pay
The River Commission (RC) met on Monday. The RC said the bridge was closed.
  narration says The River Commission (RC) met on Monday
  indirect by The RC = River Commission (RC) cue said says the bridge was closed
The defence ministry said the bridge was closed. The ministry said it was unsafe.
  indirect by The defence ministry cue said says the bridge was closed
  indirect by The ministry = The defence ministry cue said says it was unsafe
# sources are numbered, and taken up again
Three army sources said the bridge was closed. One of the sources said it was unsafe.
  indirect by Three army sources cue said says the bridge was closed
  indirect by One of the sources = Three army sources cue said says it was unsafe
Two officials said the bridge was closed. Two officials said it was safe.
  indirect by Two officials cue said says the bridge was closed
  indirect by Two officials cue said says it was safe
# names that are words too
The plan may fail, May said.
  indirect hedged by May cue said says The plan may fail
Ali Kim accused Ilse May of hiding the report.
  indirect by Ali Kim cue accused says Ilse May of hiding the report
Mr Kelly said the bridge was closed.
  indirect by Mr Kelly cue said says the bridge was closed
# nouns that end in -ss are one
The first witness, farmer Colin Berg, said the bridge was closed. He agreed that it was late.
  indirect by The first witness, farmer Colin Berg cue said says the bridge was closed
  indirect by He = The first witness, farmer Colin Berg cue agreed says it was late
# trades of people, by the word and by the name behind it
Her understudy, Ali Kim, left. "The bridge is closed," he said.
  narration says Her understudy, Ali Kim, left
  direct by he = Her understudy, Ali Kim cue said says The bridge is closed
The barge, Santa Maria, sank. "The bridge is closed," he said.
  narration says The barge, Santa Maria, sank
  direct by he cue said says The bridge is closed
Sgt. Ilse Noor said the bridge was closed. The sergeant said the dam was open.
  indirect by Sgt. Ilse Noor cue said says the bridge was closed
  indirect by The sergeant = Sgt. Ilse Noor cue said says the dam was open
Sgt. Ilse Noor said the bridge was closed. The governor said the dam was open.
  indirect by Sgt. Ilse Noor cue said says the bridge was closed
  indirect by The governor cue said says the dam was open
Senator Ali Kim, a Republican, said the bill was dead. The Republican said it was late.
  indirect by Senator Ali Kim, a Republican cue said says the bill was dead
  indirect by The Republican = Senator Ali Kim, a Republican cue said says it was late
# bodies by their sort, and a medium that was told
Halvard, the brewer, said sales rose. The Venna-based company said it was pleased.
  indirect by Halvard, the brewer cue said says sales rose
  indirect by The Venna-based company = Halvard, the brewer cue said says it was pleased
Halvard, the brewer, said sales rose. The parent company said it was pleased.
  indirect by Halvard, the brewer cue said says sales rose
  indirect by The parent company cue said says it was pleased
Red Reef said the bridge was closed. The aid group said the dam was open.
  indirect by Red Reef cue said says the bridge was closed
  indirect by The aid group = Red Reef cue said says the dam was open
Noor told Orvela Press the bridge was closed. The agency said the dam was open.
  indirect by Orvela Press > Noor cue told says the bridge was closed
  indirect by The agency = Orvela Press cue said says the dam was open
# he is the clause's subject where whoever spoke last cannot be
Forecasters expect a storm. If President Oyelle goes, he breaks what he told us: that he would stay.
  indirect future by Forecasters cue expect says a storm
  indirect future by he = President Oyelle cue told says he would stay
# the subject of a clause before
The union, which called the plan "late", said the bridge was closed.
  mixed by The union cue called says the plan "late"
  indirect by The union cue said says the bridge was closed
"The bridge is closed," Noor told Kim, and he agreed that it was unsafe.
  direct by Noor cue told says The bridge is closed
  indirect by he = Noor cue agreed says it was unsafe
# who goes by a name
A woman who gave her name as Ilse said the bridge was closed.
  indirect by A woman cue said says the bridge was closed
The man left as Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
"""

# Each names what is not done yet.
LACKING = """
# who is named only afterwards
The mayor says the bridge is closed. Ilse Noor, the mayor, left.
  indirect by The mayor = Ilse Noor, the mayor cue says says the bridge is closed
  narration says Ilse Noor, the mayor, left
"""


@pytest.mark.parametrize(("text", "claims"), table(SPEAKERS))
def test_a_speaker_is_named_and_linked(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims


@pytest.mark.parametrize(("text", "claims"), lacking(LACKING))
def test_what_is_lacking(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
