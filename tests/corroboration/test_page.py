"""docs/independence.md says what the code does."""

import re
from pathlib import Path

from claims.corroboration import Because
from claims.corroboration.independence import WEIGHED_AT_MOST
from claims.corroboration.near_copies import THRESHOLDS

PAGE = (Path(__file__).parents[2] / "docs" / "independence.md").read_text(encoding="utf-8")


def test_every_rule_is_explained_in_the_order_in_which_it_is_asked() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| (?:dependent|unknown|independent|what)", PAGE, re.M)
    judged = [Because.JUDGED]
    others = [rule for rule in Because if rule not in (*judged, Because.THROUGH_OTHERS)]
    known = others.index(Because.PARTIES_DIFFER)
    assert rows == [*judged, *others[:known], *judged, *others[known:]]
    assert f"`{Because.THROUGH_OTHERS}`" in PAGE


def test_the_thresholds_are_those_of_the_page() -> None:
    assert THRESHOLDS["near_copy"] == {"words": 5, "shared": 0.5}
    assert "share half of the runs of five folded words" in PAGE
    assert f"More than {WEIGHED_AT_MOST} origins" in PAGE
