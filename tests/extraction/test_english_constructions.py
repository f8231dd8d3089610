"""Constructions of English beside the plain ones, each with what looks like it and is none."""

import pytest

from tests.extraction.tables import table, told

CONSTRUCTIONS = """
# a medium is named by its sort, by capitals alone, or beside the message it carried
Noor told the television channel Orvela 24, “The bridge is closed.”
  direct by the television channel Orvela 24 > Noor cue told says The bridge is closed
Noor told the court Ilse Kim had lied.
  indirect by Noor cue told says Ilse Kim had lied
Noor told OPX the bridge was closed.
  indirect by OPX > Noor cue told says the bridge was closed
Noor told NATO the bridge was closed.
  indirect by Noor cue told says the bridge was closed
Noor said in a statement to Orvela Press that the bridge was closed.
  indirect by Orvela Press > Noor cue said says the bridge was closed
Noor said in a statement to the council that the bridge was closed.
  indirect by Noor cue said says the bridge was closed
In a message carried by state radio, Noor said the bridge was closed.
  indirect by state radio > Noor cue said says the bridge was closed
In a message carried by a friend, Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
# who passes on a subject's words stands inside it
A military source quoted by state radio said the bridge was closed. It said the dam was open.
  indirect by state radio > A military source cue said says the bridge was closed
  indirect by … = state radio > It = A military source cue said says the dam was open
Noor, cited by Orvela Press, said the bridge was closed.
  indirect by Orvela Press > Noor cue said says the bridge was closed
The People's Bank, quoting a letter from the treasury, said the loan had been paid.
  indirect by The People's Bank > a letter from the treasury cue said says the loan had been paid
# what doctors told somebody is an event, and whoever tells of it is the source
Noor said doctors had informed him that fuel would run out.
  indirect by Noor cue said says doctors had informed him that fuel would run out
Noor said doctors had warned that fuel would run out.
  indirect future by Noor > doctors cue warned says fuel would run out
# behind «T, X said,» stands a report of its own, or the clause goes on
The siege must end, the League said, and it called on both sides to open the road.
  indirect desired by the League cue said says The siege must end
  indirect desired by it = the League cue called on says both sides to open the road
The siege, the League said, must end and it must end now.
  indirect by the League cue said says The siege
  indirect desired by the League cue said says must end and it must end now
# a mark with its comma is not the content's end where *that* follows
Noor said he was "perfectly well," but that he had been ill before the flight.
  mixed by Noor cue said says he was "perfectly well," but that he had been ill before the flight
Noor said he was "perfectly well," and two ferries left the port.
  mixed by Noor cue said says he was "perfectly well,"
# an account that is denied at once
Orvela Press reported that the bridge was closed, an account denied by two officials.
  indirect by Orvela Press cue reported says the bridge was closed
# a body's count
The hospital has counted 12 dead.
  indirect by The hospital cue counted says 12 dead
The boy counted 12 boats.
  narration says The boy counted 12 boats
# more verbs of calling, answering, putting and declining
Noor pleaded with both drivers to stop.
  indirect desired by Noor cue pleaded with says both drivers to stop
Noor pleaded with a smile.
  narration says Noor pleaded with a smile
Noor answered "no" to questions about the bridge.
  mixed by Noor cue answered says "no" to questions about the bridge
Noor put it more bluntly: "The bridge is a disgrace."
  direct by Noor cue put it says The bridge is a disgrace
Noor put it in a drawer.
  narration says Noor put it in a drawer
Noor refused to take questions.
  no_comment declined by Noor cue refused says to take questions
Noor refused to take the bribe.
  narration says Noor refused to take the bribe
# what images appear to show
Photographs shared on Monday appear to show the same vessel leaving port.
  indirect by Photographs cue show says the same vessel leaving port
The players appeared to show their anger.
  narration hedged says The players appeared to show their anger
# the noun before a participle at the clause's head is the subject
Officials investigating the blast since the plant burned down said the bridge was closed.
  indirect by Officials cue said says the bridge was closed
Police left after the mayor said the bridge was closed.
  indirect by the mayor cue said says the bridge was closed
Noor fled fearing the mayor after the governor said the bridge was closed.
  narration says Noor fled fearing the mayor
  indirect by the governor cue said says the bridge was closed
Men held in the camp since the war say they were beaten.
  indirect by Men cue say says they were beaten
Analysts at the bank expect rates to rise.
  indirect by Analysts at the bank cue expect says rates to rise
A study released by the bank said rates would rise.
  indirect future by A study released by the bank cue said says rates would rise
# a noun behind a verb is no verb
Noor, who served in the war, blasted recent Republican claims that the bridge is closed. "It is open," he said.
  narration says Noor, who served in the war, blasted recent Republican claims that the bridge is closed
  direct by he = Noor cue said says It is open
# behind a colon stands what is said, before it who says it
Independent experts contacted by OPX doubt it: the molecule, they say, does not occur in nature.
  indirect by they = Independent experts cue say says the molecule
  indirect by they = Independent experts cue say says does not occur in nature
# what a thing shows is said by whoever is told of behind it, what a paper shows by the paper
The project shows that the bridge is safe, Noor said.
  indirect by Noor cue said says The project shows that the bridge is safe
The report shows that the bridge is safe, Noor said.
  indirect by Noor > The report cue shows says the bridge is safe
# hearsay whose verb has a source
The driver has reportedly told police that he was paid.
  indirect by The driver cue told says he was paid
The driver has reportedly resigned.
  indirect by nobody cue reportedly says The driver has reportedly resigned
# whom a clause that leads in names, and who speaks next
When Ilse Noor called the clinic, she was told to wait. "I laughed," she said.
  narration says When Ilse Noor called the clinic, she was told to wait
  direct by she = Ilse Noor cue said says I laughed
Now Ilse Noor of Dernil, the mayor, is back. Noor said the bridge was closed.
  narration says Now Ilse Noor of Dernil, the mayor, is back
  indirect by Noor = Ilse Noor of Dernil, the mayor cue said says the bridge was closed
Premier Han met with President Ilir Noor and called on both sides to talk. Noor said the bridge was closed.
  narration says Premier Han met with President Ilir Noor
  indirect desired by ∅ = Premier Han cue called on says both sides to talk
  indirect by Noor = President Ilir Noor cue said says the bridge was closed
# what somebody expects, hopes, believes or calls for
Noor said he expected the bridge to be closed.
  indirect future by Noor cue said says he expected the bridge to be closed
Noor said she wanted the bridge closed.
  indirect desired by Noor cue said says she wanted the bridge closed
Noor said the family believes the bridge is closed.
  indirect hedged by Noor cue said says the family believes the bridge is closed
Noor said what she wants is a bridge.
  indirect by Noor cue said says what she wants is a bridge
Noor said the men he met in the town believed him.
  indirect by Noor cue said says the men he met in the town believed him
"We would urge people to stay away," Noor said.
  direct desired by Noor cue said says We would urge people to stay away
"We have to close the bridge," Noor said.
  direct desired by Noor cue said says We have to close the bridge
"Don't close the bridge," Noor said.
  direct desired by Noor cue said says Don't close the bridge
Noor called the siege "a crime that history will record".
  mixed by Noor cue called says the siege "a crime that history will record"
Noor said fuel shipped by Belmark will be used.
  indirect future by Noor cue said says fuel shipped by Belmark will be used
"""


@pytest.mark.parametrize(("text", "claims"), table(CONSTRUCTIONS))
def test_constructions_are_told_from_their_likes(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
