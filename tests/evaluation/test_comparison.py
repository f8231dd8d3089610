"""Two evaluations are compared by what became of each claim."""

import json
from dataclasses import replace

import pytest

from claims.errors import InputRefused
from claims.evaluation.causes import Cause
from claims.evaluation.comparison import Comparison, as_json, compare, read
from claims.evaluation.figures import Evaluation, Figure, score
from claims.evaluation.matching import Found
from tests.evaluation.test_figures import ARTICLE, found

HARBOUR = found("عدنا. نعمل", "مدير المرفأ", "direct")
TOWN = found("الماء عاد", "البلدية", cue="وقالت")
EXTRA = found("ومضى", None, cue="ومضى")


def evaluation(*claims: Found, id: str = "harbour") -> Evaluation:
    return Evaluation((score(replace(ARTICLE, id=id), claims),))


def against(before: Evaluation, after: Evaluation) -> Comparison:
    return compare(after, read(json.loads(json.dumps(as_json(before)))))


def test_nothing_changed_is_nothing_gained_and_nothing_lost() -> None:
    same = evaluation(HARBOUR, EXTRA)
    comparison = against(same, same)
    assert comparison.changes == comparison.new == ()
    assert not comparison.is_loss


def test_a_claim_that_is_right_now_is_gained_by_what_was_wrong_with_it() -> None:
    comparison = against(evaluation(HARBOUR), evaluation(HARBOUR, TOWN))
    assert comparison.gained() == {Cause.NOT_FOUND: 1}
    assert not comparison.lost() and not comparison.is_loss


def test_a_claim_that_is_wrong_now_is_lost_by_what_is_wrong_with_it() -> None:
    comparison = against(evaluation(HARBOUR, TOWN), evaluation(HARBOUR))
    assert comparison.lost() == {Cause.NOT_FOUND: 1}
    assert not comparison.gained() and comparison.is_loss


def test_a_claim_that_nobody_made_is_lost_when_it_comes_and_gained_when_it_goes() -> None:
    clean, cluttered = evaluation(HARBOUR, TOWN), evaluation(HARBOUR, TOWN, EXTRA)
    assert against(clean, cluttered).lost() == {Cause.EXTRA: 1}
    assert against(cluttered, clean).gained() == {Cause.EXTRA: 1}
    assert not against(cluttered, cluttered).changes


def test_an_article_that_was_not_there_before_is_not_compared() -> None:
    comparison = against(evaluation(HARBOUR, TOWN), evaluation(id="another"))
    assert comparison.new == ("another",)
    assert not comparison.changes and not comparison.is_loss


def test_an_article_that_is_annotated_otherwise_is_not_compared() -> None:
    before, after = evaluation(HARBOUR, TOWN), evaluation(HARBOUR)
    other = replace(ARTICLE, claims=ARTICLE.claims[:1])
    after = Evaluation((replace(after.articles[0], article=other),))
    comparison = against(before, after)
    assert comparison.annotated_otherwise == ("harbour",)
    assert not comparison.changes and not comparison.is_loss


def test_an_article_that_is_gone_is_told() -> None:
    assert against(evaluation(TOWN, id="old"), evaluation(TOWN)).gone == ("old",)


def test_a_loss_in_one_article_of_many_is_noise_and_in_many_is_none() -> None:
    whole, less = Figure(9, 10, 10), Figure(8, 10, 10)
    one = Comparison((whole,) * 20, (less, *[whole] * 19), (), ())
    assert 0.4 < one.certainty() < 0.9 and not one.is_loss
    three = Comparison((whole,) * 20, (*[less] * 4, *[whole] * 16), (), ())
    assert three.certainty() > 0.95 and three.is_loss
    both_ways = Comparison((less, whole) * 10, (whole, less) * 10, (), ())
    assert not both_ways.is_loss


@pytest.mark.parametrize(
    "told", [None, [], {}, {"articles": {"a": {"counts": [1]}}}, {"articles": 3}]
)
def test_what_is_no_evaluation_is_refused(told: object) -> None:
    with pytest.raises(InputRefused, match="--format json"):
        read(told)
