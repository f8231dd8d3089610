"""Who speaks in one article: mentions are put together, short and dropped ones resolved.

The rules that hold in every language, by measurement on news: a dropped or generic mention is the
last speaker that fits; a surname, a title or a shorter name is whoever bears it.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field

from claims.extraction.report import Agreement, Mention, Words
from claims.extraction.types import ResolvedBy

# So many speakers are remembered: an article has fewer, and a flood of names stays cheap.
REMEMBERED = 20
# Genders that more may be learnt of: none, and a person of either.
_UNTOLD = ("", "c")
# Of the words of the shorter of two names, so many must be common.
ALIKE = 0.66


@dataclass(slots=True)
class Link:
    """One link of a chain as it is carried over to the next claim of the same speaker."""

    speaker: "Speaker"
    mention: Words | None
    cue: Words | None
    resolved_by: ResolvedBy


@dataclass(slots=True)
class Speaker:
    """Somebody or something that is said to have said something."""

    full: Mention
    names: set[str]
    bag: set[str]
    agreement: Agreement
    # The relayers through whom they spoke last.
    relayers: list[Link] = field(default_factory=list)

    @property
    def head(self) -> str:
        return self.full.head


class Cast:
    """The speakers of one article: who is known, and who had the floor, the latest last."""

    def __init__(self, earlier: Callable[[Mention], Mention | None]) -> None:
        self._earlier = earlier
        self._known: list[Speaker] = []
        self._floor: list[Speaker] = []

    def spoke(self, speaker: Speaker) -> None:
        """The speaker has the floor: what follows without a subject is theirs."""
        _to_the_end(self._floor, speaker)
        _to_the_end(self._known, speaker)

    def has_floor(self, speaker: Speaker) -> bool:
        """Whether the claim before was this speaker's."""
        return bool(self._floor) and self._floor[-1] is speaker

    def named(
        self, mention: Mention, candidates: Sequence[Mention] = ()
    ) -> tuple[Speaker, ResolvedBy]:
        """Whom a mention means: somebody known, or somebody new. A pronoun or a generic
        mention may also mean one of the candidates, who stand before it."""
        if mention.pronoun:
            meant = self.dropped(mention.agreement, candidates)
            return (meant, ResolvedBy.ANAPHORA) if meant else self._introduce(mention)
        if mention.generic and candidates:
            return self.named(candidates[0])[0], ResolvedBy.ANAPHORA
        known = self._generic(mention) if mention.generic else self._same(mention)
        if known is not None:
            full, resolved_by = known.full, ResolvedBy.ANAPHORA
            if mention.words == full.words or self._is_fuller(mention, known):
                resolved_by = ResolvedBy.NAMED
            self._learn(known, mention)
            return known, resolved_by
        return self._introduce(mention)

    def dropped(self, agreement: Agreement, candidates: Sequence[Mention] = ()) -> Speaker | None:
        """Whom a verb without a subject means: the last speaker that fits, unless the clause
        itself has a subject that does; where nobody fits, the last speaker."""
        for one in candidates:
            if one.agreement.fits(agreement):
                return self.named(one)[0]
        for speaker in reversed(self._floor):
            if speaker.agreement.fits(agreement):
                return speaker
        return self._floor[-1] if self._floor else None

    def _introduce(self, mention: Mention) -> tuple[Speaker, ResolvedBy]:
        earlier = None if mention.indefinite else self._earlier(mention)
        full = earlier or mention
        speaker = Speaker(
            full,
            set(full.names | mention.names),
            set(full.bag | mention.bag),
            mention.agreement if mention.agreement.gender else full.agreement,
        )
        _to_the_end(self._known, speaker)
        return speaker, ResolvedBy.ANAPHORA if earlier is not None else ResolvedBy.NAMED

    def _generic(self, mention: Mention) -> Speaker | None:
        """*The sources*: the latest speaker of that sort; its number only breaks a tie."""
        fitting = [
            speaker
            for speaker in reversed(self._known)
            if (speaker.head in mention.heads or (mention.person and mention.heads & speaker.bag))
            and (not mention.bag or mention.bag & speaker.bag or not speaker.bag)
        ]
        if not fitting:
            return self._last(mention) if mention.of_last and self._floor else None
        for speaker in fitting:
            if speaker.agreement.fits(Agreement("", mention.agreement.number)):
                return speaker
        return fitting[0]

    def _last(self, mention: Mention) -> Speaker:
        """Who spoke last, of those whom the mention fits if there are any."""
        for speaker in reversed(self._floor):
            if not mention.person or speaker.agreement.fits(mention.agreement):
                return speaker
        return self._floor[-1]

    def _same(self, mention: Mention) -> Speaker | None:
        if mention.indefinite:
            return None
        for speaker in reversed(self._known):
            if _are_one(mention, speaker):
                return speaker
        return None

    def _is_fuller(self, mention: Mention, speaker: Speaker) -> bool:
        """A mention that names more than any before: it is the full one from now on."""
        if mention.generic or not mention.names or mention.names <= speaker.full.names:
            return False
        return len(mention.bag) > len(speaker.full.bag)

    def _learn(self, speaker: Speaker, mention: Mention) -> None:
        if self._is_fuller(mention, speaker):
            speaker.full = mention
        if not mention.generic:
            speaker.names |= mention.names
            speaker.bag |= mention.bag
        if speaker.agreement.gender in _UNTOLD and mention.agreement.gender:
            speaker.agreement = Agreement(mention.agreement.gender, speaker.agreement.number)

    def agrees(self, speaker: Speaker, agreement: Agreement) -> None:
        """A verb before its subject tells the subject's gender."""
        if agreement.gender and speaker.agreement.gender in _UNTOLD:
            speaker.agreement = Agreement(agreement.gender, speaker.agreement.number)


def _to_the_end(speakers: list[Speaker], speaker: Speaker) -> None:
    if speakers and speakers[-1] is speaker:
        return
    for at, one in enumerate(speakers):
        if one is speaker:
            del speakers[at]
            break
    speakers.append(speaker)
    if len(speakers) > REMEMBERED:
        del speakers[0]


def _are_one(mention: Mention, speaker: Speaker) -> bool:
    full = speaker.full
    if not mention.head or not full.head:
        # A bare name: all of it among the names of the other.
        shorter, longer = mention.names, speaker.names
        if not full.head and mention.head:
            shorter, longer = frozenset(speaker.names), set(mention.names)
        return bool(shorter) and shorter <= longer
    # What points back may take another word for the same; what names somebody does not, and
    # «an official» is not the president.
    is_narrower = mention.head in full.heads and not full.indefinite
    alike = full.head in mention.heads or (
        is_narrower and not (full.generic and not mention.generic)
    )
    if alike and not (mention.bag and speaker.bag):
        return not mention.bag and not speaker.bag
    if alike and _are_alike(mention.bag, speaker.bag):
        return not _differ(mention, speaker)
    # «العقيد المسماري» after «المتحدث … أحمد المسماري»: other title, same name.
    # A body is not whoever works for it.
    is_among = bool(mention.names) and mention.names <= speaker.names
    return is_among and mention.person is full.person and not full.anonymous


def _are_alike(one: Set[str], other: Set[str]) -> bool:
    common, smaller = len(one & other), min(len(one), len(other))
    return common >= smaller * ALIKE and (common > 1 or smaller == 1)


def _differ(mention: Mention, speaker: Speaker) -> bool:
    """Two full names of which neither holds the other are two."""
    own, other = mention.names - speaker.names, speaker.names - mention.names
    return bool(own) and bool(other) and len(own | other) > len(mention.names & speaker.names) * 2
