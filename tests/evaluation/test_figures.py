"""The figures tell good from bad, and say why a claim is not right."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.errors import InputRefused
from claims.evaluation.causes import Cause
from claims.evaluation.figures import Figure, Scored, evaluate, score
from claims.evaluation.gold import GoldArticle, article, read
from claims.evaluation.matching import Found
from claims.extraction.types import Construction, Kind, Modality, Span

CORPUS = Path(__file__).parent.parent / "data" / "corpus"
FILES = sorted(CORPUS.glob("*/*.jsonl"))
ARTICLES = [one for file in FILES for one in read(file.read_text("utf-8").split("\n"), file.name)]

# A source with one claim of two sentences, another one, and a claim that may be left out.
TEXT = "قال مدير المرفأ: «عدنا. نعمل». وقالت البلدية إن الماء عاد. ويقول الجيران: «كفى». ومضى."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def spans(*words: str) -> list[list[int]]:
    return [[at(one).start, at(one).end] for one in words]


def told(content: str, kind: str, entity: str, cue: str, **more: Any) -> dict[str, Any]:
    claim = {"content": spans(content)[0], "kind": kind, "cue": spans(cue)[0], "entity": entity}
    return {**claim, "modality": "asserted", "chain_entities": [entity], **more}


HARBOUR = told("عدنا. نعمل", "direct", "1", "قال", source=spans("مدير المرفأ")[0])
TOWN = told("الماء عاد", "indirect", "2", "وقالت", source=spans("البلدية")[0])
NEIGHBOURS = told("كفى", "direct", "3", "ويقول", source=spans("الجيران")[0], optional=True)
WENT = {"content": spans("ومضى")[0], "kind": "narration", "entity": None, "modality": "asserted"}
TOLD = {
    "id": "harbour",
    "lang": "ar",
    "text": TEXT,
    "entities": {"1": spans("مدير المرفأ"), "2": spans("البلدية"), "3": spans("الجيران")},
    "claims": [HARBOUR, TOWN, NEIGHBOURS, WENT],
}
ARTICLE = article(TOLD, "one")


def found(content: str, source: str | None, kind: str = "indirect", cue: str = "قال") -> Found:
    named = at(source) if source else None
    chain = (named,) if named else ()
    return Found(at(content), Kind(kind), Modality.ASSERTED, at(cue), named, named, chain)


def faultless(one: GoldArticle) -> list[Found]:
    """What a faultless reader finds."""
    return [
        Found(
            claim.content,
            claim.kind,
            claim.modality,
            claim.cue,
            claim.source,
            one.entities[claim.entity][0] if claim.entity else None,
            tuple(one.entities[key][0] for key in claim.chains[0]),
        )
        for claim in one.claims
    ]


def shares(scored: Scored) -> set[float]:
    return {figure.f1 for figure in scored.figures.values() if figure.wanted}


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.id)
def test_the_annotation_itself_is_all_right(one: GoldArticle) -> None:
    scored = score(one, faultless(one))
    assert shares(scored) == {1.0}
    assert {outcome.cause for outcome in scored.outcomes} == {None}


def test_what_finds_nothing_gets_nothing() -> None:
    scored = score(ARTICLE, [])
    assert scored.figures["end_to_end"] == Figure(0, 0, 2)
    assert shares(scored) == {0.0}
    assert [one.cause for one in scored.outcomes] == [Cause.NOT_FOUND, Cause.NOT_FOUND]


def test_precision_is_of_what_was_found_and_recall_of_what_is_asked_for() -> None:
    figure = Figure(right=3, found=4, wanted=12)
    assert (figure.precision, figure.recall, figure.f1) == (0.75, 0.25, 0.375)


@pytest.mark.parametrize(
    ("claims", "figure"),
    [
        ([found("الماء عاد", "البلدية")], (1, 1, 2)),
        # A complementiser at its head costs nothing, another word does.
        ([found("إن الماء عاد", "البلدية")], (1, 1, 2)),
        ([found("وقالت البلدية إن الماء عاد", "البلدية")], (0, 1, 2)),
        # The wrong source, none, and half of the name.
        ([found("الماء عاد", "مدير المرفأ")], (0, 1, 2)),
        ([found("الماء عاد", None)], (0, 1, 2)),
        ([found("الماء عاد", "البلدية", kind="narration")], (0, 0, 2)),
        # A quotation cut at its sentences, by one cue and by two.
        (
            [found("عدنا", "مدير المرفأ", "direct"), found("نعمل", "مدير المرفأ", "direct")],
            (1, 1, 2),
        ),
        (
            [
                found("عدنا", "مدير المرفأ", "direct"),
                found("نعمل", "مدير المرفأ", "direct", "وقالت"),
            ],
            (0, 2, 2),
        ),
        # What may be left out counts neither for nor against; a claim found twice is right once.
        ([found("كفى", "الجيران", "direct")], (0, 0, 2)),
        ([found("كفى", "البلدية", "direct")], (0, 0, 2)),
        ([found("الماء عاد", "البلدية"), found("إن الماء عاد", "البلدية")], (1, 2, 2)),
    ],
)
def test_a_claim_is_right_by_its_content_and_its_source(
    claims: list[Found], figure: tuple[int, int, int]
) -> None:
    assert score(ARTICLE, claims).figures["end_to_end"] == Figure(*figure)


@pytest.mark.parametrize(
    ("claim", "cause"),
    [
        (found("الماء عاد", "البلدية", cue="وقالت"), None),
        (found("الماء عاد", "مدير المرفأ", cue="وقالت"), Cause.SOURCE_WRONG),
        (found("الماء عاد", None, cue="وقالت"), Cause.SOURCE_MISSING),
        (found("الماء عاد", None, "narration", cue="وقالت"), Cause.AS_NARRATION),
        (found("الماء عاد. ويقول الجيران", "البلدية", cue="وقالت"), Cause.TOO_LONG),
        (found("عاد", "البلدية", cue="وقالت"), Cause.TOO_SHORT),
        (found("المرفأ", "البلدية", cue="وقالت"), Cause.ELSEWHERE),
        (found("عاد. ويقول الجيران", "البلدية", cue="الماء"), Cause.NOT_FOUND),
    ],
)
def test_what_is_wrong_with_a_claim_is_told(claim: Found, cause: Cause | None) -> None:
    town = next(one for one in score(ARTICLE, [claim]).outcomes if one.content == at("الماء عاد"))
    assert town.cause is cause


def test_a_claim_that_nobody_made_is_extra_and_knows_its_construction() -> None:
    made_up = Found(
        at("ومضى"), Kind.INDIRECT, Modality.ASSERTED, at("ومضى"), None, None, (),
        Construction.THAT_CLAUSE,
    )  # fmt: skip
    extra = score(ARTICLE, [made_up]).outcomes[-1]
    assert (extra.cause, extra.construction) == (Cause.EXTRA, Construction.THAT_CLAUSE)
    assert score(ARTICLE, [found("كفى", None)]).outcomes[-1].cause is not Cause.EXTRA


def test_the_engine_is_evaluated_on_what_it_reads_itself() -> None:
    evaluation = evaluate([ARTICLE])
    assert evaluation.figure("end_to_end") == Figure(2, 2, 2)
    assert evaluation.interval() == (1.0, 1.0)


def refusal(**changed: Any) -> str:
    with pytest.raises(InputRefused) as refused:
        article({**TOLD, **changed}, "one")
    return str(refused.value)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": 3}, 'an annotated article is one object with "text"'),
        ({"claims": None}, '"claims" is missing or no list'),
        ({"claims": ["x"]}, "an object was expected"),
        ({"claims": [{**TOWN, "kind": "rumour"}]}, "'rumour' is not a valid Kind"),
        ({"claims": [{**TOWN, "content": [5, 9999]}]}, "the content of a claim is [5, 9999]"),
        ({"claims": [{**TOWN, "cue": [9, 9]}]}, "a cue is [9, 9]; it has to be [start, end]"),
        ({"claims": [{**TOWN, "entity": "9"}]}, "names the entity '9'"),
        ({"entities": {"1": []}}, "an entity has no mention"),
        ({"published": "yesterday"}, "\"published\" is 'yesterday'"),
    ],
)
def test_gold_that_cannot_be_read_is_refused_with_a_sentence(
    changed: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal(**changed)


def test_the_line_of_what_cannot_be_read_is_named() -> None:
    with pytest.raises(InputRefused, match=r"gold\.jsonl, line 2: this is not JSON"):
        list(read(["", "{"], "gold.jsonl"))


def test_a_chain_of_nothing_is_an_empty_one() -> None:
    [read_again] = read([json.dumps({**TOLD, "claims": [{**TOWN, "chain_entities": None}]})], "")
    assert read_again.claims[0].chains == ((),)
