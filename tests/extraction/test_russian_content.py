"""Where content stands beside its cue in Russian, and where it ends."""

import pytest

from tests.extraction.tables import table, told

CONTENT = """
# verb, что
Мэр Дернила Али Ким заявил, что мост закрыт.
  indirect by Мэр Дернила Али Ким cue заявил says мост закрыт
# clause, verb X
Мост закрыт, сообщил мэр Дернила Али Ким.
  indirect by мэр Дернила Али Ким cue сообщил says Мост закрыт
# quotation, dash, verb X
«Мост закрыт», — сказал мэр Али Ким.
  direct by мэр Али Ким cue сказал says Мост закрыт
# one quotation split in two
«Мост закрыт, — сказал мэр Али Ким. — Плотина цела».
  direct by мэр Али Ким cue сказал says Мост закрыт
  direct by мэр Али Ким cue сказал says Плотина цела
# verb, colon, quotation
Мэр Али Ким заявил: «Мост закрыт».
  direct by Мэр Али Ким cue заявил says Мост закрыт
# по словам
По словам мэра Али Кима, мост закрыт.
  indirect by мэра Али Кима cue По словам says мост закрыт
# как + verb
Как сообщил мэр Али Ким, мост закрыт.
  indirect by мэр Али Ким cue сообщил says мост закрыт
# a gerund goes on
Мэр Али Ким заявил, что мост закрыт, отметив, что плотина цела.
  indirect by Мэр Али Ким cue заявил says мост закрыт
  indirect by … = Мэр Али Ким cue отметив says плотина цела
# об этом сообщил
Мост закрыт. Об этом сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
"""


@pytest.mark.parametrize(("text", "claims"), table(CONTENT))
def test_content(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
