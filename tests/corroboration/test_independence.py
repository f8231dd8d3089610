"""Which origins count: each clause of domain.md, section 5, and what must hold of any origins."""

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.corroboration import Because, Independence, Origin, Relation, weigh
from claims.corroboration.independence import WEIGHED_AT_MOST, _largest

# Sources, of which 1 to 9 are origins in the tables.
AGENCY, OUTLET, STATE, ARMY = 51, 52, 61, 62
NORTH, SOUTH, COAST = 71, 72, 73


def origin(
    source: int,
    *,
    party: int | None = None,
    belongs: set[int] = frozenset(),  # type: ignore[assignment]
    cites: set[int] = frozenset(),  # type: ignore[assignment]
    via: int | None = None,
    unnamed: bool = False,
    in_registry: bool = True,
    articles: set[int] | None = None,
) -> Origin:
    """One with an article of its own. ``via`` is who stands before it."""
    parties = frozenset() if party is None else frozenset({party})
    return Origin(
        source=source,
        is_unnamed=unnamed,
        in_registry=in_registry,
        belongs=frozenset({source, *belongs}),
        parties=parties,
        sides=parties,
        cites=frozenset(cites),
        relayers=frozenset() if via is None else frozenset({via}),
        nearest=frozenset() if via is None else frozenset({via}),
        articles=frozenset({source + 100} if articles is None else articles),
    )


def weighed(
    *origins: Origin,
    judged: Mapping[tuple[int, int], str] | None = None,
    copies: Mapping[int, int] | None = None,
) -> Independence:
    told = {pair: Relation(verdict) for pair, verdict in (judged or {}).items()}
    return weigh(origins, told, copies)


def because(found: Independence, one: int, other: int) -> Because:
    [pair] = [pair for pair in found.pairs if (pair.one, pair.other) == (one, other)]
    return pair.because


