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
  indirect future by Analysts at the bank cue expect says rates to rise
A study released by the bank said rates would rise.
  indirect future by A study released by the bank cue said says rates would rise
# a noun behind a verb is no verb
Noor, a poet, blasted Republican claims that the bridge is closed. "It is open," he said.
  narration says Noor, a poet, blasted Republican claims that the bridge is closed
  direct by he = Noor, a poet cue said says It is open
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
Premier Han met with President Ilir Noor and called on both sides to talk. Noor said it was late.
  narration says Premier Han met with President Ilir Noor
  indirect desired by ∅ = Premier Han cue called on says both sides to talk
  indirect by Noor = President Ilir Noor cue said says it was late
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
# who says it beside a narration
Democrats criticized the plan, with Ilse Noor calling it “a bridge to nowhere.”
  mixed by Ilse Noor cue calling says it “a bridge to nowhere.”
The bridge was closed on Monday, with nobody calling for help.
  narration says The bridge was closed on Monday, with nobody calling for help
# what is denied at once
Noor accused the council of hiding the report, something officials deny.
  indirect by Noor cue accused says the council of hiding the report
# a paper that was issued
Noor said in a statement read to the court: "I thought he was ill."
  direct by Noor cue said says I thought he was ill
Noor said in a letter published on Monday that the bridge was closed.
  indirect by Noor cue said says the bridge was closed
# where a participle takes the content back to the outlet
Noor insists the bridge is sound, pointing to a council report.
  indirect by Noor cue insists says the bridge is sound
Noor insists the bridge is sound, pointing out that the dam held.
  indirect by Noor cue insists says the bridge is sound
  indirect by … = Noor cue pointing out says the dam held
# hearsay without that
It is understood the mayor has made an offer.
  indirect by nobody cue is understood says the mayor has made an offer
It is believed by many.
  narration says It is believed by many
# the source of the second clause is another
The bridge is closed, Noor said, though Ali Kim cautioned that no decision had been taken.
  indirect by Noor cue said says The bridge is closed
  indirect by Ali Kim cue cautioned says no decision had been taken
# rulings and admissions with that
The judge ruled that the bridge must be closed.
  indirect desired by The judge cue ruled says the bridge must be closed
Noor accepted that he had been wrong.
  indirect by Noor cue accepted says he had been wrong
Noor accepted the prize.
  narration says Noor accepted the prize
# nobody says who told them, and what is rumoured
Drivers were told that the bridge was closed.
  indirect by nobody cue were told says the bridge was closed
Drivers were told by Noor that the bridge was closed.
  indirect by Noor cue told says the bridge was closed
Drivers were not told that the bridge was closed.
  narration says Drivers were not told that the bridge was closed
There are reports that the bridge has collapsed.
  indirect hedged by nobody cue reports says the bridge has collapsed
There are no reports that the bridge has collapsed.
  narration says There are no reports that the bridge has collapsed
Unconfirmed reports said a ship had docked.
  indirect hedged by Unconfirmed reports cue said says a ship had docked
The port was shut, but unconfirmed reports said a ship had docked.
  indirect hedged by unconfirmed reports cue said says a ship had docked
# what somebody is said to have called something
The spokesman apologised for what he called "confusion in the first hours".
  direct by he = The spokesman cue called says confusion in the first hours
Noor called the attack by his son, Omar Noor, "the act of a terrorist".
  mixed by Noor cue called says the attack by his son, Omar Noor, "the act of a terrorist"
Belmark calls it a rehearsal for war.
  indirect by Belmark cue calls says it a rehearsal for war
Noor called him on Monday.
  narration says Noor called him on Monday
Noor described the talks as useful.
  indirect by Noor cue described says the talks as useful
Noor described the road in detail.
  narration says Noor described the road in detail
Noor said the talks were over and calling them "useful" was absurd.
  mixed by Noor cue said says the talks were over and calling them "useful" was absurd
Noor said the talks were over, calling them "useless".
  indirect by Noor cue said says the talks were over
  mixed by … = Noor cue calling says them "useless"
# a verb behind a comma and before its subject
The road, to be done in 2019, will save time, said Ilse Noor, its head.
  indirect by Ilse Noor, its head cue said says The road, to be done in 2019, will save time
The railway, in its report, said costs had risen.
  indirect by The railway cue said says costs had risen
# a participle behind a plural noun ends the naming
Rescuers searching for men missing since a ferry sank say they no longer expect to find them.
  indirect by Rescuers cue say says they no longer expect to find them
One of them, who gave his name as Noor, said the bridge was closed.
  indirect by One of them cue said says the bridge was closed
# an adverb is nothing that is not said
Noor did not answer directly.
  narration says Noor did not answer directly
# behind a present, a past is the speaker's; behind a past it may be the content's
Noor said the mayor cares about the poor and pointed to a plan.
  indirect by Noor cue said says the mayor cares about the poor
Noor said the mayor will resign and left the room.
  indirect future by Noor cue said says the mayor will resign
