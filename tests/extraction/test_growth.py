"""No shape of text makes the engine slower than its length: twice as long, twice the time."""

import time
from datetime import date

import pytest

from claims.extraction import extract
from claims.management.bait import BAITS, Bait

SMALL, LARGE = 20_000, 320_000
# A quadratic engine would show 16. Below 2.5 lie the noise of a busy machine and its caches.
RATIO = 2.5
TRIES = 5


@pytest.mark.parametrize("name", BAITS)
def test_a_character_costs_the_same_in_a_long_text(name: str) -> None:
    # As many characters either way: a short measurement would find a quiet moment of the machine
    # for itself, and a long one never.
    small, large = [BAITS[name].text(SMALL)] * (LARGE // SMALL), [BAITS[name].text(LARGE)]
    fewest = [float("inf"), float("inf")]
    for _ in range(TRIES):
        for which, texts in enumerate((small, large)):
            fewest[which] = min(fewest[which], seconds(texts, BAITS[name]))
        if growth(fewest) <= RATIO:
            return
    pytest.fail(f"{growth(fewest):.1f} times as long for each character")


def seconds(texts: list[str], bait: Bait) -> float:
    start = time.process_time()
    for text in texts:
        extract(text, bait.language, date(2026, 11, 24))
    return time.process_time() - start


def growth(fewest: list[float]) -> float:
    # What is over in a few milliseconds is not measured well, and stalls nobody.
    return fewest[1] / max(fewest[0], 0.016)
