"""How English newswire says it: constructions, each with sentences that only look like them."""

import pytest

from tests.extraction.tables import table, told

NEWSWIRE = """
# who is cited first said it, and the medium passes it on; a person cites reasons
Citing two people close to the talks, Orvela Press reported they had stalled.
  indirect by Orvela Press > two people close to the talks cue reported says they had stalled
Citing unnamed officials, the newspaper said the talks had stalled.
  indirect by the newspaper > unnamed officials cue said says the talks had stalled
Citing security concerns, the mayor said the bridge was closed.
  indirect by the mayor cue said says the bridge was closed
# nouns of calling behind a verb
The prime minister rejected calls for his resignation.
  narration says The prime minister rejected calls for his resignation
The party leader calls for reform.
  indirect desired by The party leader cue calls for says reform
# whose the deed was, and nobody's
The group claimed responsibility for the attack.
  indirect by The group cue claimed says responsibility for the attack
No group has claimed responsibility for the attack.
  narration says No group has claimed responsibility for the attack
Nobody claimed responsibility for the fire.
  narration says Nobody claimed responsibility for the fire
No 10 said that the bridge was closed.
  indirect by No 10 cue said says the bridge was closed
# «that» may point to what was said before
The labour ministry rejects that, saying inspections have doubled since 2021.
  indirect by … = The labour ministry cue saying says inspections have doubled since 2021
The mayor said that, in 2020, prices rose sharply.
  indirect by The mayor cue said says in 2020, prices rose sharply
# who is warned stands before what of
The ministry warned residents against returning to the town.
  indirect by The ministry cue warned says returning to the town
The mayor warned drivers that the bridge was closed.
  indirect by The mayor cue warned says the bridge was closed
"""


@pytest.mark.parametrize(("text", "claims"), table(NEWSWIRE))
def test_newswire(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