Noor said the bridge is closed and left open at night.
  indirect by Noor cue said says the bridge is closed and left open at night
Noor said the men ran and left the car.
  indirect by Noor cue said says the men ran and left the car
# a programme's name, and a quotation with its comma
In an interview on Orvela's “Meet the Morning,” Noor said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
“Never say never,” Noor said.
  direct by Noor cue said says Never say never
# somebody else denies it
Local media reported that the bridge was closed, but the mayor's office denied this.
  indirect by Local media cue reported says the bridge was closed
# how somebody was reached is no part of the naming
A resident reached by telephone said the bridge was closed.
  indirect by A resident cue said says the bridge was closed
# evidence that is given
Noor gave evidence that the bridge was closed.
  indirect by Noor cue evidence says the bridge was closed
There is evidence that the bridge was closed.
  narration says There is evidence that the bridge was closed
# doubts, pleas, warnings, confessions
Noor doubted whether the bridge was safe.
  indirect hedged by Noor cue doubted says the bridge was safe
Noor pleaded for a bus service to be tried.
  indirect desired by Noor cue pleaded for says a bus service to be tried
Noor warned of floods in the north.
  indirect by Noor cue warned of says floods in the north
Noor admitted to taking bribes.
  indirect by Noor cue admitted to says taking bribes
Noor was admitted to hospital.
  narration says Noor was admitted to hospital
Noor suggested closing the bridge.
  indirect by Noor cue suggested says closing the bridge
Noor suggested a plan.
  narration says Noor suggested a plan
Noor ruled out a deal.
  indirect denied by Noor cue ruled out says a deal
An injury ruled out Kim.
  narration says An injury ruled out Kim
Noor made it clear that the bridge was closed.
  indirect by Noor cue made it says the bridge was closed
Noor made it to the bridge.
  narration says Noor made it to the bridge
Noor answered that the bridge was closed.
  indirect by Noor cue answered says the bridge was closed
Noor answered the phone.
  narration says Noor answered the phone
# who is blamed, apart from the sentence
Noor apologised for the queues, blaming a lack of staff.
  narration says Noor apologised for the queues
  indirect by … = Noor cue blaming says a lack of staff
Noor hit the man blaming her.
  narration says Noor hit the man blaming her
# the outlet between two pieces of what is believed
The bridge would close, officials believe.
  indirect future by officials cue believe says The bridge would close
Noor, who neighbours believe left, was found.
  narration says Noor, who neighbours believe left, was found
# written, and not the paper
Noor emailed: "The bridge is closed."
  direct by Noor cue emailed says The bridge is closed
The bridge is closed, emails suggest.
  indirect by emails cue suggest says The bridge is closed
# in somebody's words, or as somebody says
In Noor's view, the bridge is closed.
  indirect by Noor's cue view says the bridge is closed
In the opinion of Ilse Noor, head of the union, the bridge is closed.
  indirect by Ilse Noor, head of the union cue In the opinion says the bridge is closed
The bridge is closed, in the words of Ilse Noor.
  indirect by Ilse Noor cue in the words says The bridge is closed
In other words, the bridge is closed.
  narration says In other words, the bridge is closed
In view of the rain, the bridge is closed.
  narration says In view of the rain, the bridge is closed
As Noor put it, the bridge is "late".
  mixed by Noor cue put it says the bridge is "late"
The bridge is closed, as Noor put it.
  indirect by Noor cue put it says The bridge is closed
As the minister explained, the bridge is closed.
  indirect by the minister cue explained says the bridge is closed
As Noor spoke, the bridge fell.
  narration says As Noor spoke, the bridge fell
As the bank expected, rates rose.
  narration says As the bank expected, rates rose
Noor, however, said the bridge was closed.
  indirect by Noor cue said says the bridge was closed
# what somebody calls a thing
Noor called the plan a disgrace.
  indirect by Noor cue called says the plan a disgrace
Noor called the police a day later.
  narration says Noor called the police a day later
Noor hailed the deal as a victory for farmers.
  indirect by Noor cue hailed says the deal as a victory for farmers
Noor hailed a taxi as the rain began.
  narration says Noor hailed a taxi as the rain began
Noor dismissed the claims as politically motivated.
  indirect by Noor cue dismissed says the claims as politically motivated
The court dismissed the case as the witness had died.
  narration says The court dismissed the case as the witness had died
# the cause that somebody gives
Noor attributed the rise to the price of fuel.
  indirect by Noor cue attributed says the rise to the price of fuel
The quote attributed to Noor was false.
  narration says The quote attributed to Noor was false
"""


@pytest.mark.parametrize(("text", "claims"), table(CONSTRUCTIONS))
def test_constructions_are_told_from_their_likes(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims


@pytest.mark.parametrize(("text", "claims"), table(CONSTRUCTIONS))
def test_a_text_may_end_and_begin_anywhere(text: str, claims: list[str]) -> None:
    words = text.split()
    for at in range(1, len(words)):
        told(" ".join(words[:at]), "en")
        told(" ".join(words[at:]), "en")