# What makes two origins what they are: the two, texts that are copies, and what is found.
RULES: dict[str, tuple[Origin, Origin, dict[int, int], str, str]] = {
    "a spokesman and his ministry": (
        origin(1, belongs={2}),
        origin(2),
        {},
        "dependent",
        "belongs",
    ),
    "a government and the spokesman of one of its ministries": (
        origin(1),
        origin(2, belongs={STATE, 1}),
        {},
        "dependent",
        "belongs",
    ),
    "an agency and the ministry that it quotes": (
        origin(1, cites={2}),
        origin(2, party=NORTH),
        {},
        "dependent",
        "cites",
    ),
    "an outlet and the minister whose ministry it quotes": (
        origin(1, party=SOUTH, cites={ARMY}),
        origin(2, party=NORTH, belongs={ARMY}),
        {},
        "dependent",
        "cites",
    ),
    "two whose texts are near copies": (
        origin(1, party=NORTH),
        origin(2, party=SOUTH),
        {102: 101},
        "dependent",
        "near_copy",
    ),
    "two that both have it from one agency": (
        origin(1, party=NORTH, cites={AGENCY}),
        origin(2, party=SOUTH, cites={AGENCY}),
        {},
        "dependent",
        "through_others",
    ),
    "unnamed officers of one agency": (
        origin(1, unnamed=True, via=AGENCY),
        origin(2, unnamed=True, via=AGENCY),
        {},
        "dependent",
        "same_relayer",
    ),
    "unnamed officers of two agencies": (
        origin(1, unnamed=True, via=AGENCY),
        origin(2, unnamed=True, via=OUTLET),
        {},
        "unknown",
        "nothing_known",
    ),
    "somebody named and somebody unnamed of one agency": (
        origin(1, via=AGENCY),
        origin(2, unnamed=True, via=AGENCY),
        {},
        "unknown",
        "nothing_known",
    ),
    "two of one party": (
        origin(1, party=NORTH),
        origin(2, party=NORTH),
        {},
        "dependent",
        "same_party",
    ),
    "two named ones of different parties": (
        origin(1, party=NORTH),
        origin(2, party=SOUTH),
        {},
        "independent",
        "parties_differ",
    ),
    "two of different parties that one text quotes": (
        origin(1, party=NORTH, articles={101}),
        origin(2, party=SOUTH, articles={101}),
        {},
        "unknown",
        "nothing_known",
    ),
    "two of different parties that one text and its reprint quote": (
        origin(1, party=NORTH, articles={101, 102}),
        origin(2, party=SOUTH, articles={101, 102}),
        {102: 101},
        "unknown",
        "nothing_known",
    ),
    "two of different parties in texts of their own, and in one reprinted text": (
        origin(1, party=NORTH, articles={101, 102, 103}),
        origin(2, party=SOUTH, articles={101, 102, 104}),
        {102: 101},
        "independent",
        "parties_differ",
    ),
    "two of different parties, one of them unnamed": (
        origin(1, party=NORTH, unnamed=True),
        origin(2, party=SOUTH),
        {},
        "unknown",
        "nothing_known",
    ),
    "two of different parties, one of them not in the registry": (
        origin(1, party=NORTH, in_registry=False),
        origin(2, party=SOUTH),
        {},
        "unknown",
        "nothing_known",
    ),
    "one that changed sides in the meantime": (
        replace(origin(1, party=NORTH), sides=frozenset()),
        origin(2, party=SOUTH),
        {},
        "unknown",
        "nothing_known",
    ),
    "two of whom nothing is known": (origin(1), origin(2), {}, "unknown", "nothing_known"),
    "one with a party and one without": (
        origin(1, party=NORTH),
        origin(2),
        {},
        "unknown",
        "nothing_known",
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_a_pair_is_what_the_rules_say(name: str) -> None:
    one, other, copies, relation, rule = RULES[name]
    for order in ((one, other), (other, one)):
        found = weighed(*order, copies=copies)
        assert (found.relation(1, 2), found.relation(2, 1)) == (relation, relation)
        assert because(found, 1, 2) == rule
        assert found.independent == (2 if relation == "independent" else 1)
        assert found.different == (1 if relation == "dependent" else 2)


# What a person says of a pair, by what the rules find: what is left of it.
@pytest.mark.parametrize(
    ("name", "verdict", "relation", "rule"),
    [
        ("two of whom nothing is known", "independent", "independent", "judged"),
        ("two of whom nothing is known", "dependent", "dependent", "judged"),
        ("two of whom nothing is known", "unknown", "unknown", "judged"),
        ("two named ones of different parties", "dependent", "dependent", "judged"),
        # Pairs marked as not known do not count (section 4).
        ("two named ones of different parties", "unknown", "unknown", "judged"),
        ("two of one party", "independent", "independent", "judged"),
        ("two of one party", "unknown", "dependent", "same_party"),
        ("unnamed officers of one agency", "independent", "independent", "judged"),
        ("two that both have it from one agency", "independent", "independent", "judged"),
        ("two that both have it from one agency", "unknown", "dependent", "through_others"),
    ],
)
def test_a_person_has_the_last_word_on_a_pair(
    name: str, verdict: str, relation: str, rule: str
) -> None:
    one, other, copies, _, _ = RULES[name]
    found = weighed(one, other, copies=copies, judged={(1, 2): verdict})
    assert (found.relation(1, 2), because(found, 1, 2)) == (relation, rule)


class TestCarriedOn:
    """1 and 3 are of different parties in texts of their own; 2 stands between them."""

    def test_who_cites_somebody_of_the_other_party_is_no_second_origin(self) -> None:
        found = weighed(
            origin(1, party=NORTH, cites={2}), origin(2, party=SOUTH), origin(3, party=SOUTH)
        )
        assert because(found, 1, 3) == Because.THROUGH_OTHERS
        assert (found.independent, found.different) == (1, 1)

    def test_who_cites_two_does_not_make_them_an_echo_of_each_other(self) -> None:
        found = weighed(origin(1, party=NORTH), origin(2, cites={1, 3}), origin(3, party=SOUTH))
        assert because(found, 1, 3) == Because.PARTIES_DIFFER
        assert (found.independent, found.different) == (2, 2)

    def test_what_a_party_may_have_from_the_other_side_is_no_second_origin(self) -> None:
        """Whoever of the party cites the other side, and whomever of its own besides."""
        for cited in ({3}, {1, 3}):
            paper = origin(2, party=NORTH, cites=cited)
            found = weighed(origin(1, party=NORTH), paper, origin(3, party=SOUTH))
            assert because(found, 1, 3) == Because.THROUGH_OTHERS
            assert (found.independent, found.different) == (1, 1)

    def test_two_that_cite_one_origin_are_one(self) -> None:
        found = weighed(
            origin(1, party=NORTH, cites={2}), origin(2), origin(3, party=SOUTH, cites={2})
        )
        assert because(found, 1, 3) == Because.THROUGH_OTHERS
        assert (found.independent, found.different) == (1, 1)

    def test_two_that_cite_each_other_and_nobody_else_are_one(self) -> None:
        found = weighed(origin(1, cites={2}), origin(2, cites={1}))
        assert (found.independent, found.different) == (1, 1)

    def test_a_copy_of_a_text_of_the_other_party_is_no_second_origin(self) -> None:
        found = weighed(
            origin(1, party=NORTH), origin(2), origin(3, party=SOUTH, cites={2}), copies={102: 101}
        )
        assert because(found, 1, 3) == Because.THROUGH_OTHERS
        assert found.independent == 1

    def test_what_a_person_found_dependent_is_carried_on(self) -> None:
        given = (origin(1, party=NORTH), origin(2, party=SOUTH), origin(3, party=SOUTH))
        found = weighed(*given, judged={(1, 2): "dependent"})
        assert because(found, 1, 3) == Because.THROUGH_OTHERS
        assert found.independent == 1

    def test_what_a_person_found_independent_stays_so(self) -> None:
        given = (origin(1, party=NORTH, cites={2}), origin(2), origin(3, cites={2}))
        found = weighed(*given, judged={(1, 3): "independent"})
        assert because(found, 1, 3) == Because.JUDGED
        assert (found.independent, found.different) == (2, 2)


def agency_reprinted(times: int) -> list[Origin]:
    """Each reprint has a group of its own: three army sources, of whom the agency tells."""
    return [origin(number, unnamed=True, via=AGENCY) for number in range(1, times + 1)]


def test_five_outlets_that_carry_one_agency_are_one_origin() -> None:
    found = weighed(*agency_reprinted(5))
    assert (found.different, found.independent) == (1, 1)


def test_a_sixth_reprint_changes_no_count_and_an_eyewitness_the_number_of_origins() -> None:
    sixth = weighed(*agency_reprinted(6))
    assert (sixth.different, sixth.independent) == (1, 1)
    eyewitness = origin(9, unnamed=True, via=OUTLET)
    found = weighed(*agency_reprinted(6), eyewitness)
    assert (found.different, found.independent) == (2, 1)
    judged = {(number, 9): "independent" for number in range(1, 7)}
    assert weighed(*agency_reprinted(6), eyewitness, judged=judged).independent == 2


def test_three_unnamed_officers_do_not_make_three() -> None:
    officers = replace(agency_reprinted(1)[0], articles=frozenset({101, 102, 103}))
    assert weighed(officers).different == 1


def test_nothing_is_nothing() -> None:
    found = weighed()
    assert (found.different, found.independent, found.pairs) == (0, 0, ())


def test_an_origin_depends_on_itself_and_on_strangers_nothing_is_known() -> None:
    found = weighed(origin(1))
    assert found.relation(1, 1) == Relation.DEPENDENT
    assert found.relation(1, 9) == Relation.UNKNOWN


# ---------------------------------------------------------------------------------------------
# What holds for any origins.

SOURCES = range(1, 9)


def decoded(source: int, code: int) -> Origin:
    """Any origin: with parties and a whole, citing somebody, in articles of its own and common
    ones. One number is all that is drawn for it, which is fast."""

    def part(*choices: int | None) -> frozenset[int]:
        nonlocal code
        code, place = divmod(code, len(choices))
        return frozenset({choice for choice in choices[place : place + 1] if choice is not None})

    unnamed = bool(part(1, None, None, None))
    parties = part(NORTH, None) | part(SOUTH, COAST, None, None, None)
    return Origin(
        source=source,
        is_unnamed=unnamed,
        in_registry=not unnamed and not part(1, None, None, None, None),
        belongs=frozenset({source}) | part(*SOURCES, *(None,) * 16),
        parties=parties,
        sides=frozenset() if part(1, None, None, None) else parties,
        cites=part(*SOURCES, AGENCY, OUTLET, *(None,) * 14) - {source},
        relayers=frozenset(),
        nearest=part(AGENCY, OUTLET, None),
        articles=frozenset({source + 100}) | part(91, 92, None) | part(93, None, None),
    )


def origins(at_least: int = 1, at_most: int = 8) -> st.SearchStrategy[list[Origin]]:
    codes = st.lists(st.integers(0, 10**10), min_size=at_least, max_size=at_most)
    return codes.map(lambda given: [decoded(place, code) for place, code in enumerate(given, 1)])


judgements = st.dictionaries(
    st.tuples(st.sampled_from(SOURCES), st.sampled_from(SOURCES)).filter(lambda p: p[0] < p[1]),
    st.sampled_from(Relation),
    max_size=6,
)
texts = st.dictionaries(
    st.sampled_from([*(s + 100 for s in SOURCES), 91, 92, 93]), st.sampled_from([91, 101, 102, 103])
).map(
    lambda given: {key: first for key, first in given.items() if given.get(first, first) == first}
)


@settings(deadline=None)
@given(origins(), judgements, texts)
def test_the_counts_are_bounded_by_each_other(some, judged, copies) -> None:
    found = weigh(some, judged, copies)
    assert 1 <= found.independent <= found.different <= len(some)


@settings(deadline=None)
@given(origins(), judgements, texts, st.randoms())
def test_the_order_does_not_matter(some, judged, copies, shuffle: random.Random) -> None:
    before = weigh(some, judged, copies)
    shuffle.shuffle(some)
    assert weigh(some, judged, copies) == before


@settings(deadline=None)
@given(origins(), judgements, texts)
def test_the_count_is_that_of_the_largest_group_apart(some, judged, copies) -> None:
    found = weigh(some, judged, copies)
    groups = (
        group
        for size in range(1, len(some) + 1)
        for group in combinations([origin.source for origin in some], size)
        if all(found.relation(*pair) == Relation.INDEPENDENT for pair in combinations(group, 2))
    )
    assert found.independent == max(map(len, groups))


@settings(deadline=None)
@given(origins(), judgements, texts, st.data())
def test_a_reprint_changes_no_count(some, judged, copies, data: st.DataObject) -> None:
    """It carries what another article carries, and is a near copy of that one."""
    known = sorted({article for origin in some for article in origin.articles})
    printed = data.draw(st.sampled_from(known))
    after = [replace(o, articles=o.articles | {999}) if printed in o.articles else o for o in some]
    before = weigh(some, judged, copies)
    found = weigh(after, judged, {**copies, 999: copies.get(printed, printed)})
    assert (found.independent, found.different) == (before.independent, before.different)


@settings(deadline=None)
@given(origins(), judgements, texts, st.data())
def test_one_more_near_copy_never_raises_the_count(some, judged, copies, data) -> None:
    known = sorted({article for origin in some for article in origin.articles})
    one, other = (copies.get(a, a) for a in data.draw(st.tuples(*[st.sampled_from(known)] * 2)))
    joined = {article: copies.get(article, article) for article in known}
    joined = {article: one if first == other else first for article, first in joined.items()}
    before = weigh(some, judged, copies).independent
    assert weigh(some, judged, joined).independent <= before


@settings(deadline=None)
@given(origins(), judgements, texts, st.data())
def test_one_more_tie_never_raises_the_count(some, judged, copies, data) -> None:
    place = data.draw(st.integers(0, len(some) - 1))
    name = data.draw(st.sampled_from(["belongs", "parties", "cites", "nearest"]))
    tie = data.draw(st.sampled_from([*SOURCES, AGENCY, NORTH, SOUTH]))
    tied = replace(some[place], **{name: getattr(some[place], name) | {tie}})
    before = weigh(some, judged, copies).independent
    after = weigh([*some[:place], tied, *some[place + 1 :]], judged, copies).independent
    assert after <= before


@settings(deadline=None)
@given(origins(at_least=2), judgements, texts)
def test_one_more_origin_adds_one_at_most(some, judged, copies) -> None:
    [*before, _] = some
    found = weigh(some, judged, copies)
    assert found.independent <= weigh(before, judged, copies).independent + 1


@settings(deadline=None)
@given(origins(at_least=2, at_most=5), judgements, texts)
def test_an_origin_that_ties_no_two_others_never_lowers_the_count(some, judged, copies) -> None:
    [*before, new] = some
    after = weigh(some, judged, copies)
    tied = [o.source for o in before if after.relation(o.source, new.source) == "dependent"]
    if len(tied) < 2:
        assert after.independent >= weigh(before, judged, copies).independent


@settings(deadline=None)
@given(origins(at_most=7), judgements, texts)
def test_an_origin_that_only_cites_others_never_lowers_the_count(some, judged, copies) -> None:
    new = origin(9, cites={o.source for o in some}, in_registry=False)
    before = weigh(some, judged, copies).independent
    assert weigh([*some, new], judged, copies).independent >= before


@settings(deadline=None)
@given(origins(at_least=2), judgements, texts, st.data())
def test_finding_a_pair_dependent_never_raises_the_count(some, judged, copies, data) -> None:
    pair = data.draw(st.sampled_from(list(combinations(sorted(o.source for o in some), 2))))
    before = weigh(some, judged, copies).independent
    assert weigh(some, {**judged, pair: Relation.DEPENDENT}, copies).independent <= before
    unknown = weigh(some, {**judged, pair: Relation.UNKNOWN}, copies).independent
    if judged.get(pair) is not Relation.DEPENDENT:
        assert unknown <= before


def merged(one: Origin, other: Origin) -> Origin:
    return Origin(
        source=one.source,
        is_unnamed=one.is_unnamed and other.is_unnamed,
        in_registry=one.in_registry or other.in_registry,
        belongs=one.belongs | other.belongs,
        parties=one.parties | other.parties,
        sides=one.sides | other.sides,
        cites=(one.cites | other.cites) - {one.source, other.source},
        relayers=one.relayers | other.relayers,
        nearest=one.nearest | other.nearest,
        articles=one.articles | other.articles,
    )


@settings(deadline=None)
@given(origins(at_least=2), texts)
def test_merging_two_sources_never_raises_the_count(some, copies) -> None:
    """Where a text carries one origin each, and the registry knows of both as much: otherwise a
    merge is news of either."""
    some = [replace(o, articles=frozenset({o.source + 100})) for o in some]
    one, other, *rest = some
    other = replace(other, is_unnamed=one.is_unnamed, in_registry=one.in_registry)
    if bool(one.sides) != bool(other.sides):
        sides = one.sides | other.sides
        one, other = (replace(o, parties=o.parties | sides, sides=sides) for o in (one, other))
    renamed = {other.source: one.source}
    rest = [
        replace(
            o,
            cites=frozenset(renamed.get(s, s) for s in o.cites),
            belongs=frozenset(renamed.get(s, s) for s in o.belongs),
        )
        for o in rest
    ]
    before = weigh([one, other, *some[2:]], {}, copies)
    after = weigh([merged(one, other), *rest], {}, copies)
    assert after.independent <= before.independent
    assert after.different <= before.different


@pytest.mark.parametrize("often", [0.1, 0.3, 0.5, 0.7, 0.9, 0.95])
def test_many_origins_are_weighed_in_no_time(often: float) -> None:
    """And three of each of many sides, which is the worst for a search that is not bounded."""
    chance = random.Random(7)
    sources = range(WEIGHED_AT_MOST * 3)
    apart: dict[int, set[int]] = {source: set() for source in sources}
    for one, other in combinations(sources, 2):
        if one // 3 != other // 3 and chance.random() < often:
            apart[one].add(other)
            apart[other].add(one)
    began = perf_counter()
    assert 1 <= _largest(apart) <= WEIGHED_AT_MOST
    assert perf_counter() - began < 2
