"""Who is who in one article, whatever its language: mentions are given as a pack reads them."""

from itertools import count

from claims.extraction.cast import REMEMBERED, Cast, Speaker
from claims.extraction.report import Agreement, Mention, Words
from claims.extraction.types import ResolvedBy

_places = count()
HE, SHE, THEY, TWO = (Agreement(*one) for one in (("m", "s"), ("f", "s"), ("m", "p"), ("m", "d")))


def mention(
    head: str = "",
    names: str = "",
    agreement: Agreement = HE,
    *,
    beside: str = "",
    generic: bool = False,
    indefinite: bool = False,
    of_last: bool = False,
) -> Mention:
    """A mention that stands behind all before it; ``beside`` are words that are no names."""
    at = next(_places)
    bag = frozenset(names.split()) | frozenset(beside.split())
    return Mention(
        Words(at, at + 1),
        head,
        frozenset({head} - {""}),
        frozenset(names.split()),
        bag,
        agreement,
        generic=generic,
        indefinite=indefinite,
        of_last=of_last,
    )


def cast(*mentions: Mention) -> tuple[Cast, list[Speaker]]:
    """A cast in which those have spoken, in this order."""
    new = Cast(lambda mention: None)
    speakers = []
    for one in mentions:
        speaker, _ = new.named(one)
        new.spoke(speaker)
        speakers.append(speaker)
    return new, speakers


# ── A name ───────────────────────────────────────────────────────────────────────────────────────
def test_the_first_mention_introduces_a_speaker() -> None:
    minister = mention("minister", "Ali Noor")
    speaker, by = Cast(lambda mention: None).named(minister)
    assert speaker.full is minister
    assert by is ResolvedBy.NAMED


def test_the_same_name_again_is_the_same_speaker() -> None:
    known, [noor] = cast(mention("minister", "Ali Noor"))
    assert known.named(mention("minister", "Ali Noor"))[0] is noor


def test_a_surname_is_whoever_bears_it() -> None:
    known, [noor, _] = cast(mention("minister", "Ali Noor"), mention("mayor", "Sami Rami"))
    assert known.named(mention("", "Noor")) == (noor, ResolvedBy.ANAPHORA)


def test_a_surname_with_another_title_is_whoever_bears_it() -> None:
    known, [noor] = cast(mention("spokesman", "Ali Noor"))
    assert known.named(mention("colonel", "Noor")) == (noor, ResolvedBy.ANAPHORA)


def test_a_bare_name_before_its_title_is_one_speaker() -> None:
    known, [noor] = cast(mention("", "Noor"))
    assert known.named(mention("minister", "Ali Noor"))[0] is noor


def test_two_names_under_one_title_are_two_speakers() -> None:
    known, [noor] = cast(mention("minister", "Ali Noor"))
    assert known.named(mention("minister", "Sami Rami"))[0] is not noor


def test_two_names_in_one_long_office_are_two_speakers() -> None:
    office = "foreign affairs Selmada government"
    known, [noor] = cast(mention("minister", "Ali Noor", beside=office))
    assert known.named(mention("minister", "Sami Rami", beside=office))[0] is not noor


def test_two_bodies_of_one_sort_are_two_speakers() -> None:
    known, [health] = cast(mention("ministry", "", SHE, beside="health"))
    assert known.named(mention("ministry", "", SHE, beside="defence"))[0] is not health


def test_the_mention_that_names_more_becomes_the_full_one() -> None:
    known, [noor] = cast(mention("", "Noor"))
    fuller = mention("minister", "Ali Noor")
    assert known.named(fuller)[1] is ResolvedBy.NAMED
    assert noor.full is fuller


def test_an_indefinite_mention_is_always_somebody_else() -> None:
    known, [source] = cast(mention("source", beside="army", indefinite=True))
    again = mention("source", beside="army", indefinite=True)
    assert known.named(again)[0] is not source


def test_a_name_that_stood_before_anybody_spoke_is_the_full_mention() -> None:
    before = mention("minister", "Ali Noor")
    speaker, by = Cast(lambda mention: before).named(mention("", "Noor"))
    assert speaker.full is before
    assert by is ResolvedBy.ANAPHORA


def test_what_stood_before_an_indefinite_mention_is_not_asked_for() -> None:
    before = mention("official", "Ali Noor")
    official = mention("official", indefinite=True)
    assert Cast(lambda mention: before).named(official)[0].full is official


