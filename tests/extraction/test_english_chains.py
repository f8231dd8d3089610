"""Who passes it on in English: relayers, citations, reports inside reports."""

import pytest

from tests.extraction.tables import table, told

CHAINS = """
# who was told
Noor told Orvela Press that the bridge was closed.
  indirect by Orvela Press > Noor cue told says the bridge was closed
Noor told the newspaper the bridge was closed.
  indirect by the newspaper > Noor cue told says the bridge was closed
Noor told reporters the bridge was closed.
  indirect by Noor cue told says the bridge was closed
In an interview with the Dernil Courier, Noor said the bridge was closed.
  indirect by the Dernil Courier > Noor cue said says the bridge was closed
Speaking to Orvela Press, Noor said the bridge was closed.
  indirect by Orvela Press > Noor cue said says the bridge was closed
VENNA, May 3 (Orvela) - The bridge was closed on Monday, two sources told Orvela.
  indirect by Orvela > two sources cue told says The bridge was closed on Monday
# who passes it on
Orvela Press quoted Noor as saying the bridge was closed.
  indirect by Orvela Press > Noor cue quoted says the bridge was closed
Noor was quoted as saying that the bridge was closed.
  indirect by Noor cue quoted says the bridge was closed
"The bridge is closed," Orvela Press quoted her as saying.
  direct by Orvela Press > her cue quoted says The bridge is closed
Orvela Press, citing two officials, reported that the bridge was closed.
  indirect by Orvela Press > two officials cue reported says the bridge was closed
Orvela Press reported that the bridge was closed, citing two officials.
  indirect by Orvela Press > two officials cue reported says the bridge was closed
Noor said the bridge was closed, Orvela Press reported.
  indirect by Orvela Press > Noor cue said says the bridge was closed
Noor said the bridge was closed, according to Orvela Press.
  indirect by Orvela Press > Noor cue said says the bridge was closed
# according to
According to the ministry, the bridge is closed.
  indirect by the ministry cue According to says the bridge is closed
The bridge is closed, according to the ministry.
  indirect by the ministry cue according to says The bridge is closed
According to Orvela Press, Noor said the bridge was closed.
  indirect by Orvela Press > Noor cue said says the bridge was closed
According to a report that was published on Monday, the bridge is closed.
  indirect by a report cue According to says the bridge is closed
# a report in a report
Noor said that Kim had denied that the bridge was closed.
  indirect denied by Noor > Kim cue denied says the bridge was closed
Noor said she believed the bridge was closed.
  indirect hedged by Noor cue said says she believed the bridge was closed
# relayers carry over
Noor told Orvela Press that the bridge was closed. She added that the dam was open.
  indirect by Orvela Press > Noor cue told says the bridge was closed
  indirect by … = Orvela Press > She = Noor cue added says the dam was open
Noor told Orvela Press that the bridge was closed. Kim said the dam was open.
  indirect by Orvela Press > Noor cue told says the bridge was closed
  indirect by Kim cue said says the dam was open
# reasons and reporters are no sources
Noor said the bridge was closed, citing bad weather.
  indirect by Noor cue said says the bridge was closed
"""


@pytest.mark.parametrize(("text", "claims"), table(CHAINS))
def test_a_chain_is_read(text: str, claims: list[str]) -> None:
    assert told(text, "en") == claims
