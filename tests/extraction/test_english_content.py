"""What is said in English: how content opens, where it ends, and what the outlet says itself."""

import pytest

from tests.extraction.tables import lacking, table, told

CONTENT = """
# that, and nothing
Noor said that the bridge was closed.
  indirect by Noor cue said says the bridge was closed
Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
Noor said in a statement on Tuesday that the bridge was closed.
  indirect by Noor cue said says the bridge was closed
Noor said on Tuesday the bridge was closed.
  indirect by Noor cue said says the bridge was closed
Noor said about 20 people had crossed the bridge.
  indirect by Noor cue said says about 20 people had crossed the bridge
Noor said, without giving details, that the bridge was closed.
  indirect by Noor cue said says the bridge was closed
Noor has long maintained — without proof — that the bridge is safe.
  indirect by Noor cue maintained says the bridge is safe
# conjuncts under one verb stay together
Noor said that the bridge was closed and that the dam was open.
  indirect by Noor cue said says the bridge was closed and that the dam was open
Noor said the bridge was closed and the dam would be opened.
  indirect by Noor cue said says the bridge was closed and the dam would be opened
# somebody else takes the word
Noor said the bridge was closed, but Ali Kim said the dam was open.
  indirect by Noor cue said says the bridge was closed
  indirect by Ali Kim cue said says the dam was open
Noor said the bridge was closed and Ali Kim insisted that the dam was open.
  indirect by Noor cue said says the bridge was closed
  indirect by Ali Kim cue insisted says the dam was open
Noor said the bridge was closed, Ali Kim said.
  indirect by Ali Kim > Noor cue said says the bridge was closed
# a clause that leads in the content is part of it
Noor said that when she asked, officials told her the bridge was closed.
  indirect by Noor cue said says when she asked, officials told her the bridge was closed
# the same subject says something else
Noor said the bridge was closed and vowed to open the dam.
  indirect by Noor cue said says the bridge was closed
  indirect future by ∅ = Noor cue vowed says to open the dam
Noor rejected the plan and said the bridge was closed.
  indirect by ∅ = Noor cue said says the bridge was closed
Noor said the bridge was closed, adding that the dam was open.
  indirect by Noor cue said says the bridge was closed
  indirect by … = Noor cue adding says the dam was open
# the outlet takes the word again
Noor said the bridge was closed, while two ferries left the port.
  indirect by Noor cue said says the bridge was closed
  narration says two ferries left the port
Noor said the bridge was closed, a day after the dam burst.
  indirect by Noor cue said says the bridge was closed
Noor said the bridge was closed, sending prices up.
  indirect by Noor cue said says the bridge was closed
# before its cue, without marks
The bridge is closed, Noor said.
  indirect by Noor cue said says The bridge is closed
The bridge is closed, said Ilse Noor, the mayor of Dernil.
  indirect by Ilse Noor, the mayor of Dernil cue said says The bridge is closed
The bridge is closed, Noor said, adding that the dam was open.
  indirect by Noor cue said says The bridge is closed
  indirect by … = Noor cue adding says the dam was open
The bridge, Noor said, had been closed for years.
  indirect by Noor cue said says The bridge
  indirect by Noor cue said says had been closed for years
On Monday evening, two officials said, the mayor closed the bridge.
  indirect by two officials cue said says On Monday evening
  indirect by two officials cue said says the mayor closed the bridge
# a clause that only leads in is none
Asked whether the bridge was safe, Noor said it was closed.
  indirect by Noor cue said says it was closed
Noting that the bridge was closed, Noor said the dam would follow.
  indirect by … = Noor cue Noting says the bridge was closed
  indirect future by Noor cue said says the dam would follow
# questions, calls, pledges, accusations, denials
Noor asked whether the bridge was safe.
  indirect by Noor cue asked says whether the bridge was safe
Noor urged the council to close the bridge.
  indirect desired by Noor cue urged says the council to close the bridge
Noor called on the council to close the bridge.
  indirect desired by Noor cue called on says the council to close the bridge
Noor called for an inquiry into the bridge.
  indirect desired by Noor cue called for says an inquiry into the bridge
Noor demanded that the bridge be closed.
  indirect desired by Noor cue demanded says the bridge be closed
Noor vowed to close the bridge.
  indirect future by Noor cue vowed says to close the bridge
Noor accused the council of hiding the report.
  indirect by Noor cue accused says the council of hiding the report
Noor denied that the bridge was closed.
  indirect denied by Noor cue denied says the bridge was closed
Noor denied closing the bridge.
  indirect denied by Noor cue denied says closing the bridge
The council was accused by the union of hiding the report.
  indirect by the union cue accused says hiding the report
# announced, put at a number, shown
The council announced the closing of the bridge.
  indirect by The council cue announced says the closing of the bridge
The council put the cost at 12 million crowns.
  indirect by The council cue put says the cost at 12 million crowns
Satellite images showed smoke over the bridge.
  indirect by Satellite images cue showed says smoke over the bridge
The bridge was closed in May, records show.
  indirect by records cue show says The bridge was closed in May
# a noun holds the claim
Claims by the mayor that the bridge is safe fell apart on Monday.
  indirect by the mayor cue Claims says the bridge is safe
The mayor's claim that the bridge is safe was questioned.
  indirect by The mayor's cue claim says the bridge is safe
Noor expressed hope that the bridge would be opened.
  indirect desired by Noor cue expressed says the bridge would be opened
# sure that
Noor is confident that the bridge is safe.
  indirect by Noor cue confident says the bridge is safe
# and what stands behind a colon
Noor said the bridge was closed: "It is not safe."
  indirect by Noor cue said says the bridge was closed
  direct by Noor cue said says It is not safe
# stances are no claims, nor are other senses
Noor criticised the deal.
  narration says Noor criticised the deal
Noor read the report and left.
  narration says Noor read the report and left
Noor confirmed the call.
  narration says Noor confirmed the call
The bridge left on good terms.
  narration says The bridge left on good terms
The man told of the plan left.
  narration says The man told of the plan left
Noor did not say that the bridge was safe.
  narration says Noor did not say that the bridge was safe
# hearsay
It is believed that the bridge is closed.
  indirect hedged by nobody cue is believed says the bridge is closed
The mayor is said to have closed the bridge.
  indirect by nobody cue is said says The mayor is said to have closed the bridge
The mayor has reportedly closed the bridge.
  indirect by nobody cue reportedly says The mayor has reportedly closed the bridge
# what is not said
Noor declined to comment.
  no_comment declined by Noor cue declined says to comment
Noor declined to comment on the bridge.
  no_comment declined by Noor cue declined says to comment on the bridge
Noor did not respond to a request for comment.
  no_comment declined by Noor cue did not respond says to a request for comment
Noor could not be reached for comment.
  no_comment declined by Noor cue could not be says reached for comment
Noor would not say whether the bridge was safe.
  no_comment declined by Noor cue would not say says whether the bridge was safe
# a count or a setting opens the clause
Officials said more than 20 people had died.
  indirect by Officials cue said says more than 20 people had died
Officials said up to 20 houses were lost.
  indirect by Officials cue said says up to 20 houses were lost
Officials said as many as 20 houses were lost.
  indirect by Officials cue said says as many as 20 houses were lost
Noor noted more than once that the bridge was closed.
  indirect by Noor cue noted says the bridge was closed
Noor said more about the plan on Monday.
  narration says Noor said more about the plan on Monday
Noor said if it rained the dam would burst.
  indirect by Noor cue said says if it rained the dam would burst
Noor told reporters if elected she would cut taxes.
  indirect by Noor cue told says if elected she would cut taxes
Noor asked if the bridge was closed.
  indirect by Noor cue asked says if the bridge was closed
Noor said despite the rain the bridge was open.
  indirect by Noor cue said says despite the rain the bridge was open
Noor said because of the rain.
  narration says Noor said because of the rain
# several are told
Noor told the jury of seven men and five women that the bridge was closed.
  indirect by Noor cue told says the bridge was closed
Noor told reporters and left.
  narration says Noor told reporters and left
# somebody was told, without a complementiser
Jurors were told Kim had stolen the car.
  indirect by nobody cue were told says Kim had stolen the car
Drivers were told the way to a car park that was full.
  narration says Drivers were told the way to a car park that was full
# an adverb before its verb, or before a participle
The suspect allegedly shot two guards, police said.
  indirect by police cue said says The suspect allegedly shot two guards
A recently closed bridge fell, police said.
  indirect by police cue said says A recently closed bridge fell
# marks that hold the comma of a clause that goes on
Noor promised that "nobody, however rich," would escape tax.
  mixed future by Noor cue promised says "nobody, however rich," would escape tax
Noor said that "it is over," adding that the bridge was closed.
  direct by Noor cue said says it is over
  indirect by … = Noor cue adding says the bridge was closed
# the subject of a participle behind *after*; who speaks in the clause before its cue
Noor resigned after saying that the bridge was safe.
  indirect by … = Noor cue saying says the bridge was safe
Traders had expected a cut, analysts at Orvela say.
  indirect by analysts at Orvela cue say says Traders had expected a cut
"""

# Each names what is not done yet.
LACKING = """
# another verb of the subject, without a mark, is read as content
Noor said the bridge was closed and left the room.
  indirect by Noor cue said says the bridge was closed
"""


@pytest.mark.parametrize(("text", "claims"), table(CONTENT))
def test_content_is_found_whole_and_alone(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims


@pytest.mark.parametrize(("text", "claims"), lacking(LACKING))
def test_what_is_lacking(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