# ── A generic mention ────────────────────────────────────────────────────────────────────────────
def test_a_generic_mention_is_the_latest_speaker_of_its_sort() -> None:
    known, [_, army, _] = cast(
        mention("source", beside="court"), mention("source", beside="army"), mention("mayor")
    )
    assert known.named(mention("source", generic=True)) == (army, ResolvedBy.ANAPHORA)


def test_its_number_breaks_a_tie() -> None:
    known, [two, _] = cast(
        mention("source", "", TWO, beside="court"), mention("source", "", THEY, beside="army")
    )
    assert known.named(mention("source", "", TWO, generic=True))[0] is two


def test_its_number_may_slip_where_only_one_fits() -> None:
    known, [source] = cast(mention("source", "", HE, beside="army"))
    assert known.named(mention("source", "", THEY, generic=True))[0] is source


def test_a_word_beside_it_tells_which_one() -> None:
    known, [court, _] = cast(mention("source", beside="court"), mention("source", beside="army"))
    assert known.named(mention("source", beside="court", generic=True))[0] is court


def test_words_of_the_last_speaker_are_his() -> None:
    known, [ministry] = cast(mention("ministry", "", SHE))
    assert known.named(mention("statement", generic=True, of_last=True))[0] is ministry


def test_a_generic_mention_of_nobody_introduces_a_speaker() -> None:
    known, [mayor] = cast(mention("mayor"))
    sources = mention("source", generic=True)
    speaker, by = known.named(sources)
    assert speaker is not mayor
    assert (speaker.full, by) == (sources, ResolvedBy.NAMED)


# ── No mention ───────────────────────────────────────────────────────────────────────────────────
def test_a_dropped_subject_is_the_last_speaker_that_fits() -> None:
    known, [_, doctor, _] = cast(mention("man"), mention("doctor", "", SHE), mention("mayor"))
    assert known.dropped(SHE) is doctor


def test_who_speaks_again_is_the_last_speaker_again() -> None:
    known, [man, mayor] = cast(mention("man"), mention("mayor"))
    assert known.dropped(HE) is mayor
    known.spoke(man)
    assert known.dropped(HE) is man


def test_where_nobody_fits_it_is_the_last_speaker() -> None:
    known, [_, mayor] = cast(mention("man"), mention("mayor"))
    assert known.dropped(SHE) is mayor


def test_where_nobody_spoke_it_is_nobody() -> None:
    assert Cast(lambda mention: None).dropped(HE) is None


def test_a_subject_of_the_clause_that_fits_goes_before_the_last_speaker() -> None:
    known, [_] = cast(mention("man"))
    envoy = mention("envoy", "Hind Rami", SHE)
    speaker = known.dropped(SHE, [envoy])
    assert speaker is not None
    assert speaker.full is envoy


def test_a_subject_of_the_clause_that_does_not_fit_is_left_out() -> None:
    known, [man] = cast(mention("man"))
    assert known.dropped(HE, [mention("envoy", "Hind Rami", SHE)]) is man


def test_what_is_not_said_of_a_speaker_fits_everything() -> None:
    known, [noor] = cast(mention("", "Noor", Agreement()))
    assert known.dropped(SHE) is noor


def test_a_verb_before_its_subject_tells_the_gender_of_a_name() -> None:
    known, [_, noor] = cast(mention("doctor", "", SHE), mention("", "Noor", Agreement()))
    known.agrees(noor, HE)
    assert known.dropped(SHE) is not noor


def test_a_flood_of_names_forgets_the_first_ones() -> None:
    known, speakers = cast(*(mention("", f"Name{n}") for n in range(REMEMBERED + 1)))
    assert known.named(mention("", "Name0"))[0] is not speakers[0]
    assert known.named(mention("", "Name2"))[0] is speakers[2]


def test_an_unnamed_official_is_not_whoever_bears_a_title_later() -> None:
    official = mention("official", beside="selmadan", indefinite=True)
    official.heads = frozenset(("official", "president"))
    new, [unnamed] = cast(official)
    president, _ = new.named(mention("president", beside="selmadan"))
    assert president is not unnamed


def test_a_body_is_not_whoever_works_for_it() -> None:
    analyst = mention("analyst", names="harlow noor")
    analyst.person = True
    new, [worker] = cast(analyst)
    bank, _ = new.named(mention("bank", names="harlow"))
    assert bank is not worker
